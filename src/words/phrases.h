#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "words/findings.h"
#include "words/position.h"

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

// The indicator's label as it reads after "for": "people in income deprivation".
std::string measureInside(const Indicator& indicator);
// "People in income deprivation, % of residents"
std::string measureWithUnit(const Findings& findings);
// Need types are worded as risk, groups and context as plain size.
bool speaksOfRisk(const Indicator& indicator);

std::string areasWord(const Level& level, double count);

// The name of what is shown: the place, or the whole.
const std::string& shownName(const Findings& findings);

// "North-east"
std::string_view compassWord(Language language, Compass point);

std::string numberWord(Language language, std::uint32_t number);

// The class of highest risk.
std::uint32_t riskiestClass(const Findings& findings);
// "London’s highest-risk fifth", "the second-highest of five classes". `ofWhole` says whose fifth it is.
std::string classPhrase(const Findings& findings, std::uint32_t classIndex, bool ofWhole);

// METHOD §3: below this many areas neither tenths nor fifths are worded.
inline constexpr std::uint32_t kFewAreas = 20;

// "18.4 % of residents", "42.10 (IoD 2025 score, no unit)", or why there is none.
std::string valueWithUnit(const Findings& findings, const AreaFinding& area);

// Parts of the facts, each in its own file.
void writeHeadline(const Findings& findings, Facts& facts);
LegendFacts writeLegend(const Findings& findings);
CardFacts writeCard(const Findings& findings, const AreaFinding& area);
void writeIndexCard(const Findings& findings, const AreaFinding& area, CardFacts& card);
std::optional<AdjustFacts> writeAdjust(const Findings& findings);
std::optional<CompareFacts> writeCompare(const Findings& findings);
std::optional<RankedFacts> writeRanked(const Findings& findings);
void writeMeasures(const Findings& findings, Facts& facts);
// A position as the end of a sentence about risk says it: "highest-risk 10 %". The middle is a sentence of its own.
Word riskWord(Position position);
// As a bar says it: "highest 10 %".
Word barWord(Position position);
// Names that repeat their detail in brackets lose it: it stands on its own line.
std::string bareName(const AreaFinding& area);
// Where a value lies in the range of its class, 0–1; the middle where that is not known.
double alongClass(const Findings& findings, const Standing& standing);

}  // namespace dex
