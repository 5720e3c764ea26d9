#include "ui/index_facts.h"

#include <string>

namespace dex {
namespace {

struct ShownNeed {
    const char* id;
    const char* label;
    double share;
    const char* position;
};
constexpr ShownNeed kNeeds[] = {{"N1", "Connectivity", 0.48, "middle"},
                           {"N2", "Affordability and devices", 0.89, "highest 10\u2009%"},
                           {"N3", "Skills and language", 0.79, "highest 25\u2009%"},
                           {"N4", "Accessibility and health", 0, "no score: too few figures"},
                           {"N5", "Confidence and habit", 0.74, "highest 25\u2009%"}};

constexpr const char* kGroups[][3] = {
    {"Older, 65+", "12.1\u2009%", "11.9\u2009%"},   {"Disabled", "16.5\u2009%", "13.2\u2009%"},
    {"Low income", "43.8\u2009%", "27.8\u2009%"},   {"Out of work, working age", "21.2\u2009%", "12.9\u2009%"},
    {"Young, 16–24", "14.6\u2009%", "11.1\u2009%"}, {"Low English (wider area)", "no data", "4.2\u2009%"}};

void addToCard(CardFacts& card) {
    card.id = "small-area:E01003987";
    card.needsTitle = "Kinds of need";
    for (const ShownNeed& need : kNeeds) {
        const std::string spoken = std::string(need.label) + ": " + need.position;
        card.needs.push_back({need.id, need.label, need.share, need.position, need.share > 0.8, spoken});
    }
    card.groupsTitle = "Groups, share of residents";
    card.wholeTitle = "London";
    for (const auto& group : kGroups)
        card.groups.push_back(
            {group[0], group[1], group[2], std::string(group[0]) + ": " + group[1] + ", London " + group[2]});
    card.drivers = "Most of the score comes from people in income deprivation and households that rent from a council.";
    card.steadiness = "Steady: highest 10\u2009% in 1,000 of 1,000 trials";
    card.segments = "Affordability speaks to: Financially constrained · Low income and confidence";
    card.comparatorsTitle = "Other indices";
    card.comparators = {{"DERI v1.6", "6.2 of 10", "", "DERI v1.6: 6.2 of 10"},
                        {"IMD 2025", "decile 2", "", "IMD 2025: decile 2"}};
    card.comparatorsNote = "They differ in year, areas and method.";
    card.compareLabel = "Compare";
}

LegendRow row(const std::string& range, const std::string& count, double share, std::uint32_t classIndex) {
    return {range, count, share, classIndex, range + ": " + count + " small areas"};
}

}  // namespace

void addIndex(Facts& facts) {
    MeasureGroup& needs = facts.groups[0];
    const Chooser indicators = needs.measures;
    needs.measures = {{{"overall", "Overall likelihood", ""}, {"dominant", "Which need stands out", ""}}, 0};
    for (const ShownNeed& need : kNeeds) needs.measures.choices.push_back({need.id, need.label, ""});
    if (facts.groups.size() < 3) return;
    MeasureGroup& more = facts.groups[2];
    const auto count = static_cast<std::uint32_t>(more.measures.choices.size());
    more.measures.choices.insert(more.measures.choices.end(), indicators.choices.begin(), indicators.choices.end());
    more.sections = {{"Comparators", 0}, {"Indicators", count}};
    if (facts.card) addToCard(*facts.card);
}

void showNeeds(Facts& facts) {
    addIndex(facts);
    facts.groups[0].measures.chosen = 1;
    LegendFacts& legend = facts.legend;
    legend.palette = Palette::Needs;
    legend.title = "The need that stands out most";
    legend.explanation = "Ranked within London";
    legend.lowWord = legend.highWord = "";
    legend.classCount = 6;
    legend.rows.clear();
    constexpr const char* kCounts[] = {"1,001", "591", "876", "763", "1,293", "470"};
    for (std::uint32_t i = 0; i < 5; ++i) legend.rows.push_back(row(kNeeds[i].label, kCounts[i], 0.1 + 0.15 * i, i));
    legend.rows.push_back(row("No need stands out", kCounts[5], 0.4, 5));
    facts.methods = facts.classCounts = {};
}

void showDifference(Facts& facts) {
    addIndex(facts);
    LegendFacts& legend = facts.legend;
    legend.palette = Palette::Diverging;
    legend.title = "Overall likelihood against DERI v1.6";
    legend.explanation = "Difference in tenths";
    legend.lowWord = "lower";
    legend.highWord = "higher";
    legend.classCount = 5;
    legend.rows = {row("Much higher", "212", 0.2, 4), row("Higher", "801", 0.6, 3),
                   row("About the same", "2,810", 1, 2), row("Lower", "902", 0.6, 1), row("Much lower", "269", 0.2, 0)};
    facts.methods = facts.classCounts = {};
}

void showTwoWay(Facts& facts) {
    addIndex(facts);
    LegendFacts& legend = facts.legend;
    legend.palette = Palette::TwoWay;
    legend.title = "Affordability and devices × residents aged 65 and over";
    legend.explanation = "Thirds of London’s small areas";
    legend.lowWord = legend.highWord = "";
    legend.classCount = 9;
    legend.rows.clear();
    constexpr const char* kCounts[] = {"273", "364", "1,028", "535", "669", "460", "857", "631", "177"};
    constexpr const char* kThirds[] = {"low", "middle", "high"};
    for (std::uint32_t i = 9; i-- > 0;)
        legend.rows.push_back(
            row(std::string(kThirds[i / 3]) + " need, " + kThirds[i % 3] + " group", kCounts[i], 0.5, i));
    legend.square = SquareFacts{"Affordability and devices need", "Residents aged 65 and over",
                                "High need, many older residents: 177 small areas"};
    legend.chosenClass = 8;
    facts.methods = facts.classCounts = {};
    for (const ShownNeed& need : kNeeds) facts.twoWayNeeds.choices.push_back({need.id, need.label, ""});
    facts.twoWayGroups.choices = {{"G.older", "Older people (65 and over)", ""}, {"G.disabled", "Disabled people", ""}};
}

}  // namespace dex
