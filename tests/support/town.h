#pragma once

#include <map>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "model/analysis.h"
#include "model/chosen.h"
#include "model/library.h"

namespace dex::town {

// A made-up town as its files: six small areas in three wards in two districts, two needs, and a group of residents.
// Nothing of it is drawn: there are no tiles but one, of bytes that nobody decodes.
//
//   small area   0   1   2   3   4   5
//   ward         0   0   1   1   2   2      its fourth level, "patch", cuts across: 0 0 1 1 1 0
//   district     0   0   0   0   1   1
//   N1.older     .1  .2  .3  .4  .5  .6     of 100 residents each, published by small area
//   N2.rent      1       2       3          published by ward, a mean
//   G.young      .5  .4  .3  .2  .1  .0     lower is more risk
struct Files {
    AtlasHead head;
    Bytes headBytes;
    std::string headName;
    std::map<std::string, Bytes> contents;  // By name, without the head.

    FileIndex column(const char* id) const;
};
const Files& files();

// The files of a kind, or all but tiles.
void supply(Library& library, FileKind kind);
void supply(Library& library, FileIndex file);
void supplyAll(Library& library);

// A library with the head and nothing else.
Library opened();

// A library with all but tiles, in which the areas of a level have other names.
Library renamed(std::uint32_t level, const std::vector<std::string>& names);

}  // namespace dex::town
