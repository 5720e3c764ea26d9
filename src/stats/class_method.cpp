#include "stats/class_method.h"

#include <algorithm>

namespace dex {
namespace {

constexpr std::string_view kIds[] = {"quantile", "equal-steps", "natural-breaks"};

}  // namespace

std::string_view idOf(ClassMethod method) { return kIds[static_cast<std::size_t>(method)]; }

std::span<const std::string_view> classMethodIds() { return kIds; }

std::optional<ClassMethod> classMethodWithId(std::string_view id) {
    if (id == "equal") return ClassMethod::EqualSteps;
    if (id == "natural") return ClassMethod::NaturalBreaks;
    const auto* found = std::find(std::begin(kIds), std::end(kIds), id);
    if (found == std::end(kIds)) return std::nullopt;
    return static_cast<ClassMethod>(found - std::begin(kIds));
}

}  // namespace dex
