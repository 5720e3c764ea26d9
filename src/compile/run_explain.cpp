#include "compile/commands.h"
#include "compile/explain_card.h"
#include "compile/explain_sums.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/weights_text.h"
#include "risk/arithmetic.h"

namespace dex {

namespace {

// The level of the area, so that it can be scored; nothing and a sentence where no area has the code.
std::optional<CodedArea> areaAsked(const AtlasFolder& folder, const std::string& code, Problems& wrong,
                                   Problems& problems) {
    std::vector<NamedLevel> levels;
    for (std::uint32_t level = 0; level < folder.head().levels.size(); ++level) {
        auto names = folder.names(level, problems);
        if (!names) return std::nullopt;
        levels.push_back({std::move(*names), {}});
    }
    const auto area = areaWithCode(code, levels);
    if (!area) wrong.add("CODE", "no area has the code " + inQuotes(code));
    return area;
}

std::string headingOf(const ScoredAtlas& atlas) {
    const Index& index = atlas.index();
    const Level& level = atlas.head.levels[atlas.level];
    return index.title + " " + index.version + ", by " + std::string(idOf(atlas.arithmetic)) + ", among " +
           grouped(atlas.scores.ranking.count()) + " " + level.plural + ", spec " + atlas.spec +
           "\nWeights: " + weightsText(atlas.weights, atlas.head) +
           "\nEvery score is rounded to 9 decimals as soon as it is worked out.\n";
}

// Blank where something is wrong.
std::string explained(const AtlasFolder& folder, const ExplainOptions& options, Problems& wrong, Problems& problems) {
    const auto found = areaAsked(folder, options.code, wrong, problems);
    if (!found) return {};
    const CodedArea area = *found;
    ScoreRequest request = options.request;
    request.level = folder.head().levels[area.level].id;
    const auto atlas = scoreAtlas(folder, request, wrong, problems);
    if (!atlas) return {};
    if (!atlas->isInScope(area.area)) {
        wrong.add("CODE", "this area is not in the scope");
        return {};
    }
    Stability stability(atlas->normalised, atlas->scores, atlas->weights, atlas->arithmetic);
    stability.step(Stability::kDraws);
    return explainCard(folder, *atlas, stability, area.area, problems) + "\n" + headingOf(*atlas) + "\n" +
           explainSums(*atlas, area.area);
}

}  // namespace

Exit runExplain(const ExplainOptions& options) {
    Problems wrong, problems;
    const auto folder = AtlasFolder::open(options.atlas, problems);
    const std::string text = folder ? explained(*folder, options, wrong, problems) : std::string();
    if (wrong.any() || problems.any()) {
        sayAll(wrong.any() ? wrong : problems);
        return wrong.any() ? Exit::AskedWrongly : Exit::Failed;
    }
    print(text);
    return Exit::Done;
}

}  // namespace dex
