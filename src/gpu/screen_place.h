#pragma once

#include <cmath>

#include "gpu/device.h"
#include "map/scene.h"

namespace dex {

// From the world to device px from the canvas's lower left corner; y runs up in both.
struct ScreenPlace {
    double pxPerWorld = 1;      // Device px.
    double midX = 0, midY = 0;  // Where the sight's centre stands.
    WorldPoint centre;

    ScreenPlace(const Sight& sight, int canvasHeightPx)
        : pxPerWorld(sight.pxPerWorld * sight.devicePixelRatio),
          midX((sight.viewport.x + sight.viewport.width / 2) * sight.devicePixelRatio),
          midY(canvasHeightPx - (sight.viewport.y + sight.viewport.height / 2) * sight.devicePixelRatio),
          centre(sight.centre) {}

    double x(double worldX) const { return midX + (worldX - centre.x) * pxPerWorld; }
    double y(double worldY) const { return midY + (worldY - centre.y) * pxPerWorld; }
};

// The device pixels of the sight's viewport, rounded outwards and cut to the canvas.
inline DeviceRect viewportPx(const Sight& sight, int widthPx, int heightPx) {
    const auto within = [](double value, int max) {
        return static_cast<int>(value < 0 ? 0 : value > max ? max : value);
    };
    const PxRect& view = sight.viewport;
    const double ratio = sight.devicePixelRatio;
    const int left = within(std::floor(view.x * ratio), widthPx);
    const int right = within(std::ceil((view.x + view.width) * ratio), widthPx);
    const int top = within(std::floor(view.y * ratio), heightPx);
    const int bottom = within(std::ceil((view.y + view.height) * ratio), heightPx);
    return {left, heightPx - bottom, right - left, bottom - top};
}

}  // namespace dex
