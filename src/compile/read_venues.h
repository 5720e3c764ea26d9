#pragma once

#include <string>
#include <vector>

#include "archive/points.h"
#include "archive/venues.h"
#include "compile/areas.h"
#include "compile/postcodes.h"

namespace dex {

struct ReadVenues {
    Venues venues;
    // By list, then by venue: its place in `venues`, and the texts by which catchments name it.
    struct Named {
        std::uint32_t venue = 0;
        std::string name;  // As catchments of this list call it; blank where there are none.
    };
    std::vector<std::vector<Named>> ofList;
};

// The venues of all lists of the recipe, in order. Those without a place, or far from all areas, are left out and counted.
ReadVenues readVenues(const Recipe& recipe, const Areas& areas, const PostcodePoints& postcodes, SourceFiles& files,
                      Report& report, Problems& problems);

// Letters and digits alone, small: what catchments and venues are called is compared so.
std::string catchmentName(std::string_view text);

// Minutes on foot to the venues of each kind that has catchments, from the point of each small area.
WalkingMinutes readCatchments(const Recipe& recipe, const ReadVenues& read, const AreaPoints& points,
                              SourceFiles& files, Report& report, Problems& problems);

}  // namespace dex
