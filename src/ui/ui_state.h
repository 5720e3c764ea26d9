#pragma once

#include <cstdint>
#include <optional>

#include "map/view_state.h"
#include "ui/layout.h"

namespace dex {

// What the interface needs to know besides the facts.
struct UiState {
    double nowMs = 0;
    ThemeChoice theme = ThemeChoice::Light;  // Resolved: Light, Dark or Grey.
    bool moreContrast = false;
    bool reducedMotion = false;
    bool mapFocused = false;                 // The keyboard is at the map: the focus line is drawn round it.
    std::uint32_t controls = control::kAll;  // The interface sets them itself.
    std::optional<PxPoint> here;             // Where the reader's own place is on the map, css px.
    double pointerX = 0, pointerY = 0;       // Where facts.pointer is shown, css px; the crosshair's when by keyboard.
};

}  // namespace dex
