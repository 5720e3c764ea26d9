#pragma once

#include <map>
#include <string>
#include <vector>

#include "compile/score_atlas.h"

namespace dex {

// What `dex publish` has written (docs/api.md).
struct PublishedFiles {
    const std::vector<std::string>& places;           // Of the topmost level, in its order, without their ending.
    const std::vector<std::string>& areas;            // Of the small areas.
    const std::map<std::string, std::size_t>& sizes;  // By name, in bytes.
};

// The list of it all, for programs.
std::string publishedIndex(const ScoredAtlas& atlas, const PublishedFiles& files);

// The same as a catalogue has it: W3C, "Data Catalog Vocabulary (DCAT)", version 2, as JSON-LD. `address` is that of the
// map's page, with a slash at its end, whose folder data/ holds the files; where it is empty they are named as they stand beside this one. `date`
// is the day of publication, or empty.
std::string publishedDataset(const ScoredAtlas& atlas, const PublishedFiles& files, const std::string& address,
                             const std::string& date);

}  // namespace dex
