#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "archive/column.h"

namespace dex {

// A column of these values; nothing: suppressed.
inline Column columnOf(const std::vector<std::optional<double>>& values) {
    Column column;
    for (const auto& value : values) {
        column.values.push_back(value.value_or(0));
        column.states.push_back(value ? CellState::Value : CellState::Suppressed);
    }
    return column;
}

}  // namespace dex
