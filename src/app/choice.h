#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "app/library.h"
#include "map/view_state.h"

namespace dex {

// An area of some level by its number there.
struct LevelArea {
    std::uint32_t level = 0;
    std::uint32_t area = 0;
    friend bool operator==(const LevelArea&, const LevelArea&) = default;
};

// A ViewState held against an atlas: ids and codes have become indices, and what is absent the atlas's default.
struct Chosen {
    std::uint32_t indicator = 0;
    std::uint32_t level = 0;
    ClassMethod method = ClassMethod::Quantile;
    std::uint32_t classCount = 5;
    std::optional<LevelArea> place;  // Absent: the whole atlas.
    std::optional<LevelArea> selected;
    std::optional<std::uint32_t> chosenClass;
    friend bool operator==(const Chosen&, const Chosen&) = default;
};

// What the atlas does not have falls back to its default. A place or selection whose level's names are not here yet
// is absent until they are.
Chosen resolve(const ViewState& view, const Library& library);

std::optional<std::uint32_t> levelWithId(const AtlasHead& head, std::string_view id);
std::optional<std::uint32_t> indicatorWithId(const AtlasHead& head, std::string_view id);

// True where the view shows what the atlas stored as classes, so that no column is needed to draw it.
bool isDefault(const Chosen& chosen, const AtlasHead& head);

// Whether the small area lies in the place.
bool isInPlace(const Library& library, const std::optional<LevelArea>& place, std::uint32_t smallArea);

}  // namespace dex
