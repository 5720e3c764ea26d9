#include "map/pick.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <random>
#include <vector>

#include "compile/atlas_folder.h"

namespace dex {
namespace {

constexpr const char* kAtlas = DEX_ROOT "/build/atlas";

// London's finest level of detail, whole.
bool load(TileStore& store, WorldBox& box) {
    if (!std::filesystem::exists(std::filesystem::path(kAtlas) / "atlas.json")) return false;
    Problems problems;
    const auto atlas = AtlasFolder::open(kAtlas, problems);
    if (!atlas) return false;
    store.open(atlas->head().lods);
    const auto lod = static_cast<std::uint16_t>(store.lods().size() - 1);
    for (std::uint16_t i = 0; i < store.lods()[lod].tiles.size(); ++i) {
        auto tile = atlas->tile(lod, i, problems);
        if (!tile || !store.put({lod, i}, std::move(*tile))) return false;
    }
    GridBox all;
    for (const TileInfo& tile : store.lods()[lod].tiles) all.add(tile.box);
    box = toWorld(all, store.lods()[lod].gridBits);
    return true;
}

void oneMillionPoints(benchmark::State& state) {
    TileStore store;
    WorldBox box;
    if (!load(store, box)) {
        state.SkipWithError("no atlas at build/atlas");
        return;
    }
    std::mt19937 random(1);
    std::uniform_real_distribution<double> x(box.minX, box.maxX), y(box.minY, box.maxY);
    std::vector<WorldPoint> points(1'000'000);
    for (WorldPoint& point : points) point = {x(random), y(random)};
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (const WorldPoint point : points) found += areaAt(store, point).has_value();
    }
    state.counters["inside"] = static_cast<double>(found);
}

BENCHMARK(oneMillionPoints)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dex
