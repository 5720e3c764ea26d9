#pragma once

#include <string>

#include "ui/flow.h"

namespace dex {

// Areas side by side, in the card's place.

// Null where nothing is compared, or its reader has put it away.
const CompareFacts* openComparison(const Screen& screen);

// Whether the reader has chosen more than one area, of which there is a briefing then.
bool isSideBySide(const CompareFacts& compare);
// A whole row as a sentence.
std::string spokenRow(Language language, const CompareFacts& compare, const CompareRow& row);
// The width of so many columns over the map, `most` at most.
double compareWidth(std::size_t columns, double max);
// In the lower right of `room`, as wide as it needs to be.
void drawCompare(const Screen& screen, const PxRect& room);
// The same in the sheet, below its title.
void flowCompare(Flow& flow);
// The cross that puts it away; then the button that brings it back, where it was put away: on the map, or in a column.
void drawCloseComparison(const Screen& screen, const PxRect& rect);
void drawOpenComparison(const Screen& screen, const PxRect& room);
void flowOpenComparison(Flow& flow);

}  // namespace dex
