#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "words/facts.h"

namespace dex {

// What stands behind the words: resolved numbers and names, nothing yet worded. Filled by app/ from library, statistics
// and camera; everything that is not known yet stays empty and is worded as such.

struct ClassFinding {
    double least = 0, most = 0;  // As in Classes; of all areas of the level, not of the place.
    std::uint32_t countInPlace = 0;
    bool hasAreas = true;  // False for a quantile that ties have emptied: it has no range either.
};

// An area's number, and how it stands among all areas of its level that have one.
struct Standing {
    double value = 0;
    std::uint32_t classIndex = 0;
    std::uint32_t rank = 0;  // 1 = highest in risk; ties share the smaller number.
    bool isJoint = false;
    std::uint32_t rankedCount = 0;  // n
    double position = 0;            // p = (average rank − 0.5) / n, ascending in risk (METHOD §3).
};

struct AreaFinding {
    std::string name;       // AreaNames::names
    std::string detail;     // AreaNames::details; may be empty.
    std::string placeName;  // Its area of the top level; empty when it is one itself.
    std::optional<double> residents;
    CellState state = CellState::NotInFile;
    std::optional<Standing> standing;         // Absent: no number.
    std::optional<std::uint32_t> classIndex;  // Known before the values are: from the default classes.
    bool isLoading = false;                   // Its numbers are on their way.
};

struct BinFinding {
    std::uint32_t count = 0;
    std::uint32_t classIndex = 0;  // The class that most of the bin's areas are in.
};

// The place, of those at the top level, that has most areas in the class of highest risk; absent when two share that.
struct LeaderFinding {
    std::string name;
    std::uint32_t count = 0;
    std::uint32_t areas = 0;
};

struct PlaceName {
    std::string code;
    std::string name;
};

struct MessageFinding {
    Status status = Status::Ok;
    std::string what;  // What the file was for, in words: "Southwark’s outlines"; may be empty.
    bool canRetry = false;
};

enum class Hint : std::uint8_t { None, Wheel, Touch };

struct Findings {
    Language language = Language::English;
    const AtlasHead* head = nullptr;  // Null until it is here.
    std::uint32_t indicator = 0;
    std::uint32_t level = 0;
    ClassMethod method = ClassMethod::Quantile;
    std::uint32_t classCount = 5;       // As asked for; `classes` may be fewer.
    std::vector<ClassFinding> classes;  // 0 the lowest value; empty until known.
    bool hasRanges = false;             // least and most are known (not from the default classes alone).
    std::uint32_t noDataInPlace = 0;
    std::uint32_t areasInPlace = 0;
    std::uint32_t rankedCount = 0;        // Areas of the level that have a number, anywhere.
    std::optional<LeaderFinding> leader;  // Asked for only where the whole is shown below the top level.
    std::string highestName;              // At the top level: the area of highest risk; empty when two share that.
    std::vector<PlaceName> places;        // Areas of the top level, in the order to be listed.
    std::optional<std::uint32_t> place;   // Into `places`; absent: the whole.
    std::optional<std::uint32_t> chosenClass;
    std::optional<AreaFinding> pointed;
    bool pointedByKeyboard = false;
    std::optional<AreaFinding> selected;
    std::vector<BinFinding> strip;  // All areas of the level, from least to most value.
    double stripLeast = 0, stripMost = 0;
    double progress = 1;
    std::vector<MessageFinding> messages;
    Hint hint = Hint::None;
};

}  // namespace dex
