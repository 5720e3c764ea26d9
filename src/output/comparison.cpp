#include "output/comparison.h"

#include <algorithm>

#include "map/view_edit.h"
#include "model/area_finding.h"
#include "model/findings_of.h"
#include "risk/spec_id.h"
#include "words/write_facts.h"

namespace dex {
namespace {

constexpr double kSharedMapWidth = 352, kSharedMapHeight = 180;  // Units: about half of a page's width, and low.

// Those of the areas, and of the place beside them: all that have a column of scores.
std::vector<std::uint32_t> levelsIn(const Chosen& chosen, const Library& library) {
    std::vector<std::uint32_t> levels;
    const auto add = [&](LevelArea area) {
        if (std::find(levels.begin(), levels.end(), area.level) == levels.end()) levels.push_back(area.level);
    };
    for (const LevelArea& area : chosen.compared) add(area);
    if (const auto place = placeOfAll(library, chosen.compared)) add(*place);
    return levels;
}

}  // namespace

std::optional<ViewState> comparisonView(const ViewState& view, const Library& library) {
    const std::vector<LevelArea> compared = resolve(view, library).compared;
    if (compared.size() < 2) return std::nullopt;
    ViewState own = scoringOf(view);
    own.show = "overall";
    own.level = library.head()->levels[0].id;
    for (const LevelArea& area : compared) own.compared.push_back(refOf(library, area));
    if (const auto place = placeOfAll(library, compared)) own.place = refOf(library, *place);
    return own;
}

bool tryOtherWeights(const Chosen& chosen, const Library& library, std::uint32_t trials, Analysis& analysis) {
    for (const std::uint32_t level : levelsIn(chosen, library)) {
        LevelScores* scores = analysis.scoresAt(level, library);
        if (!scores) continue;
        const Stability* made = scores->stability();
        if (made && made->done() >= made->draws()) continue;
        scores->stepStability(trials);
        return true;
    }
    return false;
}

std::uint32_t trialsOf(const Chosen& chosen, const Library& library) {
    return static_cast<std::uint32_t>(levelsIn(chosen, library).size()) * Stability::kDraws;
}

ComparisonPlan planComparison(const PictureSource& map, const BriefingRequest& request) {
    const Library& library = map.library;
    const AtlasHead& head = *library.head();
    const std::vector<MessageFinding> noMessages;
    const Findings found =
        findingsOf({.library = library, .chosen = map.chosen, .analysis = map.analysis, .messages = noMessages});
    const Facts facts = writeFacts(found);
    ComparisonPlan plan;
    plan.page = planMap(map, tokensOf(ThemeChoice::Light), kSharedMapWidth, kSharedMapHeight);
    // Without the place beside them: nobody has chosen it.
    std::vector<std::vector<HighestArea>> highest;
    for (const LevelArea& area : map.chosen.compared) highest.push_back(highestAreasIn(area, library, map.analysis));
    plan.facts = writeComparison(found, facts, plan.page.numbered, highest);
    // The map opens with areas of the level of those that are compared, or of the first of them.
    const std::uint32_t level = map.chosen.compared[0].level;
    ViewState linked = map.view;
    linked.level = head.levels[level].id;
    linked.spec = specId(head, map.chosen.weights, map.chosen.arithmetic, level, scopeOf(map.chosen, library));
    plan.end = briefingEnd(facts, linked, request);
    return plan;
}

}  // namespace dex
