#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "words/briefing_words.h"

namespace dex {

// What the briefing of a comparison says: one page about two to four areas side by side.
struct ComparisonFacts {
    std::string title;   // Of the page: "Southwark and Lambeth compared: briefing"
    std::string kicker;  // "Digital exclusion in London: briefing"
    std::string name;    // "Southwark and Lambeth compared"
    std::string lead;    // The first of the sentences; empty where there is none.
    std::string tableTitle;
    CompareFacts compare;  // As on the screen, with what the card of each area says besides.
    BriefingMap map;
    BriefingNotes highest;       // The small areas of highest risk in each area chosen that holds any.
    BriefingNotes differ, read;  // The other sentences, and what the figures cannot say.
    std::string sources;
};

// At least two areas are compared, over an index. The map is of small areas, and `facts` are those of `found`. On it those
// of `numbered` have a number for a name. `highest` are the small areas of highest risk in each area chosen, in their order.
ComparisonFacts writeComparison(const Findings& found, const Facts& facts, std::span<const std::uint32_t> numbered,
                                std::span<const std::vector<HighestArea>> highest);

}  // namespace dex
