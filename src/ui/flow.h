#pragma once

#include "ui/screen.h"

namespace dex {

// A column that is filled from its top. What scrolls is gone through twice: once to measure, then to be declared. While
// it is not drawn, only `y` moves.
struct Flow {
    const Screen& screen;
    double x = 0, y = 0, width = 0;
    bool isDrawn = false;

    // The next so many px.
    PxRect take(double height) {
        y += height;
        return {x, y - height, width, height};
    }
    void gap(double height) { y += height; }
    // A paragraph, and the gap after it; neither where there is no text. `line`: its lines' height, 0 for the type's own.
    void paragraph(std::string_view id, Type type, Colour colour, std::string_view text, double gapAfter = 0,
                   double line = 0);
    // The caption of what follows.
    void caption(std::string_view id, std::string_view text);
};

// Parts of the card: kinds of need as bars, and figures beside the whole's.
void flowNeedBars(Flow& flow);
void flowFigures(Flow& flow, std::string_view id, std::string_view title, std::string_view wholeTitle,
                 const std::vector<FigureRow>& rows);

}  // namespace dex
