#include "map/tile_store.h"

#include <algorithm>
#include <cmath>

#include "base/apart.h"
#include "base/sort.h"
#include "geo/projection.h"

namespace dex {
namespace {

template <typename T>
std::size_t held(const std::vector<T>& items) {
    return items.capacity() * sizeof(T);
}

std::size_t bytesOf(const Tile& tile) {
    return sizeof(Tile) + held(tile.areas) + held(tile.rings) + held(tile.ringPoints) + held(tile.triangles) +
           held(tile.arcs) + held(tile.arcPoints);
}

WorldBox common(const WorldBox& a, const WorldBox& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX), std::min(a.maxY, b.maxY)};
}

// Squared, from a point to the nearest point of a box and then, a little, to its middle.
double farness(const WorldBox& box, WorldPoint point) {
    const double x = std::max({box.minX - point.x, point.x - box.maxX, 0.0});
    const double y = std::max({box.minY - point.y, point.y - box.maxY, 0.0});
    const double toMiddleX = (box.minX + box.maxX) / 2 - point.x, toMiddleY = (box.minY + box.maxY) / 2 - point.y;
    return x * x + y * y + 1e-3 * (toMiddleX * toMiddleX + toMiddleY * toMiddleY);
}

}  // namespace

WorldBox seen(const Sight& sight) {
    const double halfX = sight.viewport.width / 2 / sight.pxPerWorld,
                 halfY = sight.viewport.height / 2 / sight.pxPerWorld;
    return {sight.centre.x - halfX, sight.centre.y - halfY, sight.centre.x + halfX, sight.centre.y + halfY};
}

WorldBox worldBox(const Lod& lod, const TileInfo& tile) { return toWorld(tile.box, lod.gridBits); }

WorldBox worldBox(const Lod& lod) {
    WorldBox whole;
    for (const TileInfo& tile : lod.tiles) {
        const WorldBox box = worldBox(lod, tile);
        whole = {std::min(whole.minX, box.minX), std::min(whole.minY, box.minY), std::max(whole.maxX, box.maxX),
                 std::max(whole.maxY, box.maxY)};
    }
    return whole;
}

bool touches(const WorldBox& a, const WorldBox& b) {
    return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

void TileStore::open(std::vector<Lod> lods) {
    lods_ = std::move(lods);
    slots_.clear();
    for (const Lod& lod : lods_) {
        slots_.emplace_back();
        slots_.back().resize(lod.tiles.size());
    }
    bytes_ = 0;
    tileCount_ = 0;
    ++version_;
    stale_ = true;
    lod_ = 0;
    complete_ = false;
    wanted_.clear();
    drawn_.clear();
    dropped_.clear();
}

void TileStore::look(const Sight& sight) {
    // Nothing has moved or arrived: what is drawn and wanted stays.
    if (lods_.empty() || (!stale_ && sight == sight_)) return;
    sight_ = sight;
    stale_ = false;
    ++looks_;
    wanted_.clear();
    drawn_.clear();
    complete_ = true;
    lod_ = choose(sight);
    const WorldBox view = seen(sight);
    const Lod& lod = lods_[lod_];
    for (std::size_t i = 0; i < lod.tiles.size(); ++i) {
        if (!touches(worldBox(lod, lod.tiles[i]), view)) continue;
        const TileKey key{lod_, static_cast<std::uint16_t>(i)};
        switch (slot(key).state) {
            case State::Here: draw(key); break;
            case State::Missing: wanted_.push_back(key); [[fallthrough]];
            case State::Failed:
                standIn(key, view);
                complete_ = false;
                break;
        }
    }
    // Coarser ones first: finer ones are drawn over what stands in for their neighbours.
    sortBy(drawn_, [](TileKey a, TileKey b) { return a.lod != b.lod ? a.lod < b.lod : a.tile < b.tile; });
    orderWanted();
    dropSpare();
}

void TileStore::keepAll(bool keeps) {
    stale_ = stale_ || keeps != keepsAll_;
    keepsAll_ = keeps;
}

bool TileStore::put(TileKey key, Tile tile) {
    // On another grid than the head says its points would stand elsewhere.
    if (tile.gridBits != lods_[key.lod].gridBits) {
        fail(key);
        return false;
    }
    Slot& into = slot(key);
    if (into.held) drop(key);
    into.held = std::make_unique<Held>();
    into.held->tile = std::move(tile);
    into.held->bytes = bytesOf(into.held->tile);
    into.state = State::Here;
    // As if the last look had needed it: of all tiles out of sight it is the last to be dropped.
    into.seen = looks_;
    bytes_ += into.held->bytes;
    ++tileCount_;
    ++version_;
    stale_ = true;
    return true;
}

void TileStore::fail(TileKey key) {
    if (slot(key).state != State::Missing) return;  // What is here stays.
    slot(key).state = State::Failed;
    ++version_;
    stale_ = true;
}

void TileStore::retry() {
    for (auto& slots : slots_) {
        for (Slot& one : slots) {
            if (one.state == State::Failed) one.state = State::Missing;
        }
    }
    ++version_;
    stale_ = true;
}

const Tile* TileStore::tile(TileKey key) const { return slot(key).held ? &slot(key).held->tile : nullptr; }

DEX_APART const TileIndex* TileStore::index(TileKey key) const {
    Held* one = slot(key).held.get();
    if (!one) return nullptr;
    // Made when it is first asked for: drawing needs none.
    if (!one->index) {
        one->index.emplace(one->tile);
        one->bytes += one->index->bytes();
        bytes_ += one->index->bytes();
    }
    return &*one->index;
}

bool TileStore::failed(TileKey key) const { return slot(key).state == State::Failed; }

std::optional<TileKey> TileStore::keyOf(FileIndex file) const {
    for (std::size_t lod = 0; lod < lods_.size(); ++lod) {
        for (std::size_t i = 0; i < lods_[lod].tiles.size(); ++i) {
            if (lods_[lod].tiles[i].file == file) {
                return TileKey{static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)};
            }
        }
    }
    return std::nullopt;
}

