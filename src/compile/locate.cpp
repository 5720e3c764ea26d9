#include "compile/locate.h"

#include <algorithm>

#include "geo/projection.h"
#include "map/pick.h"

namespace dex {

namespace {

// Squared, in the plane's own units.
double distanceTo(WorldPoint a, WorldPoint b, WorldPoint p) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    // Between the ends of the segment, and not beyond them.
    const double along = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    const double x = a.x + along * dx - p.x, y = a.y + along * dy - p.y;
    return x * x + y * y;
}

}  // namespace

Locator::Locator(const EncodedLod& finest, const std::vector<AreaPolygon>& polygons) : polygons_(polygons) {
    Lod lod{finest.gridBits, finest.toleranceMetres, {}};
    for (const EncodedTile& tile : finest.tiles) {
        lod.tiles.push_back({kNoFile, tile.box, tile.areaCount, tile.triangleCount});
    }
    // The page's own store and look-up, so that both say the same of a point.
    tiles_.open({std::move(lod)});
    for (std::size_t i = 0; i < finest.tiles.size(); ++i) {
        auto tile = decodeTile(finest.tiles[i].bytes, static_cast<std::uint32_t>(polygons.size()));
        DEX_CHECK(tile.ok() && tiles_.put({0, static_cast<std::uint16_t>(i)}, std::move(tile).value()));
    }
}

std::optional<AreaNumber> Locator::at(WorldPoint point) const { return areaAt(tiles_, point); }

std::optional<AreaNumber> Locator::nearest(WorldPoint point, double withinMetres) const {
    // The plane stretches to the north, so a metre on the ground is more units there.
    const double within = withinMetres / (kWorldMetres * groundScale(point.y));
    double min = within * within;
    std::optional<AreaNumber> found;
    // Every edge of every area. Only the few postcodes outside all areas come here.
    for (std::size_t area = 0; area < polygons_.size(); ++area) {
        for (const auto& part : polygons_[area].parts) {
            for (const auto& ring : part) {
                for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                    const double distance = distanceTo(ring[j], ring[i], point);
                    if (distance >= min) continue;
                    min = distance;
                    found = static_cast<AreaNumber>(area);
                }
            }
        }
    }
    return found;
}

}  // namespace dex
