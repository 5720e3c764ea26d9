#include "words/position.h"

namespace dex {

Position positionOf(double share) {
    if (share >= 0.9) return Position::Highest10;
    if (share >= 0.75) return Position::Highest25;
    if (share < 0.1) return Position::Lowest10;
    if (share < 0.25) return Position::Lowest25;
    return Position::Middle;
}

}  // namespace dex
