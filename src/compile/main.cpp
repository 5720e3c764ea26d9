// The command line `dex`: reads what was asked and hands it on. CLI11 throws; nothing else here does.

#include <CLI/CLI.hpp>
#include <filesystem>

#include "compile/commands.h"
#include "compile/memory.h"
#include "compile/text.h"
#include "risk/arithmetic.h"

namespace {

void addRequest(CLI::App* command, dex::ScoreRequest& request) {
    command
        ->add_option("--scope", request.scope,
                     "Only compare these areas: the code of an area of any level, or a file with one code a line. A "
                     "larger area is included if all its small areas are")
        ->type_name("CODE|FILE");
    command
        ->add_option("--method", request.method,
                     dex::eitherOf(dex::arithmeticIds()) + " (docs/method.md). Default: the atlas's own")
        ->type_name("M");
    command
        ->add_option("--weights", request.weights,
                     "Changes to the published weights, by id of a need or an indicator. Each is a whole number from 0 "
                     "(leave out) to 10: N2=5,N2.income=0")
        ->type_name("W");
}

// How a table is written, and of which areas.
void addTable(CLI::App* command, std::vector<std::string>& only, bool& hasMark, bool& hasDots) {
    command
        ->add_option(
            "--only", only,
            "Only rows of these areas: codes of the level, separated by commas. Their ranks are still among all areas")
        ->delimiter(',')
        ->type_name("CODES");
    command->add_flag("--bom", hasMark, "Begin with a byte-order mark, so that Excel reads names right");
    command->add_flag("--no-dots{false}", hasDots, "Names of columns with _ instead of dots and hyphens");
}

void addExport(CLI::App* command, dex::ExportOptions& exported) {
    CLI::Option_group* format = command->add_option_group("Format");
    format->add_flag("--geojson")->description("As GeoJSON, with outlines");
    format->add_flag("--csv", exported.isCsv, "As CSV");
    format->require_option(1);
    command->add_option("--level", exported.level, "Id of a level. Default: the small areas")->type_name("L");
    command
        ->add_option("--view", exported.view,
                     "Only what this view of the map shows, in its place: what stands behind # in a link")
        ->type_name("V");
    command->add_flag("--compared", exported.isOfCompared,
                      "With --view: only the areas of its level that the view compares, wherever they are");
    command->add_option("--lod", exported.lod, "Level of detail, 0 is the coarsest. Default: the finest")
        ->type_name("K");
    command
        ->add_option("--winding", exported.winding,
                     "Which way round outlines run: rfc7946, or d3 for d3-geo and Vega. Default: rfc7946")
        ->type_name("W");
    addTable(command, exported.only, exported.hasMark, exported.hasDots);
    command
        ->add_option("--out", exported.out,
                     "Write to this file instead of standard output; beside a CSV, each column is described in "
                     "FILE-metadata.json")
        ->type_name("FILE");
}

void addPicture(CLI::App* command, dex::PictureOptions& picture) {
    command->add_option("ATLAS", picture.atlas, "atlas.json, or the folder that holds it");
    command
        ->add_option("--view", picture.view,
                     "What the map shows, as in a link: place=borough:E09000028&show=N2 (docs/view-state.md)")
        ->type_name("V");
    command
        ->add_option("--size", picture.size,
                     "social (1200x630), square, portrait, slide, a4-portrait, a4-landscape, or a size in pixels. "
                     "Default: social")
        ->type_name("WxH");
    command
        ->add_option("--scale", picture.scale, "So many times the pixels of a PNG, drawn as finely: 1 to 8. Default: 1")
        ->type_name("N")
        ->check(CLI::Range(1, 8));
    command->add_option("--format", picture.format, "png or svg. Default: as the file is called")->type_name("F");
    command->add_flag("--card", picture.card, "With the card of the area that the view selects");
    command->add_flag("--no-labels{false}", picture.hasLabels, "Without names on the map");
    command->add_flag("--no-legend{false}", picture.hasLegend, "Without the legend: the map takes its room");
    command->add_flag("--outlines", picture.hasOutlines, "Text of an SVG as shapes, for programs without our face");
    command->add_option("--theme", picture.theme, "light, dark or grey. Default: the view's")->type_name("T");
    command->add_option("--date", picture.date, "The day on which it was made: 2026-11-29, or none. Default: today")
        ->type_name("D");
    command
        ->add_option("--colours", picture.colours,
                     "Keep so many colours of a PNG, 2 to 256, for previews: a small file without texts")
        ->type_name("N")
        ->check(CLI::Range(2, 256));
    command
        ->add_option("--address", picture.address,
                     "Address of the page with the map. The picture then says where its view can be explored")
        ->type_name("URL");
    command
        ->add_option("--each", picture.each,
                     "A picture for each area of the topmost level, and pictures.json with their alt texts")
        ->type_name("LEVEL");
    command->add_flag("--whole", picture.whole, "With --each: also a picture of the whole");
    command->add_option("--faces", picture.faces, "Folder that contains regular.otf and semibold.otf")
        ->type_name("DIR");
    command->add_option("--out", picture.out, "The file, or with --each the folder")->type_name("FILE");
    command->add_option("--read", picture.read, "Say which view a picture shows that was made here, and stop")
        ->type_name("FILE");
}

void addBriefing(CLI::App* command, dex::BriefingOptions& briefing) {
    command->add_option("--area", briefing.area, "The code of an area of any level")->type_name("CODE");
    command->add_option("--each", briefing.each, "A briefing for each area of a level: borough")->type_name("LEVEL");
    command->add_flag("--compared", briefing.isOfCompared,
                      "One briefing about the areas that the view compares, side by side");
    command
        ->add_option("--view", briefing.view,
                     "Weights, arithmetic, scope and, for --compared, the areas, as in a link: weights=N2:5 "
                     "(docs/view-state.md)")
        ->type_name("V");
    command->add_option("--date", briefing.date, "The day on which it was made: 2026-11-29, or none. Default: today")
        ->type_name("D");
    command->add_option("--address", briefing.address, "Address of the page with the map, for the link to it")
        ->type_name("URL");
    command->add_option("--faces", briefing.faces, "Folder that contains regular.otf and semibold.otf")
        ->type_name("DIR");
    command->add_option("--out", briefing.out, "The file, or with --each the folder")->required()->type_name("FILE");
}

void addAsk(CLI::App* command, dex::AskOptions& ask) {
    CLI::Option_group* where = command->add_option_group("Where");
    where->add_option("--circle", ask.circle, "Within so many metres of a point, as in a link: 51.474,-0.069,800")
        ->type_name("LAT,LON,METRES");
    where->add_option("--shape", ask.shape, "Within the polygons of a file: GeoJSON or any other format of GDAL's")
        ->type_name("FILE");
    where
        ->add_option("--areas", ask.areas,
                     "These areas: codes, names or postcodes, between commas or in a file, one a line")
        ->type_name("LIST|FILE");
    where->add_option("--postcode", ask.postcode, "Around this postcode, with --within")->type_name("P");
    command->add_option("--within", ask.within, "So many metres around the postcode")->type_name("METRES");
    command
        ->add_option("--view", ask.view,
                     "Weights and arithmetic of the scores, and what is selected, as in a link: "
                     "weights=N2:5&circle=51.474,-0.069,800 (docs/view-state.md)")
        ->type_name("V");
    command->add_flag("--text", ask.isText, "Answer in sentences instead of JSON");
    command
        ->add_option("--csv", ask.csv,
                     "Also write a row for each of its areas to this file, as dex score does, and describe each column "
                     "in FILE-metadata.json")
        ->type_name("FILE");
    command->add_flag("--bom", ask.hasMark, "Begin the rows with a byte-order mark, so that Excel reads names right");
    command->add_flag("--no-dots{false}", ask.hasDots, "Names of columns with _ instead of dots and hyphens");
}

void addVenues(CLI::App* command, dex::VenuesOptions& venues) {
    command
        ->add_option("--nearest", venues.nearest,
                     "The nearest place of each kind, in metres in a straight line, and the least published minutes on "
                     "foot from the area to any of that kind")
        ->type_name("CODE|LAT,LON");
    command->add_flag("--gaps", venues.hasGaps, "The small areas that no place is near to, and their residents");
    command->add_option("--within", venues.within, "With --gaps: further than so many metres, 1 to 100000")
        ->type_name("METRES");
    command
        ->add_option("--minutes", venues.minutes,
                     "With --gaps, instead of --within: more than so many published minutes on foot")
        ->type_name("MINUTES");
    command->add_option("--kind", venues.kinds, "Only places of these kinds: ids, separated by commas")
        ->delimiter(',')
        ->type_name("K");
    command
        ->add_option("--place", venues.place, "With --gaps: only in this area, of any level. Default: the view's place")
        ->type_name("CODE");
    command
        ->add_option("--view", venues.view,
                     "With --gaps: only areas in the highest class of this view: what stands behind # in a link")
        ->type_name("V");
    command
        ->add_option(
            "--next", venues.next,
            "With --within: also the spots, 1 to 10, where one more place would bring most residents of areas in "
            "the highest class within reach")
        ->type_name("K");
    command
        ->add_option("--csv", venues.csv,
                     "With --gaps: also write the areas as CSV, and its sources and licences in FILE-metadata.json")
        ->type_name("FILE");
}

// Where the build leaves the faces: beside the program.
std::string facesBeside() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return (program.parent_path() / "faces").string();
}

