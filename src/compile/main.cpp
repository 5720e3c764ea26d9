// The command line `dex`: reads what was asked and hands it on. CLI11 throws; nothing else here does.

#include <CLI/CLI.hpp>

#include "compile/commands.h"

namespace {

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

    CLI::App* locating =
        app.add_subcommand("locate", "Read lon,lat rows from standard input and say in which area each lies");
    addAtlas(locating);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? static_cast<int>(Exit::Done) : static_cast<int>(Exit::AskedWrongly);
    }
    exported.atlas = atlas;
    if (compiling->parsed()) return static_cast<int>(dex::runCompile(compile));
    if (checking->parsed()) return static_cast<int>(dex::runCheck(atlas, json));
    if (exporting->parsed()) return static_cast<int>(dex::runExport(exported));
    return static_cast<int>(dex::runLocate(atlas));
}

}  // namespace

int main(int argc, char** argv) { return run(argc, argv); }
