#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "archive/tile.h"

namespace dex {

// A small map drawn with letters, rows from north to south: each letter is an area ('a' is number 0), '.' is outside.
// Corners of the squares may be shaken, so that borders run in all directions and still fit together.
struct MiniMap {
    std::vector<std::string> rows;
    int gridBits = 20;
    GridPoint corner{500000, 600000};  // South-west.
    std::int32_t side = 64;            // Cells a square's side.
    std::uint32_t shake = 0;           // Seed; 0: squares stay squares.

    std::int32_t columns() const { return static_cast<std::int32_t>(rows[0].size()); }
    std::int32_t height() const { return static_cast<std::int32_t>(rows.size()); }

    // Column from the west, row from the south.
    AreaNumber at(std::int32_t column, std::int32_t row) const {
        if (column < 0 || row < 0 || column >= columns() || row >= height()) return kOutside;
        const char letter = rows[static_cast<std::size_t>(height() - 1 - row)][static_cast<std::size_t>(column)];
        return letter == '.' ? kOutside : static_cast<AreaNumber>(letter - 'a');
    }

    GridPoint vertex(std::int32_t column, std::int32_t row) const {
        GridPoint point{corner.x + column * side, corner.y + row * side};
        if (shake == 0) return point;
        std::minstd_rand random(shake + static_cast<std::uint32_t>(column * 7919 + row * 104729));
        random.discard(3);
        const auto reach = static_cast<std::uint32_t>(side / 4);
        point.x += static_cast<std::int32_t>(random() % (2 * reach + 1)) - static_cast<std::int32_t>(reach);
        point.y += static_cast<std::int32_t>(random() % (2 * reach + 1)) - static_cast<std::int32_t>(reach);
        return point;
    }

    GridPoint middle(std::int32_t column, std::int32_t row) const {
        return {corner.x + column * side + side / 2, corner.y + row * side + side / 2};
    }
};

// The tile of the areas named by their letters. Rings and arcs are right; there are no triangles.
inline Tile miniTile(const MiniMap& map, const std::string& letters) {
    const auto isHere = [&](AreaNumber area) {
        return area != kOutside && letters.find(static_cast<char>('a' + area)) != std::string::npos;
    };
    struct Edge {
        GridPoint from, to;  // `left` lies on the left.
        AreaNumber left, right;
    };
    std::vector<Edge> edges;
    for (std::int32_t row = 0; row <= map.height(); ++row) {
        for (std::int32_t column = 0; column <= map.columns(); ++column) {
            const AreaNumber here = map.at(column, row), west = map.at(column - 1, row),
                             south = map.at(column, row - 1);
            const GridPoint a = map.vertex(column, row);
            if (here != west) edges.push_back({a, map.vertex(column, row + 1), west, here});
            if (here != south) edges.push_back({a, map.vertex(column + 1, row), here, south});
        }
    }

    Tile tile;
    tile.gridBits = map.gridBits;
    for (const Edge& edge : edges) {
        if (!isHere(edge.left) && !isHere(edge.right)) continue;
        tile.box.add(edge.from);
        tile.box.add(edge.to);
    }
    const auto inTile = [&](GridPoint p) {
        return TilePoint{static_cast<std::uint16_t>(p.x - tile.box.minX),
                         static_cast<std::uint16_t>(p.y - tile.box.minY)};
    };
    for (const Edge& edge : edges) {
        if (!isHere(edge.left) && !isHere(edge.right)) continue;
        tile.arcs.push_back({{static_cast<std::uint32_t>(tile.arcPoints.size()), 2}, edge.left, edge.right});
        tile.arcPoints.push_back(inTile(edge.from));
        tile.arcPoints.push_back(inTile(edge.to));
    }
    std::string sorted = letters;
    std::sort(sorted.begin(), sorted.end());
    for (char letter : sorted) {
        TileArea area;
        area.number = static_cast<AreaNumber>(letter - 'a');
        area.firstRing = static_cast<std::uint32_t>(tile.rings.size());
        std::vector<Edge> own;
        for (const Edge& edge : edges) {
            if (edge.left == area.number) own.push_back(edge);
            if (edge.right == area.number) own.push_back({edge.to, edge.from, edge.right, edge.left});
        }
        GridBox box;
        while (!own.empty()) {
            PointRange ring{static_cast<std::uint32_t>(tile.ringPoints.size()), 0};
            const GridPoint begin = own.back().from;
            GridPoint at = begin;
            do {
                const auto next =
                    std::find_if(own.begin(), own.end(), [&](const Edge& edge) { return edge.from == at; });
                tile.ringPoints.push_back(inTile(at));
                box.add(at);
                at = next->to;
                own.erase(next);
            } while (!(at == begin));
            ring.count = static_cast<std::uint32_t>(tile.ringPoints.size()) - ring.first;
            tile.rings.push_back(ring);
            ++area.ringCount;
        }
        if (area.ringCount == 0) continue;
        area.min = inTile({box.minX, box.minY});
        area.max = inTile({box.maxX, box.maxY});
        tile.areas.push_back(area);
    }
    return tile;
}

// The directory of a level of detail whose tiles hold these letters. File numbers begin at `firstFile`.
inline Lod miniLod(const MiniMap& map, const std::vector<std::string>& tiles, double toleranceMetres,
                   FileIndex firstFile) {
    Lod lod;
    lod.gridBits = map.gridBits;
    lod.toleranceMetres = toleranceMetres;
    for (const std::string& letters : tiles) {
        const Tile tile = miniTile(map, letters);
        lod.tiles.push_back({firstFile++, tile.box, static_cast<std::uint32_t>(tile.areas.size()), 0});
    }
    return lod;
}

}  // namespace dex
