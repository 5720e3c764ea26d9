#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "map/measure.h"
#include "map/view_state.h"
#include "model/library.h"
#include "risk/weights.h"

namespace dex {

// An area of some level by its number there.
struct LevelArea {
    std::uint32_t level = 0;
    std::uint32_t area = 0;
    friend bool operator==(const LevelArea&, const LevelArea&) = default;
};

// A ViewState held against an atlas: ids and codes have become indices, and what is absent the atlas's default.
struct Chosen {
    Measure measure;
    std::uint32_t level = 0;
    ClassMethod method = ClassMethod::Quantile;
    std::uint32_t classCount = 5;
    std::optional<LevelArea> place;  // Absent: the whole atlas.
    std::optional<LevelArea> selected;
    std::optional<std::uint32_t> chosenClass;
    Arithmetic arithmetic = Arithmetic::Rank;
    Weights weights;               // Empty where the atlas has no index.
    std::vector<LevelArea> scope;  // Their small areas together; empty: the whole.
    std::vector<LevelArea> compared;
    std::uint32_t selection = 0;  // Which version of the selection the scope has; 0: it has none.
    friend bool operator==(const Chosen&, const Chosen&) = default;
};

// What the atlas does not have falls back to its default. A place, selection, scope or comparison whose level's names
// are not here yet is absent until they are.
Chosen resolve(const ViewState& view, const Library& library);

// Absent where the atlas has no such area, or its level's names are not here yet.
std::optional<LevelArea> areaWithRef(const AreaRef& ref, const Library& library);

// The area by what stays the same; its names are here.
AreaRef refOf(const Library& library, LevelArea area);

// The area of a level that holds all of an area; nothing where it lies in several, or borders are not here yet.
std::optional<std::uint32_t> areaAround(const Library& library, LevelArea area, std::uint32_t level);

// Weights, arithmetic and scope are the recipe's own.
bool isPublished(const Chosen& chosen, const AtlasHead& head);

// True where the view shows what the atlas stored as classes, so that no column is needed to draw it.
bool isDefault(const Chosen& chosen, const AtlasHead& head);

// Whether the small area lies in the place.
bool isInPlace(const Library& library, const std::optional<LevelArea>& place, std::uint32_t smallArea);

}  // namespace dex
