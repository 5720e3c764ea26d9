#pragma once

#include <optional>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "model/venue_reach.h"

namespace dex {

// What `dex venues` was asked, held against an atlas whose names, borders, points and venues are here. Mistakes are reported
// with what was expected.

struct AskedReach {
    Reach reach;
    std::uint32_t next = 0;          // How many spots.
    std::optional<LevelArea> place;  // Of --place; else the view's.
    ViewState view;
    bool hasView = false;
};
std::optional<AskedReach> askedGaps(const VenuesOptions& options, const Library& library, Problems& wrong);

// From where the nearest are asked.
struct AskedFrom {
    GroundPoint point;
    std::optional<std::uint32_t> area;  // Of a code, not of a place.
};
std::optional<AskedFrom> askedFrom(const std::string& text, const Library& library, Problems& wrong);

// One flag a kind; all where none is named.
Flags askedKinds(const std::vector<std::string>& ids, const Venues& venues, Problems& wrong);

// Options that do not go with what is asked.
void checkVenuesOptions(const VenuesOptions& options, Problems& wrong);

}  // namespace dex
