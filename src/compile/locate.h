#pragma once

#include <optional>
#include <vector>

#include "archive/geometry_build.h"
#include "map/tile_store.h"

namespace dex {

// Which small area a point lies in, by the borders that the atlas itself draws at its finest, and which is nearest.
class Locator {
public:
    // `finest` as it was encoded; `polygons` as they were published, by area number. Both must outlive it.
    Locator(const EncodedLod& finest, const std::vector<AreaPolygon>& polygons);

    std::optional<AreaNumber> at(WorldPoint point) const;
    // The area whose border is nearest, within so many metres on the ground.
    std::optional<AreaNumber> nearest(WorldPoint point, double withinMetres) const;

private:
    const std::vector<AreaPolygon>& polygons_;
    TileStore tiles_;
};

}  // namespace dex
