#pragma once

#include <map>
#include <string>
#include <vector>

namespace dex {

// What a recipe says about a file that the file does not say itself, or says wrongly. Blank or 0: the file decides.
struct FileSettings {
    std::string encoding;             // "windows-1250"; any name that iconv knows.
    std::string plane;                // "EPSG:27700": what a layer's coordinates are measured in.
    char decimal = 0;                 // '.' or ',': the decimal sign of a table's numbers.
    std::vector<std::string> header;  // Names of a table's columns, where its first line is a row already.
    std::string sheet;                // Of a workbook; blank: its first.
    bool isLatitudeFirst = false;     // Of a layer's coordinates, against its format's rule.
};

// By the name under which the recipe has the file.
using FileSettingsByName = std::map<std::string, FileSettings>;

// What to write into the recipe, as it stands in a message: "files": {"a.csv": {"decimal": ","}}
std::string settingText(const std::string& file, const std::string& member, const std::string& value);

}  // namespace dex
