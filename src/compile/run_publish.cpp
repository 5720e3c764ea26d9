#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "compile/asked.h"
#include "compile/commands.h"
#include "compile/dataset.h"
#include "compile/say.h"
#include "compile/score_atlas.h"
#include "compile/write_file.h"
#include "model/findings_of.h"
#include "output/area_json.h"
#include "output/areas_csv.h"
#include "output/areas_geojson.h"
#include "output/column_guide.h"
#include "words/write_facts.h"

namespace dex {
namespace {

// Writes everything that is published below a folder, and keeps count of it.
class Publisher {
public:
    Publisher(const AtlasFolder& folder, ScoredAtlas& atlas, const PublishOptions& options, Problems& problems)
        : folder_(folder), atlas_(atlas), options_(options), problems_(problems) {}

    void publish() {
        for (const char* below : {"places", "areas"}) {
            std::error_code failed;
            std::filesystem::create_directories(options_.out + "/" + below, failed);
        }
        const AtlasHead& head = atlas_.head();
        places_ = fileNamesOf(atlas_.library.names(head.topLevel())->codes, "");
        areas_ = fileNamesOf(atlas_.library.names(0)->codes, ".json");
        writeTables();
        writeOutlines();
        writeAreas();
        writeRecipe();
        // After all others: the index and the description list them with their sizes.
        const PublishedFiles files{places_, areas_, sizes_};
        write("index.json", publishedIndex(atlas_, files));
        const bool needsSlash = !options_.address.empty() && !options_.address.ends_with('/');
        const std::string address = options_.address + (needsSlash ? "/" : "");
        write("dataset.jsonld",
              publishedDataset(atlas_, files, address, options_.date == "none" ? std::string() : options_.date));
    }

private:
    void write(const std::string& name, const std::string& text) {
        sizes_[name] = text.size();
        const std::string path = options_.out + "/" + name;
        if (!writeFile(path, asBytes(text))) problems_.add(path, "could not be written");
    }

    void writeTables() {
        AreasCsv how{.hasMark = true, .hasUnits = false};
        const TableShape shape = scoresShape(0, how);
        // Of the place that `how` says by now: none at first.
        const auto csv = [&] { return scoresCsv(atlas_.library, atlas_.analysis, how).value(); };
        const std::string whole[] = {"whole.csv"};
        write(whole[0], csv());
        write(whole[0] + std::string(kGuideEnding), csvwText(atlas_.head(), shape, whole, atlas_.spec));
        std::vector<std::string> files;
        for (std::uint32_t place = 0; place < places_.size(); ++place) {
            how.rows.place = LevelArea{atlas_.head().topLevel(), place};
            files.push_back(places_[place] + ".csv");
            write("places/" + files.back(), csv());
        }
        write("places/" + std::string(kGuideOfFolder), csvwText(atlas_.head(), shape, files, atlas_.spec));
    }

    std::optional<std::vector<Tile>> tilesOf(std::size_t lod) {
        std::vector<Tile> tiles;
        for (std::size_t i = 0; i < atlas_.head().lods[lod].tiles.size(); ++i) {
            auto tile = folder_.tile(lod, i, problems_);
            if (!tile) return std::nullopt;
            tiles.push_back(std::move(*tile));
        }
        return tiles;
    }

    // The whole as coarse as an overview, places as fine as there is. Scores alone: figures are in the tables.
    void writeOutlines() {
        const TableShape shape{.level = 0, .hasScores = true, .figures = FigureColumns::None};
        const auto cells =
            AreaCells::of(atlas_.library, atlas_.analysis.columns(), &atlas_.atLevel(), shape, {.decimals = 3});
        // Of degrees: a tenth of a metre.
        constexpr GeoJsonStyle kStyle{.decimals = 6};
        const auto coarse = tilesOf(0), fine = tilesOf(atlas_.head().lods.size() - 1);
        if (!cells || !coarse || !fine) return;
        write("whole.geojson", AreasGeoJson(atlas_.library, *cells, *coarse, {}, kStyle).rest());
        for (std::uint32_t place = 0; place < places_.size(); ++place) {
            const TableRows rows{.place = LevelArea{atlas_.head().topLevel(), place}};
            write("places/" + places_[place] + ".geojson",
                  AreasGeoJson(atlas_.library, *cells, *fine, rows, kStyle).rest());
        }
    }

    void writeAreas() {
        const std::vector<MessageFinding> noMessages;
        atlas_.analysis.scoresAt(0, atlas_.library)->stepStability(Stability::kDraws);
        for (std::uint32_t area = 0; area < areas_.size(); ++area) {
            Chosen chosen = atlas_.chosen;
            // It only says whose card this is: the analysis need not be made again for each.
            chosen.selected = LevelArea{0, area};
            const Findings findings = findingsOf(
                {.library = atlas_.library, .chosen = chosen, .analysis = atlas_.analysis, .messages = noMessages});
            const Facts facts = writeFacts(findings);
            write("areas/" + areas_[area], areaJson(atlas_.library, *chosen.selected, findings, facts, atlas_.spec));
        }
    }

    void writeRecipe() {
        if (atlas_.head().recipe == kNoFile) return;
        const auto bytes = folder_.bytes(atlas_.head().recipe, problems_);
        if (!bytes) return;
        const std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        const auto recipe = nlohmann::ordered_json::parse(text, nullptr, false);
        write("recipe.json", recipe.is_discarded() ? text : recipe.dump(2) + "\n");
    }

    const AtlasFolder& folder_;
    ScoredAtlas& atlas_;
    const PublishOptions& options_;
    Problems& problems_;
    std::vector<std::string> places_, areas_;  // As files are called: places without their ending.
    std::map<std::string, std::size_t> sizes_;
};

}  // namespace

Exit runPublish(const PublishOptions& options) {
    Problems wrong, problems;
    checkAddress(options.address, wrong);
    if (!options.date.empty()) askedDay(options.date, wrong);
    const auto folder = wrong.any() ? std::nullopt : AtlasFolder::open(options.atlas, problems);
    auto atlas = folder ? scoreAtlas(*folder, {}, wrong, problems) : std::nullopt;
    if (atlas) Publisher(*folder, *atlas, options, problems).publish();
    sayAll(wrong.any() ? wrong : problems);
    return wrong.any() ? Exit::AskedWrongly : problems.any() ? Exit::Failed : Exit::Done;
}

}  // namespace dex
