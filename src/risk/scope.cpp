#include "risk/scope.h"

#include <algorithm>

namespace dex {

Scope scopeOf(std::span<const std::uint32_t> groupOf, std::uint32_t area) {
    Scope scope(groupOf.size());
    std::transform(groupOf.begin(), groupOf.end(), scope.begin(), [&](std::uint32_t group) { return group == area; });
    return scope;
}

Scope scopeAtLevel(std::span<const std::uint8_t> smallAreas, std::span<const std::uint32_t> groupOf,
                   std::uint32_t groupCount) {
    if (smallAreas.empty()) return {};
    Scope scope(groupCount, 1);
    for (std::size_t i = 0; i < groupOf.size(); ++i) {
        // One small area outside puts the larger one outside (docs/method.md, "Place, scope and level").
        if (smallAreas[i] == 0) scope[groupOf[i]] = 0;
    }
    return scope;
}

Column inScope(const Column& column, std::span<const std::uint8_t> scope) {
    Column cut = column;
    for (std::size_t i = 0; i < scope.size(); ++i) {
        if (scope[i] == 0) {
            cut.states[i] = CellState::NotInFile;
            cut.values[i] = 0;
        }
    }
    return cut;
}

}  // namespace dex
