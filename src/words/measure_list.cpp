#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

// Choices of one tab, and whether the chosen measure is among them.
class Tab {
public:
    Tab(const Findings& findings, std::string_view id, Word label) : findings_(findings) {
        tab_.id = id;
        tab_.label = say(findings.language, label);
    }

    void section(Word label) {
        // A caption with nothing under it goes when the next one comes.
        const auto first = static_cast<std::uint32_t>(tab_.measures.choices.size());
        if (!tab_.sections.empty() && tab_.sections.back().first == first) tab_.sections.pop_back();
        tab_.sections.push_back({say(findings_.language, label), first});
    }
    void add(const Measure& measure) {
        const Indicator described = describe(findings_.language, *findings_.head, measure);
        add(measure, described.label, described.description, measure == findings_.measure);
    }
    void add(const Measure& measure, std::string label, std::string note, bool isChosen) {
        Chooser& measures = tab_.measures;
        if (isChosen) chosen_ = static_cast<std::uint32_t>(measures.choices.size());
        measures.choices.push_back({nameOf(*findings_.head, measure), std::move(label), std::move(note)});
    }
    void addKind(IndicatorKind kind) {
        const auto& indicators = findings_.head->indicators;
        for (std::uint32_t i = 0; i < indicators.size(); ++i) {
            if (indicators[i].kind == kind) add({MeasureKind::Indicator, i});
        }
    }
    void finish(Facts& facts) {
        const auto count = static_cast<std::uint32_t>(tab_.measures.choices.size());
        if (count == 0) return;
        if (!tab_.sections.empty() && tab_.sections.back().first == count) tab_.sections.pop_back();
        if (chosen_) facts.chosenTab = static_cast<std::uint32_t>(facts.tabs.size());
        // What is chosen may be in another tab; one past the end means none here.
        tab_.measures.chosen = chosen_.value_or(count);
        facts.tabs.push_back(std::move(tab_));
    }

private:
    const Findings& findings_;
    MeasureTab tab_;
    std::optional<std::uint32_t> chosen_;
};

void addTwoWay(const Findings& findings, Tab& tab) {
    const auto& indicators = findings.head->indicators;
    for (std::uint32_t i = 0; i < indicators.size(); ++i) {
        if (indicators[i].kind != IndicatorKind::Group) continue;
        // One entry for all pairs; which pair is chosen by the two selects.
        const bool isChosen = findings.measure.kind == MeasureKind::TwoWay;
        const Measure first{MeasureKind::TwoWay, 0, i};
        tab.add(isChosen ? findings.measure : first, say(findings.language, Word::measureTwoWayChoice),
                say(findings.language, Word::measureTwoWayNote), isChosen);
        return;
    }
}

void writeSides(const Findings& findings, Facts& facts) {
    if (findings.measure.kind != MeasureKind::TwoWay) return;
    const auto& needs = findings.head->index->needs;
    for (const Need& need : needs) facts.twoWayNeeds.choices.push_back({need.id, need.label, need.description});
    facts.twoWayNeeds.chosen = findings.measure.index;
    const auto& indicators = findings.head->indicators;
    for (std::uint32_t i = 0; i < indicators.size(); ++i) {
        if (indicators[i].kind != IndicatorKind::Group) continue;
        if (i == findings.measure.other)
            facts.twoWayGroups.chosen = static_cast<std::uint32_t>(facts.twoWayGroups.choices.size());
        facts.twoWayGroups.choices.push_back({indicators[i].id, indicators[i].label, indicators[i].description});
    }
}

}  // namespace

void writeMeasures(const Findings& findings, Facts& facts) {
    const AtlasHead& head = *findings.head;
    Tab need(findings, "need", Word::groupNeed), group(findings, "group", Word::groupGroup);
    Tab more(findings, "more", Word::groupMore);
    if (head.index) {
        // First what most people come for, then what is behind it.
        need.add({MeasureKind::Overall});
        need.add({MeasureKind::Standout});
        for (std::uint32_t i = 0; i < head.index->needs.size(); ++i) need.add({MeasureKind::Need, i});
        // Nothing can have moved while weights, arithmetic and scope are the published ones.
        if (!findings.adjust.isPublished || findings.measure.kind == MeasureKind::Moved) need.add({MeasureKind::Moved});
    } else {
        need.addKind(IndicatorKind::Need);
    }
    need.finish(facts);
    group.addKind(IndicatorKind::Group);
    group.finish(facts);
    if (head.index) {
        more.section(Word::measureTogether);
        addTwoWay(findings, more);
        more.section(Word::measureIndicators);
        more.addKind(IndicatorKind::Need);
    }
    more.section(Word::measureContext);
    more.addKind(IndicatorKind::Context);
    more.section(Word::measureComparators);
    more.addKind(IndicatorKind::Comparator);
    // Not every comparator can be held against our overall score: one part of an index cannot.
    for (std::uint32_t i = 0; head.index && i < head.indicators.size(); ++i) {
        if (isComparable(head, i)) more.add({MeasureKind::Difference, 0, i});
    }
    more.finish(facts);
    writeSides(findings, facts);
}

}  // namespace dex
