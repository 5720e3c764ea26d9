#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/gazetteer.h"
#include "geo/grid.h"

namespace dex {

// An inward code ("4AA") as the archive keeps it, below kInwardCodes: in order of text. C I K M O V never stand in one.
std::optional<std::uint16_t> inwardNumber(std::string_view inward);
std::string inwardText(std::uint16_t number);
// "SE15 4AA"
std::string postcodeText(std::string_view outward, std::uint16_t inward);

// One way to read what was typed.
struct PostcodeReading {
    std::string outward;                  // "SE15"
    std::optional<std::uint16_t> inward;  // Absent while it is not whole.
    std::uint32_t cost = 0;               // Of what had to be forgiven; 0: typed as it is written.
    bool isPart = false;                  // Something of an inward code stands there, not all of it.
};

// Every reading of a text as an outward code or a postcode that is at least begun, the likeliest first; none where it
// cannot be one. Letters may be small, blanks missing or misplaced, O and 0, I, L and 1 confused.
std::vector<PostcodeReading> readPostcode(std::string_view typed);

// The likeliest reading whose outward code the gazetteer has, with its place there; else, where the text is written as a
// postcode is, that one.
struct PostcodeMeant {
    PostcodeReading reading;
    std::optional<std::size_t> outward;  // Into Gazetteer::outwards; absent: not of this atlas.
};
std::optional<PostcodeMeant> postcodeMeant(std::string_view typed, const Gazetteer& gazetteer);

// Into Gazetteer::outwards; absent where the atlas has no such outward code.
std::optional<std::size_t> outwardIn(const Gazetteer& gazetteer, std::string_view code);

// Where a postcode is, by the box of its area (AreaNames::boxes): to a 256th of it, and within it. A point beside all areas
// comes back at the box's edge.
WorldPoint pointOf(const Postcodes::One& postcode, const GridBox& box);
void setPoint(Postcodes::One& postcode, WorldPoint point, const GridBox& box);

// The outward codes that begin with a text, as a range of Gazetteer::outwards: "W1" begins W1A to W1W and W10 to W14. One
// letter or two begin only what has no other letters before its digit: "S" does not begin SE1.
struct OutwardRange {
    std::size_t first = 0, count = 0;
};
// What was typed, as a code is written: "ec1" is "EC1".
std::string begunBy(std::string_view typed);
OutwardRange outwardsThatBegin(std::string_view typed, const Gazetteer& gazetteer);

// The postcode with this inward code; null where there is none.
const Postcodes::One* postcodeIn(const Postcodes& postcodes, std::uint16_t inward);

}  // namespace dex
