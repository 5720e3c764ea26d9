#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compile/score_request.h"

namespace dex {

// What the command line was asked, and its exit status: 0 done, 1 failed, 2 asked wrongly. Results go to standard output,
// sentences about what went wrong to standard error.
enum class Exit : int { Done = 0, Failed = 1, AskedWrongly = 2 };

struct CompileOptions {
    std::string recipe;
    std::vector<std::string> from;
    std::string out;
    std::string report;  // Path for the report as JSON; none when blank.
};
Exit runCompile(const CompileOptions& options);

// `atlas` is the path of atlas.json or of its folder. `json`: what it holds, for scripts; otherwise in words.
Exit runCheck(const std::string& atlas, bool json = false);

struct ExportOptions {
    std::string atlas;
    std::string level;              // Id; the small areas when blank.
    std::string view;               // Only what it shows; when blank: all figures of the level.
    bool isOfCompared = false;      // Only the areas of its level that the view compares.
    std::vector<std::string> only;  // Only these codes of the level; all when empty.
    std::optional<int> lod;         // The finest when absent. Of GeoJSON, as is the winding.
    std::string winding;            // "rfc7946", "d3"; the first when blank.
    bool isCsv = false;             // Else GeoJSON.
    bool hasMark = false;           // A byte-order mark before the CSV.
    bool hasDots = true;            // In names of columns.
    std::string out;                // Path; standard output when blank.
};
Exit runExport(const ExportOptions& options);

struct ScoreOptions {
    std::string atlas;
    ScoreRequest request;
    std::vector<std::string> only;           // As in ExportOptions.
    std::optional<std::uint32_t> stability;  // Draws; none when absent.
    std::string csv;                         // Path; standard output when blank.
    bool exact = false;
    bool hasMark = false;  // As in ExportOptions.
    bool hasDots = true;
};
Exit runScore(const ScoreOptions& options);

struct ExplainOptions {
    std::string atlas;
    std::string code;
    ScoreRequest request;  // The level is the area's own.
};
Exit runExplain(const ExplainOptions& options);

struct AskOptions {
    std::string atlas;
    std::string view;                     // Of weights and arithmetic, and what it selects.
    std::string circle;                   // "51.474,-0.069,800"; one of the next four, or what the view selects.
    std::string shape;                    // Path of a layer of polygons.
    std::string areas;                    // Codes, names and postcodes, or the path of a file of them.
    std::string postcode;                 // With `within`.
    std::optional<std::uint32_t> within;  // Metres.
    bool isText = false;                  // Else JSON.
    std::string csv;                      // Path of the rows of its areas; none when blank.
    bool hasMark = false;                 // As in ExportOptions, of the rows.
    bool hasDots = true;
};
// A question about a place: which small areas, how many people, how high their risk (docs/ask.md).
Exit runAsk(const AskOptions& options);

struct PosterOptions {
    std::string atlas;
    std::string faces;  // Folder of the text faces.
    std::string out;
};
// A picture of the default view of the whole and of each area of the topmost level, and a list of them with texts.
Exit runPoster(const PosterOptions& options);

struct PictureOptions {
    std::string atlas;
    std::string view;
    std::string size = "social";  // A preset, or "1200x630".
    double scale = 1;
    std::string format;  // "png", "svg"; blank: as the file is called.
    bool card = false;
    bool hasLabels = true;
    bool hasLegend = true;
    bool hasOutlines = false;
    std::string theme;    // Blank: the view's own.
    std::string date;     // "2026-11-29"; blank: today.
    std::string address;  // Of the page with the map; may be blank.
    std::string faces;    // Folder of the text faces.
    std::string each;     // A level; blank: one picture.
    bool whole = false;   // And one of the whole.
    int colours = 0;      // At most so many, and nothing in the file but them; 0: all.
    std::string out;      // File, or a folder for one picture each.
    std::string read;     // A picture whose view is asked for; then nothing else matters.
};
// A picture to take away (output/picture.h).
Exit runPicture(const PictureOptions& options);

struct BriefingOptions {
    std::string atlas;
    std::string area;           // Code, or
    std::string each;           // a level: one for each of its areas, or
    bool isOfCompared = false;  // one about all that the view compares.
    std::string view;           // Of weights, arithmetic and scope.
    std::string date;           // As in PictureOptions, as is what follows.
    std::string address;
    std::string faces;
    std::string out;  // File, or a folder for one each.
};
// A page about one area (output/briefing.h), or about several side by side (output/comparison.h).
Exit runBriefing(const BriefingOptions& options);

struct PublishOptions {
    std::string atlas;
    std::string address;  // Of the map's page, whose folder data/ this becomes; may be blank.
    std::string date;     // Of publication; may be blank.
    std::string out;
};
// The atlas as files for other systems (docs/api.md).
Exit runPublish(const PublishOptions& options);

struct VenuesOptions {
    std::string atlas;
    std::string nearest;  // The code of a small area, or LAT,LON.
    bool hasGaps = false;
    std::string within, minutes;     // Whole numbers; blank where they are not given.
    std::vector<std::string> kinds;  // Ids; all where there are none.
    std::string place;               // The code of an area of any level.
    std::string view;
    std::string next;  // How many spots; blank: none.
    std::string csv;   // Path; none where blank.
};
// The nearest venue of each kind, or the small areas that are out of reach and where one more venue would help most.
Exit runVenues(const VenuesOptions& options);

Exit runRecipe(const std::string& atlas);

struct LocateOptions {
    std::string atlas;
    std::string east, north;  // Names of the columns; their usual names when blank.
    std::string plane;        // "EPSG:27700"; blank: longitude and latitude, or the grid where the columns say so.
    std::string postcode;     // Name of the column; blank: its usual names, where no line names a point.
};
// Each row of standard input comes back with the code and the name of its area. A row without a place comes back with
// blanks, and a sentence; it is no failure.
Exit runLocate(const LocateOptions& options);

}  // namespace dex
