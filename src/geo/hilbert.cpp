#include "geo/hilbert.h"

#include <utility>

namespace dex {

std::uint32_t hilbertDistance(std::uint16_t x, std::uint16_t y) {
    std::uint32_t px = x, py = y, distance = 0;
    for (std::uint32_t s = 0x8000; s > 0; s >>= 1) {
        const std::uint32_t rx = (px & s) != 0, ry = (py & s) != 0;
        // (3 rx) ^ ry is the quadrant's place along the curve; each quadrant before it holds s² cells.
        distance += s * s * ((3 * rx) ^ ry);
        // Turn the quadrant so that the curve enters and leaves it like the whole.
        if (ry == 0) {
            if (rx == 1) {
                px = 0xffff - px;
                py = 0xffff - py;
            }
            std::swap(px, py);
        }
    }
    return distance;
}

}  // namespace dex
