#pragma once

#include <optional>
#include <string>
#include <vector>

#include "words/facts.h"
#include "words/findings.h"

namespace dex {

// What a briefing says: one page about one area, for people who decide something there and have three minutes.

// A row of bars: what it is of, and words beside it.
struct BriefingRow {
    std::string label;
    std::string position;        // "highest-risk 10%"
    std::string share, whole;    // Of residents; blank of a small area.
    double bar = 0;              // Length, 0–1.
    std::optional<double> mark;  // The whole's, beside it.
    std::string spoken;          // The bar in words.
    bool standsOut = false;
};

struct BriefingGroup {
    std::string label, count, share, whole;  // The count is "–" where only a rate is known.
};

struct BriefingArea {
    std::string name, rank, need;
};

struct BriefingMap {
    std::string headline, subtitle, alt;
    LegendFacts legend;
    std::string legendTitle, classTitle, countTitle;
};

struct BriefingStand {
    std::string title, sentence;
    std::string needTitle, riskTitle, shareTitle;  // Without shares there is no title for them.
    std::vector<BriefingRow> rows;
};

struct BriefingGroups {
    std::string title;
    std::string groupTitle, countTitle, shareTitle;
    std::vector<BriefingGroup> rows;
};

struct BriefingHighest {
    std::string title;
    std::string areaTitle, rankTitle, biggestTitle;
    std::vector<BriefingArea> rows;  // None of a small area.
};

struct BriefingNotes {
    std::string title;
    std::vector<std::string> texts;
};

struct BriefingFacts {
    Language language = Language::English;
    std::string title;   // Of the page: "Southwark: briefing"
    std::string kicker;  // "Digital exclusion in London: briefing"
    std::string name, detail;
    std::string lead;        // The one sentence that matters most.
    std::string wholeTitle;  // "London": of columns.
    BriefingMap map;
    BriefingStand stand;
    BriefingGroups groups;
    BriefingHighest highest;
    BriefingNotes why, read;
    std::string sources;
};

// One of the small areas inside, by risk.
struct HighestArea {
    std::string name;
    std::uint32_t rank = 0, ranked = 0;  // Among all small areas.
    bool isJoint = false;
    std::optional<std::uint32_t> leader;  // The need that stands out.
};

struct BriefingFindings {
    const Findings& area;  // The area is selected, at its own level.
    const Facts& areaFacts;
    const Findings& map;  // Small areas round it.
    const Facts& mapFacts;
    std::vector<HighestArea> highest;  // The first has the highest risk.
};
BriefingFacts writeBriefing(const BriefingFindings& found);

// The parts that all briefings have: a map with its legend, and what the figures cannot say.
BriefingMap writeBriefingMap(const Facts& map);
BriefingNotes writeBriefingNotes(const Findings& map);

}  // namespace dex
