#include "output/comparison.h"

#include <algorithm>

#include "model/findings_of.h"
#include "risk/spec_id.h"
#include "words/write_facts.h"

namespace dex {
namespace {

constexpr double kSharedMapWidth = 352, kSharedMapHeight = 180;  // Units: about half of a page's width, and low.

// The area of the top level in which all of them lie; nothing where one of them is such an area itself.
std::optional<LevelArea> placeOfAll(const std::vector<LevelArea>& areas, const Library& library) {
    const std::uint32_t top = library.head()->topLevel();
    std::optional<std::uint32_t> place;
    for (const LevelArea& area : areas) {
        const auto around = area.level == top ? std::nullopt : areaAround(library, area, top);
        if (!around || (place && place != around)) return std::nullopt;
        place = around;
    }
    return LevelArea{top, *place};
}

}  // namespace

std::optional<ViewState> comparisonView(const ViewState& view, const Library& library) {
    const std::vector<LevelArea> compared = resolve(view, library).compared;
    if (compared.size() < 2) return std::nullopt;
    ViewState own;
    own.arithmetic = view.arithmetic;
    own.weights = view.weights;
    own.scope = view.scope;
    own.show = "overall";
    own.level = library.head()->levels[0].id;
    for (const LevelArea& area : compared) own.compared.push_back(refOf(library, area));
    if (const auto place = placeOfAll(compared, library)) own.place = refOf(library, *place);
    return own;
}

bool tryOtherWeights(const Chosen& chosen, const Library& library, std::uint32_t trials, Analysis& analysis) {
    for (const LevelArea& area : chosen.compared) {
        LevelScores* scores = analysis.scoresAt(area.level, library);
        if (!scores) continue;
        const Stability* made = scores->stability();
        if (made && made->done() >= made->draws()) continue;
        scores->stepStability(trials);
        return true;
    }
    return false;
}

std::uint32_t trialsOf(const Chosen& chosen) {
    std::vector<std::uint32_t> levels;
    for (const LevelArea& area : chosen.compared) {
        if (std::find(levels.begin(), levels.end(), area.level) == levels.end()) levels.push_back(area.level);
    }
    return static_cast<std::uint32_t>(levels.size()) * Stability::kDraws;
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
    plan.facts = writeComparison(found, facts, plan.page.numbered);
    // The map opens with areas of the level of those that are compared, or of the first of them.
    const std::uint32_t level = map.chosen.compared[0].level;
    ViewState linked = map.view;
    linked.level = head.levels[level].id;
    linked.spec = specId(head, map.chosen.weights, map.chosen.arithmetic, level, scopeOf(map.chosen, library));
    plan.end = briefingEnd(facts, linked, request);
    return plan;
}

}  // namespace dex
