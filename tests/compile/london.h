#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "compile/mini.h"
#include "compile/report.h"

namespace dex::london {

// Where the published files are (docs/data.md); empty when they are missing.
inline std::string dataFolder() {
    const char* named = std::getenv("DEX_DATA");
    for (const std::string& folder :
         {std::string(named == nullptr ? "" : named), std::string(DEX_ROOT) + "/../shared/data"}) {
        if (!folder.empty() && std::filesystem::exists(folder + "/indicators")) return folder;
    }
    return {};
}

// London as it was published, compiled once for all tests; they are skipped where the files are missing.
class London : public testing::Test {
protected:
    static void SetUpTestSuite() {
        if (dataFolder().empty() || atlas_) return;
        Problems problems;
        const std::string recipe = mini::textOf(std::string(DEX_ROOT) + "/data/recipes/london.json");
        auto compiled = compileAtlas(recipe, "london.json", {{dataFolder()}}, report_, problems);
        for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
        if (compiled) atlas_ = mini::opened(*compiled, mini::scratch("london"));
    }
    void SetUp() override {
        if (dataFolder().empty()) GTEST_SKIP() << "the published files are missing (docs/data.md)";
        ASSERT_TRUE(atlas_);
    }

    static std::vector<Tile> tilesOf(std::size_t lod) {
        Problems problems;
        std::vector<Tile> tiles;
        for (std::size_t i = 0; i < atlas_->head().lods[lod].tiles.size(); ++i)
            tiles.push_back(*atlas_->tile(lod, i, problems));
        return tiles;
    }

    static inline Report report_;
    static inline std::optional<AtlasFolder> atlas_;
};

}  // namespace dex::london
