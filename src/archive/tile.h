#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"
#include "geo/area.h"
#include "geo/grid.h"

namespace dex {

// Cells from the south-west corner of the tile's box.
struct TilePoint {
    std::uint16_t x = 0;
    std::uint16_t y = 0;
    friend bool operator==(const TilePoint&, const TilePoint&) = default;
};

// `count` points from `first`; a ring closes by itself (its first point is not repeated).
struct PointRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct TileArea {
    AreaNumber number = 0;
    std::uint32_t firstRing = 0;
    std::uint32_t ringCount = 0;
    std::uint32_t firstTriangle = 0;  // In triangles, not indices.
    std::uint32_t triangleCount = 0;
    TilePoint min, max;  // Box.
};

// A border between junctions: a chain whose left and right sides each lie in one area. Closed when first = last point.
struct TileArc {
    PointRange points;  // Into arcPoints, both ends included.
    AreaNumber left = kOutside;
    AreaNumber right = kOutside;
};

// A block of whole areas at one level of detail, as it is drawn and asked. Outer rings run anticlockwise, holes
// clockwise; inside is even-odd over all rings of an area. Areas are in order of number. Every border of every area of
// the tile is an arc of it, also where the neighbour stands in another tile; the arc is then in both.
struct Tile {
    int gridBits = 0;
    GridBox box;
    std::vector<TileArea> areas;
    std::vector<PointRange> rings;  // Into ringPoints, in order of area.
    std::vector<TilePoint> ringPoints;
    std::vector<std::uint32_t> triangles;  // Three indices into ringPoints a triangle, anticlockwise, in order of area.
    std::vector<TileArc> arcs;
    std::vector<TilePoint> arcPoints;
};

// Decodes the bytes of docs/format.md, "Tile". `areaCount` is the number of small areas of the atlas: a number at or
// above it is BadIndex. Work and memory are bounded by the size of the bytes (limits in archive/limits.h).
Result<Tile> decodeTile(ByteSpan bytes, std::uint32_t areaCount);

}  // namespace dex
