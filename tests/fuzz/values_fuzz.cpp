#include <cstddef>
#include <cstdint>
#include <span>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/gazetteer.h"
#include "archive/points.h"
#include "archive/venues.h"

// Names, groupings, classes, columns, gazetteers, postcodes, points, venues and minutes. The first byte says how many areas there are, the second which file it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::uint32_t areas = 1u + data[0];
    const auto bytes = std::as_bytes(std::span(data + 2, size - 2));
    dex::Column shared;
    shared.values.assign(areas, 1000);
    shared.states.assign(areas, dex::CellState::Value);
    switch (data[1] % 10) {
        case 0: static_cast<void>(dex::decodeNames(bytes, areas).ok()); break;
        case 1: static_cast<void>(dex::decodeGrouping(bytes, areas, areas).ok()); break;
        case 2: static_cast<void>(dex::decodeClasses(bytes, areas, 2u + areas % 8).ok()); break;
        case 3: static_cast<void>(dex::decodeColumn(bytes, areas, nullptr).ok()); break;
        case 4: static_cast<void>(dex::decodeGazetteer(bytes, 4).ok()); break;
        case 5: static_cast<void>(dex::decodePostcodes(bytes, areas).ok()); break;
        case 6: static_cast<void>(dex::decodePoints(bytes, areas).ok()); break;
        case 7: static_cast<void>(dex::decodeVenues(bytes).ok()); break;
        case 8: static_cast<void>(dex::decodeMinutes(bytes, areas).ok()); break;
        default: static_cast<void>(dex::decodeColumn(bytes, areas, &shared).ok()); break;
    }
    return 0;
}
