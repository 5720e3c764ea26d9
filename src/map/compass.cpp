#include "map/compass.h"

#include <cmath>

namespace dex {

Compass compassOf(double x, double y) {
    constexpr double kTan22 = 0.41421356237309503;  // Of half of an eighth of the turn.
    const double across = std::abs(x), along = std::abs(y);
    if (across < kTan22 * along) return y > 0 ? Compass::North : Compass::South;
    if (along < kTan22 * across) return x > 0 ? Compass::East : Compass::West;
    if (y > 0) return x > 0 ? Compass::NorthEast : Compass::NorthWest;
    return x > 0 ? Compass::SouthEast : Compass::SouthWest;
}

}  // namespace dex
