#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

// "41 of Southwark’s 173 small areas are in London’s highest-risk fifth"
std::string countSentence(const Findings& findings, std::uint32_t classIndex) {
    const Language language = findings.language;
    const auto count = findings.classes[classIndex].countInPlace;
    const auto total = findings.areasInPlace;
    const std::string inClass = classPhrase(findings, classIndex, findings.place.has_value());
    const std::string place = possessive(language, withArticle(language, shownName(findings)));
    const std::string areas = areasWord(levelOf(findings), total);
    const std::string countText = formatCount(language, count), totalText = formatCount(language, total);
    const auto fillIn = [&](Word text) {
        return say(language, text, {{"place", place}, {"total", totalText}, {"areas", areas}, {"class", inClass}});
    };
    if (count == 0) return fillIn(Word::headlineNone);
    if (count == total) return fillIn(Word::headlineAll);
    return sayPlural(
        language, Word::headlineCountOther, count,
        {{"count", countText}, {"place", place}, {"total", totalText}, {"areas", areas}, {"class", inClass}});
}

// The place that is one area itself: "Southwark is in London’s second-highest fifth".
std::string singleSentence(const Findings& findings) {
    const Language language = findings.language;
    for (std::uint32_t i = 0; i < findings.classes.size(); ++i) {
        if (findings.classes[i].countInPlace == 0) continue;
        const std::string name = withArticle(language, shownName(findings), Where::First);
        return say(language, Word::headlineSingle, {{"name", name}, {"class", classPhrase(findings, i, true)}});
    }
    return {};
}

// All areas of the top level: which leads.
std::string topSentence(const Findings& findings) {
    const Language language = findings.language;
    const bool riskIsDown = riskiestClass(findings) == 0 && findings.classes.size() > 1;
    return say(language, riskIsDown ? Word::headlineTopLowest : Word::headlineTop,
               {{"name", withArticle(language, findings.highestName, Where::First)},
                {"place", possessive(language, rankedWithin(findings))},
                {"total", formatCount(language, findings.areasInPlace)},
                {"areas", areasWord(levelOf(findings), findings.areasInPlace)}});
}

std::string leaderSentence(const Findings& findings) {
    const Language language = findings.language;
    return say(language, Word::headlineLeader,
               {{"name", withArticle(language, findings.leader->name, Where::First)},
                {"areas", levelOf(findings).plural},
                {"class", classPhrase(findings, riskiestClass(findings), true)}});
}

std::string withMeasure(const Findings& findings, const std::string& sentence) {
    return say(findings.language, Word::headlineMeasure,
               {{"sentence", sentence}, {"measure", measureInside(indicatorOf(findings))}});
}

std::string withLeaderCount(const Findings& findings, const std::string& sentence) {
    const Language language = findings.language;
    return say(language, Word::headlineLeaderCount,
               {{"sentence", sentence},
                {"count", formatCount(language, findings.leader->count)},
                {"total", formatCount(language, findings.leader->areas)}});
}

std::string nothingSentence(const Findings& findings) {
    const Language language = findings.language;
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
    const bool isWhole = !findings.place;
    if (findings.classes.empty() && findings.rankedCount == 0 && findings.noDataInPlace == 0) {
        facts.headline = facts.shortHeadline = facts.title;
        return;
    }
    if (findings.areasInPlace == 0 || findings.noDataInPlace == findings.areasInPlace) {
        facts.headline = facts.shortHeadline = nothingSentence(findings);
    } else if (!isScale(findings.measure.kind)) {
        facts.headline = facts.shortHeadline = namedHeadline(findings);
    } else if (isTop && !isWhole && findings.areasInPlace == 1) {
        facts.shortHeadline = singleSentence(findings);
        facts.headline = withMeasure(findings, facts.shortHeadline);
    } else if (isWhole && isTop && !findings.chosenClass && !findings.highestName.empty()) {
        facts.shortHeadline = topSentence(findings);
        facts.headline = withMeasure(findings, facts.shortHeadline);
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
