#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/geometry_build.h"

namespace dex {

// What was read, what became of it, and what was written: for a person as text, for programs as JSON.
struct Report {
    struct OfTable {
        std::string id, file, geography;  // Geography in words: "small areas".
        std::uint32_t rowsRead = 0;       // Below the header, blank lines apart.
        std::uint32_t rowsUsed = 0;
        std::uint32_t notes = 0;                // Skipped: lines without a key, notes under the table.
        std::uint32_t unknownRows = 0;          // Skipped: codes that are none of the areas.
        std::vector<std::string> unknownCodes;  // The first few.
        std::uint32_t repeatedRows = 0;         // Skipped: an area's second row, saying the same as its first.
        std::uint32_t areas = 0;                // Of its geography.
        std::uint32_t areasMatched = 0;
        std::vector<std::string> unmatchedCodes;  // The first few.
        std::uint32_t noted = 0;                  // Areas whose figure has a note behind it, "45.1 [r]"; it counts.
        std::uint32_t carried = 0;                // Areas of the base whose figures are carried.
    };
    struct OfLevel {
        std::string id, plural;
        std::uint32_t areas = 0;
        std::string file;  // Lookup; blank for attributes of the base layer.
        std::uint32_t unknownRows = 0;
        std::uint32_t unnamed = 0;   // Areas for which the file of readable names has none.
        std::uint32_t unfitted = 0;  // Areas of the whole list that no small area fits.
        bool allAbsent = false;      // The whole list is optional and not there.
    };
    struct OfCarry {
        std::string id, words;
        std::uint32_t unchanged = 0, split = 0, merged = 0, withoutOld = 0;  // Areas of the base.
        std::uint32_t complex = 0;  // Made of parts of several old areas: without data.
    };
    struct OfIndicator {
        std::string id, level;
        std::array<std::uint32_t, static_cast<std::size_t>(CellState::kCount)> cells{};  // By state.
    };
    struct OfPostcodes {
        std::string file;
        bool isAbsent = false;           // It is optional and not there.
        std::uint32_t read = 0;          // Rows, of which:
        std::uint32_t within = 0;        // their point lies in a small area;
        std::uint32_t beside = 0;        // in none, and took the nearest;
        std::uint32_t outside = 0;       // in none that is near enough: left out;
        std::uint32_t withoutPlace = 0;  // the publisher knows no point: left out;
        std::uint32_t odd = 0;           // of no postcode's shape: left out;
        std::uint32_t ended = 0;         // no longer used: left out.
        std::uint32_t outwards = 0;      // Files.
    };
    struct OfPoints {
        std::string file;
        bool isAbsent = false;       // It is optional and not there.
        std::uint32_t read = 0;      // Rows.
        std::uint32_t matched = 0;   // Small areas that take their point from it.
        std::uint32_t unknown = 0;   // Rows of other areas: left out.
        std::uint32_t interior = 0;  // Small areas that it has no point for.
    };
    struct OfVenues {
        std::string id, file;
        bool isAbsent = false;         // It is optional and not there.
        std::uint32_t read = 0;        // Rows, of which:
        std::uint32_t used = 0;        // are venues of the atlas;
        std::uint32_t notes = 0;       // have no name;
        std::uint32_t others = 0;      // are not those that the recipe means;
        std::uint32_t outside = 0;     // lie outside the box around all areas.
        std::uint32_t byPostcode = 0;  // Of those with a place: located by it.
        std::uint32_t badLinks = 0;    // Of those that are used: what stands for an address is none, and left out.
        std::vector<std::string> unlocated;  // Without a name or a place, each as it is called; left out.
    };
    struct OfCatchments {
        std::string file;
        bool isAbsent = false;
        std::uint32_t read = 0, used = 0;  // Polygons.
        std::uint32_t venues = 0;          // That have some.
        std::uint32_t without = 0;         // Of the same list, that have none.
        std::vector<std::string> unknown;  // What those are called that are no venue's; left out.
    };
    struct OfFile {
        std::string name, what;  // "tile 3 of level of detail 2", "column N2.income"
        std::uint64_t bytes = 0;
    };
    std::string recipe, title;
    bool isWeighted = true;            // By residents, where figures of larger areas are means.
    std::vector<std::string> leftOut;  // Optional tables whose file is absent.
    std::vector<std::string> notes;    // What was read otherwise than it stands, each with where.
    std::vector<OfLevel> levels;
    std::vector<OfCarry> carries;
    std::vector<OfTable> tables;
    std::optional<OfPostcodes> postcodes;
    std::optional<OfPoints> points;
    std::vector<OfVenues> venues;
    std::vector<OfCatchments> catchments;
    std::vector<OfIndicator> indicators;
    GeometryReport geometry;
    std::vector<OfFile> files;
    std::vector<std::string> baseCodes;  // By area number, for naming areas of the geometry's report.
};

std::string reportText(const Report& report);
std::string reportJson(const Report& report);

}  // namespace dex
