#pragma once

#include <string>
#include <vector>

#include "gpu/renderer.h"
#include "support/mini_tile.h"

namespace dex {

// MiniMap's tile with triangles: every square is a ring of two triangles of its own.
inline Tile drawnTile(const MiniMap& map, const std::string& letters) {
    Tile tile = miniTile(map, letters);
    tile.rings.clear();
    tile.ringPoints.clear();
    for (TileArea& area : tile.areas) {
        area.firstRing = static_cast<std::uint32_t>(tile.rings.size());
        area.firstTriangle = static_cast<std::uint32_t>(tile.triangles.size() / 3);
        for (std::int32_t row = 0; row < map.height(); ++row) {
            for (std::int32_t column = 0; column < map.columns(); ++column) {
                if (map.at(column, row) != area.number) continue;
                const auto first = static_cast<std::uint32_t>(tile.ringPoints.size());
                tile.rings.push_back({first, 4});
                for (const auto& [right, up] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
                    const GridPoint p = map.vertex(column + right, row + up);
                    tile.ringPoints.push_back({static_cast<std::uint16_t>(p.x - tile.box.minX),
                                               static_cast<std::uint16_t>(p.y - tile.box.minY)});
                }
                for (const std::uint32_t corner : {0u, 1u, 2u, 0u, 2u, 3u}) tile.triangles.push_back(first + corner);
            }
        }
        area.ringCount = static_cast<std::uint32_t>(tile.rings.size()) - area.firstRing;
        area.triangleCount = static_cast<std::uint32_t>(tile.triangles.size() / 3) - area.firstTriangle;
    }
    return tile;
}

// Eight areas, three neighbourhoods, two boroughs; a lake outside in the middle.
inline MiniMap drawnMap() { return {{"aabbcc", "aad.cc", "eeddff", "gghhhf"}, 20, {500000, 600000}, 64, 7}; }
inline const char* const kAllLetters = "abcdefgh";
inline std::vector<std::vector<std::uint32_t>> drawnGroupings() {
    return {{}, {0, 0, 1, 1, 2, 1, 2, 2}, {0, 0, 0, 0, 1, 0, 1, 1}};
}

// The whole map in `width` × `height` css px.
inline Scene drawnScene(const MiniMap& map, double width, double height, double ratio) {
    Scene scene;
    scene.sight.viewport = {0, 0, width, height};
    scene.sight.devicePixelRatio = ratio;
    const double cells = cellsPerWorld(map.gridBits);
    scene.sight.centre = {(map.corner.x + map.columns() * map.side / 2.0) / cells,
                          (map.corner.y + map.height() * map.side / 2.0) / cells};
    scene.sight.pxPerWorld = 0.9 * height * cells / (map.height() * map.side);
    scene.tiles = {{0, 0}};
    scene.level = 0;
    scene.topLevel = 2;
    return scene;
}

// The border of one area, closed.
inline Outline outlineAround(const MiniMap& map, AreaNumber area) {
    Outline outline;
    const Tile tile = miniTile(map, std::string(1, static_cast<char>('a' + area)));
    for (const PointRange ring : tile.rings) {
        outline.starts.push_back(static_cast<std::uint32_t>(outline.points.size()));
        for (std::uint32_t i = 0; i <= ring.count; ++i) {
            const TilePoint p = tile.ringPoints[ring.first + i % ring.count];
            outline.points.push_back(toWorld(GridPoint{p.x + tile.box.minX, p.y + tile.box.minY}, tile.gridBits));
        }
    }
    return outline;
}

inline Rgba8 rgb(std::uint32_t hex, int alpha = 255) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex),
            static_cast<std::uint8_t>(alpha)};
}

inline MapTheme lightTheme() {
    MapTheme theme;
    const std::uint32_t classes[] = {0xf4ead5, 0xe7b798, 0xca7e84, 0x8c5088, 0x3a2c6b};
    for (std::size_t i = 0; i < 5; ++i) theme.classes[i] = rgb(classes[i]);
    theme.paper = rgb(0xf4f2ed);
    theme.noData = rgb(0xffffff);
    theme.hatch = rgb(0x85828f);
    theme.topLine = rgb(0x282442);
    theme.topCasing = rgb(0xffffff);
    theme.levelLine = rgb(0xffffff, 170);
    theme.hairline = rgb(0xffffff, 115);
    theme.focusDark = rgb(0x14121f);
    theme.focusLight = rgb(0xffffff);
    theme.label = rgb(0x1d1b2e);
    theme.halo = rgb(0xffffff);
    return theme;
}

inline MapTheme darkTheme() {
    MapTheme theme = lightTheme();
    const std::uint32_t classes[] = {0x3b335f, 0x814f84, 0xc07687, 0xe6b092, 0xf4ead5};
    for (std::size_t i = 0; i < 5; ++i) theme.classes[i] = rgb(classes[i]);
    theme.paper = rgb(0x16151f);
    theme.noData = rgb(0x201f2c);
    theme.hatch = rgb(0x8b88a3);
    theme.topLine = rgb(0xffffff);
    theme.topCasing = rgb(0x0a0914);
    theme.levelLine = rgb(0x0a0914, 170);
    theme.hairline = rgb(0x0a0914, 115);
    theme.label = rgb(0xf1eff7);
    theme.halo = rgb(0x16151f);
    return theme;
}

}  // namespace dex
