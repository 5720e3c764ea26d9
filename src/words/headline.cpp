#include <algorithm>

#include "base/apart.h"
#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

// "41 of Southwark’s 173 small areas are in London’s highest-risk fifth"
std::string countSentence(const Findings& findings, std::uint32_t classIndex) {
    const Subject subject = subjectOf(findings, findings.classes[classIndex].countInPlace);
    return sayPlural(findings.language, Word::headlineCountOther, subject.number,
                     {{"areas", subject.text}, {"class", classPhrase(findings, classIndex, !showsWhole(findings))}});
}

// The place that is or has one area: "Southwark is in London’s second-highest-risk fifth".
std::string singleSentence(const Findings& findings) {
    for (std::uint32_t i = 0; i < findings.classes.size(); ++i) {
        // The area is in exactly one class, and no other class of the place has any.
        if (findings.classes[i].countInPlace == 0) continue;
        return say(findings.language, Word::headlineCountOne,
                   {{"areas", subjectOf(findings, 1).text}, {"class", classPhrase(findings, i, true)}});
    }
    return {};
}

Word topWord(const Findings& findings) {
    const Indicator& indicator = indicatorOf(findings);
    if (findings.measure.kind != MeasureKind::Indicator) return Word::headlineTop;
    // Where less is more risk, as with access to the internet, the area that leads has the lowest share.
    const bool isTurned = speaksOfRisk(indicator) && indicator.polarity < 0;
    if (indicator.display == Display::Percent) return isTurned ? Word::headlineTopLowShare : Word::headlineTopShare;
    return speaksOfRisk(indicator) ? Word::headlineTopRiskFigure : Word::headlineTopFigure;
}

// All areas of the top level: which leads. `text` is a form with or without the measure.
std::string topSentence(const Findings& findings, Word text) {
    const Language language = findings.language;
    const std::string name = withArticle(
        language, findings.highest.name,
        text == Word::headlineTop || text == Word::headlineTopShort || text == Word::headlineTopRisk ? Where::First
                                                                                                     : Where::Inside);
    return say(language, text,
               {{"name", name},
                {"measure", measureInside(findings)},
                {"place", possessive(language, rankedWithin(findings))},
                {"total", formatCount(language, findings.areasInPlace)},
                {"areas", areasWord(levelOf(findings), findings.areasInPlace)}});
}

// Two that lead because their numbers read alike, or the higher of two in all.
std::string twoSentence(const Findings& findings) {
    const Language language = findings.language;
    return say(
        language, findings.highest.beside.empty() ? Word::headlineTopOfTwo : Word::headlineTopTwo,
        {{"name", withArticle(language, findings.highest.name)},
         {"other", withArticle(language, findings.highest.beside)},
         // The end of the highest class is the highest value.
         {"value", formatValue(language, indicatorOf(findings), findings.classes.back().max)},
         {"measure", findings.measure.kind == MeasureKind::Indicator ? figureInside(language, indicatorOf(findings))
                                                                     : measureInside(findings)},
         {"place", possessive(language, rankedWithin(findings))},
         {"total", formatCount(language, findings.areasInPlace)},
         {"areas", levelOf(findings).plural}});
}

void writeTop(const Findings& findings, Facts& facts) {
    const Word text = topWord(findings);
    // Figures that are no share have names that "highest" cannot precede, and of the lowest share it is not said.
    const bool isPlain = text == Word::headlineTop || text == Word::headlineTopShare;
    if (isPlain && !findings.classes.empty() && (!findings.highest.beside.empty() || findings.areasInPlace == 2)) {
        facts.headline = facts.shortHeadline = twoSentence(findings);
        return;
    }
    facts.headline = topSentence(findings, text);
    facts.shortHeadline =
        topSentence(findings, speaksOfRisk(indicatorOf(findings)) ? Word::headlineTopRisk : Word::headlineTopShort);
}

std::string leaderSentence(const Findings& findings) {
    const Language language = findings.language;
    return say(language, Word::headlineLeader,
               {{"name", withArticle(language, findings.leader->name, Where::First)},
                {"areas", levelOf(findings).plural},
                {"class", classPhrase(findings, riskiestClass(findings), true)}});
}

std::string withMeasure(const Findings& findings, const std::string& sentence) {
    if (findings.measure.kind == MeasureKind::Overall)
        return say(findings.language, Word::headlineOverall, {{"sentence", sentence}});
    // "Highest-risk" says the direction, so a need is its bare name after it.
    const std::string measure = findings.measure.kind == MeasureKind::Need
                                    ? lowerFirst(findings.head->index->needs[findings.measure.index].shortLabel)
                                    : figureInside(findings.language, indicatorOf(findings));
    return say(findings.language, Word::headlineMeasure, {{"sentence", sentence}, {"measure", measure}});
}

std::string withLeaderCount(const Findings& findings, const std::string& sentence) {
    const Language language = findings.language;
    return say(language, Word::headlineLeaderCount,
               {{"sentence", sentence},
                {"count", formatCount(language, findings.leader->count)},
                {"total", formatCount(language, findings.leader->areas)}});
}

