#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/tile.h"
#include "output/level_rings.h"
#include "output/table_text.h"

namespace dex {

struct GeoJsonStyle {
    int decimals = 7;          // Of degrees: 1e-7 is about a centimetre.
    bool isClockwise = false;  // Outlines as d3-geo and Vega draw them, against RFC 7946; holes the other way.
};

// The areas of a level as GeoJSON in WGS 84 (RFC 7946), one feature a line, with the cells of a table (output/area_cells.h)
// as properties. The outlines are as fine as `tiles`, which are all of one level of detail.
class AreasGeoJson final : public TableText {
public:
    // Holds nothing of `tiles` afterwards.
    AreasGeoJson(const Library& library, const AreaCells& cells, std::span<const Tile> tiles,
                 const TableRows& rows = {}, const GeoJsonStyle& style = {});

private:
    void begin(std::string& out) const override;
    void addRow(std::uint32_t area, bool isFirst, std::string& out) const override;
    void end(std::string& out) const override;

    GeoJsonStyle style_;
    int gridBits_;
    std::vector<std::vector<GridPolygon>> outlines_;  // By area; empty where it has no row.
};

// The shape that `dex export` writes: figures with their counts, and details of names.
TableShape geoJsonShape(std::uint32_t level, bool hasDots);

}  // namespace dex
