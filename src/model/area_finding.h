#pragma once

#include <vector>

#include "model/analysis.h"
#include "words/findings.h"

namespace dex {

// How much of an area is to be told: what stands beside the pointer, or all that a card and a comparison show.
enum class Detail : std::uint8_t { Pointer, Card };

// What library and analysis say of an area of any level. Of an area of another level than the one shown there is no
// standing by the measure shown, and the rest as far as its files are here.
AreaFinding areaFinding(const Library& library, const Analysis& analysis, LevelArea area, Detail detail);

// What share of all people live in small areas of the highest-risk fifth, as AreaFinding::shares has it of one area.
std::vector<ShareFinding> sharesOfWhole(const Library& library, const Analysis& analysis);

}  // namespace dex
