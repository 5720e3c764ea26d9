#include "compile/commands.h"
#include "compile/explain_card.h"
#include "compile/explain_sums.h"
#include "compile/read_scope.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/weights_text.h"
#include "model/wanted.h"
#include "risk/arithmetic.h"

namespace dex {

namespace {

// Nothing, and a sentence, where no area has the code.
std::optional<LevelArea> areaAsked(const AtlasFolder& folder, const std::string& code, Problems& wrong,
                                   Problems& problems) {
    Library library;
    if (!folder.supply(filesOfScopes(folder.head()), library, problems)) return std::nullopt;
    const auto area = areaWithCode(code, library);
    if (!area) wrong.add("CODE", "no area has the code " + inQuotes(code));
    return area;
}

std::string headingOf(const ScoredAtlas& atlas) {
    const Index& index = atlas.index();
    const Level& level = atlas.head().levels[atlas.chosen.level];
    return index.title + " " + index.version + ", by " + std::string(idOf(atlas.chosen.arithmetic)) + ", among " +
           grouped(atlas.scores().ranking.count()) + " " + level.plural + ", spec " + atlas.spec +
           "\nWeights: " + weightsText(atlas.chosen.weights, atlas.head()) +
           "\nEvery score is rounded to 9 decimals as soon as it is worked out.\n";
}

// Blank where something is wrong.
std::string explained(const AtlasFolder& folder, const ExplainOptions& options, Problems& wrong, Problems& problems) {
    const auto found = areaAsked(folder, options.code, wrong, problems);
    if (!found) return {};
    const LevelArea area = *found;
    ScoreRequest request = options.request;
    request.level = folder.head().levels[area.level].id;
    auto atlas = scoreAtlas(folder, request, wrong, problems);
    // The card says residents where there are any, and groups beside the whole, whose figures are weighted by them.
    if (!atlas || !folder.supply({folder.head().residents}, atlas->library, problems)) return {};
    if (!atlas->atLevel().isInScope(area.area)) {
        wrong.add("CODE", "this area is not in the scope");
        return {};
    }
    return explainCard(*atlas, area.area) + "\n" + headingOf(*atlas) + "\n" + explainSums(*atlas, area.area);
}

}  // namespace

Exit runExplain(const ExplainOptions& options) {
    Problems wrong, problems;
    const auto folder = AtlasFolder::open(options.atlas, problems);
    const std::string text = folder ? explained(*folder, options, wrong, problems) : std::string();
    if (wrong.any() || problems.any()) {
        // Where something was asked wrongly only that is said: the rest may come of it.
        sayAll(wrong.any() ? wrong : problems);
        return wrong.any() ? Exit::AskedWrongly : Exit::Failed;
    }
    print(text);
    return Exit::Done;
}

}  // namespace dex
