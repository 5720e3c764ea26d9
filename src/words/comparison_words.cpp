#include "words/comparison_words.h"

#include <algorithm>

#include "words/format.h"
#include "words/phrases.h"
#include "words/take_word.h"
#include "words/write_facts.h"

namespace dex {
namespace {

// "Southwark, Lambeth and Barnet"
std::string namesOf(const Findings& found) {
    const std::size_t last = found.comparedOwn - 1;
    std::string names = found.compared[0].name;
    for (std::size_t i = 1; i < last; ++i) {
        names += word(found.language, Word::listComma);
        names += found.compared[i].name;
    }
    return say(found.language, TakeWord::comparisonAnd, {{"names", names}, {"last", found.compared[last].name}});
}

// What the card of each area says besides, beneath the scores. Where no area has a value there is no row.
void addCardRows(const Findings& found, CompareFacts& compare) {
    const Language language = found.language;
    const std::string groups = say(language, Word::compareGroups);
    const auto addRow = [&](TakeWord label, auto valueOf) {
        CompareRow row;
        row.label = say(language, label);
        bool any = false;
        for (const AreaFinding& area : found.compared) {
            const std::string value = area.index ? valueOf(*area.index) : std::string();
            any = any || !value.empty();
            row.values.push_back(value.empty() ? say(language, Word::compareNothing) : value);
        }
        row.values.push_back(say(language, Word::compareNothing));
        const auto end = std::find_if(compare.rows.begin(), compare.rows.end(),
                                      [&](const CompareRow& one) { return one.heading == groups; });
        if (any) compare.rows.insert(end, std::move(row));
    };
    addRow(TakeWord::comparisonFactors, [&](const IndexFinding& index) {
        std::string factors;
        for (std::size_t i = 0; i < index.drivers.size() && i < 2; ++i) {
            if (i > 0) factors += word(language, Word::listComma);
            factors += found.head->indicators[index.drivers[i]].shortLabel;
        }
        return factors;
    });
    addRow(TakeWord::comparisonSteady, [&](const IndexFinding& index) {
        const bool isTold = index.steadiness && index.steadiness->done == index.steadiness->draws && index.overall &&
                            index.overall->rankedCount >= kFewAreas;
        return isTold ? steadyText(language, *index.steadiness) : std::string();
    });
}

// People beside their share, where they are counted. The rows of groups are the last, in order.
void addCounts(const Findings& found, CompareFacts& compare) {
    std::size_t groups = 0;
    for (const AreaFinding& area : found.compared) groups = std::max(groups, area.groups.size());
    for (std::size_t i = 0; i < groups; ++i) {
        CompareRow& row = compare.rows[compare.rows.size() - groups + i];
        for (std::size_t area = 0; area < found.compared.size(); ++area) {
            const auto& figures = found.compared[area].groups;
            if (i >= figures.size() || !figures[i].count) continue;
            row.values[area] =
                say(found.language, TakeWord::comparisonCounted,
                    {{"count", formatCount(found.language, *figures[i].count)}, {"share", row.values[area]}});
        }
    }
}

BriefingMap mapOf(const Findings& found, const Facts& facts, const std::string& names,
                  std::span<const std::uint32_t> numbered) {
    const Language language = found.language;
    const std::string& area = levelOf(found).singular;
    BriefingMap map = writeBriefingMap(facts);
    map.headline = say(language, TakeWord::comparisonMap, {{"area", area}});
    map.subtitle = say(language, TakeWord::comparisonCaption, {{"subtitle", map.subtitle}, {"names", names}});
    std::string list;
    for (const std::uint32_t one : numbered) {
        if (!list.empty()) list += word(language, Word::listComma);
        list += say(language, TakeWord::comparisonNumberedOne,
                    {{"number", formatCount(language, one + 1)}, {"name", found.compared[one].name}});
    }
    if (!list.empty())
        map.subtitle = say(language, TakeWord::comparisonNumbered, {{"caption", map.subtitle}, {"list", list}});
    map.alt = say(language, TakeWord::comparisonAlt, {{"area", area}, {"names", names}});
    if (!isShortEnoughForAlt(map.alt))
        map.alt = say(language, TakeWord::comparisonAltMany,
                      {{"area", area}, {"count", numberWord(language, static_cast<std::uint32_t>(found.comparedOwn))}});
    // The map ends before the place does.
    map.countTitle =
        say(language, TakeWord::comparisonNumber, {{"areas", map.legend.countTitle}, {"place", countedPlace(found)}});
    return map;
}

// "Southwark: Rotherhithe (Southwark 001E), rank 126; …": a line for each area that holds small areas.
BriefingNotes highestOf(const Findings& found, std::span<const std::vector<HighestArea>> highest) {
    const Language language = found.language;
    BriefingNotes notes;
    for (std::size_t i = 0; i < highest.size(); ++i) {
        std::string list;
        for (const HighestArea& one : highest[i]) {
            std::string rank = formatCount(language, one.rank);
            if (one.isJoint) rank = say(language, Word::tableJoint, {{"rank", rank}});
            const std::string next =
                say(language, TakeWord::comparisonHighestOne, {{"name", one.name}, {"rank", rank}});
            list =
                list.empty() ? next : say(language, TakeWord::comparisonHighestNext, {{"list", list}, {"next", next}});
        }
        if (list.empty()) continue;
        notes.title = say(language, TakeWord::comparisonHighest,
                          {{"areas", found.head->levels[0].plural},
                           {"whole", possessive(language, rankedWithin(found))},
                           {"total", formatCount(language, highest[i][0].ranked)}});
        notes.texts.push_back(
            say(language, TakeWord::comparisonHighestIn, {{"name", found.compared[i].name}, {"list", list}}));
    }
    return notes;
}

}  // namespace

ComparisonFacts writeComparison(const Findings& found, const Facts& facts, std::span<const std::uint32_t> numbered,
                                std::span<const std::vector<HighestArea>> highest) {
    const Language language = found.language;
    const std::string names = namesOf(found);
    ComparisonFacts made;
    made.name = say(language, TakeWord::comparisonName, {{"names", names}});
    made.title = say(language, TakeWord::briefingTitle, {{"name", made.name}});
    made.kicker = say(language, TakeWord::briefingKicker, {{"title", found.head->title}});
    made.tableTitle = say(language, TakeWord::comparisonTable);
    made.compare = *facts.compare;
    addCounts(found, made.compare);
    addCardRows(found, made.compare);
    made.map = mapOf(found, facts, names, numbered);
    made.highest = highestOf(found, highest);
    made.differ.title = say(language, TakeWord::comparisonDiffer);
    for (const std::string& sentence : made.compare.sentences) {
        if (made.lead.empty())
            made.lead = sentence;
        else
            made.differ.texts.push_back(sentence);
    }
    made.read = writeBriefingNotes(found);
    made.sources = facts.sources;
    return made;
}

}  // namespace dex
