#include "tests/abi/atlas.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "compile/commands.h"

namespace dex::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::uint8_t> readFile(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

ServedAtlas compiled(const std::string& recipe, const std::string& from) {
    const fs::path folder = fs::temp_directory_path() / ("dex-abi-" + std::to_string(::getpid()));
    CompileOptions options;
    options.recipe = recipe;
    options.from = {from};
    options.out = folder.string();
    if (runCompile(options) != Exit::Done) throw std::runtime_error(recipe + " does not compile");

    ServedAtlas atlas;
    for (const auto& entry : fs::directory_iterator(folder))
        atlas.files[entry.path().filename().string()] = readFile(entry.path());
    const auto& list = atlas.files.at("atlas.json");
    const auto json = nlohmann::json::parse(list.begin(), list.end());
    atlas.head = json.at("head").get<std::string>();
    atlas.first = json.at("first").get<std::vector<std::string>>();
    fs::remove_all(folder);
    return atlas;
}

}  // namespace

const ServedAtlas& boroughs() {
    static const ServedAtlas atlas = compiled(DEX_ROOT "/data/recipes/london-boroughs.json", DEX_ROOT "/data");
    return atlas;
}

std::string publishedData() {
    const char* named = std::getenv("DEX_DATA");
    for (const std::string& folder : {std::string(named ? named : ""), std::string(DEX_ROOT "/../shared/data")}) {
        if (!folder.empty() && fs::exists(folder + "/indicators")) return folder;
    }
    return {};
}

const ServedAtlas& london() {
    static const ServedAtlas atlas = compiled(DEX_ROOT "/data/recipes/london.json", publishedData());
    return atlas;
}

const ServedAtlas& town() {
    static const ServedAtlas atlas = compiled(DEX_ROOT "/tests/data/mini/recipe.json", DEX_ROOT "/tests/data/mini");
    return atlas;
}

std::vector<std::uint8_t> face(const std::string& name) { return readFile(DEX_ROOT "/build/faces/" + name + ".otf"); }

}  // namespace dex::test
