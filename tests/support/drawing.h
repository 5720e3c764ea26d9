#pragma once

#include <initializer_list>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "geo/area.h"
#include "geo/noding.h"
#include "geo/ownership.h"
#include "geo/topology.h"

namespace dex::drawing {

// Hand-made areas are drawn in cells of 23 bits, from a corner in London.
inline constexpr int kBits = 23;
inline constexpr GridPoint kCorner{4190000, 5610000};

struct At {
    double x, y;
};
using Ring = std::vector<At>;

inline WorldPoint world(At p) {
    return {(kCorner.x + p.x) / cellsPerWorld(kBits), (kCorner.y + p.y) / cellsPerWorld(kBits)};
}

inline AreaPolygon::Ring ring(const Ring& points) {
    AreaPolygon::Ring result;
    for (const At p : points) result.push_back(world(p));
    return result;
}

// An area of one part: an outline and holes.
inline AreaPolygon area(std::initializer_list<Ring> rings) {
    AreaPolygon polygon;
    polygon.parts.emplace_back();
    for (const Ring& r : rings) polygon.parts[0].push_back(ring(r));
    return polygon;
}

inline AreaPolygon together(std::initializer_list<AreaPolygon> parts) {
    AreaPolygon polygon;
    for (const AreaPolygon& p : parts) polygon.parts.insert(polygon.parts.end(), p.parts.begin(), p.parts.end());
    return polygon;
}

inline Ring box(double x0, double y0, double x1, double y1) { return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}; }

// The borders between areas, each part of the plane with its owner.
inline Topology bordersOf(const std::vector<AreaPolygon>& areas) {
    Result<Noded> noded = nodeBorders(areas);
    EXPECT_TRUE(noded.ok());
    Result<Owned> owned = findOwners(std::move(noded).value(), static_cast<std::uint32_t>(areas.size()));
    EXPECT_TRUE(owned.ok());
    return std::move(owned).value().topology;
}

// A patchwork of side × side crooked quadrilaterals, each given to one of `areaCount` areas by chance; at least one
// each. Areas have many parts, holes, enclaves, and touch at points.
struct Patchwork {
    std::vector<AreaPolygon> areas;
    std::vector<std::pair<Ring, AreaNumber>> patches;

    Patchwork(unsigned seed, int side, std::uint32_t areaCount, double width) : areas(areaCount) {
        std::mt19937 random(seed);
        const auto jitter = [&] { return (static_cast<int>(random() % 1000) / 1000.0 - 0.5) * 0.6 * width; };
        std::vector<At> corners;
        for (int y = 0; y <= side; ++y) {
            for (int x = 0; x <= side; ++x) corners.push_back({x * width + jitter(), y * width + jitter()});
        }
        const auto corner = [&](int x, int y) { return corners[static_cast<std::size_t>(y * (side + 1) + x)]; };
        std::uint32_t given = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const AreaNumber owner =
                    given < areaCount ? given : static_cast<AreaNumber>(random() % (areaCount + 1));
                ++given;
                if (owner == areaCount) continue;  // A lake.
                const Ring patch = {corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)};
                areas[owner].parts.push_back({ring(patch)});
                patches.push_back({patch, owner});
            }
        }
    }
};

}  // namespace dex::drawing
