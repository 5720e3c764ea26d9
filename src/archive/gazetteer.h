#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "geo/area.h"

namespace dex {

// The postcodes that begin with one outward code ("SE15"), in order of inward code, each with its small area.
// An inward code ("4AA") is kept as a number below kInwardCodes (find/postcode.h).
struct Postcodes {
    struct One {
        std::uint16_t inward = 0;
        AreaNumber area = 0;
        bool isBeside = false;  // Its point lies in no small area; this is the nearest.
        // Its point, in 256ths of its area's box from the west and from the south (find/postcode.h).
        std::uint8_t east = 0, north = 0;
        friend bool operator==(const One&, const One&) = default;
    };
    std::string outward;
    std::vector<One> all;
};
inline constexpr std::uint32_t kInwardCodes = 4000;  // A digit and two of twenty letters.

Result<Postcodes> decodePostcodes(ByteSpan bytes, std::uint32_t areaCount);

// What a search knows besides the names of areas. A file of its own, for those who search.
struct Gazetteer {
    struct Outward {
        std::string code;  // "SE15"
        AtlasFile file;    // Its postcodes; these files stand in no head.
    };
    // A larger area that no small area fits best, so that it is on no map and in no count.
    struct UnmatchedWard {
        std::uint32_t level = 0;
        std::string name;
        std::string within;  // The place that it is a part of; may be empty.
    };
    std::vector<Outward> outwards;  // In order of code.
    std::vector<UnmatchedWard> unfitted;
};

Result<Gazetteer> decodeGazetteer(ByteSpan bytes, std::uint32_t levelCount);

}  // namespace dex
