#pragma once

#include <memory>
#include <vector>

#include "archive/tile.h"
#include "archive/tile_walk.h"
#include "base/result.h"
#include "geo/triangulate.h"

namespace dex {

inline constexpr std::uint8_t kTileVersion = 1;

// The models of what follows the borders: which outline a hole belongs to, bridges and triangles.
struct ShapeModels {
    Chance likely[2][2][3];  // By whether both ears turn left, whether few points are left, and the ear before.
    Chance other[3];
};

// Everything of a tile but triangles: areas, rings and arcs from the coded borders. Outlines come in the order in
// which they were coded, each followed by its holes; which outline a hole belongs to is coded where there are several.
template <typename Coder, typename Parent>
Result<Tile> shapeTile(Coder& coder, TileBorders& borders, const std::vector<AreaNumber>& areas,
                       const Parent& parentOf);

// The outlines of a tile with their holes: positions in Tile::rings.
struct TilePolygon {
    std::uint32_t area = 0;
    std::uint32_t outline = 0;
    std::uint32_t holes = 0;  // They follow the outline.
};
std::vector<TilePolygon> polygonsOf(const Tile& tile);

// Codes one third point of a chain.
template <typename Coder>
std::uint32_t codeThird(Coder& coder, ShapeModels& models, std::span<const GridPoint> ring, std::uint32_t first,
                        std::uint32_t last, Ear& before, std::uint32_t third);

// Twice the area of a ring of the tile.
std::int64_t doubleArea(const Tile& tile, const PointRange& ring);

}  // namespace dex

#include "archive/tile_shape.inl"
