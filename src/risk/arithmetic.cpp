#include "risk/arithmetic.h"

#include <algorithm>

namespace dex {
namespace {

constexpr std::string_view kIds[kArithmetics] = {"rank", "min-max", "winsorised", "iod"};

}  // namespace

std::string_view idOf(Arithmetic arithmetic) { return kIds[static_cast<std::size_t>(arithmetic)]; }

std::span<const std::string_view> arithmeticIds() { return kIds; }

std::optional<Arithmetic> arithmeticWithId(std::string_view id) {
    if (id == "minmax") return Arithmetic::MinMax;
    const auto* found = std::find(std::begin(kIds), std::end(kIds), id);
    if (found == std::end(kIds)) return std::nullopt;
    return static_cast<Arithmetic>(found - std::begin(kIds));
}

}  // namespace dex
