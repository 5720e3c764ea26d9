#include "find/area_index.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <vector>

namespace dex {
namespace {

constexpr std::uint32_t kWorld = 1u << 16;

// As many boxes as would tile the world, so that a point lies in about one.
std::vector<GridBox> someBoxes(std::uint32_t count) {
    std::mt19937 random(3);
    const auto side = static_cast<std::uint32_t>(std::sqrt(double{kWorld} * kWorld / count) * 2);
    std::vector<GridBox> boxes;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto x = static_cast<std::int32_t>(random() % kWorld), y = static_cast<std::int32_t>(random() % kWorld);
        boxes.push_back(
            {x, y, x + static_cast<std::int32_t>(random() % side), y + static_cast<std::int32_t>(random() % side)});
    }
    return boxes;
}

void packAreas(benchmark::State& state) {
    const auto boxes = someBoxes(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(AreaIndex::pack(boxes));
}

void searchPoints(benchmark::State& state) {
    const Bytes bytes = AreaIndex::pack(someBoxes(static_cast<std::uint32_t>(state.range(0))));
    const AreaIndex index = AreaIndex::open(bytes).value();
    std::mt19937 random(5);
    std::uint32_t found[16];
    for (auto _ : state) {
        const GridPoint point{static_cast<std::int32_t>(random() % kWorld),
                              static_cast<std::int32_t>(random() % kWorld)};
        benchmark::DoNotOptimize(index.search(point, found));
    }
}

BENCHMARK(packAreas)->Arg(4994)->Arg(35672)->Unit(benchmark::kMillisecond);
BENCHMARK(searchPoints)->Arg(4994)->Arg(35672);

}  // namespace
}  // namespace dex
