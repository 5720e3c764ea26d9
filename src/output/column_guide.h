#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/table_columns.h"

namespace dex {

// What each column of a table is, for whoever finds the file without us.

enum class ColumnType : std::uint8_t { Text, Ids, Whole, Number, State };

struct ColumnGuide {
    std::string label = {};      // "People in income deprivation"
    std::string note = {};       // One or two sentences; may be empty, as may be all that follow.
    std::string unit = {};       // "fraction 0 to 1 of residents"
    std::string direction = {};  // Which end is worse.
    std::string date = {}, source = {}, licence = {};
    ColumnType type = ColumnType::Text;
};
// Parallel to tableColumnsOf.
std::vector<ColumnGuide> columnGuides(const AtlasHead& head, const TableShape& shape);

// The same as JSON to stand beside the file as FILE-metadata.json, where programs look for it, or for all tables of a
// folder as csv-metadata.json: W3C, "Metadata Vocabulary for Tabular Data", 2015. `files` are the tables' names; `spec` is
// empty without scores.
std::string csvwText(const AtlasHead& head, const TableShape& shape, std::span<const std::string> files,
                     std::string_view spec);

inline constexpr std::string_view kGuideEnding = "-metadata.json";
inline constexpr std::string_view kGuideOfFolder = "csv-metadata.json";

}  // namespace dex
