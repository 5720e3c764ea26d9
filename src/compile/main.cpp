// The command line `dex`: reads what was asked and hands it on. CLI11 throws; nothing else here does.

#include <CLI/CLI.hpp>

#include "compile/commands.h"
#include "compile/text.h"
#include "risk/arithmetic.h"

namespace {

void addRequest(CLI::App* command, dex::ScoreRequest& request) {
    command
        ->add_option("--scope", request.scope,
                     "Compare these areas alone: the code of an area of any level, or a file with a code a line. A "
                     "larger area takes part when all its small areas do")
        ->type_name("CODE|FILE");
    command
        ->add_option("--method", request.method,
                     dex::eitherOf(dex::arithmeticIds()) + " (docs/method.md); what the atlas publishes otherwise")
        ->type_name("M");
    command
        ->add_option("--weights", request.weights,
                     "Changes to the published weights, each a whole number from 0 (leave out) to 10, by the id of a "
                     "need or an indicator: N2=5,N2.income=0")
        ->type_name("W");
}

int run(int argc, char** argv) {
    using dex::Exit;
    CLI::App app("Makes an atlas of small areas from published files, and answers questions about one.", "dex");
    app.set_version_flag("--version", std::string("dex ") + DEX_VERSION);
    app.require_subcommand(1);

    dex::CompileOptions compile;
    CLI::App* compiling = app.add_subcommand("compile", "Read the files that a recipe names and write an atlas");
    compiling->add_option("RECIPE", compile.recipe, "The recipe, a JSON file (data/recipes/schema.json)")
        ->required()
        ->check(CLI::ExistingFile);
    compiling
        ->add_option("--from", compile.from,
                     "Folder with the published files; tried before $DEX_DATA and ../shared/data")
        ->type_name("DIR");
    compiling
        ->add_option("--out", compile.out, "Folder for the atlas; what stands there is replaced when all went well")
        ->required()
        ->type_name("DIR");
    compiling->add_option("--report", compile.report, "Also write the report as JSON")->type_name("FILE");

    std::string atlas;
    const auto addAtlas = [&](CLI::App* command) {
        command->add_option("ATLAS", atlas, "atlas.json, or the folder that holds it")->required();
    };
    CLI::App* checking =
        app.add_subcommand("check", "Open every file of an atlas as a stranger would, and say what it holds");
    addAtlas(checking);
    bool json = false;
    checking->add_flag("--json", json, "Say it as JSON, with the names of the files");

    dex::ExportOptions exported;
    bool geojson = false;
    CLI::App* exporting = app.add_subcommand("export", "Write areas with their values to standard output, in WGS 84");
    addAtlas(exporting);
    exporting->add_flag("--geojson", geojson, "As GeoJSON, the one format there is")->required();
    exporting->add_option("--level", exported.level, "Id of a level; the small areas otherwise")->type_name("L");
    exporting->add_option("--lod", exported.lod, "Level of detail, 0 is the coarsest; the finest otherwise")
        ->type_name("K");

    dex::ScoreOptions scored;
    CLI::App* scoring = app.add_subcommand("score", "Score one level of an atlas and write a row an area as CSV");
    addAtlas(scoring);
    addRequest(scoring, scored.request);
    scoring->add_option("--level", scored.request.level, "Id of a level; the small areas otherwise")->type_name("L");
    scoring
        ->add_option("--stability", scored.stability,
                     "Also the 5th and 95th percentile of each area's band over N draws of other weights")
        ->type_name("N")
        ->check(CLI::Range(1, 10000));
    scoring
        ->add_option("--csv", scored.csv,
                     "Write here and not to standard output, and what the figures are to FILE.meta.json")
        ->type_name("FILE");
    scoring->add_flag("--exact", scored.exact,
                      "The shortest text that reads back to the same double, in place of 6 decimals");

    dex::ExplainOptions explained;
    CLI::App* explaining = app.add_subcommand(
        "explain", "Print one area's card as text, and the arithmetic behind it with its numbers filled in");
    addAtlas(explaining);
    explaining->add_option("CODE", explained.code, "The code of an area of any level")->required();
    addRequest(explaining, explained.request);

    dex::PosterOptions poster;
    CLI::App* postering = app.add_subcommand(
        "poster",
        "Draw the default view of the whole and of each area of the topmost level as PNG, with texts for those "
        "who do not see them");
    addAtlas(postering);
    postering->add_option("--faces", poster.faces, "Folder of regular.otf and semibold.otf")
        ->required()
        ->type_name("DIR");
    postering->add_option("--out", poster.out, "Folder for the pictures and posters.json")
        ->required()
        ->type_name("DIR");

    CLI::App* reciting = app.add_subcommand("recipe", "Print the recipe that an atlas was compiled from, as JSON");
    addAtlas(reciting);

    CLI::App* locating =
        app.add_subcommand("locate", "Read lon,lat rows from standard input and say in which area each lies");
    addAtlas(locating);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? static_cast<int>(Exit::Done) : static_cast<int>(Exit::AskedWrongly);
    }
    exported.atlas = scored.atlas = explained.atlas = poster.atlas = atlas;
    if (compiling->parsed()) return static_cast<int>(dex::runCompile(compile));
    if (checking->parsed()) return static_cast<int>(dex::runCheck(atlas, json));
    if (exporting->parsed()) return static_cast<int>(dex::runExport(exported));
    if (scoring->parsed()) return static_cast<int>(dex::runScore(scored));
    if (explaining->parsed()) return static_cast<int>(dex::runExplain(explained));
    if (postering->parsed()) return static_cast<int>(dex::runPoster(poster));
    if (reciting->parsed()) return static_cast<int>(dex::runRecipe(atlas));
    return static_cast<int>(dex::runLocate(atlas));
}

}  // namespace

int main(int argc, char** argv) { return run(argc, argv); }
