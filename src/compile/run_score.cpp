#include <nlohmann/json.hpp>

#include "compile/commands.h"
#include "compile/report.h"
#include "compile/say.h"
#include "compile/score_atlas.h"
#include "compile/weights_text.h"
#include "compile/write_csv.h"
#include "compile/write_file.h"
#include "risk/arithmetic.h"
#include "risk/spec_id.h"
#include "risk/stability.h"
#include "stats/summary.h"

namespace dex {

namespace {

using OrderedJson = nlohmann::ordered_json;

class ScoreTable {
public:
    ScoreTable(const ScoredAtlas& atlas, bool exact, const Stability* stability)
        : atlas_(atlas), decimals_(exact ? kExactly : 6), stability_(stability) {
        const auto& top = atlas.levels.back().groupOf;
        parents_ = parentsOf(atlas.levels[atlas.level].groupOf, top, static_cast<std::uint32_t>(top.size()),
                             atlas.areaCount());
    }

    std::string text() const {
        std::string text = header();
        for (std::uint32_t area = 0; area < atlas_.areaCount(); ++area) {
            if (atlas_.isInScope(area)) text += row(area);
        }
        return text;
    }

private:
    std::string header() const {
        std::string line =
            "code,name," + csvText(atlas_.head.levels.back().id) + ",overall,rank,n,band,coverage,dominant";
        for (const Need& need : atlas_.index().needs) line += "," + csvText(need.id);
        for (const Indicator& one : atlas_.head.indicators) {
            for (const char* what : {"", ".unit", ".state"}) line += "," + csvText(one.id + what);
        }
        if (stability_ != nullptr) line += ",stability.low,stability.high";
        return line.append(kCsvLineEnd);
    }

    std::string row(std::uint32_t area) const {
        const AreaNames& names = atlas_.levels[atlas_.level].names;
        const Scores& scores = atlas_.scores;
        std::string line = csvText(names.codes[area]) + "," + csvText(names.names[area]) + ",";
        if (parents_[area] != kNoParent) line += csvText(atlas_.levels.back().names.names[parents_[area]]);
        line += "," + cell(scores.overall, area) + ",";
        const auto rank = scores.ranking.rank(area);
        if (rank) line += std::to_string(rank->fromHighest);
        line += "," + std::to_string(scores.ranking.count()) + ",";
        if (rank) line += std::to_string(bandOf(scores.ranking, area));
        line += "," + csvNumber(scores.coverage[area], decimals_) + "," + csvText(dominantText(area));
        for (const Column& need : scores.needs) line += "," + cell(need, area);
        for (std::size_t i = 0; i < atlas_.columns.size(); ++i) {
            line += "," + cell(atlas_.columns[i], area) + "," + csvText(unitOf(atlas_.head.indicators[i])) + ",";
            line += stateWord(atlas_.columns[i].states[area]);
        }
        if (stability_ != nullptr) {
            const auto range = stability_->range(area);
            line += range ? "," + std::to_string(range->low) + "," + std::to_string(range->high) : ",,";
        }
        return line.append(kCsvLineEnd);
    }

    std::string cell(const Column& column, std::uint32_t area) const {
        return hasNumber(column.states[area]) ? csvNumber(column.values[area], decimals_) : "";
    }

    std::string dominantText(std::uint32_t area) const {
        const auto [leader, second] = atlas_.scores.dominant[area];
        std::string text;
        if (leader != kNoNeed) text += atlas_.index().needs[leader].id;
        if (second != kNoNeed) text += " " + atlas_.index().needs[second].id;
        return text;
    }

    // A share stands in the table as it is kept, a fraction; percent is display.
    static std::string unitOf(const Indicator& indicator) {
        return (indicator.display == Display::Percent ? "fraction 0 to 1 " : "") + indicator.unit;
    }

    const ScoredAtlas& atlas_;
    int decimals_;
    const Stability* stability_;
    std::vector<std::uint32_t> parents_;  // In the top level.
};

std::string metadata(const ScoredAtlas& atlas, const ScoreOptions& options) {
    OrderedJson sources = OrderedJson::array(), indicators = OrderedJson::array();
    for (const Source& one : atlas.head.sources) {
        sources.push_back({{"publisher", one.publisher},
                           {"title", one.title},
                           {"date", one.date},
                           {"licence", one.licence},
                           {"attribution", one.attribution}});
    }
    for (const Indicator& one : atlas.head.indicators) {
        const Source& source = atlas.head.sources[one.source];
        indicators.push_back({{"id", one.id},
                              {"label", one.label},
                              {"date", one.date},
                              {"source", source.publisher + ": " + source.title},
                              {"licence", source.licence}});
    }
    OrderedJson scope = "all";
    if (!atlas.smallAreas.empty()) {
        scope = OrderedJson::array();
        for (std::size_t i = 0; i < atlas.smallAreas.size(); ++i) {
            if (atlas.smallAreas[i] != 0) scope.push_back(atlas.levels[0].names.codes[i]);
        }
    }
    const Index& index = atlas.index();
    OrderedJson document{{"title", atlas.head.title},
                         {"spec", atlas.spec},
                         {"index", {{"id", index.id}, {"version", index.version}, {"title", index.title}}},
                         {"arithmetic", {{"method", idOf(atlas.arithmetic)}, {"version", kArithmeticVersion}}},
                         {"weights", weightsText(atlas.weights, atlas.head)},
                         {"level", atlas.head.levels[atlas.level].id},
                         {"scope", scope},
                         {"ranked", atlas.scores.ranking.count()},
                         {"exact", options.exact},
                         {"attribution", atlas.head.attribution},
                         {"indicators", indicators},
                         {"sources", sources}};
    if (options.stability) {
        document["stability"] = {
            {"draws", *options.stability}, {"generator", "SplitMix64"}, {"seed", Stability::kSeed}};
    }
    return document.dump(2) + "\n";
}

}  // namespace

Exit runScore(const ScoreOptions& options) {
    Problems wrong, problems;
    const auto folder = AtlasFolder::open(options.atlas, problems);
    const auto atlas = folder ? scoreAtlas(*folder, options.request, wrong, problems) : std::nullopt;
    if (!atlas) {
        sayAll(wrong.any() ? wrong : problems);
        return wrong.any() ? Exit::AskedWrongly : Exit::Failed;
    }
    if (!anyActive(atlas->weights)) say("all weights are 0, so no area has a score");
    std::optional<Stability> stability;
    if (options.stability) {
        stability.emplace(atlas->normalised, atlas->scores, atlas->weights, atlas->arithmetic, *options.stability);
        stability->step(*options.stability);
    }
    const std::string table = ScoreTable(*atlas, options.exact, stability ? &*stability : nullptr).text();
    if (options.csv.empty()) {
        print(table);
        return Exit::Done;
    }
    const std::string meta = options.csv + ".meta.json";
    if (writeFile(options.csv, asBytes(table)) && writeFile(meta, asBytes(metadata(*atlas, options))))
        return Exit::Done;
    say(options.csv + ": could not be written");
    return Exit::Failed;
}

}  // namespace dex
