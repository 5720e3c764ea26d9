#pragma once

#include <map>
#include <optional>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/locate_header.h"

namespace dex {

// Finds the small areas of rows by their postcodes, as the search of the map does, but forgives less: of a misspelt
// postcode nothing is guessed.
class PostcodeFinder {
public:
    // `atlas` must outlive it. Nothing, with a problem, where the atlas knows no postcodes.
    static std::optional<PostcodeFinder> open(const AtlasFolder& atlas, std::size_t column, const std::string& name,
                                              Problems& problems);

    // Where there is none, `trouble` says why; and where it is only the nearest. A file of postcodes that cannot be read
    // is one of `problems`.
    std::optional<AreaNumber> find(const TextRow& row, std::string& trouble);

    // The postcode's own point, by the boxes of the small areas (AreaNames::boxes), likewise.
    std::optional<WorldPoint> pointOf(const std::string& text, const std::vector<GridBox>& boxes, std::string& trouble);

    std::string verdict() const { return {}; }

private:
    PostcodeFinder(const AtlasFolder& atlas, Gazetteer gazetteer, std::size_t column, Problems& problems)
        : atlas_(atlas), gazetteer_(std::move(gazetteer)), column_(column), problems_(problems) {}

    const Postcodes::One* oneCalled(const std::string& text, std::string& trouble);

    const AtlasFolder& atlas_;
    Gazetteer gazetteer_;
    std::size_t column_;
    Problems& problems_;
    std::map<std::size_t, std::optional<Postcodes>> read_;  // By place in the gazetteer, each file once.
};

}  // namespace dex
