#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "words/word.h"

namespace dex {

// One of several things to choose from.
struct Choice {
    std::string id;  // What an action carries back: indicator id, area code, level id, "quantile", "5".
    std::string label;
    std::string note;  // A sentence that explains it; may be empty.
};

// Choices of which exactly one holds; `chosen` is an index, or choices.size() when none is known yet.
struct Chooser {
    std::vector<Choice> choices;
    std::uint32_t chosen = 0;
};

// Indicators under one tab. The chosen one may stand under another tab: then `chosen` is choices.size().
struct IndicatorGroup {
    IndicatorKind kind = IndicatorKind::Need;
    std::string label;
    Chooser indicators;
};

struct LegendRow {
    std::string range;  // "31.2 to 48.0 %"
    std::string count;  // "1,024"
    double share = 0;   // Length of the bar: 1 for the row with most areas.
    std::uint32_t classIndex = 0;
    std::string spoken;  // The row as a sentence.
};

struct LegendFacts {
    std::string title;                          // "Share of residents"
    std::string explanation;                    // "Fifths of London’s small areas"
    std::string countTitle;                     // "small areas"
    std::string lowWord, highWord, noDataWord;  // For the one-row strip: "low", "high risk", "no data"
    std::vector<LegendRow> rows;                // Highest class first.
    LegendRow noData;                           // classIndex is kNoDataClass.
    std::uint32_t classCount = 0;
    std::optional<std::uint32_t> chosenClass;  // The others are dimmed.
};

// What is under the pointer or the cross-hair.
struct PointerFacts {
    std::string name;   // "Peckham North (Southwark 022B)"
    std::string value;  // "18.4 % of residents", or why there is none
    std::uint32_t classIndex = kNoDataClass;
    double along = 0;       // Where in its class's range, 0–1: places the mark in the legend.
    bool keyboard = false;  // At the cross-hair, not at the pointer.
};

struct StripBin {
    double height = 0;  // 0–1 of the tallest.
    std::uint32_t classIndex = 0;
};

struct CardFacts {
    std::string name;
    std::string detail;           // "Southwark 018B · 2,024 residents"
    std::string sentence;         // "In London’s highest-risk 10 %."
    std::string value;            // "18.4 % of residents"; or why there is no number
    std::string rank;             // "400th highest of 4,994 small areas in London"; empty without a number
    std::string source;           // "2021 · carried from 2011 areas"; may be empty
    std::vector<StripBin> strip;  // All areas, lowest value left; empty until the values are here.
    std::string stripText;        // The strip in words.
    std::optional<double> mark;   // Where this area stands on the strip, 0–1.
    bool isLoading = false;       // Values have not arrived yet.
};

// What went wrong and what was kept. `canRetry` draws the button.
struct MessageFacts {
    std::string sentence;
    bool canRetry = false;
};

struct HelpRow {
    std::string keys;
    std::string does;
};

// Everything that the panels show, as finished texts and numbers to draw. A plain value, the same for every layout.
struct Facts {
    Language language = Language::English;
    bool isReady = false;                // False until the head is here: then only title, progress and messages hold.
    std::string title;                   // "Digital exclusion in London"
    std::string headline;                // One sentence that counts what the map shows.
    std::string shortHeadline;           // The same without the measure, where room is short.
    std::string subtitle;                // Measure, unit, place, level, date.
    std::string shortSubtitle;           // Measure and place, for narrow screens.
    std::vector<IndicatorGroup> groups;  // Need, Group, More; a group without indicators is left out.
    std::uint32_t chosenGroup = 0;       // Where the chosen indicator stands.
    Chooser places;                      // First the whole, with an empty id.
    Chooser levels;
    Chooser methods;      // The note says in a sentence how it cuts.
    Chooser classCounts;  // "3", "4", "5"
    LegendFacts legend;
    std::optional<PointerFacts> pointer;
    std::optional<CardFacts> card;
    std::string sources;
    std::string shortSources;  // For the small embed.
    double progress = 1;       // Share of the wanted bytes that have arrived; 1 hides the bar.
    std::string progressText;
    std::vector<MessageFacts> messages;
    std::string hint;  // "Use Ctrl and the wheel to zoom the map"; empty hides it.
    std::vector<HelpRow> help;
};

}  // namespace dex
