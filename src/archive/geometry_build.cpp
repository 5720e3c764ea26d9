#include "archive/geometry_build.h"

#include <algorithm>

#include "archive/atlas.h"
#include "archive/tiling.h"
#include "geo/noding.h"
#include "geo/ownership.h"
#include "geo/places.h"
#include "geo/settle.h"
#include "geo/simplify.h"

namespace dex {

namespace {

void describeSource(const std::vector<AreaPolygon>& areas, const Noded& noded, GeometryReport& report) {
    report.sourceAreas = static_cast<std::uint32_t>(areas.size());
    for (const AreaPolygon& area : areas) report.multiPartAreas += area.parts.size() > 1;
    report.holes = noded.holes;
    report.sourcePoints = noded.sourcePoints;
    report.insertedOnEdges = noded.insertedOnEdges;
    report.crossingsResolved = noded.crossingsResolved;
    for (const AreaNumber area : noded.droppedParts) report.droppedParts.push_back({area, 0});
}

// The borders at one level of detail. Where points find no room on the grid asked for, a finer one is taken.
Result<Topology> bordersAt(const Topology& source, const LodSpec& spec, GeometryReport::OfLod& report) {
    for (int bits = spec.gridBits; bits <= kSourceBits; ++bits) {
        Topology whole = source;
        dropSpecks(whole, bits);
        // What the grid cannot show is left out, also where the source is wanted.
        const double cellMetres = 1 / cellsPerGroundMetre(whole.points.front(), bits);
        Simplifier::Simplified simplified = Simplifier(whole).run(std::max(spec.toleranceMetres, cellMetres / 4));
        Settled settled = settle(simplified.topology, bits);
        if (settled.stuck > 0) continue;
        report.gridBits = bits;
        report.reinserted = simplified.reinserted;
        report.displaced = settled.displaced;
        report.arcs = static_cast<std::uint32_t>(settled.topology.arcs.size());
        report.points = static_cast<std::uint32_t>(settled.topology.points.size());
        std::vector<bool> isJunction(settled.topology.points.size(), false);
        for (const Arc& arc : settled.topology.arcs) {
            // A closed arc meets no other, so the point where it begins is no junction.
            if (settled.topology.isClosed(arc)) continue;
            isJunction[settled.topology.chain(arc).front()] = true;
            isJunction[settled.topology.chain(arc).back()] = true;
        }
        report.junctions = static_cast<std::uint32_t>(std::count(isJunction.begin(), isJunction.end(), true));
        return std::move(settled.topology);
    }
    // Not even the source's own precision keeps them apart.
    return Error{Status::BadShape, std::numeric_limits<std::uint64_t>::max()};
}

LevelPlaces placesOf(const Topology& topology, std::uint32_t areaCount) {
    const int shift = topology.gridBits - kAnchorBits;
    const auto scaled = [shift](std::int32_t value) { return shift >= 0 ? value >> shift : value << -shift; };
    LevelPlaces places;
    for (const AreaPlace& place : findPlaces(topology, areaCount)) {
        places.anchors.push_back({scaled(place.anchor.x), scaled(place.anchor.y)});
        places.boxes.push_back(place.box.empty() ? place.box
                                                 : GridBox{scaled(place.box.minX), scaled(place.box.minY),
                                                           scaled(place.box.maxX), scaled(place.box.maxY)});
        places.squareMetres.push_back(place.squareMetres);
    }
    return places;
}

}  // namespace

Result<AtlasGeometry> buildGeometry(const std::vector<AreaPolygon>& areas, const std::vector<LodSpec>& lods,
                                    const std::vector<GroupingSpec>& groupings, GeometryReport& report) {
    const auto areaCount = static_cast<std::uint32_t>(areas.size());
    Noded noded = DEX_TRY(nodeBorders(areas));
    describeSource(areas, noded, report);
    const Owned owned = DEX_TRY(findOwners(std::move(noded), areaCount));
    report.overlapSquareMetres = owned.overlapSquareMetres;

    AtlasGeometry geometry;
    for (const LodSpec& spec : lods) {
        GeometryReport::OfLod& ofLod = report.lods.emplace_back();
        const Topology borders = DEX_TRY(bordersAt(owned.topology, spec, ofLod));
        EncodedLod& lod = geometry.lods.emplace_back();
        lod.gridBits = ofLod.gridBits;
        lod.toleranceMetres = spec.toleranceMetres;
        lod.tiles = DEX_TRY(encodeTiles(borders, areaCount, spec.areasPerTile));
        for (const EncodedTile& tile : lod.tiles) {
            ofLod.triangles += tile.triangleCount;
            ofLod.bytes += tile.bytes.size();
        }
        // Labels and boxes come from the finest borders alone, which are the last.
        if (geometry.lods.size() < lods.size()) continue;
        geometry.places.push_back(placesOf(borders, areaCount));
        for (const GroupingSpec& grouping : groupings) {
            geometry.places.push_back(placesOf(mergeAreas(borders, grouping.parents), grouping.areaCount));
        }
    }
    return geometry;
}

}  // namespace dex
