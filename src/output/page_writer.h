#pragma once

#include <string_view>

#include "output/picture_layout.h"

namespace dex {

struct PageType {
    double px = 13;
    double line = 18;  // From one line to the next.
    bool isStrong = false;
};

inline constexpr PageType kHeadlineType{22, 27, true};
inline constexpr PageType kSubtitleType{14, 19, false};
inline constexpr PageType kSmallType{13, 18, false};
inline constexpr PageType kSmallStrongType{13, 18, true};
inline constexpr PageType kTitleType{15, 20, true};
inline constexpr PageType kFootType{11, 14, false};

// Writes lines and boxes onto a page. Without a page it only measures, so that what is tried out costs nothing.
class PageWriter {
public:
    PageWriter(const PageContents& contents, PicturePage* page) : contents_(contents), page_(page) {}

    const PageContents& contents() const { return contents_; }
    const Tokens& tokens() const { return contents_.tokens; }
    double widthOf(const PageType& type, std::string_view text) const;

    // One line in a row, as much of it as fits, at that end of it.
    void line(PageGroup group, const PxRect& row, const PageType& type, Colour ink, std::string_view text,
              PageAnchor anchor = PageAnchor::Start) const;
    // Broken to the width; returns the height. No more lines than `max`, the last one shortened.
    double paragraph(PageGroup group, double x, double y, double width, const PageType& type, Colour ink,
                     std::string_view text, std::size_t max = 99) const;
    void box(const PageBox& box) const;

private:
    const Face& face(const PageType& type) const { return type.isStrong ? contents_.semibold : contents_.regular; }
    struct Place {
        double x = 0, y = 0;  // Of the upper left corner.
        PageAnchor anchor = PageAnchor::Start;
    };
    void put(PageGroup group, const Place& place, const PageType& type, Colour ink, std::string_view text) const;

    const PageContents& contents_;
    PicturePage* page_;
};

// The legend from its upper left corner; returns its height. `width` is at least legendWidth, and that at least kMinLegend.
constexpr double kMinLegend = 190;
double legendWidth(const PageWriter& writer);
double writeLegend(const PageWriter& writer, double x, double y, double width);

// The selected area, in its card or in one sentence; returns the height, 0 where none is selected. What does not fit into
// `room` is left out from the end.
double writeSelected(const PageWriter& writer, double x, double y, double width, double room);

}  // namespace dex
