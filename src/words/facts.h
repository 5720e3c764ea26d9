#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "map/area_ref.h"
#include "words/word.h"

namespace dex {

// One of several things to choose from.
struct Choice {
    std::string id;  // What an action carries back: indicator id, area code, level id, class method, "5".
    std::string label;
    std::string note;  // A sentence that explains it; may be empty.
};

// Choices of which exactly one holds; `chosen` is an index, or choices.size() when none is known yet.
struct Chooser {
    std::vector<Choice> choices;
    std::uint32_t chosen = 0;
};

// A run of choices below one caption.
struct Section {
    std::string label;
    std::uint32_t first = 0;  // Into the choices; the section reaches to the next one's first.
};

// What can be shown, under one tab: Need, Group or More. What is chosen may stand under another tab: then `chosen` is
// choices.size().
struct MeasureTab {
    std::string id;  // "need", "group", "more".
    std::string label;
    Chooser measures;
    std::vector<Section> sections;  // Empty: no captions.
};

// Which table of colours the classes take.
enum class Palette : std::uint8_t {
    Sequential,  // Lowest to highest.
    Needs,       // One colour a need in order of the recipe; the class after the last: none stands out.
    Diverging,   // Five, from much lower to much higher than what is compared with.
    TwoWay       // Nine: class = 3 · third of the need + third of the group.
};

struct LegendRow {
    std::string range;  // "31.2% to 48.0%"
    std::string count;  // "1,024"
    double share = 0;   // Length of the bar: 1 for the row with most areas.
    std::uint32_t classIndex = 0;
    std::string spoken;  // The row as a sentence.
};

// The square of need × group: its rows are classes, 0 the low-need, low-group corner.
struct SquareFacts {
    std::string needAxis, groupAxis;  // "Affordability need", "Residents aged 65 and over"
    std::string chosen;  // The chosen cell in words: "High need, high share of older people: 177 small areas"
};

struct LegendFacts {
    Palette palette = Palette::Sequential;
    std::optional<SquareFacts> square;          // Present: `rows` are its nine cells, class 8 first.
    std::string title;                          // "Share of residents"
    std::string explanation;                    // "Fifths of London’s small areas"
    std::string countTitle;                     // "small areas"
    std::string lowWord, highWord, noDataWord;  // For the one-row strip: "low", "high risk", "no data"
    std::vector<LegendRow> rows;                // Highest class first.
    LegendRow noData;                           // classIndex is kNoDataClass.
    std::uint32_t classCount = 0;
    std::optional<std::uint32_t> chosenClass;  // The others are dimmed.
};

// What is under the pointer or the crosshair.
struct PointerFacts {
    std::string name;   // "Peckham North (Southwark 022B)"
    std::string value;  // "18.4% of residents", or why there is none
    std::uint32_t classIndex = kNoDataClass;
    double along = 0;  // Where in its class's range, 0–1: places the mark in the legend.
};

struct StripBin {
    double height = 0;  // 0–1 of the tallest.
    std::uint32_t classIndex = 0;
};

// One kind of need on a card.
struct NeedBar {
    std::string id;
    std::string label;
    double share = 0;      // Of the track, 0–1; 0 without a score.
    std::string position;  // "highest-risk 10%"; or why there is no score
    bool standsOut = false;
    std::string spoken;
};

// A number of the area beside the whole's.
struct FigureRow {
    std::string label;
    std::string value;  // "12.1%"; or "no data"
    std::string whole;  // "11.9%"
    std::string spoken;
};

// How many of an area's people live where the risk is highest.
struct ShareFacts {
    std::string sentence;  // "38% of Southwark’s residents live in London’s highest-risk fifth for skills; London 20%."
    std::string title;     // "Residents in London’s highest-risk fifth"
    std::vector<FigureRow> rows;  // Overall and each need.
};

struct NeighbourFacts {
    std::string title;          // "Neighbours"
    std::vector<Choice> areas;  // "North-east: Southwark 018C"
};
// Other indices of the area.
struct ComparatorFacts {
    std::string title;
    std::vector<FigureRow> rows;  // `whole` is empty.
    std::string note;             // Why they differ.
};
// A button by which what a card is of joins something, or leaves it.
struct JoinFacts {
    std::string label;
    bool isIn = false;
    std::string full;  // Why it cannot join: there is no room for more. Then there is no label.
};
struct CardFacts {
    std::string title;  // "Selected area", "Your selection"
    std::string id;     // "small-area:E01003987"
    std::string name;
    std::string detail;           // "Southwark 018B · 2,024 residents"
    std::string postcode;         // "SE15 4AA is in this small area."; empty where no search for one led here
    std::string here;             // The name of the mark where the reader is; empty: there is none
    std::string help;             // The name of the link to what helps; empty where there is none
    std::string sentence;         // "In the highest-risk 10% of London’s small areas."
    std::string value;            // "18.4% of residents"; or why there is no number
    std::string rank;             // "400th highest risk of 4,994 small areas in London"; empty without a number
    std::string source;           // "2021 · carried from 2011 areas"; may be empty
    std::vector<StripBin> strip;  // All areas, lowest value left; empty until the values are here.
    std::string stripText;        // The strip in words.
    std::optional<double> mark;   // Where this area stands on the strip, 0–1.
    bool isLoading = false;       // Values have not arrived yet.

