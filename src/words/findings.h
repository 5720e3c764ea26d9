#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "map/compass.h"
#include "map/measure.h"
#include "map/view_pairs.h"
#include "map/view_state.h"
#include "risk/weights.h"
#include "words/facts.h"

namespace dex {

// What stands behind the words: resolved numbers and names, nothing yet worded. Filled by app/ from library, statistics
// and camera; everything that is not known yet stays empty and is worded as such.

struct ClassFinding {
    double min = 0, max = 0;  // As in Classes; of all areas of the level, not of the place.
    std::uint32_t countInPlace = 0;
    bool hasAreas = true;  // False for a quantile that ties have emptied: it has no range either.
};

// An area's number, and how it stands among all areas of its level that have one.
struct Standing {
    double value = 0;
    std::uint32_t classIndex = 0;
    std::uint32_t rank = 0;        // 1 = highest in risk; ties share the smaller number.
    std::uint32_t fromLowest = 0;  // The same from the lowest risk.
    bool isJoint = false;
    std::uint32_t rankedCount = 0;  // n
    double position = 0;            // p = (average rank − 0.5) / n, ascending in risk (docs/method.md).
};

// How an area stands in one kind of need.
struct NeedFinding {
    std::optional<double> score;             // 0–10
    std::optional<double> position;          // As in Standing.
    CellState state = CellState::NotInFile;  // Why there is no score.
};

// In how many of so many trials with other weights an area stayed where it is.
struct SteadinessFinding {
    std::uint32_t done = 0, draws = 0;
    std::uint32_t band = 0;           // 1–10, 10 the highest risk.
    std::uint32_t low = 0, high = 0;  // The 5th and 95th percentile of its band.
    std::uint32_t timesInBand = 0;
};

// What the index says of an area.
struct IndexFinding {
    std::optional<Standing> overall;
    std::vector<NeedFinding> needs;       // In order of the recipe.
    std::optional<std::uint32_t> leader;  // The need that stands out.
    std::optional<std::uint32_t> second;
    std::vector<std::uint32_t> drivers;  // Indicators that weigh most, the first one most.
    std::optional<SteadinessFinding> steadiness;
};

// A number beside the index, and the whole's.
struct FigureFinding {
    std::uint32_t indicator = 0;
    CellState state = CellState::NotInFile;
    double value = 0;
    std::optional<double> whole;
    std::optional<double> count = {};  // Of the area's own people, where they are counted.
};

// What share of an area's residents live in small areas of the highest-risk fifth of all; absent where too few of them
// have a score.
using ShareFinding = std::optional<double>;  // 0–1

// The whole's, as AreaFinding has an area's.
struct SharesFinding {
    std::vector<ShareFinding> ofWhole;
    std::uint32_t smallAreas = 0;     // How many have an overall score.
    std::optional<double> residents;  // Asked for by a comparison alone.
};

struct NeighbourFinding {
    AreaRef ref;
    std::string name;
    Compass towards = Compass::North;
};

struct AreaFinding {
    AreaRef ref;
    bool isOutOfScope = false;  // At its own level.
    bool isCompared = false;
    bool isInSelection = false;         // All of its small areas are.
    std::optional<IndexFinding> index;  // Of a selected or compared area, once its columns are here.
    std::vector<ShareFinding> shares;   // Overall, then each need; empty until the scores of small areas are here.
    std::vector<FigureFinding> groups, comparators;
    std::string name;       // AreaNames::names
    std::string detail;     // AreaNames::details; may be empty.
    std::string placeName;  // Its area of the top level; empty when it is one itself.
    std::optional<double> residents;
    CellState state = CellState::NotInFile;
    std::optional<Standing> standing;          // Absent: no number.
    std::optional<std::uint32_t> classIndex;   // Known before the values are: from the default classes.
    bool isLoading = false;                    // Its numbers are loading.
    std::string postcode;                      // By which a search led here; may be empty.
    bool isHere = false;                       // A search led here, to a point that is marked.
    bool isBeside = false;                     // The postcode lies in no small area; this is the nearest.
    std::vector<NeighbourFinding> neighbours;  // Where they are asked for.
    bool canHelp = false;                      // A search led here, and the host has a page about what helps.
};

// The small areas that a reader has put together, by what a question about a place says of them (find/area_marks.h).
struct SelectionFinding {
    struct Three {
        double chosen = 0, inside = 0, touched = 0;
    };
    Three areas;
    std::optional<Three> residents;    // Absent where they are not here, or nobody knows them.
    std::vector<ShareFinding> shares;  // As AreaFinding has them, as are its groups.
    std::vector<FigureFinding> groups;
    std::optional<std::uint32_t> standsOut;  // The need that stands out in most of its areas,
    std::uint32_t standsOutIn = 0;           // and in how many of them.
    struct Within {
        std::uint32_t level = 0;
        std::vector<std::string> names;
    };
    std::vector<Within> within;  // The larger areas in which its own lie, from the topmost level down.
};

struct BinFinding {
    std::uint32_t count = 0;
    std::uint32_t classIndex = 0;  // The class that most of the bin's areas are in.
};

// All areas of the level, from the lowest value to the highest.
struct StripFinding {
    std::vector<BinFinding> bins;
    double min = 0, max = 0;
};

// The place, of those at the top level, that has most areas in the class of highest risk; absent when two share that.
struct LeaderFinding {
    std::string name;
    std::uint32_t count = 0;
    std::uint32_t areas = 0;
};

// The small areas in which an outward code has postcodes.
struct DistrictFinding {
    std::string code;  // "SE15"
    std::uint32_t areas = 0;
    std::uint32_t inClass = 0;  // Of them, in the class of highest risk.
    std::uint32_t first = 0;    // The class of the first.
};

// The area of highest risk, and the one beside it whose number reads the same. Both are empty where more than two share it.
struct HighestFinding {
    std::string name, beside;
};

// A row of the ranked list.
struct RankedFinding {
    AreaRef ref;
    std::string name;
    std::uint32_t rank = 0;
    bool isJoint = false;
    double value = 0;
    std::uint32_t classIndex = 0;
    bool isSelected = false;
};
struct RankedPage {
    std::vector<RankedFinding> rows;
    bool fromHighest = true;
    std::string typed;                   // Only names that fit this are listed; empty: all.
    std::uint32_t all = 0;               // Areas of the place that have a number.
    std::uint32_t first = 0, found = 0;  // Of how many that fit the first row is which, 0 the first.
};

// One of the scopes that can be chosen.
struct ScopeChoice {
    std::string id;  // As ActionKind::ChooseScope has it.
    std::string name;
};

// The index as the reader has it.
struct AdjustFinding {
    bool isOpen = false;  // Its reader sees what can be adjusted.
    Arithmetic arithmetic = Arithmetic::Rank;
    Weights weights;                          // As chosen; empty where there is no index.
    std::string scopeName;                    // Empty: the whole. "Southwark", "the areas compared"
    std::vector<ScopeChoice> scopes;          // What can be chosen besides the whole.
    std::optional<std::uint32_t> scope;       // Into `scopes`.
    bool isPublished = true;                  // Weights, arithmetic and scope are the recipe's.
    std::optional<std::uint32_t> movedCount;  // Areas that moved a tenth or more against the published recipe.
};

struct PlaceName {
    std::string code;
    std::string name;
};

// Something that a link names and the atlas does not have.
struct MissingFinding {
    ViewKey key = ViewKey::Show;
    std::string text;                    // As the link has it: "E99999999".
    std::optional<std::uint32_t> level;  // Of an area, where there is such a level.
    friend bool operator==(const MissingFinding&, const MissingFinding&) = default;
};

// All of that, in order of the view's keys, and what is shown now.
struct LinkFinding {
    std::vector<MissingFinding> missing;
    Measure measure;
    std::uint32_t level = 0;
    std::string place;
};

struct MessageFinding {
    Status status = Status::Ok;
    std::string what = {};  // What the file was for, in words: "Southwark’s outlines"; may be empty.
    bool canRetry = false;
    LinkFinding link = {};  // Of NotOnMap.
};

// Of what a link or a picture asked for and did not get. It has cost nothing that was there.
inline bool isOfTheLink(Status status) {
    return status == Status::BadView || status == Status::OtherFigures || status == Status::NotOnMap ||
           status == Status::NoView;
}

enum class Hint : std::uint8_t { None, Wheel, Touch };

// A place that is not of the top level: only a link says one.
struct InnerPlace {
    std::uint32_t level = 0;
    std::string ref;  // "ward:E05011103"
    std::string name;
    std::string beside;  // The place of the top level in which it lies; its code where there is none.
};

// One of them, or neither: the whole.
struct ShownPlace {
    std::optional<std::uint32_t> atTop;  // Into the places of the top level.
    std::optional<InnerPlace> inner;
};

struct Findings {
    Language language = Language::English;
    const AtlasHead* head = nullptr;  // Null until it is here.
    Measure measure;
    Indicator shown;  // The measure, described as an indicator is (describe, words/measure_words.h).
    std::uint32_t level = 0;
    ClassMethod method = ClassMethod::Quantile;
    std::uint32_t classCount = 5;       // As asked for; `classes` may be fewer.
    std::vector<ClassFinding> classes;  // 0 the lowest value; empty until known.
    bool hasRanges = false;             // least and most are known (not from the default classes alone).
    std::uint32_t noDataInPlace = 0;
    std::uint32_t areasInPlace = 0;
    std::uint32_t rankedCount = 0;            // Areas of the level that have a number, anywhere.
    std::optional<LeaderFinding> leader;      // Asked for only where the whole is shown below the top level.
    std::optional<DistrictFinding> district;  // That was searched for, and is listed.
    HighestFinding highest;                   // At the top level.
    std::vector<PlaceName> places;            // Areas of the top level, in the order to be listed.
    ShownPlace place;
    std::optional<std::uint32_t> chosenClass;
    std::optional<AreaFinding> pointed;
    std::optional<AreaFinding> selected;
    std::optional<SelectionFinding> selection;  // Where no area is selected, which would stand before it.
    AdjustFinding adjust;
    SharesFinding shares;               // Beside those of the areas.
    std::vector<AreaFinding> compared;  // In order of choice, then the place they lie in, where it is one.
    std::size_t comparedOwn = 0;        // How many of them the reader chose.
    std::optional<RankedPage> ranked;
    StripFinding strip;  // Where an area is selected.
    double progress = 1;
    std::vector<MessageFinding> messages;
    Hint hint = Hint::None;
};

}  // namespace dex
