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
                                {"N2", "Affordability and devices", 0.89, "highest-risk 10%"},
                                {"N3", "Skills and language", 0.79, "highest-risk 25%"},
                                {"N4", "Accessibility and health", 0, "no score: too few figures"},
                                {"N5", "Confidence and habit", 0.74, "highest-risk 25%"}};

constexpr const char* kGroups[][3] = {
    {"Older, 65+", "12.1%", "11.9%"},   {"Disabled", "16.5%", "13.2%"},
    {"Low income", "43.8%", "27.8%"},   {"Out of work, working age", "21.2%", "12.9%"},
    {"Young, 16–24", "14.6%", "11.1%"}, {"Low English (wider area)", "no data", "4.2%"}};

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
    card.steadiness = "Steady: highest-risk 10% in 1,000 of 1,000 trials";
    card.segments = "Affordability speaks to: Financially constrained · Low income and confidence";
    card.comparators.title = "Other indices";
    card.comparators.rows = {{"DERI v1.6", "6.2 out of 10", "", "DERI v1.6: 6.2 out of 10"},
                             {"IMD 2025", "decile 2", "", "IMD 2025: decile 2"}};
    card.comparators.note = "They differ in year, areas and method.";
    card.compare.label = "Compare";
    card.shares.sentence =
        "31% of Southwark’s residents live in London’s highest-risk fifth for digital exclusion; London 20%.";
    card.shares.title = "Residents in London’s highest-risk fifth";
    card.shares.rows = {{"Overall risk", "31%", "20%", "Overall risk: 31%, London 20%"}};
}

AdjustFacts adjustFacts() {
    AdjustFacts adjust;
    adjust.title = "Adjust weights";
    adjust.lead = "A weight says how much a kind of need counts in the overall score.";
    constexpr std::uint32_t kWeights[] = {0, 2, 4, 10, 3};
    for (const std::uint32_t weight : kWeights) {
        const ShownNeed& need = kNeeds[adjust.needs.size()];
        const std::string share = weight > 0 ? "20% of the score" : "left out";
        adjust.needs.push_back({need.id, need.label, weight, share, true, {}});
    }
    adjust.needs[1].inside = {
        {"N2.income", "People in income deprivation", 4, "50% of the need", true, {}},
        {"N2.rent", "Households that rent from a council or housing association", 4, "50% of the need", true, {}}};
    adjust.arithmetics.choices = {
        {"rank", "Ranks", "Each figure counts by its place among all areas."},
        {"min-max", "Least to most", "Each figure counts by where it lies between the least and the most."}};
    adjust.scopes.choices = {{"", "London", ""}, {"borough:E09000028", "Southwark", ""}};
    return adjust;
}

LegendRow row(const std::string& range, const std::string& count, double share, std::uint32_t classIndex) {
    return {range, count, share, classIndex, range + ": " + count + " small areas"};
}

}  // namespace

void addIndex(Facts& facts) {
    MeasureTab& needs = facts.tabs[0];
    const Chooser indicators = needs.measures;
    needs.measures = {{{"overall", "Overall risk", ""}, {"dominant", "Which need stands out", ""}}, 0};
    for (const ShownNeed& need : kNeeds) needs.measures.choices.push_back({need.id, need.label, ""});
    facts.adjust = adjustFacts();
    if (facts.tabs.size() < 3) return;
    MeasureTab& more = facts.tabs[2];
    const auto count = static_cast<std::uint32_t>(more.measures.choices.size());
    more.measures.choices.insert(more.measures.choices.end(), indicators.choices.begin(), indicators.choices.end());
    more.sections = {{"Comparators", 0}, {"Indicators", count}};
    if (facts.card) addToCard(*facts.card);
}

void showOwnWeights(Facts& facts) {
    addIndex(facts);
    AdjustFacts& adjust = *facts.adjust;
    adjust.isOwn = true;
    adjust.banner = "Your own weights";
    adjust.changed = "312 of 4,994 small areas moved by a tenth of the ranking or more";
    adjust.needs[2].isPublished = false;
    RankedFacts& ranked = facts.ranked.emplace();
    ranked.title = "Southwark’s small areas by overall risk";
    ranked.orders.choices = {{"highest", "Highest risk", ""}, {"lowest", "Lowest risk", ""}};
    for (std::uint32_t i = 1; i <= 20; ++i) {
        const std::string number = std::to_string(i);
        ranked.rows.push_back({"small-area:E010039" + number, number, "Peckham Park Road (Southwark 018" + number + ")",
                               "8." + std::to_string(9 - i / 3) + " out of 10", 4 - i / 5, i == 3});
    }
    ranked.pageText = "1 to 20 of 173";
    ranked.hasNext = true;
}

void showCompared(Facts& facts) {
    addIndex(facts);
    CompareFacts& compare = facts.compare.emplace();
    compare.title = "Compared";
    compare.clearLabel = "Clear comparison";
    compare.closeLabel = "Close comparison";
    compare.openLabel = "Open comparison";
    compare.columns = {
        {"small-area:E01003987", "Peckham Park Road", "Southwark 018B", "", true, "Leave out Peckham Park Road"},
        {"small-area:E01000905", "Burgess Park", "Southwark 012A", "", true, "Leave out Burgess Park"},
        {"borough:E09000022", "Lambeth", "Borough", "", true, "Leave out Lambeth"},
        {"borough:E09000028", "Southwark", "Borough", "", false, ""},
        {"", "London", "", "", false, ""}};
    compare.rows.push_back({"", "Overall risk", {"8.9", "6.1", "6.0", "6.6", "5.0"}, {}});
    compare.rows.push_back({"Kinds of need", "", {}, {}});
    for (const ShownNeed& need : kNeeds)
        compare.rows.push_back({"",
                                need.label,
                                {"highest-risk 10%", "middle", "highest-risk 25%", "middle", "middle"},
                                {0.93, 0.5, 0.8, 0.55, 0.5}});
    compare.rows.push_back({"Groups, share of residents", "", {}, {}});
    for (const auto& group : kGroups)
        compare.rows.push_back({"", group[0], {group[1], "13.0%", "9.8%", "12.9%", group[2]}, {}});
    compare.sentences = {"Peckham Park Road has a much higher overall risk than London as a whole.",
                         "Affordability differs most: highest-risk 10% against the middle."};
}

void showNeeds(Facts& facts) {
    addIndex(facts);
    facts.tabs[0].measures.chosen = 1;
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
    legend.title = "Risk compared with DERI v1.6";
    legend.explanation = "Tenths of London’s small areas";
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
    constexpr const char* kScaleOfThirds[] = {"low", "middle", "high"};
    for (std::uint32_t i = 9; i-- > 0;)
        legend.rows.push_back(
            row(std::string(kScaleOfThirds[i / 3]) + " need, " + kScaleOfThirds[i % 3] + " group", kCounts[i], 0.5, i));
    legend.square = SquareFacts{"Affordability and devices need", "Residents aged 65 and over",
                                "High need, high share: 177 small areas"};
    legend.chosenClass = 8;
    facts.methods = facts.classCounts = {};
    for (const ShownNeed& need : kNeeds) facts.twoWayNeeds.choices.push_back({need.id, need.label, ""});
    facts.twoWayGroups.choices = {{"G.older", "Older people (65 and over)", ""}, {"G.disabled", "Disabled people", ""}};
}

}  // namespace dex
