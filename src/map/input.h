#pragma once

#include <cstdint>

namespace dex {

// The values are DEX_MOUSE … and DEX_POINTER_DOWN … of wasm/dex.h.
enum class InputKind : std::uint8_t { Mouse, Touch, Pen };
enum class PointerPhase : std::uint8_t { Down, Move, Up, Cancel, Leave };

// Bits of a modifier mask, DEX_SHIFT … of wasm/dex.h.
inline constexpr std::uint32_t kShift = 1, kCtrl = 2, kAlt = 4, kMeta = 8;

// One pointer event, in css px from the canvas's corner.
struct PointerInput {
    PointerPhase phase = PointerPhase::Move;
    InputKind kind = InputKind::Mouse;
    std::uint32_t id = 0;
    double x = 0, y = 0;
    std::uint32_t buttons = 0;  // As in the DOM: 1 is the primary one.
    std::uint32_t modifiers = 0;
};

}  // namespace dex
