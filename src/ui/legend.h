#pragma once

#include "ui/flow.h"

namespace dex {

// What the forms of the legend share: rows, square and strip.

inline bool isDimmed(const LegendFacts& legend, std::uint32_t classIndex) {
    return legend.chosenClass && *legend.chosenClass != classIndex;
}

// How many rows a legend of names has; 0 where the classes are steps and a strip says it all.
inline std::uint32_t namedClasses(const LegendFacts& legend) {
    if (legend.palette != Palette::Needs) return 0;
    return static_cast<std::uint32_t>(legend.rows.size()) + (legend.noData.share > 0 ? 1 : 0);
}

// Of the legend's palette, or the hatch of no data.
void drawSwatch(const Screen& screen, const PxRect& swatch, std::uint32_t classIndex, bool isDimmed);

// The button that chooses a class; `prefix` of its id, then the class's number.
Controls::Touch pressClass(const Screen& screen, std::string_view prefix, const LegendRow& row, const PxRect& rect);

// Need × group: nine cells between their axes, and the chosen one in words.
void flowSquare(Flow& flow);

}  // namespace dex
