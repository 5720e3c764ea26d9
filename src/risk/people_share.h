#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "archive/column.h"
#include "stats/ranking.h"

namespace dex {

// How many of an area's people live in its small areas of the highest-risk fifth (docs/method.md, "Shares of people").
// Unlike a score it does not depend on what the area is ranked among, so areas of different levels can be compared.
struct PeopleShare {
    double inFifth = 0;  // Residents; small areas where the atlas has no residents.
    double counted = 0;  // Of those whose small area has a score. Above 0.
    double share() const { return inFifth / counted; }
    friend bool operator==(const PeopleShare&, const PeopleShare&) = default;
};

// `ranking` is of all small areas of the atlas, by the overall score or by a need; `residents` is by small area, null where
// the atlas has none; `groupOf` has each small area's number at the level of `area`. An absent `area` is the whole.
// Nothing where those with a score hold less than half of the area's residents, or none.
std::optional<PeopleShare> peopleShare(const Ranking& ranking, const Column* residents,
                                       std::span<const std::uint32_t> groupOf, std::optional<std::uint32_t> area);

}  // namespace dex