    ShareFacts shares;       // Of a larger area's people; blank of a small area.
    std::string needsTitle;  // "Kinds of need"
    std::vector<NeedBar> needs;
    std::string groupsTitle, wholeTitle;  // "Groups", "London"
    std::vector<FigureRow> groups;
    std::string drivers;  // "Biggest factors in overall risk: share of people in income deprivation, then …"
    std::string
        steadiness;  // "Steady: overall it is in the highest-risk 10% in …"; while it is worked out, how far it is
    std::string
        segments;  // "Across London, need for help with affordability affects these groups most (…): “Financially constrained”"
    ComparatorFacts comparators;
    NeighbourFacts neighbours;        // Only for the Text view, as far as borders are here.
    JoinFacts compare;                // "Compare", "In comparison"; empty where there is nothing to compare with
    JoinFacts select;                 // "Select", "Selected"; empty of a selection itself
    JoinFacts scope;                  // "Compare within"; empty where nothing is ranked, or nothing selected
    std::vector<std::string> within;  // As SelectionFacts has it, of a selection.

    // It is of no area, but of what the reader has selected.
    bool isSelection() const { return id == AreaRef::selection().text(); }
};

// What a reader has selected, in words alone: `dex ask` says it so, and its card is made of it.
struct SelectionFacts {
    std::string title;                // "Your selection"
    std::string areas;                // "14 small areas"
    std::string residents;            // "About 14,200 residents (11,900 to 16,800)"; empty where nobody knows
    std::string partly;               // Why that is a range: "5 of them are wholly inside, and 23 at least partly."
    std::vector<std::string> within;  // "Boroughs: Lambeth, Southwark"
    ShareFacts shares;
    std::string standsOut;  // "Affordability stands out in 9 of its small areas, more than any other need."
    std::string groupsTitle, wholeTitle;
    std::vector<FigureRow> groups;  // "2,310 · 16.3%"
};

// Up to four areas side by side, then their place and the whole.
struct CompareColumn {
    std::string id;  // "borough:E09000028"
    std::string name;
    std::string detail;
    std::string among;  // "Scores ranked among London’s 33 boroughs"; empty where that is the same for all.
    bool canRemove = false;
    std::string removeLabel;
};
struct CompareRow {
    std::string heading;  // Not empty: the row is a caption and has no values.
    std::string label;
    std::vector<std::string> values;  // By column.
    std::vector<double> shares;       // By column, 0–1, of rows that are drawn as bars; below 0: no bar. Else empty.
};
struct CompareFacts {
    std::string title;
    std::vector<CompareColumn> columns;
    std::vector<CompareRow> rows;
    std::vector<std::string> sentences;  // The differences in words.
    std::string howToAdd;                // Empty where there is no room for another.
    std::string clearLabel, closeLabel, openLabel;
};

// Weights, arithmetic and scope.
struct WeightRow {
    std::string id;  // Need id or indicator id.
    std::string label;
    std::uint32_t weight = 0;       // 0–10
    std::string share;              // "30% of the score"; "left out"
    bool isPublished = true;        // As the recipe has it.
    std::vector<WeightRow> inside;  // A need's indicators, where it has more than one.
};
struct AdjustFacts {
    std::string title, lead;  // "Adjust weights", and a sentence about what weights are.
    std::vector<WeightRow> needs;
    Chooser arithmetics;
    Chooser scopes;      // "Compare within"; ids are those of ActionKind::ChooseScope.
    bool isOwn = false;  // Anything but the published recipe.
    std::string banner;  // "Your own weights"; of own arithmetic or scope, what is different
    std::string
        changed;  // "312 of 4,994 small areas moved by a tenth of the ranking or more"; empty while it is published
    bool showsMoved = false;  // The map shows what changed.
};

// The areas of the view, highest or lowest first, a page at a time.
struct RankedRow {
    std::string id;
    std::string rank;
    std::string name;
    std::string value;
    std::uint32_t classIndex = 0;
    bool isSelected = false;
};
struct RankedFacts {
    std::string title;  // "Southwark’s small areas by overall risk"
    std::string among;  // "Risk ranks are among London’s 684 wards."; empty where there are no ranks
    Chooser orders;     // "highest", "lowest"
    std::string typed;  // What the names listed are to hold; may be empty.
    std::vector<RankedRow> rows;
    std::string pageText;  // "1 to 20 of 173"; or why there is nothing
    bool hasPrevious = false, hasNext = false;
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
    bool isReady = false;               // False until the head is here: then only title, progress and messages hold.
    std::string title;                  // "Digital exclusion in London"
    std::string headline;               // One sentence that counts what the map shows.
    std::string shortHeadline;          // The same without the measure, where room is short.
    std::string subtitle;               // Measure, unit, place, level, date.
    std::string shortSubtitle;          // Measure and place, for narrow screens.
    std::vector<MeasureTab> tabs;       // Need, Group, More; a tab without measures is left out.
    std::uint32_t chosenTab = 0;        // Where the chosen measure stands.
    Chooser twoWayNeeds, twoWayGroups;  // The two sides of need × group while it is shown; else empty.
    Chooser places;                     // First the whole, with an empty id.
    Chooser levels;
    Chooser methods;      // The note says in a sentence how it cuts.
    Chooser classCounts;  // "3", "4", "5"
    LegendFacts legend;
    std::optional<PointerFacts> pointer;
    std::optional<CardFacts> card;
    std::optional<AdjustFacts> adjust;    // Absent: the atlas has no index.
    std::optional<CompareFacts> compare;  // Absent: nothing is compared.
    std::optional<RankedFacts> ranked;    // Absent: the list is closed or has nothing yet.
    std::string sources;
    std::string shortSources;  // For the small embed.
    double progress = 1;       // Share of the wanted bytes that have arrived; 1 hides the bar.
    std::string progressText;
    std::vector<MessageFacts> messages;
    std::string hint;  // "Use Ctrl and the wheel to zoom the map"; empty hides it.
};

}  // namespace dex
