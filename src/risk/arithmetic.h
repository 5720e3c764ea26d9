#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "archive/index.h"

namespace dex {

// The arithmetics by the id that recipes, links, the command line and spec ids all call them by: "rank", "min-max",
// "winsorised", "iod". They stand in spec ids (docs/method.md), so an id never changes.
std::string_view idOf(Arithmetic arithmetic);

// All ids, in the order of the enum.
std::span<const std::string_view> arithmeticIds();

// Also reads "minmax", which older links and scripts say for "min-max". Absent where it is none.
std::optional<Arithmetic> arithmeticWithId(std::string_view id);

}  // namespace dex
