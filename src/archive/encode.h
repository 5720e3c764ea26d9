#pragma once

#include <span>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/gazetteer.h"
#include "archive/points.h"
#include "archive/venues.h"

namespace dex {

// The writing twins of archive/atlas.h and column.h, used by the compiler and the tests alone: the linker leaves them
// out of the browser's module. What is handed in must be sound, which is checked as our own mistake. The same input
// gives the same bytes on every machine.
Bytes encodeHead(const AtlasHead& head);
Bytes encodeNames(const AreaNames& names);
Bytes encodeGrouping(std::span<const std::uint32_t> groupOf);
Bytes encodeGazetteer(const Gazetteer& gazetteer);
Bytes encodePostcodes(const Postcodes& postcodes);
Bytes encodePoints(const AreaPoints& points);
Bytes encodeVenues(const Venues& venues);
Bytes encodeMinutes(const WalkingMinutes& minutes);
Bytes encodeClasses(std::span<const std::uint8_t> classes, std::uint32_t classCount);

// A column with counts, if `shared` is not null, has its denominators written as differences from it. A column
// without counts keeps each value's exact decimal where all of them have one of at most 15 digits (Column's values
// must then be the nearest doubles to those decimals); else all are kept as doubles.
Bytes encodeColumn(const Column& column, const Column* shared);

// Rounds the boxes outwards and moves the anchors to where encodeNames can hold them; `inside(area, point)` says
// whether a place may stand for an anchor.
class InsideArea {
public:
    virtual ~InsideArea() = default;
    virtual bool contains(std::uint32_t area, GridPoint anchor) const = 0;
};
void settlePlaces(AreaNames& names, const InsideArea& inside);

}  // namespace dex
