#pragma once

#include "base/bytes.h"

namespace dex {

// Every file of an atlas begins with four bytes: 'D', 'X', a letter for its kind, and the version of that kind.
enum class Magic : char {
    Head = 'H',
    Column = 'C',
    Classes = 'K',
    Names = 'N',
    Grouping = 'G',
    Tile = 'T',
    Gazetteer = 'Z',
    Postcodes = 'P',
    Points = 'O',
    Venues = 'V',
    Minutes = 'M'
};
inline constexpr std::uint8_t kHeadVersion = 5;
inline constexpr std::uint8_t kColumnVersion = 1;
inline constexpr std::uint8_t kClassesVersion = 1;
inline constexpr std::uint8_t kNamesVersion = 1;
inline constexpr std::uint8_t kGroupingVersion = 1;
inline constexpr std::uint8_t kGazetteerVersion = 1;
inline constexpr std::uint8_t kPostcodesVersion = 2;
inline constexpr std::uint8_t kPointsVersion = 1;
inline constexpr std::uint8_t kVenuesVersion = 1;
inline constexpr std::uint8_t kMinutesVersion = 1;

// Fails the reader with BadMagic or BadVersion.
void readMagic(ByteReader& in, Magic kind, std::uint8_t version);
void writeMagic(ByteWriter& out, Magic kind, std::uint8_t version);

}  // namespace dex
