#include "compile/score_metadata.h"

#include <nlohmann/json.hpp>

#include "compile/weights_text.h"
#include "risk/arithmetic.h"
#include "risk/spec_id.h"

namespace dex {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson sourcesOf(const AtlasHead& head) {
    OrderedJson sources = OrderedJson::array();
    for (const Source& one : head.sources) {
        sources.push_back({{"publisher", one.publisher},
                           {"title", one.title},
                           {"date", one.date},
                           {"licence", one.licence},
                           {"attribution", one.attribution},
                           {"url", one.url}});
    }
    return sources;
}

OrderedJson indicatorsOf(const AtlasHead& head) {
    OrderedJson indicators = OrderedJson::array();
    for (const Indicator& one : head.indicators) {
        const Source& source = head.sources[one.source];
        indicators.push_back({{"id", one.id},
                              {"label", one.label},
                              {"date", one.date},
                              {"source", source.publisher + ": " + source.title},
                              {"licence", source.licence}});
    }
    return indicators;
}

// "all", or the codes of the small areas.
OrderedJson scopeOf(const ScoredAtlas& atlas) {
    const Scope smallAreas = scopeOf(atlas.chosen, atlas.library);
    if (smallAreas.empty()) return "all";
    OrderedJson codes = OrderedJson::array();
    for (std::size_t i = 0; i < smallAreas.size(); ++i) {
        if (smallAreas[i] != 0) codes.push_back(atlas.library.names(0)->codes[i]);
    }
    return codes;
}

}  // namespace

std::string scoreMetadata(const ScoredAtlas& atlas, bool exact, std::optional<std::uint32_t> draws) {
    const AtlasHead& head = atlas.head();
    const Index& index = atlas.index();
    const Chosen& chosen = atlas.chosen;
    OrderedJson document{{"title", head.title},
                         {"spec", atlas.spec},
                         {"index", {{"id", index.id}, {"version", index.version}, {"title", index.title}}},
                         {"arithmetic", {{"method", idOf(chosen.arithmetic)}, {"version", kArithmeticVersion}}},
                         {"weights", weightsText(chosen.weights, head)},
                         {"level", head.levels[chosen.level].id},
                         {"scope", scopeOf(atlas)},
                         {"ranked", atlas.scores().ranking.count()},
                         {"exact", exact},
                         {"attribution", head.attribution},
                         {"indicators", indicatorsOf(head)},
                         {"sources", sourcesOf(head)}};
    // All that it takes to draw the same again (docs/method.md, "How steady it is").
    if (draws) document["stability"] = {{"draws", *draws}, {"generator", "SplitMix64"}, {"seed", Stability::kSeed}};
    return document.dump(2) + "\n";
}

}  // namespace dex
