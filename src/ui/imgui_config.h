#pragma once

// What Dear ImGui is compiled with beside the switches of cmake/dependencies.cmake: without the C library's scanning and
// printing, which nothing of ours calls and which would be an eighth of the wasm.

#include <stdio.h>

// It scans only settings files and typed colours; there are neither.
#define sscanf(...) 0

// Ours, in imgui_format.cpp.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
