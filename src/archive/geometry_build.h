#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/tile.h"
#include "base/bytes.h"
#include "geo/area.h"
#include "geo/grid.h"

namespace dex {

struct LodSpec {
    int gridBits = 23;
    double toleranceMetres = 0;      // Ground metres; 0 keeps the source, save what its grid cannot show.
    std::uint32_t areasPerTile = 0;  // About; 0 is all areas in one tile where that fits.
};

// The areas of a level above the small areas: for each small area the number of its larger area, below `areaCount`.
struct GroupingSpec {
    std::vector<std::uint32_t> parents;
    std::uint32_t areaCount = 0;
};

struct EncodedTile {
    Bytes bytes;  // docs/format.md, "Tile".
    GridBox box;
    std::uint32_t areaCount = 0;
    std::uint32_t triangleCount = 0;
};

struct EncodedLod {
    int gridBits = 0;  // At least as fine as asked for: finer where borders would have met on the grid.
    double toleranceMetres = 0;
    std::vector<EncodedTile> tiles;
};

// By area number of a level, at kAnchorBits.
struct LevelPlaces {
    std::vector<GridPoint> anchors;  // Inside the area, far from its borders.
    std::vector<GridBox> boxes;
    std::vector<double> squareMetres;  // On the ground.
};

struct AtlasGeometry {
    std::vector<EncodedLod> lods;     // In the order asked for.
    std::vector<LevelPlaces> places;  // Small areas first, then one for each grouping.
};

// What was found in the source and done about it, for the compiler's report.
struct GeometryReport {
    struct Part {
        AreaNumber area = 0;
        double squareMetres = 0;  // On the ground.
    };
    struct OfLod {
        int gridBits = 0;
        std::uint32_t arcs = 0;
        std::uint32_t junctions = 0;
        std::uint32_t points = 0;  // Of arcs, shared ones once.
        std::uint32_t triangles = 0;
        std::uint32_t reinserted = 0;  // Points put back because borders would have crossed or met without them.
        std::uint32_t displaced = 0;   // Points that could not take their nearest grid position.
        std::uint64_t bytes = 0;
    };
    std::uint32_t sourceAreas = 0;
    std::uint32_t multiPartAreas = 0;
    std::uint32_t holes = 0;
    std::uint64_t sourcePoints = 0;
    std::uint32_t insertedOnEdges = 0;  // Points put into a neighbour's straight edge on which they stood.
    std::uint32_t crossingsResolved = 0;
    std::vector<Part> droppedParts;  // Smaller than the source's own precision; never a whole area.
    double overlapSquareMetres = 0;  // Claimed by several areas; given to the smallest of them.
    std::vector<OfLod> lods;
};

// All the geometry of an atlas, from polygons in order of area number to encoded tiles. `lods` runs from coarse to
// fine. The same input gives the same bytes on every machine. Fails with BadShape, Error::where being the area's
// number, where an area has no ring of three different points or nothing remains of it; with TooLarge where an area
// does not fit a tile.
Result<AtlasGeometry> buildGeometry(const std::vector<AreaPolygon>& areas, const std::vector<LodSpec>& lods,
                                    const std::vector<GroupingSpec>& groupings, GeometryReport& report);

}  // namespace dex
