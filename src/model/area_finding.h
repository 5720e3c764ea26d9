#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/analysis.h"
#include "words/findings.h"

namespace dex {

// How much of an area is to be told: what stands beside the pointer, or all that a card and a comparison show.
enum class Detail : std::uint8_t { Pointer, Card };

// What library and analysis say of an area of any level. Of an area of another level than the one shown there is no
// standing by the measure shown, and the rest as far as its files are here.
AreaFinding areaFinding(const Library& library, const Analysis& analysis, LevelArea area, Detail detail);

// The area of the top level in which all of them lie. It stands beside them, unless one of them is of that level itself.
std::optional<LevelArea> placeOfAll(const Library& library, std::span<const LevelArea> all);

// The name of an area beside others and the place of all of them: "Kilburn (Brent)" where another is called Kilburn, "Bexley
// (ward)" where that one lies in the same place, and "Hill (E05011103)" where neither place nor level tells them apart. Empty
// until the names of its level are here.
std::string nameAmong(const Library& library, LevelArea area, std::span<const LevelArea> all);

// What stands beside the shares of areas; its residents stay as they are.
void addSharesOfWhole(const Library& library, const Analysis& analysis, SharesFinding& beside);

// AreaFinding::shares and ::groups; of no area, the shares of the whole.
std::vector<ShareFinding> sharesOf(const Library& library, const Analysis& analysis, std::optional<LevelArea> area);
std::vector<FigureFinding> groupFiguresOf(const Library& library, const Analysis& analysis, LevelArea area);

}  // namespace dex
