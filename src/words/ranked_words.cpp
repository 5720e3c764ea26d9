#include "base/apart.h"
#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

// By what a measure with classes of its own is ranked; its title does not say it.
std::string rankedBy(const Findings& findings) {
    const Language language = findings.language;
    switch (findings.measure.kind) {
        case MeasureKind::TwoWay: return needInside(language, findings.head->index->needs[findings.measure.index]);
        case MeasureKind::Moved: return say(language, Word::rankedByMoved);
        case MeasureKind::Difference: return say(language, Word::rankedByDifference);
        default: return lowerFirst(say(language, Word::compareOverall));
    }
}

// Whose ranks these are: of a place's areas they are not 1, 2, 3.
std::string rankedAmong(const Findings& findings) {
    if (findings.rankedCount < 2) return {};
    const Language language = findings.language;
    const bool scale = isScale(findings.measure.kind);
    const Word text = !scale                         ? Word::rankedAmongBy
                      : speaksOfRisk(findings.shown) ? Word::rankedAmongRisk
                                                     : Word::rankedAmong;
    return say(language, text,
               {{"measure", scale ? std::string() : rankedBy(findings)},
                {"whole", possessive(language, rankedWithin(findings))},
                {"total", formatCount(language, findings.rankedCount)},
                {"areas", levelOf(findings).plural}});
}

}  // namespace

DEX_APART RankedFacts writeRanked(const Findings& findings) {
    const Language language = findings.language;
    const RankedPage& page = *findings.ranked;
    RankedFacts facts;
    const std::string place = findings.district ? findings.district->code : countedPlace(findings, Where::First);
    // A place that is one of the areas itself has none of its own. What is no scale has a name that "by" cannot
    // precede.
    const bool scale = isScale(findings.measure.kind), isSingle = page.all == 1;
    facts.title = say(language,
                      isSingle ? (scale ? Word::rankedSingle : Word::rankedSingleNamed)
                               : (scale ? Word::rankedTitle : Word::rankedTitleNamed),
                      {{"name", place},
                       {"place", upperFirst(possessive(language, findings.district ? place : countedPlace(findings)))},
                       {"areas", levelOf(findings).plural},
                       {"measure", measureInside(findings)}});
    facts.among = rankedAmong(findings);
    const bool risk = speaksOfRisk(findings.shown);
    facts.orders.choices = {{"highest", say(language, risk ? Word::rankedHighestRisk : Word::rankedHighest), ""},
                            {"lowest", say(language, risk ? Word::rankedLowestRisk : Word::rankedLowest), ""}};
    facts.orders.chosen = page.fromHighest ? 0 : 1;
    for (const RankedFinding& found : page.rows) {
        // Only the standing matters for the words of a value; the row has the name already.
        AreaFinding area;
        Standing standing;
        standing.value = found.value;
        standing.classIndex = found.classIndex;
        area.standing = standing;
        const std::string rank = formatCount(language, found.rank);
        RankedRow row;
        row.id = found.ref.text();
        row.rank = found.isJoint ? say(language, Word::rankedJoint, {{"rank", rank}}) : rank;
        row.name = found.name;
        row.value = scale && !isAlone(findings) ? formatValue(language, findings.shown, found.value)
                                                : valueWithUnit(findings, area);
        row.classIndex = found.classIndex;
        row.isSelected = found.isSelected;
        facts.rows.push_back(std::move(row));
    }
    // Pages count from 0, readers from 1.
    const auto last = page.first + static_cast<std::uint32_t>(page.rows.size());
    facts.typed = page.typed;
    // An empty list says why: there is nothing to rank, or no name fits what was typed.
    facts.pageText =
        page.all == 0     ? say(language, Word::rankedNothing)
        : page.found == 0 ? say(language, Word::rankedNoName, {{"text", page.typed}})
        : last - page.first == page.found
            ? say(language, Word::rankedAll,
                  {{"total", formatCount(language, page.found)}, {"areas", areasWord(levelOf(findings), page.found)}})
            : say(language, last == page.first + 1 ? Word::rankedPageOne : Word::rankedPage,
                  {{"from", formatCount(language, page.first + 1)},
                   {"to", formatCount(language, last)},
                   {"total", formatCount(language, page.found)}});
    facts.hasPrevious = page.first > 0;
    facts.hasNext = last < page.found;
    return facts;
}

}  // namespace dex
