#include "compile/locate_rows.h"

#include <algorithm>

#include "compile/locate_point.h"
#include "compile/locate_postcode.h"
#include "compile/read_text.h"
#include "output/csv_text.h"

namespace dex {

namespace {

// A field as it came, in quotes where commas now part the columns.
std::string asItCame(const std::string& field) {
    if (field.find_first_of(",\"\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

// Every row below the header but blank lines.
template <typename Finder>
LocatedRows answered(const TextRows& rows, std::size_t header, const std::string& name, const AreaNames& names,
                     Finder& finder) {
    LocatedRows out;
    std::size_t fields = 0;
    for (std::size_t i = header; i < rows.rows.size(); ++i) fields = std::max(fields, rows.rows[i].fields.size());
    const auto add = [&](const TextRow& row) {
        // A shorter row is filled up, and so is the header, so that code and name stand below their headings.
        for (std::size_t i = 0; i < fields; ++i)
            out.csv += (i < row.fields.size() ? asItCame(row.fields[i]) : std::string()) + ",";
    };
    add(rows.rows[header]);
    out.csv += "code,name\n";
    for (std::size_t i = header + 1; i < rows.rows.size(); ++i) {
        const TextRow& row = rows.rows[i];
        if (row.fields.size() == 1 && row.fields[0].empty()) continue;
        add(row);
        std::string trouble;
        const auto area = finder.find(row, trouble);
        if (area) out.csv += csvText(names.codes[*area]);
        out.csv += ',';
        if (area) out.csv += csvText(names.names[*area]);
        out.csv += '\n';
        if (trouble.empty()) continue;
        std::string& sentence = out.sentences.emplace_back(name);
        sentence += ", row ";
        sentence += std::to_string(row.row);
        sentence += ": ";
        sentence += trouble;
    }
    if (const std::string verdict = finder.verdict(); !verdict.empty()) out.sentences.push_back(name + ": " + verdict);
    return out;
}

}  // namespace

std::optional<LocatedRows> locateRows(const AtlasFolder& atlas, const std::string& text, const std::string& name,
                                      const LocateOptions& options, Problems& problems) {
    const auto names = atlas.names(0, problems);
    const auto rows = rowsOf(text, name, {}, problems);
    if (!names || !rows || problems.any()) return std::nullopt;
    const auto header = findLocateHeader(*rows, options);
    if (!header) {
        problems.add(name,
                     "no line names the columns of a point, such as \"lon\" and \"lat\", or \"postcode\". Name them: "
                     "--east and --north, or --postcode");
        return std::nullopt;
    }
    std::optional<LocatedRows> located;
    if (header->postcode) {
        auto finder = PostcodeFinder::open(atlas, *header->postcode, name, problems);
        if (finder) located = answered(*rows, header->row, name, *names, *finder);
    } else {
        auto finder = PointFinder::open(atlas, *rows, *header, options.plane, name, problems);
        if (finder) located = answered(*rows, header->row, name, *names, *finder);
    }
    // A file of the atlas that could not be read would leave rows without an answer that have one.
    return problems.any() ? std::nullopt : std::move(located);
}

}  // namespace dex
