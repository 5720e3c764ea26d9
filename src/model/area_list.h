#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/chosen.h"
#include "model/library.h"

namespace dex {

// Understands what stands in lists of areas that people have: codes and names of any level, in capitals or small letters,
// with their accents or without. Nothing is guessed: where a name is that of several areas, all of them are told.
class AreaList {
public:
    // The library has the names of all levels.
    explicit AreaList(const Library& library);

    // The areas that have this code or, if none does, this name; of a code that two levels have the smaller area. Empty where
    // there is none.
    std::vector<LevelArea> called(std::string_view text) const;

private:
    // By what they are called, folded (find/names.h).
    std::map<std::string, LevelArea, std::less<>> byCode_;
    std::map<std::string, std::vector<LevelArea>, std::less<>> byName_, byDetail_;
};

}  // namespace dex
