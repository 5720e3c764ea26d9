#pragma once

#include "compile/check_places.h"

namespace dex {

// Whether any land lies in the cells of 2.5 degrees that the box meets. The sea has no areas with people in them.
bool touchesLand(const DegreeBox& box);

}  // namespace dex
