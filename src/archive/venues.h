#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "geo/ground.h"

namespace dex {

// A spot that helps: a library, a hub, a device bank (on screen "Places"). Texts other than the name may be empty.
struct Venue {
    GroundPoint point;
    std::uint32_t kind = 0;    // Into Venues::kinds.
    std::uint32_t source = 0;  // Into Venues::sources.
    std::string name;          // "Peckham Library"
    std::string address;
    std::string offers;   // What it offers.
    std::string opening;  // When it is open.
    std::string link;     // An address that isVenueLink() allows.
    std::string date;     // When this was known to be so, in words; empty: the date of its source.
    std::string origin;   // Who said so, where the source gathers what others say.
    friend bool operator==(const Venue&, const Venue&) = default;
};

// All venues of an atlas. A file of its own, for those who ask; its sources stand in it and not in the head, so that
// figures are never credited to them.
struct Venues {
    struct Kind {
        std::string id;        // "library"
        std::string singular;  // "library"
        std::string plural;    // "libraries"
    };
    std::vector<Source> sources;
    std::vector<Kind> kinds;
    std::vector<Venue> all;  // In the order of the recipe's lists and their rows, by which ties are settled.
};

// Fails with BadIndex where a venue has a kind or a source that is not there, BadText where one has no name or its link
// is none.
Result<Venues> decodeVenues(ByteSpan bytes);

// Empty, or an address that begins with https://, http:// or mailto:. Anything else could be a script.
bool isVenueLink(std::string_view link);

// Minutes on foot along streets to the venues of a kind, as published catchments say: nobody's estimate from distance.
struct Catchments {
    std::uint32_t kind = 0;  // Into Venues::kinds.
    Source source;
    std::vector<std::uint32_t> bands;  // In minutes, rising.
    std::vector<std::uint8_t>
        bandOf;  // By small area: the least band whose catchment holds its point; bands.size(): none.
    std::vector<std::uint32_t>
        venueOf;  // By small area: whose catchment that is, into Venues::all; 0 where there is none.

    bool isWithin(std::uint32_t area) const { return bandOf[area] < bands.size(); }
};

// A file of its own, because catchments are mostly made from OpenStreetMap: its licence must not reach other figures.
struct WalkingMinutes {
    std::uint32_t venueCount = 0;  // Of the file of venues that this one goes with.
    std::vector<Catchments> all;   // In order of kind, one each.
};

// Whether they were made for these venues: as many, of these kinds.
bool fits(const WalkingMinutes& minutes, const Venues& venues);

Result<WalkingMinutes> decodeMinutes(ByteSpan bytes, std::uint32_t areaCount);

}  // namespace dex
