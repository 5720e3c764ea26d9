#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "map/area_ref.h"

namespace dex {

// What a search leads to, as a text that the page hands back as it got it: an area, "ward:E05011104"; a postcode,
// ":SE15 4AA"; all areas of an outward code, ":SE15". No level is called by nothing, so the three never meet.
struct PlaceRef {
    enum class Kind : std::uint8_t { Area, Postcode, Outward };

    Kind kind = Kind::Area;
    AreaRef area;              // Of an area alone.
    std::string outward;       // "SE15"; of the other two.
    std::uint16_t inward = 0;  // Of a postcode alone, as find/postcode.h numbers it.

    static PlaceRef ofArea(AreaRef area) { return {Kind::Area, std::move(area), {}, 0}; }
    static PlaceRef ofPostcode(std::string outward, std::uint16_t inward) {
        return {Kind::Postcode, {}, std::move(outward), inward};
    }
    static PlaceRef ofOutward(std::string outward) { return {Kind::Outward, {}, std::move(outward), 0}; }

    std::string text() const;
    // Absent where the text is none of the three; whether an atlas has it is not asked.
    static std::optional<PlaceRef> parse(std::string_view text);
};

}  // namespace dex
