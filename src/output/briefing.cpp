#include "output/briefing.h"

#include "map/view_edit.h"
#include "model/findings_of.h"
#include "risk/spec_id.h"
#include "words/write_facts.h"

namespace dex {
namespace {

constexpr double kMapWidth = 352, kMapHeight = 280;  // Units: a little less than half of a page's width.
constexpr std::size_t kHighestAreas = 5;

}  // namespace

std::vector<HighestArea> highestAreasIn(LevelArea at, const Library& library, const Analysis& analysis) {
    const auto* groupOf = library.grouping(at.level);
    const AreaNames* names = library.names(0);
    const LevelScores* scores = analysis.scoresAt(0, library);
    std::vector<HighestArea> highest;
    if (at.level == 0 || !groupOf || !names || !scores) return highest;
    const Ranking& ranking = scores->scores().ranking;
    const auto& order = ranking.order();
    for (std::size_t i = order.size(); i-- > 0 && highest.size() < kHighestAreas;) {
        const std::uint32_t area = order[i];
        if ((*groupOf)[area] != at.area) continue;
        const auto rank = ranking.rank(area);
        const std::uint32_t leader = scores->scores().dominant[area].leader;
        highest.push_back({.name = names->names[area],
                           .rank = rank->fromHighest,
                           .ranked = ranking.count(),
                           .isJoint = rank->joint,
                           .leader = leader == kNoNeed ? std::nullopt : std::optional(leader)});
    }
    return highest;
}

BriefingViews briefingViews(LevelArea about, const ViewState& view, const Library& library) {
    const AtlasHead& head = *library.head();
    const std::uint32_t top = head.topLevel();
    ViewState own = scoringOf(view);
    own.show = "overall";
    BriefingViews views{own, own};
    views.map.level = head.levels[0].id;
    views.area.level = head.levels[about.level].id;
    // A view that selects an area shows the areas of its level, and the map is to show what is inside.
    views.area.selected = refOf(library, about);
    // Where there are no larger areas, the place is the whole.
    if (top == 0) return views;
    if (const auto place = areaAround(library, about, top)) views.map.place = refOf(library, {top, *place});
    return views;
}

BriefingPlan planBriefing(const BriefingSource& source, const BriefingRequest& request) {
    const Library& library = source.map.library;
    const std::vector<MessageFinding> noMessages;
    const Findings map = findingsOf(
        {.library = library, .chosen = source.map.chosen, .analysis = source.map.analysis, .messages = noMessages});
    const Findings area =
        findingsOf({.library = library, .chosen = source.chosen, .analysis = source.analysis, .messages = noMessages});
    const Facts mapFacts = writeFacts(map), areaFacts = writeFacts(area);
    BriefingPlan plan;
    plan.facts = writeBriefing({.area = area,
                                .areaFacts = areaFacts,
                                .map = map,
                                .mapFacts = mapFacts,
                                .highest = highestAreasIn(*source.chosen.selected, library, source.map.analysis)});
    plan.page = planMap(source.map, tokensOf(ThemeChoice::Light), kMapWidth, kMapHeight);
    ViewState linked = source.map.view;
    linked.selected = refOf(library, *source.chosen.selected);
    linked.level.clear();
    // With an area selected the map opens with the areas of its level.
    const Chosen& chosen = source.chosen;
    linked.spec = specId(*library.head(), chosen.weights, chosen.arithmetic, chosen.level, scopeOf(chosen, library));
    plan.end = briefingEnd(mapFacts, linked, request);
    return plan;
}

BriefingEnd briefingEnd(const Facts& facts, const ViewState& linked, const BriefingRequest& request) {
    BriefingEnd end;
    if (!request.address.empty()) end.link = request.address + '#' + formatView(linked);
    const PictureWords words = writePictureWords(facts, linked.spec, request.made, end.link);
    end.made = words.made;
    end.linkText = words.address;
    return end;
}

}  // namespace dex
