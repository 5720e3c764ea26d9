#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gpu/border_order.h"
#include "gpu/device.h"
#include "map/scene.h"

namespace dex {

// A tile on the GPU. A failed one is a single patch of no data without borders.
struct MapTile {
    TileKey key;
    GridBox box;
    int gridBits = 0;
    BufferId vertices, indices, pieces;
    IndexFormat indexFormat = IndexFormat::U16;
    std::uint32_t indexCount = 0;
    BorderArcs arcs;
    std::vector<BorderRange> ranges;
    bool failed = false;
};

// The tiles that the renderer may draw.
class MapTiles {
public:
    explicit MapTiles(Device& device) : device_(device) {}

    void load(TileKey key, const Tile& tile);
    void fail(TileKey key, const GridBox& box, int gridBits);
    void drop(TileKey key);
    void dropAll();
    const MapTile* find(TileKey key) const;

    void setGroupings(std::span<const std::vector<std::uint32_t>> byLevel);

    std::uint64_t uploadedBytes() const { return uploadedBytes_; }
    std::uint32_t version() const { return version_; }  // Changes when what the tiles look like may have.

private:
    BufferId upload(const char* label, BufferKind kind, ByteSpan content, std::span<const std::uint32_t> ringEnds = {});
    void uploadBorders(MapTile& tile);
    void release(const MapTile& tile);

    Device& device_;
    std::vector<MapTile> tiles_;
    std::vector<std::vector<std::uint32_t>> groupings_;
    std::uint64_t uploadedBytes_ = 0;
    std::uint32_t version_ = 0;
};

}  // namespace dex
