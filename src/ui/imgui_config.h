#pragma once

// How Dear ImGui is compiled here. What it draws is the same on every processor and in every build: by itself it takes the
// reciprocal of a square root as the processor estimates it, and the C library's sine and cosine.

#include <cmath>
#include <cstdlib>

#include "base/exact.h"

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_SSE
#define IMGUI_DISABLE_DEFAULT_MATH_FUNCTIONS

// All of what imgui_internal.h would define; of these, widgets that we do without call atan2, atof, pow and log.
#define ImFabs(x) std::fabs(x)
#define ImSqrt(x) std::sqrt(x)
#define ImFmod(x, y) std::fmod(x, y)
#define ImCos(x) static_cast<float>(dex::cosine(x))
#define ImSin(x) static_cast<float>(dex::sine(x))
#define ImAcos(x) static_cast<float>(dex::arccosine(x))
#define ImAtan2(y, x) std::atan2(y, x)
#define ImAtof(text) std::atof(text)
#define ImCeil(x) std::ceil(x)
#define ImPow(x, y) std::pow(x, y)
#define ImLog(x) std::log(x)
#define ImAbs(x) std::abs(x)
#define ImRsqrt(x) (1 / std::sqrt(x))
#define ImSign(x) (static_cast<float>((x) > 0) - static_cast<float>((x) < 0))
