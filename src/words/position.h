#pragma once

#include <cstdint>
#include <string>

#include "words/findings.h"

namespace dex {

// How high the risk of an area is among all that are ranked with it. The limits lie so that no name contradicts the
// fifth that the map colours the area by: nothing in the second-darkest fifth is "medium".
enum class Position : std::uint8_t { Highest10, Highest25, High, Middle, Low, Lowest25, Lowest10 };

// `position` is Standing::position, 0–1, ascending in risk.
Position positionOf(double position);

// "highest-risk 10%": as a label of its own.
Word barWord(Position position);
// "in the highest-risk 10%": after "is".
Word insideWord(Position position);

// A card's sentence on where an area stands, "In the highest-risk 10% of London’s small areas for share of older people.",
// by the classes on screen; where these are no equal parts it says both. Empty below kFewAreas.
std::string shownSentence(const Findings& findings, const Standing& standing);
// The same for the overall score, which need not be what is on screen: "Overall, this ward is in the … of London’s wards."
std::string overallSentence(const Findings& findings, const Standing& overall);

}  // namespace dex