std::vector<TileKey> TileStore::takeDropped() {
    std::vector<TileKey> dropped;
    dropped.swap(dropped_);
    return dropped;
}

std::uint16_t TileStore::choose(const Sight& sight) const {
    const double ground = groundScale(sight.centre.y) * kWorldMetres;  // Metres on the ground in the world's width.
    const double pxPerMetre = sight.pxPerWorld * std::sqrt(sight.devicePixelRatio) / ground;
    for (std::size_t lod = 0; lod < lods_.size(); ++lod) {
        // However faithful a simplification is, its points stand on a grid.
        const double halfCell = ground / cellsPerWorld(lods_[lod].gridBits) / 2;
        const double error = std::max(lods_[lod].toleranceMetres, halfCell);
        if (error * pxPerMetre <= kMaxErrorPx) return static_cast<std::uint16_t>(lod);
    }
    return static_cast<std::uint16_t>(lods_.size() - 1);
}

void TileStore::draw(TileKey key) {
    if (slot(key).seen == looks_) return;
    slot(key).seen = looks_;
    drawn_.push_back(key);
}

void TileStore::standIn(TileKey missing, const WorldBox& view) {
    // Only what is in sight of the missing tile has to be covered.
    const WorldBox gap = common(worldBox(lods_[missing.lod], info(missing)), view);
    bool any = false;
    for (std::uint16_t lod = missing.lod; lod-- > 0;) {
        bool all = true;
        for (std::size_t i = 0; i < lods_[lod].tiles.size(); ++i) {
            if (!touches(worldBox(lods_[lod], lods_[lod].tiles[i]), gap)) continue;
            const TileKey key{lod, static_cast<std::uint16_t>(i)};
            if (slot(key).state == State::Here) {
                draw(key);
                any = true;
                continue;
            }
            all = false;
            // The ground is asked for where something above it is missing; the levels between are not, for the missing
            // tile is.
            if (lod == 0 && slot(key).state == State::Missing &&
                std::find(wanted_.begin(), wanted_.end(), key) == wanted_.end()) {
                wanted_.push_back(key);
            }
        }
        // The gap is covered: what is coarser still would be hidden.
        if (all && any) return;
    }
    if (!any && slot(missing).state == State::Failed) drawn_.push_back(missing);
}

void TileStore::orderWanted() {
    const auto farFromMiddle = [&](TileKey key) { return farness(worldBox(lods_[key.lod], info(key)), sight_.centre); };
    // Coarser ones first, which cover the most, then those nearest to the middle.
    sortBy(wanted_, [&](TileKey a, TileKey b) {
        if (a.lod != b.lod) return a.lod < b.lod;
        const double farA = farFromMiddle(a), farB = farFromMiddle(b);
        return farA != farB ? farA < farB : a.tile < b.tile;
    });
}

void TileStore::drop(TileKey key) {
    Slot& one = slot(key);
    bytes_ -= one.held->bytes;
    --tileCount_;
    ++version_;
    one.held.reset();
    one.state = State::Missing;
}

void TileStore::dropSpare() {
    while (!keepsAll_ && bytes_ > budget_) {
        std::optional<TileKey> oldest;
        // Level 0 is the ground, and stays. So do the tiles that this look has drawn, even where they alone are above
        // the budget.
        for (std::size_t lod = 1; lod < lods_.size(); ++lod) {
            for (std::size_t i = 0; i < slots_[lod].size(); ++i) {
                const Slot& one = slots_[lod][i];
                if (!one.held || one.seen == looks_ || (oldest && slot(*oldest).seen <= one.seen)) continue;
                oldest = TileKey{static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)};
            }
        }
        if (!oldest) return;
        drop(*oldest);
        dropped_.push_back(*oldest);
    }
}

}  // namespace dex
