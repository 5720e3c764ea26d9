#include "app/bench.h"

namespace dex {

void Bench::miss(FileIndex file) {
    missing_.push_back(file);
    isStuck_ = isStuck_ || library_.state(file) == Library::FileState::Failed;
}

bool Bench::has(std::span<const FileIndex> files) {
    bool areHere = true;
    for (const FileIndex file : files) {
        if (library_.state(file) == Library::FileState::Here) continue;
        miss(file);
        areHere = false;
    }
    return areHere;
}

// What the map lets go of later stays here.
bool Bench::bring(TileKey key, TileStore& tiles) {
    if (tiles.tile(key)) return true;
    if (const Tile* tile = onMap_.tile(key)) return tiles.put(key, *tile);
    miss(tiles.info(key).file);
    return false;
}

bool Bench::has(const Sight& sight, TileStore& tiles) {
    tiles.look(sight);
    const std::vector<TileKey> wanted = tiles.wanted();
    for (const TileKey key : wanted) bring(key, tiles);
    tiles.look(sight);
    return tiles.complete();
}

bool Bench::has(std::uint16_t lod, TileStore& tiles) {
    bool areHere = true;
    for (std::size_t i = 0; i < tiles.lods()[lod].tiles.size(); ++i)
        areHere = bring({lod, static_cast<std::uint16_t>(i)}, tiles) && areHere;
    return areHere;
}

}  // namespace dex
