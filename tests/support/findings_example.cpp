#include "support/findings_example.h"

#include "words/measure_words.h"
#include "words/write_facts.h"

namespace dex {

FindingsExample::FindingsExample() {
    head.title = "Digital exclusion in London";
    head.place = "London";
    head.attribution = "Source: Office for National Statistics. Contains OS data © Crown copyright.";
    head.levels.push_back({"small-area", "small area", "small areas", false, 4994, 0, kNoFile});
    head.levels.push_back({"ward", "ward", "wards", true, 684, 0, 0});
    head.levels.push_back({"borough", "borough", "boroughs", false, 33, 0, 0});
    head.sources.push_back(
        {"Office for National Statistics", "Boundaries", "2021", "Open Government Licence v3.0", "", ""});
    head.sources.push_back({"Ministry of Housing, Communities & Local Government", "Indices", "2025",
                            "Open Government Licence v3.0", "", ""});

    Indicator need;
    need.id = "N2.income";
    need.label = "People in income deprivation";
    need.shortLabel = "Low income";
    need.unit = "of people";
    need.date = "2025";
    need.display = Display::Percent;
    need.decimals = 1;
    need.source = 1;
    Indicator score = need;
    score.id = "N1.broadband";
    score.label = "Poor digital connectivity";
    score.unit = "IoD 2025 score";
    score.display = Display::Number;
    score.decimals = 2;
    Indicator group = need;
    group.id = "G.older";
    group.kind = IndicatorKind::Group;
    group.label = "Older people (65 and over)";
    group.unit = "of residents";
    group.source = 0;
    Indicator index = score;
    index.id = "D.deri";
    index.kind = IndicatorKind::Comparator;
    index.label = "Digital exclusion risk (DERI v1.6)";
    head.indicators = {need, score, group, index};
    show({MeasureKind::Indicator, 0});

    findings.head = &head;
    findings.classes = {
        {0.01, 0.129, 28}, {0.13, 0.218, 33}, {0.219, 0.304, 34}, {0.305, 0.396, 60}, {0.397, 0.998, 17}};
    findings.hasRanges = true;
    findings.noDataInPlace = 1;
    findings.areasInPlace = 173;
    findings.rankedCount = 4994;
    int code = 0;
    for (const char* name : {"Barking and Dagenham", "Barnet", "City of London", "Richmond upon Thames", "Southwark"})
        findings.places.push_back({"E0900000" + std::string(1, static_cast<char>('1' + code++)), name});
    findings.place.atTop = 4;
    findings.strip.bins = {{2, 0}, {8, 1}, {4, 3}, {0, 4}, {1, 4}};
    findings.strip.min = 0;
    findings.strip.max = 1;
}

ScoredExample::ScoredExample() {
    addIndex();
    show({MeasureKind::Overall});
    choosePlace("");
    AreaFinding selected = area(8.9, 400, 4994, 0.92);
    selected.ref = {"small-area", "E01003987"};
    selected.index = index(0.92, 4994);
    selected.groups = {{2, CellState::Value, 0.121, 0.119}};
    findings.selected = selected;
}

CardFacts ScoredExample::card() const { return *writeFacts(findings).card; }

void FindingsExample::choose(std::string_view indicatorId) {
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) {
        if (head.indicators[i].id == indicatorId) show({MeasureKind::Indicator, i});
    }
}

void FindingsExample::show(const Measure& measure) {
    findings.measure = measure;
    findings.shown = describe(findings.language, head, measure);
}

void FindingsExample::addIndex() {
    Index index;
    index.title = "Index";
    index.needs.push_back({"N1", "Connectivity", "Connectivity", "How hard it is to connect.", "", {}, 2, {{1, 1}}});
    index.needs.push_back({"N2",
                           "Affordability and devices",
                           "Affordability",
                           "How hard it is to pay.",
                           "",
                           {"Financially constrained"},
                           6,
                           {{0, 2}, {2, 1}}});
    head.index = index;
    findings.adjust.isOpen = true;
    findings.adjust.weights = publishedWeights(index);
}

IndexFinding FindingsExample::index(double position, std::uint32_t of) const {
    IndexFinding found;
    Standing overall;
    overall.value = 8.9;
    overall.rank = 400;
    overall.fromLowest = of + 1 - overall.rank;
    overall.rankedCount = of;
    overall.position = position;
    found.overall = overall;
    found.needs = {{4.1, 0.41, CellState::Value}, {9.4, 0.94, CellState::Value}};
    found.leader = 1;
    found.drivers = {0, 2};
    return found;
}

void FindingsExample::choosePlace(std::string_view name) {
    findings.place = {};
    for (std::uint32_t i = 0; i < findings.places.size(); ++i) {
        if (findings.places[i].name == name) findings.place.atTop = i;
    }
}

AreaFinding FindingsExample::area(double value, std::uint32_t rank, std::uint32_t of, double position) const {
    AreaFinding found;
    found.name = "Peckham North (Southwark 022B)";
    found.detail = "Southwark 022B";
    found.placeName = "Southwark";
    found.residents = 2024;
    found.state = CellState::Value;
    found.standing = Standing{value, 4, rank, of + 1 - rank, false, of, position};
    found.classIndex = 4;
    return found;
}

}  // namespace dex
