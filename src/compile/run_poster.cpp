#include <filesystem>
#include <nlohmann/json.hpp>

#include "compile/asked.h"
#include "compile/commands.h"
#include "compile/indexed_png.h"
#include "compile/poster.h"
#include "compile/say.h"
#include "compile/write_file.h"
#include "map/area_ref.h"
#include "map/view_pairs.h"

namespace dex {
namespace {

using Json = nlohmann::json;

constexpr PosterSize kSize{768, 480};
// Enough for five classes, paper, lines and the greys of letters; more are seen by nobody and cost bytes.
constexpr std::size_t kMaxColours = 16;

struct PosterPlace {
    std::string name, view, file;
};

// The whole, then each area of the topmost level.
std::vector<PosterPlace> placesOf(const AtlasFolder& atlas, const AreaNames& names) {
    const AtlasHead& head = atlas.head();
    const std::string& level = head.levels[head.topLevel()].id;
    std::vector<std::string> called{"whole"};
    called.insert(called.end(), names.codes.begin(), names.codes.end());
    const auto files = fileNamesOf(called, ".png");
    std::vector<PosterPlace> places{{head.place, "", files[0]}};
    for (std::size_t i = 0; i < names.codes.size(); ++i) {
        const std::string& code = names.codes[i];
        std::string view;
        appendPair(view, ViewKey::Place, AreaRef{level, code}.text());
        places.push_back({names.names[i], std::move(view), files[i + 1]});
    }
    return places;
}

bool drawAll(const AtlasFolder& atlas, PosterPress& press, const std::string& out, Problems& problems) {
    const auto names = atlas.names(atlas.head().topLevel(), problems);
    if (!names) return false;
    Json posters = Json::array();
    for (const PosterPlace& place : placesOf(atlas, *names)) {
        const auto poster = press.draw(place.view, problems);
        if (!poster) return false;
        const std::string path = out + "/" + place.file;
        if (!writeFile(path, indexedPng(poster->rgba, kSize.width, kSize.height, kMaxColours))) {
            problems.add(path, "could not be written");
            return false;
        }
        posters.push_back({{"place", place.name}, {"view", place.view}, {"file", place.file}, {"alt", poster->alt}});
    }
    const Json document{{"width", kSize.width}, {"height", kSize.height}, {"posters", posters}};
    const std::string list = out + "/posters.json", text = document.dump(1) + "\n";
    if (writeFile(list, asBytes(text))) return true;
    problems.add(list, "could not be written");
    return false;
}

}  // namespace

Exit runPoster(const PosterOptions& options) {
    Problems problems;
    const auto atlas = AtlasFolder::open(options.atlas, problems);
    if (atlas) {
        PosterPress press(*atlas, kSize);
        std::error_code failed;
        std::filesystem::create_directories(options.out, failed);
        if (press.readFaces(options.faces, problems)) drawAll(*atlas, press, options.out, problems);
    }
    sayAll(problems);
    return problems.any() ? Exit::Failed : Exit::Done;
}

}  // namespace dex
