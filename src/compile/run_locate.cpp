#include <cstdio>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/locate_rows.h"
#include "compile/say.h"

namespace dex {

namespace {

std::string readStandardInput() {
    std::string text;
    char part[1 << 16];
    for (std::size_t size; (size = std::fread(part, 1, sizeof part, stdin)) > 0;) text.append(part, size);
    return text;
}

}  // namespace

Exit runLocate(const LocateOptions& options) {
    Problems problems;
    const auto atlas = AtlasFolder::open(options.atlas, problems);
    std::optional<LocatedRows> located;
    if (atlas) located = locateRows(*atlas, readStandardInput(), "standard input", options, problems);
    if (!located) {
        sayAll(problems);
        return Exit::Failed;
    }
    // On standard error, so that the table can be sent on.
    for (const std::string& sentence : located->sentences) say(sentence);
    print(located->csv);
    return Exit::Done;
}

}  // namespace dex
