#include "compile/score_atlas.h"

#include <algorithm>

#include "compile/text.h"
#include "compile/weights_text.h"
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

bool readLevels(const AtlasFolder& atlas, ScoredAtlas& scored, Problems& problems) {
    for (std::uint32_t level = 0; level < scored.head.levels.size(); ++level) {
        auto names = atlas.names(level, problems);
        auto groupOf = atlas.grouping(level, problems);
        if (!names || !groupOf) return false;
        scored.levels.push_back({std::move(*names), std::move(*groupOf)});
    }
    return true;
}

bool readColumns(const AtlasFolder& atlas, ScoredAtlas& scored, Problems& problems) {
    for (std::size_t i = 0; i < scored.head.indicators.size(); ++i) {
        auto column = atlas.columnAt(i, scored.level, problems);
        if (!column) return false;
        scored.columns.push_back(std::move(*column));
    }
    return true;
}

void computeScores(ScoredAtlas& scored) {
    std::vector<ScoredColumn> columns;
    for (const Need& need : scored.index().needs) {
        for (const NeedIndicator& one : need.indicators) {
            scored.indexed.push_back(one.indicator);
            columns.push_back({&scored.columns[one.indicator], scored.head.indicators[one.indicator].polarity});
        }
    }
    scored.normalised = normalise(columns, scored.scope, scored.arithmetic);
    scored.scores = score(scored.index(), scored.normalised, scored.weights, scored.arithmetic);
    scored.spec = specId(scored.head, scored.weights, scored.arithmetic, scored.level, scored.smallAreas);
}

}  // namespace

std::optional<ScoredAtlas> scoreAtlas(const AtlasFolder& atlas, const ScoreRequest& request, Problems& wrong,
                                      Problems& problems) {
    ScoredAtlas scored;
    scored.head = atlas.head();
    if (!scored.head.index) {
        problems.add(atlas.headName(), "the atlas has no index, so there is nothing to score");
        return std::nullopt;
    }
    if (!readLevels(atlas, scored, problems)) return std::nullopt;
    const auto level = levelAsked(request.level, scored.head, wrong);
    const auto arithmetic = arithmeticAsked(request.method, scored.index(), wrong);
    auto weights = readWeights(request.weights, scored.head, wrong);
    auto smallAreas = readScope(request.scope, scored.levels, wrong);
    if (!level || !arithmetic || !weights || !smallAreas) return std::nullopt;
    scored.level = *level;
    scored.arithmetic = *arithmetic;
    scored.weights = std::move(*weights);
    scored.smallAreas = std::move(*smallAreas);
    scored.scope = scopeAtLevel(scored.smallAreas, scored.levels[*level].groupOf, scored.areaCount());
    if (!scored.scope.empty() && std::count(scored.scope.begin(), scored.scope.end(), 1) == 0) {
        wrong.add("--scope", "none of the " + scored.head.levels[*level].plural + " is wholly inside the selection");
        return std::nullopt;
    }
    if (const auto place = areaWithCode(request.scope, scored.levels))
        scored.scopeName = scored.levels[place->level].names.names[place->area];
    if (!readColumns(atlas, scored, problems)) return std::nullopt;
    computeScores(scored);
    return scored;
}

}  // namespace dex
