#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dex {

// What a question about a place says of a small area (docs/method.md, "Questions about a place"): whether any part of it
// lies in what was asked for, whether it counts, whether it lies there whole. What is inside is chosen, and what is chosen
// is touched.
using AreaMark = std::uint8_t;
inline constexpr AreaMark kTouched = 1, kChosen = 2, kInside = 4;
inline constexpr AreaMark kListed = kTouched | kChosen | kInside;  // Of an area that was named itself.

// By small area; all of one atlas.
using AreaMarks = std::vector<AreaMark>;

void add(AreaMarks& marks, const AreaMarks& more);

// Chosen stays what `less` has not chosen, inside what it has not touched, touched what it does not hold whole.
void takeAway(AreaMarks& marks, const AreaMarks& less);

std::size_t countOf(const AreaMarks& marks, AreaMark mark);

}  // namespace dex
