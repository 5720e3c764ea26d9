#include "compile/write_table.h"

#include <filesystem>

#include "compile/say.h"
#include "compile/write_file.h"
#include "output/column_guide.h"

namespace dex {

bool writeTable(const std::string& path, const std::string& table, const AtlasHead& head, const TableShape& shape,
                const std::string& spec) {
    const std::string names[] = {std::filesystem::path(path).filename().string()};
    const std::string guide = csvwText(head, shape, names, spec);
    // The guide only beside a table that was written.
    for (const auto& [file, text] : {std::pair(path, &table), std::pair(path + std::string(kGuideEnding), &guide)}) {
        if (writeFile(file, asBytes(*text))) continue;
        say(file + ": could not be written. Is the folder there, and is there room on the disk?");
        return false;
    }
    return true;
}

}  // namespace dex
