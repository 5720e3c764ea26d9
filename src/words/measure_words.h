#pragma once

#include <string>

#include "words/findings.h"

namespace dex {

// Measures in words.

// A measure as an indicator describes itself: a score, a difference or a choice of classes has label, unit, dates of
// the figures behind it, and how its numbers are shown.
Indicator describe(Language language, const AtlasHead& head, const Measure& measure);

Palette paletteOf(MeasureKind kind);

// One of the classes of a measure that brings its own: "Affordability", "high need, high share of older people", "moved less than a tenth".
std::string namedClass(const Findings& findings, std::uint32_t classIndex);
// The title and the explanation above such classes.
std::string namedTitle(const Findings& findings);
std::string namedExplanation(const Findings& findings);
// What the map shows of such classes, as a headline without a full stop. The class is the chosen one or the telling one.
std::string namedHeadline(const Findings& findings);
// An area's class of them: "Biggest need: affordability", "up 312 places".
std::string namedValue(const Findings& findings, const Standing& standing);
// The chosen cell of need × group, or its dark corner.
SquareFacts writeSquare(const Findings& findings);

// "affordability": a name inside a sentence. Abbreviations keep their capitals.
std::string lowerFirst(std::string name);
std::string upperFirst(std::string text);

}  // namespace dex
