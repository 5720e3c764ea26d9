#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/findings.h"

namespace dex {

// The small parts that sentences are made of. Everything here needs findings with a head.

// "Southwark’s", "Tower Hamlets’"
std::string possessive(Language language, std::string_view name);

enum class Where : std::uint8_t { Inside, First };  // In a sentence, or as its first word.
// "the City of London": names that English gives an article.
std::string withArticle(Language language, std::string_view name, Where where = Where::Inside);

const Indicator& indicatorOf(const Findings& findings);
const Level& levelOf(const Findings& findings);
// Among whose areas all is ranked: the scope, or the whole.
const std::string& rankedWithin(const Findings& findings);

// A label as it reads inside a sentence: "people in income deprivation".
std::string measureInside(const Indicator& indicator);
// The same of what is shown; scores by their short name: "need for help with connectivity", "overall risk".
std::string measureInside(const Findings& findings);
// A need within a sentence: "need for help with connectivity". Needs are named after the good thing, so that "highest
// confidence" would say the opposite.
std::string needInside(Language language, const Need& need);
// What a number is of, after "for" and "highest": "share of people in income deprivation", "poor digital connectivity".
std::string figureInside(Language language, const Indicator& indicator);
// A group as it reads after "many": "people on low incomes", without the brackets of its label.
std::string groupInside(const Indicator& group);
// "People in income deprivation, share of residents"
std::string measureWithUnit(const Findings& findings);
// Needs are worded as risk, with the direction said; groups, context and shares of people, whose name says what is
// counted, as plain size. Where less is more risk a share is worded as risk too.
bool speaksOfRisk(const Indicator& indicator);

std::string areasWord(const Level& level, double count);

// A scope of one area has no ranks, and a score among itself alone would say nothing.
bool isAlone(const Findings& findings);
// Why no area has a score: all weights are 0.
bool hasNoWeights(const Findings& findings);

// Whose areas are counted: the place, or else among whom all is ranked. With its article.
std::string countedPlace(const Findings& findings, Where where = Where::Inside);

// So many of the areas of the place, as the subject of a sentence: "41 of Southwark’s 173 small areas", "None of …",
// "Both of Southwark’s wards", "The City of London’s only ward". The verb after it goes by `number`.
struct Subject {
    std::string text;
    double number = 0;
};
Subject subjectOf(const Findings& findings, std::uint32_t count, Where where = Where::First);

// Whether no place is chosen.
bool showsWhole(const Findings& findings);
// The name of what is shown: the place, or the whole.
const std::string& shownName(const Findings& findings);

// "North-east"
std::string_view compassWord(Language language, Compass point);

std::string numberWord(Language language, std::uint32_t number);

// The class of highest risk.
std::uint32_t riskiestClass(const Findings& findings);
// How a class stands among `count`, counted from the lowest value, or for risk from the lowest risk.
Word rankWord(std::size_t index, std::size_t count, bool risk);
// "fifth", of so many classes.
Word partWord(std::size_t classes);
// Whether the classes on screen are equal parts by rank that a sentence can name: fifths, quarters, thirds, halves.
bool hasEqualParts(const Findings& findings);
// "London’s highest-risk fifth", "the second-highest of five classes". `ofWhole` says whose fifth it is.
std::string classPhrase(const Findings& findings, std::uint32_t classIndex, bool ofWhole);

// Below this many areas neither tenths nor fifths are worded (docs/method.md, "Words for a position").
inline constexpr std::uint32_t kFewAreas = 20;

// "18.4% of residents", "42.10 (IoD 2025 score)", or why there is none.
std::string valueWithUnit(const Findings& findings, const AreaFinding& area);

// Shares of residents in the highest-risk fifth of small areas (people_words.cpp). Whether they can be said at all: there are small
// areas enough for fifths, and larger areas that hold them.
bool hasShares(const Findings& findings);
// "Residents in London’s highest-risk fifth"
std::string sharesTitle(const Findings& findings);
// Overall, then each need by its short name.
std::string shareLabel(const Findings& findings, std::size_t measure);
// "38%", "under 1%"
std::string shareText(Language language, double share);
// "38% of Southwark’s residents live in London’s highest-risk fifth for affordability; Lambeth 27%, London 20%." `others` may
// be null. Empty where the area has no such share.
std::string shareSentence(const Findings& findings, const AreaFinding& area, std::size_t measure,
                          const AreaFinding* other = nullptr);

// "Steady", "Varies somewhat": once all trials are done.
std::string steadyText(Language language, const SteadinessFinding& found);

// Parts of the facts, each in its own file.
void writeHeadline(const Findings& findings, Facts& facts);
LegendFacts writeLegend(const Findings& findings);
CardFacts writeCard(const Findings& findings, const AreaFinding& area);
// Blank where there are too few small areas. `whose` residents they are: "Southwark’s", "its".
ShareFacts writeShares(const Findings& findings, std::span<const ShareFinding> shares, std::string_view whose);
// Figures beside the whole's. Counts of people stand before their shares where they are asked for.
enum class Counts : std::uint8_t { Hidden, Shown };
std::vector<FigureRow> figureRows(const Findings& findings, std::span<const FigureFinding> figures,
                                  Counts counts = Counts::Hidden);
FigureRow figureRow(const Findings& findings, std::string label, std::string value, std::string whole);
void writeIndexCard(const Findings& findings, const AreaFinding& area, CardFacts& card);
std::optional<AdjustFacts> writeAdjust(const Findings& findings);
// Of the areas compared, of which there is one at least, over an index.
CompareFacts writeCompare(const Findings& findings);
RankedFacts writeRanked(const Findings& findings);
void writeMeasures(const Findings& findings, Facts& facts);
// Names that repeat their detail in brackets lose it: it stands on its own line.
std::string bareName(const AreaFinding& area);
// Where a value lies in the range of its class, 0–1; the middle where that is not known.
double alongClass(const Findings& findings, const Standing& standing);

}  // namespace dex
