#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "archive/gazetteer.h"
#include "archive/geometry_build.h"
#include "compile/areas.h"
#include "compile/recipe.h"
#include "compile/report.h"
#include "compile/source_files.h"
#include "geo/projection.h"

namespace dex {

// Where each postcode of the recipe's list is, for what is located by its postcode.
class PostcodePoints {
public:
    void add(const std::string& outward, std::uint16_t inward, LonLat place);
    // Of a postcode as people write it; nothing where it is none, or the list does not have it.
    std::optional<LonLat> at(const std::string& text) const;

private:
    std::unordered_map<std::string, LonLat> places_;  // By both halves without a blank.
};

// The postcodes of a list with eastings and northings, by outward code, each in the small area that its point lies in
// by the finest borders of the atlas; a point in none takes the nearest that is near enough, or is left out. `boxes`: of the
// small areas, as the atlas has them. `points` takes all of them, also those that are left out, where venues need it.
std::vector<Postcodes> readPostcodes(const Recipe& recipe, const Areas& areas, const EncodedLod& finest,
                                     const std::vector<GridBox>& boxes, PostcodePoints& points, SourceFiles& files,
                                     Report& report, Problems& problems);

// The areas of whole lists of larger areas that no small area fits.
std::vector<Gazetteer::UnmatchedWard> readUnfitted(const Recipe& recipe, const Areas& areas, const SourceFiles& files,
                                                   Report& report, Problems& problems);

}  // namespace dex
