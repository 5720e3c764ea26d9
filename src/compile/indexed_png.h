#pragma once

#include <cstdint>
#include <span>

#include "base/bytes.h"

namespace dex {

// A picture as a PNG with a table of colours: `rgba` holds four bytes a pixel, rows from the top, and is taken as opaque.
//
// Of more than `mostColours` (2 to 256) the commonest stay, and every other becomes the nearest of them: of a map that are
// the colours of its classes and lines, and what goes are shades on their edges. The same pixels give the same bytes.
// Empty where the pixels are not as many as that, or more than PNG can hold.
Bytes indexedPng(std::span<const std::byte> rgba, std::uint32_t width, std::uint32_t height, std::size_t maxColours);

}  // namespace dex
