#include "table/table.h"

#include <algorithm>

#include "base/result.h"
#include "table/clean.h"
#include "table/marks.h"
#include "table/number_style.h"

namespace dex {

namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

std::size_t placeOf(const TextRow& line, const std::string& column) {
    const auto found = std::find(line.fields.begin(), line.fields.end(), column);
    return found == line.fields.end() ? kAbsent : static_cast<std::size_t>(found - line.fields.begin());
}

// Says which columns are missing from the line that has most of them.
TableProblem headerProblem(const std::vector<TextRow>& lines, const std::vector<std::string>& wanted) {
    std::vector<std::string> missing = wanted;
    const TextRow* best = nullptr;
    for (const TextRow& line : lines) {
        std::vector<std::string> here;
        for (const std::string& column : wanted) {
            if (placeOf(line, column) == kAbsent) here.push_back(column);
        }
        // The likeliest header is the line that has most of the columns.
        if (here.size() >= missing.size()) continue;
        missing = here;
        best = &line;
    }
    if (best == nullptr) return {TableTrouble::NoHeader, 0, 0, {}, wanted, {}};
    const auto count = static_cast<std::uint32_t>(missing.size());
    missing.insert(missing.end(), best->fields.begin(), best->fields.end());
    return {TableTrouble::HeaderLacks, best->row, 0, {}, std::move(missing), {count}};
}

// "E01000001" of "E01000001 : City of London 001A".
std::string codeOf(const std::string& key) {
    const auto parted = key.find(" : ");
    return std::string(trimmed(std::string_view(key).substr(0, parted)));
}

// Two lines of a header as one: "2021" over "n" is "2021 n". What stands over several columns stands in the first of them.
TextRow joined(const TextRow& above, const TextRow& below) {
    TextRow header{below.row, below.fields};
    header.fields.resize(std::max(above.fields.size(), below.fields.size()));
    std::string over;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        std::string& name = header.fields[i];
        if (i < above.fields.size() && !above.fields[i].empty()) over = above.fields[i];
        if (name.empty()) {
            name = i < above.fields.size() ? above.fields[i] : std::string();
        } else if (!over.empty()) {
            name.insert(0, over + " ");
        }
    }
    return header;
}

std::uint32_t sizeOf(const TextRow& row) { return static_cast<std::uint32_t>(row.fields.size()); }

}  // namespace

std::size_t Table::columnAt(const std::string& name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    DEX_CHECK(found != columns.end());
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<Table> takeTable(const TextRows& rows, const std::string& name, const std::string& key,
                               const std::vector<std::string>& columns, TableProblems& problems) {
    std::vector<std::string> asked;
    for (const std::string& column : columns) asked.push_back(cleaned(column));
    const std::string cleanKey = cleaned(key);
    std::vector<std::string> wanted = asked;
    if (std::find(asked.begin(), asked.end(), cleanKey) == asked.end()) wanted.insert(wanted.begin(), cleanKey);
    // Publishers put titles and notes above a table, so the header is searched for.
    const auto& lines = rows.rows;
    const auto hasAll = [&](const TextRow& line) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const std::string& c) { return placeOf(line, c) != kAbsent; });
    };
    auto first = std::find_if(lines.begin(), lines.end(), hasAll);
    std::optional<TextRow> header;
    if (first != lines.end()) header = *first;
    for (auto line = lines.begin(); !header && line != lines.end() && line + 1 != lines.end(); ++line) {
        TextRow both = joined(*line, *(line + 1));
        if (!hasAll(both)) continue;
        header = std::move(both);
        first = line + 1;
    }
    if (!header) {
        problems.push_back(headerProblem(lines, wanted));
        return std::nullopt;
    }
    for (const std::string& column : wanted) {
        // With a column twice, which one is meant would be a guess.
        if (std::count(header->fields.begin(), header->fields.end(), column) == 1) continue;
        problems.push_back({TableTrouble::ColumnTwice, header->row, 0, {}, {column}, {}});
        return std::nullopt;
    }
    std::vector<std::size_t> places;
    for (const std::string& column : asked) places.push_back(placeOf(*header, column));
    const std::size_t keyPlace = placeOf(*header, cleanKey);

    Table table;
    table.file = name;
    table.separator = rows.separator;
    table.columns = columns;
    for (auto line = first + 1; line != lines.end(); ++line) {
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
            problems.push_back({TableTrouble::ShortRow, row.row, 0, {}, {}, {sizeOf(*line), sizeOf(*header)}});
            continue;
        }
        // What stands beyond the header may have pushed the rest aside: "0,12" without quotes, or names of rows.
        const bool isLonger =
            std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(std::min(fields.size(), header->fields.size())),
                        fields.end(), [](const std::string& f) { return !f.empty(); });
        if (isLonger) {
            problems.push_back({TableTrouble::LongRow, row.row, 0, {}, {}, {sizeOf(*line), sizeOf(*header)}});
            continue;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::optional<char> decimalSignOf(const Table& table, const std::vector<std::size_t>& columns,
                                  TableProblems& problems) {
    DecimalSign sign;
    for (const Table::Row& row : table.rows) {
        for (const std::size_t column : columns) sign.see(row.row, takeApart(row.cells[column]).number);
    }
    return sign.decide(table.separator, columns.empty() ? std::string() : table.columns[columns[0]], problems);
}

}  // namespace dex
