#pragma once

#include <string>

#include "ui/flow.h"

namespace dex {

// Areas side by side, in the card's place.

// Between the map's edge and a comparison: the zoom buttons.
inline constexpr double kBesideKeys = space::kTarget + space::kEdge;

// A whole row as a sentence.
std::string spokenRow(Language language, const CompareFacts& compare, const CompareRow& row);
// The width of so many columns over the map, `most` at most.
double compareWidth(std::size_t columns, double max);
// In the lower right of `room`.
void drawCompare(const Screen& screen, const PxRect& room);
// The same in the sheet, below its title.
void flowCompare(Flow& flow);
// The cross that leaves all areas out.
void drawClear(const Screen& screen, const PxRect& rect);

}  // namespace dex
