#include "find/names.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "compile/atlas_folder.h"

namespace dex {
namespace {

constexpr const char* kAtlas = DEX_ROOT "/build/atlas";

// All names of London, as they are once a search has begun.
struct London {
    std::vector<AreaNames> names;
    std::vector<std::vector<std::uint32_t>> groupings;
    std::vector<const AreaNames*> pointers;

    bool load() {
        if (!std::filesystem::exists(std::filesystem::path(kAtlas) / "atlas.json")) return false;
        Problems problems;
        const auto atlas = AtlasFolder::open(kAtlas, problems);
        for (std::uint32_t level = 0; atlas && level < atlas->head().levels.size(); ++level) {
            auto read = atlas->names(level, problems);
            auto grouping = atlas->grouping(level, problems);
            if (!read || !grouping) return false;
            names.push_back(std::move(*read));
            groupings.push_back(std::move(*grouping));
        }
        for (const auto& level : names) pointers.push_back(&level);
        return !names.empty();
    }
};

void findIn(benchmark::State& state, const std::string& typed) {
    London london;
    if (!london.load()) {
        state.SkipWithError("no atlas at build/atlas");
        return;
    }
    std::size_t found = 0;
    for (auto _ : state) found = findNames(typed, {london.pointers, london.groupings}, 8).count;
    state.counters["found"] = static_cast<double>(found);
}

BENCHMARK_CAPTURE(findIn, oneLetter, "s")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findIn, aName, "peckham")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findIn, aNameAndItsPlace, "abbey merton")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findIn, aNumber, "southwark 022b")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findIn, twoErrors, "hammresmtih")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findIn, nothing, "nowhere at all on the map of this city")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dex
