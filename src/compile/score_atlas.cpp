#include "compile/score_atlas.h"

#include <algorithm>

#include "compile/read_scope.h"
#include "compile/text.h"
#include "compile/weights_text.h"
#include "model/wanted.h"
#include "risk/arithmetic.h"
#include "risk/spec_id.h"

namespace dex {

namespace {

std::optional<std::uint32_t> levelAsked(const std::string& id, const AtlasHead& head, Problems& wrong) {
    if (id.empty()) return 0;
    std::string known;
    for (std::uint32_t level = 0; level < head.levels.size(); ++level) {
        if (head.levels[level].id == id) return level;
        known += (level > 0 ? ", " : "") + head.levels[level].id;
    }
    wrong.add("--level", "there is no level " + inQuotes(id) + ". The atlas has " + known);
    return std::nullopt;
}

std::optional<Arithmetic> arithmeticAsked(const std::string& method, const Index& index, Problems& wrong) {
    if (method.empty()) return index.arithmetic;
    const auto arithmetic = arithmeticWithId(method);
    if (!arithmetic) wrong.add("--method", "expected " + eitherOf(arithmeticIds()) + ", found " + inQuotes(method));
    return arithmetic;
}

// What is asked for, held against names and borders that are here; nothing where a part of it is wrong.
std::optional<Chosen> chosenBy(const ScoreRequest& request, const Library& library, Problems& wrong) {
    const AtlasHead& head = *library.head();
    const auto level = levelAsked(request.level, head, wrong);
    const auto arithmetic = arithmeticAsked(request.method, *head.index, wrong);
    auto weights = readWeights(request.weights, head, wrong);
    auto scope = readScope(request.scope, "--scope", library, wrong);
    // All four have been read by now, so that all mistakes are said at once.
    if (!level || !arithmetic || !weights || !scope) return std::nullopt;
    Chosen chosen;
    chosen.measure = {MeasureKind::Overall};
    chosen.level = *level;
    chosen.arithmetic = *arithmetic;
    chosen.weights = std::move(*weights);
    chosen.scope = std::move(*scope);
    const Scope areas = scopeAt(*level, chosen, library);
    // No scope at all means every area; a scope of zeros means none.
    if (areas.empty() || std::count(areas.begin(), areas.end(), 1) > 0) return chosen;
    wrong.add("--scope", "none of the " + head.levels[*level].plural + " is wholly inside the selection");
    return std::nullopt;
}

}  // namespace

std::optional<ScoredAtlas> scoreAtlas(const AtlasFolder& atlas, const ScoreRequest& request, Problems& wrong,
                                      Problems& problems) {
    if (!atlas.head().index) {
        problems.add(atlas.headName(), "the atlas has no index, so there is nothing to score");
        return std::nullopt;
    }
    ScoredAtlas scored;
    // Names and groupings first: a scope is read by them, and the level says which files come next.
    if (!atlas.supply(filesOfScopes(atlas.head()), scored.library, problems)) return std::nullopt;
    auto chosen = chosenBy(request, scored.library, wrong);
    if (!chosen || !atlas.supplyTable(chosen->level, scored.library, problems)) return std::nullopt;
    scored.chosen = std::move(*chosen);
    scored.analysis.update(scored.chosen, scored.library);
    // Of what was scored with, however it was asked for (docs/method.md, "Spec id").
    scored.spec = specId(scored.head(), scored.chosen.weights, scored.chosen.arithmetic, scored.chosen.level,
                         scopeOf(scored.chosen, scored.library));
    return scored;
}

}  // namespace dex
