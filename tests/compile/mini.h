#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/compile_atlas.h"
#include "model/level_columns.h"

namespace dex::mini {

inline std::string folder() { return std::string(DEX_ROOT) + "/tests/data/mini"; }

inline std::string textOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::string recipe() { return textOf(folder() + "/recipe.json"); }

// A fresh folder for one test.
inline std::string scratch(const std::string& name) {
    const auto path = std::filesystem::path(testing::TempDir()) / ("dex-" + name);
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
    return path.string();
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

struct Run {
    std::optional<FinishedAtlas> atlas;
    Report report;
    Problems problems;

    std::string firstProblem() const { return problems.any() ? problems.sentences()[0] : std::string(); }
};

// `extra` is a folder that is looked in first.
inline Run compile(const std::string& recipeJson, const std::string& extra = {}) {
    Run run;
    DataFolders where;
    if (!extra.empty()) where.folders.push_back(extra);
    where.folders.push_back(folder());
    run.atlas = compileAtlas(recipeJson, "recipe.json", where, run.report, run.problems);
    return run;
}

inline std::optional<AtlasFolder> opened(const FinishedAtlas& atlas, const std::string& out) {
    Problems problems;
    writeAtlas(atlas, out, problems);
    auto folder = AtlasFolder::open(out, problems);
    for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    return folder;
}

// A level's column of an indicator, rolled up or down where it lies on another; nothing where that fails.
inline std::optional<Column> columnAt(const AtlasFolder& atlas, std::size_t indicator, std::uint32_t level) {
    const auto asked = static_cast<std::uint32_t>(indicator);
    Problems problems;
    std::vector<FileIndex> files;
    addFilesOf(atlas.head(), asked, level, files);
    Library library;
    if (!atlas.supply(files, library, problems)) return std::nullopt;
    const LevelColumns columns;
    const Column* column = columns.at(library, asked, level);
    return column ? std::optional<Column>(*column) : std::nullopt;
}

}  // namespace dex::mini