int run(int argc, char** argv) {
    using dex::Exit;
    CLI::App app("Makes an atlas of small areas from published files, and answers questions about it.", "dex");
    app.set_version_flag("--version", std::string("dex ") + DEX_VERSION);
    app.require_subcommand(1);

    dex::CompileOptions compile;
    CLI::App* compiling = app.add_subcommand("compile", "Make an atlas from the files that a recipe names");
    compiling->add_option("RECIPE", compile.recipe, "The recipe, a JSON file (data/recipes/schema.json)")
        ->required()
        ->check(CLI::ExistingFile);
    compiling
        ->add_option("--from", compile.from,
                     "Folder with the published files. Tried before $DEX_DATA and ../shared/data")
        ->type_name("DIR");
    compiling
        ->add_option("--out", compile.out, "Folder for the atlas. What is there is only replaced if everything worked")
        ->required()
        ->type_name("DIR");
    compiling->add_option("--report", compile.report, "Also write the report as JSON")->type_name("FILE");

    std::string atlas;
    const auto addAtlas = [&](CLI::App* command) {
        command->add_option("ATLAS", atlas, "atlas.json, or the folder that holds it")->required();
    };
    CLI::App* checking = app.add_subcommand("check", "Open and check every file of an atlas, and say what it contains");
    addAtlas(checking);
    bool json = false;
    checking->add_flag("--json", json, "Answer as JSON, with the names of the files");

    dex::ExportOptions exported;
    CLI::App* exporting = app.add_subcommand("export", "Write areas with their figures as CSV or GeoJSON (WGS 84)");
    addAtlas(exporting);
    addExport(exporting, exported);

    dex::ScoreOptions scored;
    CLI::App* scoring = app.add_subcommand("score", "Score one level of an atlas and write a CSV with one row an area");
    addAtlas(scoring);
    addRequest(scoring, scored.request);
    scoring->add_option("--level", scored.request.level, "Id of a level. Default: the small areas")->type_name("L");
    scoring
        ->add_option("--stability", scored.stability,
                     "Also give the 5th and 95th percentile of each area's band over N draws of other weights")
        ->type_name("N")
        ->check(CLI::Range(1, 10000));
    scoring
        ->add_option("--csv", scored.csv,
                     "Write to this file instead of standard output, describe the figures in FILE.meta.json and each "
                     "column in FILE-metadata.json")
        ->type_name("FILE");
    addTable(scoring, scored.only, scored.hasMark, scored.hasDots);
    scoring->add_flag("--exact", scored.exact, "Write every number exactly, instead of to 6 decimals");

    dex::ExplainOptions explained;
    CLI::App* explaining = app.add_subcommand("explain", "Print one area's card as text, with every sum behind it");
    addAtlas(explaining);
    explaining->add_option("CODE", explained.code, "The code of an area of any level")->required();
    addRequest(explaining, explained.request);

    dex::AskOptions asked;
    CLI::App* asking = app.add_subcommand(
        "ask", "Say which small areas lie in a circle or shape, how many people live there, and how high the risk is");
    addAtlas(asking);
    addAsk(asking, asked);

    dex::PosterOptions poster;
    CLI::App* postering = app.add_subcommand(
        "poster",
        "Draw the default view of the whole map and of each area of the top level as PNG pictures with alt text");
    addAtlas(postering);
    postering->add_option("--faces", poster.faces, "Folder that contains regular.otf and semibold.otf")
        ->required()
        ->type_name("DIR");
    postering->add_option("--out", poster.out, "Folder for the pictures and posters.json")
        ->required()
        ->type_name("DIR");

    dex::PictureOptions picture;
    picture.faces = facesBeside();
    CLI::App* picturing = app.add_subcommand(
        "picture", "Draw a view as a picture to take away, PNG or SVG, with its legend, sources and alt text");
    addPicture(picturing, picture);

    dex::BriefingOptions briefing;
    briefing.faces = picture.faces;
    CLI::App* briefed = app.add_subcommand(
        "briefing", "Write a page about an area, or several side by side, that prints on A4: map, needs, groups");
    addAtlas(briefed);
    addBriefing(briefed, briefing);

    dex::PublishOptions published;
    CLI::App* publishing = app.add_subcommand(
        "publish", "Write the atlas as files for other systems: CSV, GeoJSON, a JSON file an area, DCAT (docs/api.md)");
    addAtlas(publishing);
    publishing
        ->add_option("--address", published.address, "Address of the map's page, below which the files will be data/")
        ->type_name("URL");
    publishing->add_option("--date", published.date, "The day of publication: 2026-11-29")->type_name("D");
    publishing->add_option("--out", published.out, "Folder for the files")->required()->type_name("DIR");

    CLI::App* reciting = app.add_subcommand("recipe", "Print the recipe that an atlas was made from, as JSON");
    addAtlas(reciting);

    CLI::App* locating = app.add_subcommand(
        "locate", "Read rows with a point or a postcode from standard input and say which area each is in");
    addAtlas(locating);
    dex::LocateOptions located;
    locating->add_option("--east", located.east, "Column of the longitude or easting, if it has no usual name")
        ->type_name("COLUMN");
    locating->add_option("--north", located.north, "Column of the latitude or northing")->type_name("COLUMN");
    locating->add_option("--plane", located.plane, "What the points are measured in: EPSG:27700 is the British grid")
        ->type_name("PLANE");
    locating->add_option("--postcode", located.postcode, "Column of the postcode, if it has no usual name")
        ->type_name("COLUMN");

    dex::VenuesOptions venues;
    CLI::App* seeking = app.add_subcommand(
        "venues", "Print as JSON which places that help are nearest, or which areas none of them reaches");
    addAtlas(seeking);
    addVenues(seeking, venues);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? static_cast<int>(Exit::Done) : static_cast<int>(Exit::AskedWrongly);
    }
    exported.atlas = scored.atlas = explained.atlas = asked.atlas = poster.atlas = briefing.atlas = published.atlas =
        located.atlas = venues.atlas = atlas;
    if (compiling->parsed()) return static_cast<int>(dex::runCompile(compile));
    if (checking->parsed()) return static_cast<int>(dex::runCheck(atlas, json));
    if (exporting->parsed()) return static_cast<int>(dex::runExport(exported));
    if (scoring->parsed()) return static_cast<int>(dex::runScore(scored));
    if (explaining->parsed()) return static_cast<int>(dex::runExplain(explained));
    if (asking->parsed()) return static_cast<int>(dex::runAsk(asked));
    if (postering->parsed()) return static_cast<int>(dex::runPoster(poster));
    if (picturing->parsed()) return static_cast<int>(dex::runPicture(picture));
    if (briefed->parsed()) return static_cast<int>(dex::runBriefing(briefing));
    if (publishing->parsed()) return static_cast<int>(dex::runPublish(published));
    if (seeking->parsed()) return static_cast<int>(dex::runVenues(venues));
    if (reciting->parsed()) return static_cast<int>(dex::runRecipe(atlas));
    return static_cast<int>(dex::runLocate(located));
}

}  // namespace

int main(int argc, char** argv) {
    dex::endWhereMemoryRunsOut();
    return run(argc, argv);
}
