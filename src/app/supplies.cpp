#include "app/supplies.h"

namespace dex {

void Supplies::miss(FileIndex file) {
    missing_.push_back(file);
    hasFailed_ = hasFailed_ || loaded_.library.state(file) == Library::FileState::Failed;
}

bool Supplies::hasHead() {
    if (loaded_.library.head()) return true;
    hasFailed_ = hasFailed_ || loaded_.hasHeadFailed;
    return false;
}

bool Supplies::hasFaces() {
    if (loaded_.regular && loaded_.semibold) return true;
    hasFailed_ = hasFailed_ || loaded_.haveFacesFailed;
    return false;
}

bool Supplies::hasAnswer(const QuestionText& question) {
    if (question.empty()) return true;
    hasFailed_ = hasFailed_ || question != loaded_.answered;
    return !hasFailed_ && loaded_.isAnswered;
}

bool Supplies::has(std::span<const FileIndex> files) {
    bool areHere = true;
    for (const FileIndex file : files) {
        if (loaded_.library.state(file) == Library::FileState::Here) continue;
        miss(file);
        areHere = false;
    }
    return areHere;
}

bool Supplies::has(const Sight& sight, TileStore& tiles) {
    tiles.look(sight);
    const std::vector<TileKey> wanted = tiles.wanted();
    for (const TileKey key : wanted) {
        // A copy, because the map lets go of its tiles when they are out of sight.
        if (const Tile* tile = loaded_.tiles.tile(key))
            tiles.put(key, *tile);
        else
            miss(tiles.info(key).file);
    }
    tiles.look(sight);
    return tiles.complete();
}

bool Supplies::has(std::uint16_t lod, TilesOfLod& copies) {
    const std::vector<TileInfo>& tiles = loaded_.tiles.lods()[lod].tiles;
    copies.tiles.resize(tiles.size());
    copies.areHere.resize(tiles.size());
    bool areHere = true;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (copies.areHere[i]) continue;
        const Tile* tile = loaded_.tiles.tile({lod, static_cast<std::uint16_t>(i)});
        copies.areHere[i] = tile != nullptr;
        areHere = areHere && tile;
        if (tile)
            copies.tiles[i] = *tile;
        else
            miss(tiles[i].file);
    }
    return areHere;
}

}  // namespace dex
