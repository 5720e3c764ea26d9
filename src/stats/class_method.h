#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "archive/atlas.h"

namespace dex {

// The ways to find breaks, by the id that recipes and links call them by: "quantile", "equal-steps", "natural-breaks".
std::string_view idOf(ClassMethod method);

// All ids, in the order of the enum.
std::span<const std::string_view> classMethodIds();

// Also reads "equal" and "natural", which older links say. Absent where it is none.
std::optional<ClassMethod> classMethodWithId(std::string_view id);

// How many classes a recipe or a reader may ask for: fewer say little, and more colours are not told apart.
inline constexpr std::uint32_t kMinClassesAsked = 3, kMaxClassesAsked = 5;

}  // namespace dex
