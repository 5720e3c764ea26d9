#pragma once

#include <cstdint>
#include <span>

#include "archive/atlas.h"
#include "archive/column.h"

namespace dex {

// The figures of one level's areas from those of another's (docs/method.md, "Place, scope and level"). `cellOf` and
// `groupOf` give for each small area its cell of `column` and its area of the level asked for; `residents` is by small
// area, or null where nobody knows them.
//
// Where the cells nest in the larger areas, counts are summed and then divided, and published numbers become the mean
// weighted by residents, to 9 decimals. What has no number is left out of both sums, and a larger area has one if the
// rest hold at least half of its residents; else it takes the state of the first cell that has none. Where it is the
// areas asked for that nest in the cells, each takes the cell's figures as WiderArea. Where neither nests, each takes
// the mean of its small areas, as though each had its cell's value. Without residents all small areas weigh the same,
// and a mean says so by its state.
Column columnAtLevel(const Column& column, std::span<const std::uint32_t> cellOf, RollUp rollUp,
                     const Column* residents, std::span<const std::uint32_t> groupOf, std::uint32_t groupCount);

}  // namespace dex
