#pragma once

#include <optional>
#include <span>
#include <string>

#include "archive/tile.h"
#include "model/level_columns.h"
#include "model/library.h"

namespace dex {

// All areas of a level with the cells of every indicator, as GeoJSON in WGS 84 (RFC 7946), one feature a line. The
// outlines are as fine as `tiles`, which are all of one level of detail; the columns are taken from `columns` or put
// there. Nothing until all of filesOfTable (model/wanted.h) are here.
std::optional<std::string> areasGeoJson(const Library& library, const LevelColumns& columns, std::uint32_t level,
                                        std::span<const Tile> tiles);

}  // namespace dex
