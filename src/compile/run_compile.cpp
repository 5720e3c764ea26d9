#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "compile/commands.h"
#include "compile/compile_atlas.h"
#include "compile/read_text.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/write_file.h"

namespace dex {

namespace {

namespace fs = std::filesystem;

// In order: those named, the environment's, the one beside the repository, and the folders that hold the recipe, so
// that a recipe that travels with its data needs no other.
DataFolders foldersFor(const CompileOptions& options) {
    DataFolders where{options.from};
    if (const char* environment = std::getenv("DEX_DATA"); environment != nullptr && *environment != '\0') {
        where.folders.push_back(environment);
    }
    where.folders.push_back("../shared/data");
    const fs::path beside = fs::path(options.recipe).parent_path();
    where.folders.push_back(beside.empty() ? "." : beside.generic_string());
    where.folders.push_back((beside.empty() ? fs::path("..") : beside / "..").lexically_normal().generic_string());
    std::error_code failed;
    // Messages then name only folders that were looked in.
    std::erase_if(where.folders, [&](const std::string& folder) { return !fs::is_directory(folder, failed); });
    return where;
}

}  // namespace

Exit runCompile(const CompileOptions& options) {
    const auto began = std::chrono::steady_clock::now();
    for (const std::string& folder : options.from) {
        std::error_code failed;
        if (fs::is_directory(folder, failed)) continue;
        say(folder + ": is not a folder");
        return Exit::AskedWrongly;
    }
    Problems problems;
    Report report;
    const auto recipe = readText(options.recipe, problems);
    std::optional<FinishedAtlas> atlas;
    if (recipe) atlas = compileAtlas(*recipe, options.recipe, foldersFor(options), report, problems);
    if (atlas) writeAtlas(*atlas, options.out, problems);
    if (atlas && !problems.any() && !options.report.empty() &&
        !writeFile(options.report, asBytes(reportJson(report)))) {
        problems.add(options.report, "could not be written");
    }
    if (problems.any()) {
        sayAll(problems);
        return Exit::Failed;
    }
    print(reportText(report));
    const auto ended = std::chrono::steady_clock::now();
    rusage used{};
    // ru_maxrss is in KiB here.
    getrusage(RUSAGE_SELF, &used);
    const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(ended - began).count() / 100;
    print("\n" + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s, " +
          grouped(static_cast<std::uint64_t>(used.ru_maxrss) / 1024) + " MB of memory at most\n");
    return Exit::Done;
}

}  // namespace dex
