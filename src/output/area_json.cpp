#include "output/area_json.h"

#include "output/area_cells.h"
#include "output/cell_state_id.h"
#include "output/json_object.h"
#include "output/number_text.h"
#include "stats/summary.h"

namespace dex {
namespace {

constexpr int kScoreDecimals = 6;

std::string withinJson(const Library& library, LevelArea area) {
    const AtlasHead& head = *library.head();
    JsonObject within;
    for (std::uint32_t level = area.level + 1; level < head.levels.size(); ++level) {
        const auto around = areaAround(library, area, level);
        if (!around) continue;
        JsonObject one;
        one.add("code", library.names(level)->codes[*around]);
        one.add("name", library.names(level)->names[*around]);
        within.addJson(head.levels[level].id, one.text());
    }
    return within.text();
}

std::string overallJson(const Standing& standing, const CardFacts& card) {
    JsonObject overall;
    overall.add("score", standing.value, kScoreDecimals);
    overall.add("rank", standing.rank, 0);
    overall.add("of", standing.rankedCount, 0);
    overall.add("words", card.rank);
    return overall.text();
}

std::string needsJson(const Findings& findings, const CardFacts& card) {
    JsonArray needs;
    for (std::size_t i = 0; i < card.needs.size(); ++i) {
        const NeedBar& bar = card.needs[i];
        JsonObject need;
        need.add("id", bar.id);
        need.add("label", bar.label);
        need.add("score", findings.selected->index->needs[i].score, kScoreDecimals);
        need.add("words", bar.position);
        need.addJson("standsOut", bar.standsOut ? "true" : "false");
        needs.addJson(need.text());
    }
    return needs.text();
}

std::string groupsJson(const Findings& findings, const CardFacts& card) {
    JsonArray groups;
    const auto& figures = findings.selected->groups;
    for (std::size_t i = 0; i < card.groups.size() && i < figures.size(); ++i) {
        const FigureFinding& figure = figures[i];
        JsonObject group;
        group.add("id", findings.head->indicators[figure.indicator].id);
        group.add("label", card.groups[i].label);
        group.add("value", hasNumber(figure.state) ? std::optional(figure.value) : std::nullopt, kExactly);
        group.add("words", card.groups[i].value);
        group.add("whole", figure.whole, kExactly);
        group.add("wholeWords", card.groups[i].whole);
        group.add("state", idOf(figure.state));
        groups.addJson(group.text());
    }
    return groups.text();
}

}  // namespace

std::string areaJson(const Library& library, LevelArea area, const Findings& findings, const Facts& facts,
                     std::string_view spec) {
    const AreaFinding& found = *findings.selected;
    const CardFacts& card = *facts.card;
    JsonObject json;
    json.add("level", found.ref.level);
    json.add("code", found.ref.code);
    json.add("name", found.name);
    json.add("detail", found.detail);
    json.addJson("within", withinJson(library, area));
    json.add("residents", found.residents, 0);
    json.add("sentence", card.sentence);
    if (found.index) {
        if (found.index->overall) json.addJson("overall", overallJson(*found.index->overall, card));
        json.addJson("needs", needsJson(findings, card));
    }
    json.addJson("groups", groupsJson(findings, card));
    json.add("drivers", card.drivers);
    json.add("steadiness", card.steadiness);
    json.add("spec", spec);
    return json.text() + "\n";
}

}  // namespace dex
