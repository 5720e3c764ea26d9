#pragma once

#include <array>
#include <cstdint>

namespace dex {

// The sizes of looks.json, css px at 16 px text. They scale with the page's text.

struct TypeSize {
    float px = 15;
    float line = 22;  // From one line to the next.
    bool isStrong = false;
};

// `enum class Type`, kTypeSizes, and the namespaces `space` (panels) and `map_look`.
#include "look/sizes.inc"

constexpr TypeSize typeSize(Type type) { return kTypeSizes[static_cast<std::size_t>(type)]; }
constexpr bool isStrong(Type type) { return typeSize(type).isStrong; }

}  // namespace dex
