#pragma once

#include <cmath>

namespace dex {

// The canvas as the page gives it.
struct CanvasSize {
    double width = 0, height = 0;  // Css px.
    double devicePixelRatio = 1;
    double textScale = 1;  // The page's text size against 16 px.

    bool isEmpty() const { return width <= 0 || height <= 0; }
    int widthPx() const { return inDevicePx(width); }
    int heightPx() const { return inDevicePx(height); }
    friend bool operator==(const CanvasSize&, const CanvasSize&) = default;

private:
    int inDevicePx(double cssPx) const { return static_cast<int>(std::floor(cssPx * devicePixelRatio + 0.5)); }
};

// What the reader has asked of the browser or the system.
struct Preferences {
    bool reducedMotion = false, dark = false, moreContrast = false;
};

}  // namespace dex
