#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "find/names.h"
#include "model/chosen.h"
#include "model/library.h"
#include "model/place_ref.h"
#include "words/word.h"

namespace dex {

struct SearchPlace {
    PlaceRef ref;
    std::string name;
    std::string detail;  // What it is, and where.
};

struct SearchAnswer {
    bool isBusy = false;   // Files are loading that may bring more: ask again when they have arrived.
    std::string sentence;  // What was found, or why nothing was; empty where nothing was asked.
    std::vector<SearchPlace> places;
    FileIndex wanted = kNoFile;  // The postcodes that are needed.
};
inline constexpr std::size_t kMaxPlacesFound =
    8;  // Besides outward codes that begin with what was typed: those are all named.

// The files without which nothing can be found.
std::vector<FileIndex> filesForSearch(const AtlasHead& head);

SearchAnswer search(std::string_view typed, const Library& library, Language language);

// {"busy":false,"sentence":"…","places":[{"ref":"…","name":"…","detail":"…"}]}
std::string searchJson(const SearchAnswer& answer);

// An area that a search led to.
struct FoundArea {
    LevelArea area;
    std::string postcode;                  // By which it was found; may be empty.
    bool isBeside = false;                 // The postcode lies in no small area; this is the nearest.
    std::optional<WorldPoint> point = {};  // Where the reader is: a postcode's own place, or the device's.
};
// The area that a ref names, by itself or by its postcode; absent where the atlas has none, or its files are not here.
std::optional<FoundArea> foundWithRef(const PlaceRef& ref, const Library& library);
// The small areas in which an outward code has postcodes, in order; empty where it is none, or its file is not here.
std::vector<AreaNumber> areasOfOutward(std::string_view outward, const Library& library);
// Its file; kNoFile where the atlas has no such code.
FileIndex fileOfOutward(std::string_view outward, const Library& library);

LoadedNames loadedNames(const Library& library, std::vector<const AreaNames*>& room);

}  // namespace dex
