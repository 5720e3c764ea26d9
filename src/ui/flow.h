#pragma once

#include <initializer_list>

#include "ui/screen.h"

namespace dex {

// What scrolls is gone through twice: once to measure how high it is, then to declare what it holds.
enum class Pass : std::uint8_t { Measure, Declare };

// A column that is filled from its top. Every part of a panel that stands in a column is a function `flowX(Flow&)`: it
// moves `y` on by its height in both passes, and draws and leaves its nodes by declare() alone.
struct Flow {
    const Screen& screen;
    double x = 0, y = 0, width = 0;
    Pass pass = Pass::Declare;

    // The next so many px.
    PxRect take(double height) {
        y += height;
        return {x, y - height, width, height};
    }
    void gap(double height) { y += height; }

    // Does the work now, or not at all in the pass that measures.
    template <typename Work>
    void declare(const Work& work) const {
        if (pass == Pass::Declare) work();
    }

    // A paragraph, and the gap after it; neither where there is no text. `line`: its lines' height, 0 for the type's own.
    void paragraph(std::string_view id, Type type, Colour colour, std::string_view text, double gapAfter = 0,
                   double line = 0);
    // The caption of what follows.
    void caption(std::string_view id, std::string_view text);
};

// A way to the page's dialog of what readers take along: the link's id, by which the dialog knows its tab, and its name. It is
// spoken with what it is of, because several stand on the map; that begins with the label, which people say to press it. None
// without an id.
struct TakingLink {
    std::string_view id;
    Word label, spoken;
};
// Some of them in a row; none where the host lets nobody share.
void flowTaking(Flow& flow, std::initializer_list<TakingLink> links);

// How high a part is in this width.
double heightOf(const Screen& screen, double width, void (*flowPart)(Flow&));

// Parts of the view, one below the other: tabs, indicators, place, level, classes, legend and the buttons of pages.
void flowView(Flow& flow);
void flowLegend(Flow& flow, double rowHeight);

// The card's contents below its name; kinds of need as bars, and figures beside the whole's.
void flowCard(Flow& flow);
void flowNeedBars(Flow& flow);
void flowFigures(Flow& flow, std::string_view id, std::string_view title, std::string_view wholeTitle,
                 const std::vector<FigureRow>& rows);

}  // namespace dex
