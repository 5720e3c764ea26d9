#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/area_cells.h"

namespace dex {

// Of which areas a table has rows; each limit holds by itself.
struct TableRows {
    std::optional<LevelArea> place = {};               // Only areas that lie in it whole.
    std::optional<std::vector<LevelArea>> areas = {};  // Only these; those of other levels have no row.
};

// A table of areas as text, written so many rows at a time: a page that has a long one made goes on in between. A format says
// what a row is, and what stands before the first and after the last.
class TableText {
public:
    // Of the areas in scope those that `rows` lets in, in order of area. Library and cells outlive it.
    TableText(const Library& library, const AreaCells& cells, const TableRows& rows);
    virtual ~TableText() = default;
    TableText(const TableText&) = delete;
    TableText& operator=(const TableText&) = delete;

    // Appends at most so many further rows.
    void write(std::size_t rows, std::string& out);
    bool isDone() const { return hasEnded_; }
    double share() const;  // Of the rows that are written, 0–1.

    // All that is not written yet.
    std::string rest();

protected:
    const Library& library() const { return library_; }
    const AreaCells& cells() const { return cells_; }
    const std::vector<std::uint32_t>& areas() const { return areas_; }  // Those that have a row.

private:
    virtual void begin(std::string& out) const = 0;
    virtual void addRow(std::uint32_t area, bool isFirst, std::string& out) const = 0;
    virtual void end(std::string& out) const = 0;

    const Library& library_;
    const AreaCells& cells_;
    std::vector<std::uint32_t> areas_;
    std::size_t written_ = 0;  // Rows.
    bool hasBegun_ = false, hasEnded_ = false;
};

}  // namespace dex
