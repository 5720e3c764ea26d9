#pragma once

#include <cstdint>
#include <limits>

namespace dex {

// Stored positions are Web Mercator (EPSG:3857) on an integer grid: the square world of width kWorldMetres is cut into
// 2^bits cells a side; (0, 0) is its south-west corner, x runs east and y runs north. One cell of 23 bits is 4.78 m of
// Mercator, about 3 m on the ground in London.
inline constexpr double kWorldMetres = 40075016.685578488;  // 2π · 6378137, EPSG:3857
inline constexpr int kMaxGridBits = 30;

struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

// Inclusive on all sides; empty until the first point is added.
struct GridBox {
    std::int32_t minX = std::numeric_limits<std::int32_t>::max();
    std::int32_t minY = std::numeric_limits<std::int32_t>::max();
    std::int32_t maxX = std::numeric_limits<std::int32_t>::min();
    std::int32_t maxY = std::numeric_limits<std::int32_t>::min();

    bool empty() const { return minX > maxX; }
    void add(GridPoint p) {
        if (p.x < minX) minX = p.x;
        if (p.y < minY) minY = p.y;
        if (p.x > maxX) maxX = p.x;
        if (p.y > maxY) maxY = p.y;
    }
    void add(const GridBox& box) {
        if (box.empty()) return;
        add(GridPoint{box.minX, box.minY});
        add(GridPoint{box.maxX, box.maxY});
    }
    bool contains(GridPoint p) const { return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY; }
    bool touches(const GridBox& o) const {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
    friend bool operator==(const GridBox&, const GridBox&) = default;
};

// The plane in which the camera moves: the square world is [0, 1] × [0, 1], y north. A grid position is world · 2^bits.
struct WorldPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const WorldPoint&, const WorldPoint&) = default;
};

struct WorldBox {
    double minX = 1, minY = 1, maxX = 0, maxY = 0;
    bool empty() const { return minX > maxX; }
    friend bool operator==(const WorldBox&, const WorldBox&) = default;
};

inline double cellsPerWorld(int bits) { return static_cast<double>(std::int64_t{1} << bits); }
inline WorldPoint toWorld(GridPoint p, int bits) { return {p.x / cellsPerWorld(bits), p.y / cellsPerWorld(bits)}; }
WorldBox toWorld(const GridBox& box, int bits);

}  // namespace dex
