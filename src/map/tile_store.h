#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "archive/atlas.h"
#include "archive/tile.h"
#include "map/scene.h"
#include "map/tile_index.h"

namespace dex {

// The decoded tiles, and which of them a sight needs. Renderer, pick and outlines read them here.
//
// Level of detail: the coarsest whose borders lie within kMaxErrorPx · √(pixel ratio) device px of the true ones: a finer
// screen shows more, but not in proportion, for its pixels are smaller. Level of detail 0 is
// the ground that everything stands on: its tiles in sight are asked for first and are never dropped.
// Stand-ins: where a tile of the chosen level of detail is missing, all loaded tiles of the next coarser one that reach
// into its box are drawn before (under) the finer ones, and so on down until the box is covered.
// Of an area that is drawn twice the finer is on top and counts: both have the same colour.
class TileStore {
public:
    static constexpr double kMaxErrorPx = 1.4;
    static constexpr std::size_t kDefaultBudget = 24u << 20;

    explicit TileStore(std::size_t budgetBytes = kDefaultBudget) : budget_(budgetBytes) {}

    // Forgets everything, and takes the directory of another atlas.
    void open(std::vector<Lod> lods);

    // What this sight needs: sets lod, wanted, drawn. Cheap when neither sight nor tiles have changed. Tiles longest
    // out of sight are dropped while more bytes than the budget are held; those that the sight needs always stay.
    void look(const Sight& sight);

    // While true, look() drops nothing: somebody waits for tiles that no sight needs, and takes copies.
    void keepAll(bool keeps);

    // Valid until the next look, put, fail or retry.
    const std::vector<TileKey>& wanted() const { return wanted_; }  // Missing and not failed, the most urgent first.
    // For Scene::tiles: coarser ones first. Holds failed ones too where nothing stands in for them.
    const std::vector<TileKey>& drawn() const { return drawn_; }
    bool complete() const { return complete_; }  // All that the sight needs is here.
    std::uint16_t lod() const { return lod_; }

    // Each makes look() decide again. A tile on another grid than its level of detail's is refused and counts as failed.
    bool put(TileKey key, Tile tile);
    void fail(TileKey key);
    void retry();  // Failed tiles are merely missing again.

    const std::vector<Lod>& lods() const { return lods_; }
    const TileInfo& info(TileKey key) const { return lods_[key.lod].tiles[key.tile]; }
    // Null when it is not here.
    const Tile* tile(TileKey key) const;
    // The same. Made when it is first asked for: until somebody points at the map, nobody needs one.
    const TileIndex* index(TileKey key) const;
    bool failed(TileKey key) const;
    std::optional<TileKey> keyOf(FileIndex file) const;

    // Tiles that look() dropped since the last call: the renderer lets go of them, and they may be wanted again.
    std::vector<TileKey> takeDropped();

    std::size_t bytes() const { return bytes_; }  // Of all tiles held, with the indices made so far.
    std::uint32_t tileCount() const { return tileCount_; }
    std::uint32_t version() const { return version_; }  // Changes with every tile that comes or goes.

private:
    enum class State : std::uint8_t { Missing, Here, Failed };
    struct Held {
        Tile tile;
        std::optional<TileIndex> index;
        std::size_t bytes = 0;
    };
    struct Slot {
        State state = State::Missing;
        std::uint32_t seen = 0;      // The look that needed it last.
        std::unique_ptr<Held> held;  // Apart, so that tiles stay where they are.
    };

    Slot& slot(TileKey key) { return slots_[key.lod][key.tile]; }
    const Slot& slot(TileKey key) const { return slots_[key.lod][key.tile]; }
    std::uint16_t choose(const Sight& sight) const;
    void draw(TileKey key);
    void standIn(TileKey missing, const WorldBox& view);
    void orderWanted();
    void drop(TileKey key);
    void dropSpare();

    std::vector<Lod> lods_;
    std::vector<std::vector<Slot>> slots_;  // Parallel to lods_ and their tiles.
    std::size_t budget_;
    mutable std::size_t bytes_ = 0;
    std::uint32_t tileCount_ = 0;
    std::uint32_t version_ = 1;
    std::uint32_t looks_ = 0;

    Sight sight_;
    bool stale_ = true;
    bool keepsAll_ = false;
    std::uint16_t lod_ = 0;
    bool complete_ = false;
    std::vector<TileKey> wanted_, drawn_, dropped_;
};

// The world that a sight shows.
WorldBox seen(const Sight& sight);
WorldBox worldBox(const Lod& lod, const TileInfo& tile);
WorldBox worldBox(const Lod& lod);  // Of all its tiles.
bool touches(const WorldBox& a, const WorldBox& b);

}  // namespace dex
