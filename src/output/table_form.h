#pragma once

#include "model/analysis.h"
#include "output/area_cells.h"

namespace dex {

// Which columns a table has, and how its numbers are written.
struct TableForm {
    TableShape shape;
    CellStyle style;
};

// What a view shows and no more: its scores where the measure is made of them, and the figures of the indicators that it names.
TableForm shownForm(const Chosen& chosen, bool hasDots = true);

// The cells of a table. Scores are those of the view that `analysis` shows. Nothing until all of filesOfTable (model/wanted.h) are
// here, or where there are no such scores. Library and analysis outlive it.
std::optional<AreaCells> cellsOf(const Library& library, const Analysis& analysis, const TableForm& table);

}  // namespace dex
