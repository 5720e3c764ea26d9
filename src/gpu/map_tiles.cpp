#include "gpu/map_tiles.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"

namespace dex {
namespace {

// Every corner of a triangle names its area: which of the three a GPU takes the flat colour from does not matter then.
std::vector<AreaVertex> verticesOf(const Tile& tile) {
    std::vector<AreaVertex> vertices(tile.ringPoints.size());
    for (const TileArea& area : tile.areas) {
        for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
            const PointRange ring = tile.rings[r];
            for (std::uint32_t p = ring.first; p < ring.first + ring.count; ++p) {
                vertices[p] = {tile.ringPoints[p].x, tile.ringPoints[p].y, area.number};
            }
        }
    }
    return vertices;
}

}  // namespace

BufferId MapTiles::upload(const char* label, BufferKind kind, ByteSpan content,
                          std::span<const std::uint32_t> ringEnds) {
    if (content.empty()) return {};
    uploadedBytes_ += content.size();
    return device_.makeBuffer({label, kind, 0, content, false, ringEnds});
}

void MapTiles::load(TileKey key, const Tile& tile) {
    // A patch may stand for the tile since an earlier attempt failed.
    drop(key);
    MapTile made;
    made.key = key;
    made.box = tile.box;
    made.gridBits = tile.gridBits;
    made.indexCount = static_cast<std::uint32_t>(tile.triangles.size());
    const std::vector<AreaVertex> vertices = verticesOf(tile);
    std::vector<std::uint32_t> ringEnds;
    for (const PointRange& ring : tile.rings) ringEnds.push_back(ring.first + ring.count);
    // Of an area outlines and holes are in another order than their points.
    sortBy(ringEnds, [](std::uint32_t a, std::uint32_t b) { return a < b; });
    made.vertices = upload("areas", BufferKind::Vertices, std::as_bytes(std::span(vertices)), ringEnds);
    // One point fewer than 16 bits can number: in WebGL 2 the index 0xffff always begins a new strip.
    if (tile.ringPoints.size() <= 0xffff) {
        const std::vector<std::uint16_t> indices(tile.triangles.begin(), tile.triangles.end());
        made.indices = upload("areas", BufferKind::Indices, std::as_bytes(std::span(indices)));
    } else {
        made.indexFormat = IndexFormat::U32;
        made.indices = upload("areas", BufferKind::Indices, std::as_bytes(std::span(tile.triangles)));
    }
    made.arcs.arcs = tile.arcs;
    made.arcs.points = tile.arcPoints;
    made.arcs.areas.reserve(tile.areas.size());
    for (const TileArea& area : tile.areas) made.arcs.areas.push_back(area.number);
    uploadBorders(made);
    tiles_.push_back(std::move(made));
    ++version_;
}

void MapTiles::fail(TileKey key, const GridBox& box, int gridBits) {
    // A patch that stands is left alone: another would be a new picture, frame after frame.
    if (const MapTile* tile = find(key); tile && tile->failed) return;
    drop(key);
    MapTile made;
    made.key = key;
    made.box = box;
    made.gridBits = gridBits;
    made.failed = true;
    const auto width = static_cast<std::uint16_t>(std::clamp(box.maxX - box.minX, 0, 0xffff));
    const auto height = static_cast<std::uint16_t>(std::clamp(box.maxY - box.minY, 0, 0xffff));
    // The outside is the one area that always has no data.
    const AreaVertex corners[] = {
        {0, 0, kOutside}, {width, 0, kOutside}, {width, height, kOutside}, {0, height, kOutside}};
    constexpr std::uint16_t kIndices[] = {0, 1, 2, 0, 2, 3};
    constexpr std::uint32_t kEnds[] = {4};
    made.vertices = upload("patch", BufferKind::Vertices, std::as_bytes(std::span(corners)), kEnds);
    made.indices = upload("patch", BufferKind::Indices, std::as_bytes(std::span(kIndices)));
    made.indexCount = 6;
    tiles_.push_back(std::move(made));
    ++version_;
}

void MapTiles::uploadBorders(MapTile& tile) {
    if (tile.pieces) device_.drop(tile.pieces);
    SortedBorders sorted = sortBorders(tile.arcs, groupings_);
    tile.ranges = std::move(sorted.ranges);
    std::vector<BorderPiece> corners;
    corners.reserve(sorted.pieces.size() * 4);
    // Once for each corner of the quad that the shader makes of it (Device::drawQuads).
    for (const BorderPiece& piece : sorted.pieces) corners.insert(corners.end(), 4, piece);
    tile.pieces = upload("borders", BufferKind::Vertices, std::as_bytes(std::span(corners)));
}

void MapTiles::setGroupings(std::span<const std::vector<std::uint32_t>> byLevel) {
    // Sorting and uploading the borders of all tiles is only for groupings that are new.
    if (std::equal(byLevel.begin(), byLevel.end(), groupings_.begin(), groupings_.end())) return;
    groupings_.assign(byLevel.begin(), byLevel.end());
    for (MapTile& tile : tiles_) uploadBorders(tile);
    ++version_;
}

void MapTiles::release(const MapTile& tile) {
    for (const BufferId buffer : {tile.vertices, tile.indices, tile.pieces}) {
        if (buffer) device_.drop(buffer);
    }
}

void MapTiles::drop(TileKey key) {
    const auto found = std::find_if(tiles_.begin(), tiles_.end(), [&](const MapTile& tile) { return tile.key == key; });
    if (found == tiles_.end()) return;
    release(*found);
    tiles_.erase(found);
    ++version_;
}

void MapTiles::dropAll() {
    for (const MapTile& tile : tiles_) release(tile);
}

const MapTile* MapTiles::find(TileKey key) const {
    const auto found = std::find_if(tiles_.begin(), tiles_.end(), [&](const MapTile& tile) { return tile.key == key; });
    return found == tiles_.end() ? nullptr : &*found;
}

}  // namespace dex
