#pragma once

#include "compile/areas.h"
#include "compile/problems.h"

namespace dex {

// Whether the text faces have this code point (tools/faces.py, KEPT).
bool isInFaces(char32_t codePoint);

// Notes the letters of names that the faces lack: the map draws a box for each.
void noteLetters(const Areas& areas, Problems& problems);

}  // namespace dex
