#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/tile.h"
#include "output/area_cells.h"

namespace dex {

struct GeoJsonStyle {
    int decimals = 7;          // Of degrees: 1e-7 is about a centimetre.
    bool isClockwise = false;  // Outlines as d3-geo and Vega draw them, against RFC 7946; holes the other way.
};

// The areas of a level as GeoJSON in WGS 84 (RFC 7946), one feature a line, with the cells of a table (output/area_cells.h)
// as properties. The outlines are as fine as `tiles`, which are all of one level of detail.
class AreasGeoJson {
public:
    // Holds nothing of `tiles` afterwards; `cells` outlive it.
    AreasGeoJson(const Library& library, const AreaCells& cells, std::span<const Tile> tiles,
                 const GeoJsonStyle& style = {});

    // Those in scope that lie in `place` whole, or all.
    std::string text(const std::optional<LevelArea>& place = {}) const;

private:
    const Library& library_;
    const AreaCells& cells_;
    std::vector<std::string> features_;  // By area.
};

// The shape that `dex export` writes: figures with their counts, and details of names.
TableShape geoJsonShape(std::uint32_t level, bool hasDots);

}  // namespace dex