// "12 of SE15’s 63 small areas are in London’s highest-risk fifth"
DEX_APART std::string districtSentence(const Findings& findings) {
    const Language language = findings.language;
    const DistrictFinding& district = *findings.district;
    const std::string place = possessive(language, district.code);
    const bool isOnly = district.areas == 1;
    const Word subject = isOnly                               ? Word::subjectOnly
                         : district.inClass == 0              ? Word::subjectNone
                         : district.inClass == district.areas ? Word::subjectAll
                                                              : Word::subjectCount;
    const std::string areas = say(language, subject,
                                  {{"count", formatCount(language, district.inClass)},
                                   {"total", formatCount(language, district.areas)},
                                   {"place", place},
                                   {"areas", areasWord(levelOf(findings), district.areas)}});
    const std::uint32_t which = isOnly ? district.first : riskiestClass(findings);
    return sayPlural(language, Word::headlineCountOther, isOnly ? 1 : std::max(district.inClass, 2u),
                     {{"areas", areas}, {"class", classPhrase(findings, which, true)}});
}

// Where a search has led: "Peckham North (Southwark 022B) is in London’s highest-risk fifth". Never the postcode, which is for the
// reader alone: headlines go on to other pages.
DEX_APART std::string hereSentence(const Findings& findings) {
    return say(findings.language, Word::headlineCountOne,
               {{"areas", withArticle(findings.language, findings.selected->name, Where::First)},
                {"class", classPhrase(findings, findings.selected->standing->classIndex, true)}});
}

bool isHere(const Findings& findings) {
    return findings.selected && findings.selected->isHere && findings.selected->standing &&
           findings.selected->standing->classIndex < findings.classes.size();
}

bool isOneClass(const Findings& findings) {
    return !findings.district || findings.district->areas > 1 || findings.district->first < findings.classes.size();
}

std::string nothingSentence(const Findings& findings) {
    const Language language = findings.language;
    if (hasNoWeights(findings)) return say(language, Word::adjustNoWeights);
    const std::string& shown = shownName(findings);
    const std::string areas = areasWord(levelOf(findings), findings.areasInPlace);
    if (findings.areasInPlace == 0) {
        return say(language, Word::headlineNoAreas,
                   {{"name", withArticle(language, shown, Where::First)}, {"areas", levelOf(findings).plural}});
    }
    return sayPlural(language, Word::headlineNoFigureOther, findings.areasInPlace,
                     {{"name", withArticle(language, shown)},
                      {"place", possessive(language, withArticle(language, shown))},
                      {"areas", areas}});
}

}  // namespace

void writeHeadline(const Findings& findings, Facts& facts) {
    const bool isTop = findings.level == findings.head->topLevel();
    const bool isWhole = showsWhole(findings);
    // Nothing is known yet. The title holds the place of the headline, so that nothing moves when it comes.
    if (findings.classes.empty() && findings.rankedCount == 0 && findings.noDataInPlace == 0) {
        facts.headline = facts.shortHeadline = facts.title;
        return;
    }
    if (isScale(findings.measure.kind) && (isHere(findings) || (findings.district && isOneClass(findings)))) {
        facts.shortHeadline = isHere(findings) ? hereSentence(findings) : districtSentence(findings);
        facts.headline = withMeasure(findings, facts.shortHeadline);
    } else if (findings.areasInPlace == 0 || findings.noDataInPlace == findings.areasInPlace) {
        facts.headline = facts.shortHeadline = nothingSentence(findings);
    } else if (isAlone(findings) && findings.areasInPlace == 1) {
        // A scope of one area has nobody to be ahead of.
        facts.headline = facts.shortHeadline =
            say(findings.language, Word::headlineOnly,
                {{"name", subjectOf(findings, 1).text}, {"area", levelOf(findings).singular}});
    } else if (!isScale(findings.measure.kind)) {
        facts.headline = facts.shortHeadline = namedHeadline(findings);
    } else if (!isWhole && findings.areasInPlace == 1) {
        facts.shortHeadline = singleSentence(findings);
        facts.headline = withMeasure(findings, facts.shortHeadline);
        // Of the largest areas a reader knows the names, so the one that leads is named.
    } else if (isWhole && isTop && !findings.chosenClass && !findings.highest.name.empty()) {
        writeTop(findings, facts);
        // Among thousands of small areas one name says little; the borough with most of them says more.
    } else if (isWhole && !isTop && !findings.chosenClass && findings.leader) {
        const std::string sentence = leaderSentence(findings);
        facts.shortHeadline = withLeaderCount(findings, sentence);
        facts.headline = withLeaderCount(findings, withMeasure(findings, sentence));
    } else {
        const bool isChosen = findings.chosenClass && *findings.chosenClass < findings.classes.size();
        facts.shortHeadline = countSentence(findings, isChosen ? *findings.chosenClass : riskiestClass(findings));
        facts.headline = withMeasure(findings, facts.shortHeadline);
    }
}

}  // namespace dex
