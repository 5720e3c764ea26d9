#include "compile/table.h"

#include <algorithm>

#include "base/result.h"
#include "compile/text.h"

namespace dex {

namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

std::size_t placeOf(const CsvLine& line, const std::string& column) {
    const auto found = std::find(line.fields.begin(), line.fields.end(), column);
    return found == line.fields.end() ? kAbsent : static_cast<std::size_t>(found - line.fields.begin());
}

std::string columnList(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + inQuotes(name);
    return text;
}

// Says which columns are missing from the line that has most of them.
void reportHeader(const std::vector<CsvLine>& lines, const std::string& name, const std::vector<std::string>& wanted,
                  Problems& problems) {
    std::vector<std::string> missing = wanted;
    const CsvLine* best = nullptr;
    for (const CsvLine& line : lines) {
        std::vector<std::string> here;
        for (const std::string& column : wanted) {
            if (placeOf(line, column) == kAbsent) here.push_back(column);
        }
        // The likeliest header is the line that has most of the columns.
        if (here.size() >= missing.size()) continue;
        missing = here;
        best = &line;
    }
    if (best == nullptr) return problems.add(name, "no line is a header with the columns " + columnList(wanted));
    problems.add(name + ", row " + std::to_string(best->row),
                 "the header does not have " + columnList(missing) + ". It has " + columnList(best->fields));
}

// "E01000001" of "E01000001 : City of London 001A".
std::string codeOf(const std::string& key) {
    const auto parted = key.find(" : ");
    return std::string(trimmed(std::string_view(key).substr(0, parted)));
}

}  // namespace

std::string Table::where(const Row& row) const { return file + ", row " + std::to_string(row.row); }

std::string Table::where(const Row& row, std::size_t column) const {
    return where(row) + ", column " + inQuotes(columns[column]);
}

std::size_t Table::columnAt(const std::string& name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    DEX_CHECK(found != columns.end());
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<Table> takeTable(const std::vector<CsvLine>& lines, const std::string& name, const std::string& key,
                               const std::vector<std::string>& columns, Problems& problems) {
    std::vector<std::string> wanted = columns;
    if (std::find(columns.begin(), columns.end(), key) == columns.end()) wanted.insert(wanted.begin(), key);
    // Publishers put titles and notes above a table, so the header is searched for.
    const auto header = std::find_if(lines.begin(), lines.end(), [&](const CsvLine& line) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const std::string& c) { return placeOf(line, c) != kAbsent; });
    });
    if (header == lines.end()) {
        reportHeader(lines, name, wanted, problems);
        return std::nullopt;
    }
    for (const std::string& column : wanted) {
        // With a column twice, which one is meant would be a guess.
        if (std::count(header->fields.begin(), header->fields.end(), column) == 1) continue;
        problems.add(name + ", row " + std::to_string(header->row), "the header has " + inQuotes(column) + " twice");
        return std::nullopt;
    }
    std::vector<std::size_t> places;
    for (const std::string& column : columns) places.push_back(placeOf(*header, column));
    const std::size_t keyPlace = placeOf(*header, key);

    Table table;
    table.file = name;
    table.columns = columns;
    for (auto line = header + 1; line != lines.end(); ++line) {
        const auto& fields = line->fields;
        if (std::all_of(fields.begin(), fields.end(), [](const std::string& f) { return f.empty(); })) continue;
        ++table.rowsRead;
        Table::Row row{line->row, keyPlace < fields.size() ? codeOf(fields[keyPlace]) : std::string(), {}};
        bool shorter = false;
        for (const std::size_t place : places) {
            shorter = shorter || place >= fields.size();
            row.cells.push_back(place < fields.size() ? fields[place] : std::string());
        }
        // A note under a Nomis table stands alone in its line: no row of the table is as short, or else all is blank.
        const bool blank =
            std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& c) { return c.empty(); });
        if (row.key.empty() || (blank && (shorter || row.key.find(' ') != std::string::npos))) {
            ++table.notes;
            continue;
        }
        if (shorter) {
            problems.add(table.where(row), "has " + counted(fields.size(), "field", "fields") + ", the header has " +
                                               std::to_string(header->fields.size()));
            continue;
        }
        // Longer rows are fine: columns that nobody asked for may lack a header.
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace dex
