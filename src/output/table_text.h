#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/area_cells.h"

namespace dex {

// A table of areas as text, written so many rows at a time: a page that has a long one made goes on in between. A format says
// what a row is, and what stands before the first and after the last.
class TableText {
public:
    // Of the areas in scope those that lie in `place` whole, or all, in order of area. Library and cells outlive it.
    TableText(const Library& library, const AreaCells& cells, const std::optional<LevelArea>& place);
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
