#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/index.h"
#include "base/bytes.h"
#include "geo/grid.h"

namespace dex {

enum class FileKind : std::uint8_t {
    Head,
    Tile,
    Column,
    Classes,
    Names,
    Grouping,
    Recipe,
    Gazetteer,
    Points,
    Venues,
    Minutes,
    Postcodes  // The last: they stand in no head.
};

using FileIndex = std::uint32_t;  // Into AtlasHead::files.
inline constexpr FileIndex kNoFile = 0xffffffff;

// One immutable file of the atlas. Its name is `<kind>.<first 32 hex digits of its SHA-256>.dex`.
struct AtlasFile {
    FileKind kind = FileKind::Head;
    std::uint32_t bytes = 0;
    std::string name;
    FileIndex shared = kNoFile;  // The column from whose values this column's denominators are differences.
};

// A grouping of the small areas; level 0 is the small areas themselves.
struct Level {
    std::string id;        // "small-area", "neighbourhood", "ward", "borough"
    std::string singular;  // "small area"
    std::string plural;    // "small areas"
    bool bestFit = false;  // Drawn as the small areas that fit it best, and said so.
    std::uint32_t areaCount = 0;
    FileIndex names = kNoFile;
    FileIndex grouping = kNoFile;  // None for level 0.
};

struct TileInfo {
    FileIndex file = kNoFile;
    GridBox box;
    std::uint32_t areaCount = 0;
    std::uint32_t triangleCount = 0;
};

struct Lod {
    int gridBits = 0;
    double toleranceMetres = 0;  // Ground metres by which borders were simplified; 0: the source at its grid.
    std::vector<TileInfo> tiles;
};

enum class IndicatorKind : std::uint8_t { Need, Group, Context, Comparator };
// How one number becomes a larger area's: sums of both counts, or the mean weighted by residents.
enum class RollUp : std::uint8_t { Counts, WeightedMean };
enum class Display : std::uint8_t { Number, Percent };  // Percent: the value is a fraction 0–1.

struct Source {
    std::string publisher;
    std::string title;
    std::string date;
    std::string licence;
    std::string attribution;
    std::string url;  // Of the publisher's page about it; may be empty.
};

struct Indicator {
    std::string id;  // "N2.income"
    IndicatorKind kind = IndicatorKind::Need;
    std::string label;  // "People in income deprivation"
    std::string shortLabel;
    std::string unit;         // "of residents", "IoD 2025 score"; words, after the number
    std::string description;  // One sentence.
    std::string date;         // "2021", "2021–2025"
    Display display = Display::Number;
    RollUp rollUp = RollUp::Counts;
    int decimals = 0;          // Display only.
    int polarity = 1;          // +1: higher is more risk.
    std::uint32_t level = 0;   // The level whose areas the column's cells are.
    std::uint32_t source = 0;  // Into AtlasHead::sources.
    FileIndex column = kNoFile;
};

enum class ClassMethod : std::uint8_t { Quantile, EqualSteps, NaturalBreaks };
inline constexpr std::uint32_t kMinClasses = 2, kMaxClasses = 9;  // That a column can be cut into.

// What the first picture shows, stored as classes.
struct DefaultView {
    std::optional<std::uint32_t> indicator;  // Absent: the index's overall score.
    std::uint32_t level = 0;
    ClassMethod method = ClassMethod::Quantile;
    std::uint32_t classCount = 5;
    FileIndex classes = kNoFile;
};

// Everything about an atlas that is not geometry, values or names. Owned copies; valid on its own.
struct AtlasHead {
    std::string title;  // "Digital exclusion in London"
    std::string place;  // "London": the whole that is shown
    std::vector<Level> levels;
    std::vector<Lod> lods;  // 0 is the coarsest, the last the source at its grid.
    std::vector<Indicator> indicators;
    std::vector<Source> sources;
    std::optional<Index> index;
    std::string attribution;  // The line under the map.
    DefaultView defaultView;
    FileIndex residents = kNoFile;  // Column of residents by small area, the weights of roll-ups.
    FileIndex households = kNoFile;
    FileIndex recipe = kNoFile;     // The canonical recipe, JSON.
    FileIndex gazetteer = kNoFile;  // What a search knows besides names (archive/gazetteer.h).
    FileIndex points = kNoFile;     // Where small areas are when distances are asked (archive/points.h).
    FileIndex venues = kNoFile;     // Places that help (archive/venues.h).
    FileIndex minutes = kNoFile;    // How far on foot to them.
    std::vector<AtlasFile> files;

    std::uint32_t areaCount() const { return levels[0].areaCount; }
    std::uint32_t topLevel() const { return static_cast<std::uint32_t>(levels.size()) - 1; }
};

// Decodes and checks everything that can be checked without the other files: indices, levels, boxes, texts.
// On success levels[0] and lods[0] exist.
Result<AtlasHead> decodeHead(ByteSpan bytes);

// Names and codes of one level's areas in order of number, with the point where a label stands and the box of each.
struct AreaNames {
    std::vector<std::string> codes;
    std::vector<std::string> names;    // What a person reads: "Peckham North (Southwark 022B)", "Southwark".
    std::vector<std::string> details;  // Secondary words: "Southwark 022B"; may be empty.
    std::vector<GridPoint> anchors;    // At kAnchorBits: inside the area, far from its borders.
    std::vector<GridBox> boxes;        // At kAnchorBits.
};
inline constexpr int kAnchorBits = 23;
Result<AreaNames> decodeNames(ByteSpan bytes, std::uint32_t areaCount);

// For each small area its area of the level, below `levelAreaCount`.
Result<std::vector<std::uint32_t>> decodeGrouping(ByteSpan bytes, std::uint32_t areaCount,
                                                  std::uint32_t levelAreaCount);

// For each area its class, below `classCount`, or kNoDataClass.
inline constexpr std::uint8_t kNoDataClass = 15;
Result<std::vector<std::uint8_t>> decodeClasses(ByteSpan bytes, std::uint32_t areaCount, std::uint32_t classCount);

}  // namespace dex
