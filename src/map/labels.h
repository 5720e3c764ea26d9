#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "map/scene.h"

namespace dex {

// A name that may stand on the map.
struct LabelCandidate {
    std::string text;              // As it is drawn: one line, or two separated by '\n'.
    double width = 0, height = 0;  // Of the text, css px.
    WorldPoint anchor;             // Where its middle stands, always.
    WorldBox box;                  // Of the area.
    double priority = 0;           // Higher goes first; of equal ones the earlier.
    bool strong = false;           // Goes before all that are not.
};

// Chooses the labels that fit: no two touch, none reaches out of the viewport, under a panel or into the selection, none
// is much wider than its area. A label stands on its anchor or not at all, and one that stands stays as long as it
// fits, before others of its strength are tried: so nothing jumps or flickers while the map moves.
class Labels {
public:
    static constexpr double kGapPx = 6;          // Between two labels.
    static constexpr double kMaxOfStrong = 1.7;  // Width of a label against its area's on the screen.
    static constexpr double kMaxOfOther = 1.15;

    // Starts again.
    void setCandidates(std::vector<LabelCandidate> candidates);
    // Forgets which labels stand: after a jump there is nothing that could flicker, and the same sight always gets the
    // same labels.
    void startAnew();

    // `taken`: rectangles in css px that no label may touch: panels, card, the selected area's box if that is small.
    // Valid until the next call.
    const std::vector<PlacedLabel>& place(const Sight& sight, std::span<const PxRect> taken);

private:
    bool fits(const LabelCandidate& candidate, const PxRect& rect, const Sight& sight,
              std::span<const PxRect> taken) const;

    std::vector<LabelCandidate> candidates_;
    std::vector<std::uint32_t> order_;  // Of the candidates, by strength and priority.
    std::vector<std::uint8_t> stands_;  // By candidate: stood after the last call.
    PxRect viewport_;                   // Of the last call; another one starts again.
    std::vector<PxRect> rects_;         // Of the labels placed so far, with the gap.
    std::vector<PlacedLabel> placed_;
};

}  // namespace dex
