#pragma once

#include <optional>
#include <string>

#include "model/analysis.h"
#include "output/table_text.h"

namespace dex {

// Tables of areas as CSV (RFC 4180, UTF-8, no cell a formula), in order of code. All of them hold nothing until all of
// filesOfTable (model/wanted.h) are here.

struct AreasCsv {
    int decimals = 6;                      // Or kExactly.
    const Stability* stability = nullptr;  // Of the level's scores: two columns more, the range of each area's band.
    TableRows rows = {};
    bool hasMark = false;  // Begins with a byte-order mark, by which Excel knows UTF-8.
    bool hasDots = true;   // As in TableShape.
    bool hasUnits = true;  // Of scores: a column of each indicator's unit.
};

// A row for each area of the level shown that is in scope: its scores, rank and band, then each indicator's value, unit
// and state. Nothing where the atlas has no index.
std::optional<std::string> scoresCsv(const Library& library, const Analysis& analysis, const AreasCsv& how = {});

// A row for each area of a level: each indicator's value, with the counts that it is a share of, and its state. The
// columns are taken from `columns` or put there.
std::optional<std::string> figuresCsv(const Library& library, const LevelColumns& columns, std::uint32_t level,
                                      const AreasCsv& how = {});

// Cells as a table; of `how` the rows and the mark.
class CsvTable final : public TableText {
public:
    CsvTable(const Library& library, const AreaCells& cells, const AreasCsv& how)
        : TableText(library, cells, how.rows), hasMark_(how.hasMark) {}

private:
    void begin(std::string& out) const override;
    void addRow(std::uint32_t area, bool isFirst, std::string& out) const override;
    void end(std::string&) const override {}

    bool hasMark_;
};

// The shape that these tables have.
TableShape scoresShape(std::uint32_t level, const AreasCsv& how);
TableShape figuresShape(std::uint32_t level, const AreasCsv& how);

}  // namespace dex
