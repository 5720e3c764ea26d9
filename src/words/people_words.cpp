#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

// How much of an area is meant, so that none and all are said as people say them.
enum class Part : std::uint8_t { None, Some, All };
Part partOf(double share) { return share <= 0 ? Part::None : share >= 1 ? Part::All : Part::Some; }

bool areOfPeople(const Findings& findings) { return findings.head->residents != kNoFile; }

// "London’s highest-risk fifth"
std::string fifthOf(const Findings& findings) {
    return say(findings.language, Word::peopleFifth, {{"whole", possessive(findings.language, findings.head->place)}});
}

// "London’s highest-risk fifth for affordability"
std::string fifthFor(const Findings& findings, std::size_t measure) {
    const Language language = findings.language;
    const std::string fifth = fifthOf(findings);
    if (measure == 0) return say(language, Word::peopleFifthOverall, {{"fifth", fifth}});
    const std::string need = lowerFirst(findings.head->index->needs[measure - 1].shortLabel);
    return say(language, Word::peopleFifthFor, {{"fifth", fifth}, {"need", need}});
}

// The measure whose share a card puts into a sentence: the need that is shown, else overall.
std::size_t spokenMeasure(const Findings& findings) {
    const MeasureKind kind = findings.measure.kind;
    return kind == MeasureKind::Need || kind == MeasureKind::TwoWay ? findings.measure.index + std::size_t{1} : 0;
}

Word sentenceWord(Part part, bool ofPeople) {
    switch (part) {
        case Part::None: return ofPeople ? Word::peopleNone : Word::peopleNoneAreas;
        case Part::All: return ofPeople ? Word::peopleAll : Word::peopleAllAreas;
        case Part::Some: break;
    }
    return ofPeople ? Word::peopleSome : Word::peopleSomeAreas;
}

// `place` is whose residents they are, "Southwark’s"; `others` stand behind it.
std::string sentenceOn(const Findings& findings, double share, std::size_t measure, std::string_view place,
                       std::string_view others) {
    const Language language = findings.language;
    return say(language, sentenceWord(partOf(share), areOfPeople(findings)),
               {{"share", upperFirst(shareText(language, share))},
                {"place", place},
                {"areas", findings.head->levels[0].plural},
                {"fifth", fifthFor(findings, measure)},
                {"others", others}});
}

std::string beside(const Findings& findings, std::string_view name, double share) {
    return say(findings.language, Word::peopleBeside, {{"name", name}, {"share", shareText(findings.language, share)}});
}

}  // namespace

bool hasShares(const Findings& findings) {
    return findings.shares.smallAreas >= kFewAreas && findings.head->levels.size() > 1;
}

std::string sharesTitle(const Findings& findings) {
    return say(findings.language, areOfPeople(findings) ? Word::peopleTitle : Word::peopleTitleAreas,
               {{"fifth", fifthOf(findings)}, {"areas", upperFirst(findings.head->levels[0].plural)}});
}

std::string shareLabel(const Findings& findings, std::size_t measure) {
    return measure == 0 ? say(findings.language, Word::compareOverall)
                        : findings.head->index->needs[measure - 1].shortLabel;
}

std::string shareText(Language language, double share) {
    // A few people are not nobody, and nearly all are not all.
    constexpr double kLeast = 0.01;
    if (partOf(share) == Part::Some && share < kLeast)
        return say(language, Word::peopleUnder, {{"percent", formatPercent(language, kLeast, 0)}});
    if (partOf(share) == Part::Some && share > 1 - kLeast)
        return say(language, Word::peopleOver, {{"percent", formatPercent(language, 1 - kLeast, 0)}});
    return formatPercent(language, share, 0);
}

std::string shareSentence(const Findings& findings, const AreaFinding& area, std::size_t measure,
                          const AreaFinding* other) {
    const Language language = findings.language;
    const bool isKnown = hasShares(findings) && measure < area.shares.size() && area.shares[measure];
    if (!isKnown || !findings.shares.ofWhole[measure]) return {};
    std::string others;
    if (other && measure < other->shares.size() && other->shares[measure]) {
        others = beside(findings, withArticle(language, bareName(*other)), *other->shares[measure]);
        others += word(language, Word::listComma);
    }
    others += beside(findings, findings.head->place, *findings.shares.ofWhole[measure]);
    return sentenceOn(findings, *area.shares[measure], measure,
                      possessive(language, withArticle(language, bareName(area))), others);
}

ShareFacts writeShares(const Findings& findings, std::span<const ShareFinding> shares, std::string_view whose) {
    ShareFacts facts;
    if (!hasShares(findings)) return facts;
    const Language language = findings.language;
    const auto& ofWhole = findings.shares.ofWhole;
    const std::size_t spoken = spokenMeasure(findings);
    if (spoken < shares.size() && shares[spoken] && ofWhole[spoken])
        facts.sentence = sentenceOn(findings, *shares[spoken], spoken, whose,
                                    beside(findings, findings.head->place, *ofWhole[spoken]));
    for (std::size_t measure = 0; measure < shares.size(); ++measure) {
        facts.rows.push_back(figureRow(
            findings, shareLabel(findings, measure),
            shares[measure] ? shareText(language, *shares[measure]) : std::string(word(language, Word::cardNoData)),
            ofWhole[measure] ? shareText(language, *ofWhole[measure]) : std::string()));
    }
    if (!facts.rows.empty()) facts.title = sharesTitle(findings);
    return facts;
}

}  // namespace dex
