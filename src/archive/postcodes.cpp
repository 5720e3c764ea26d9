#include <algorithm>

#include "archive/encode.h"
#include "archive/gazetteer.h"
#include "archive/limits.h"
#include "archive/magic.h"

namespace dex {

namespace {

// Rising numbers below `below`: the first, then each one's distance from the one before less 1.
std::vector<std::uint32_t> readRising(ByteReader& in, std::uint32_t count, std::uint32_t below) {
    if (count > in.left()) in.fail(Status::Truncated);
    std::vector<std::uint32_t> numbers(in.ok() ? count : 0);
    std::uint32_t next = 0;
    for (auto& number : numbers) {
        number = next + in.count(kMaxAreas);
        // Rising and below the limit: no area that is not there, and no postcode twice.
        if (number >= below) in.fail(Status::BadIndex);
        if (!in.ok()) return {};
        next = number + 1;
    }
    return numbers;
}

void writeRising(ByteWriter& out, std::span<const std::uint32_t> numbers) {
    std::uint32_t next = 0;
    for (const std::uint32_t number : numbers) {
        DEX_CHECK(number >= next);
        out.varint(number - next);
        next = number + 1;
    }
}

// The same in stretches without a gap: how far each begins from the end of the one before, and its length less 1. Inward codes
// are given out one after the other.
std::vector<std::uint32_t> readStretches(ByteReader& in, std::uint32_t count, std::uint32_t below) {
    std::vector<std::uint32_t> numbers;
    std::uint32_t next = 0;
    while (in.ok() && numbers.size() < count) {
        const std::uint32_t first = next + in.count(below), more = in.count(below);
        if (first + more >= below || numbers.size() + more >= count) in.fail(Status::BadIndex);
        for (std::uint32_t i = 0; in.ok() && i <= more; ++i) numbers.push_back(first + i);
        next = first + more + 1;
    }
    return numbers;
}

void writeStretches(ByteWriter& out, std::span<const std::uint32_t> numbers) {
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
        DEX_CHECK(numbers[i] >= next);
        out.varint(numbers[i] - next);
        out.varint(end - i - 1);
        next = numbers[end - 1] + 1;
        i = end;
    }
}

// Neighbouring postcodes mostly share an area: a bit for each says whether it is another than that of the one before, from
// the lowest bit of the first byte up, then follow the areas that are.
void writeAreas(ByteWriter& out, std::span<const std::uint32_t> places) {
    std::vector<std::uint8_t> isOther((places.size() + 7) / 8);
    std::vector<std::uint32_t> others;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == last) continue;
        isOther[i / 8] |= static_cast<std::uint8_t>(1 << i % 8);
        others.push_back(places[i]);
        last = places[i];
    }
    for (const std::uint8_t byte : isOther) out.u8(byte);
    for (const std::uint32_t place : others) out.varint(place);
}

std::vector<std::uint32_t> readAreas(ByteReader& in, std::size_t count, std::span<const std::uint32_t> areas) {
    std::vector<std::uint32_t> all;
    const ByteSpan isOther = in.take((count + 7) / 8);
    std::uint32_t place = 0;
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        if (std::to_integer<unsigned>(isOther[i / 8]) >> i % 8 & 1) place = in.count(kInwardCodes);
        if (place >= areas.size()) in.fail(Status::BadIndex);
        if (in.ok()) all.push_back(areas[place]);
    }
    return all;
}

}  // namespace

Bytes encodePostcodes(const Postcodes& postcodes) {
    std::vector<std::uint32_t> areas, inwards, beside;
    for (const auto& one : postcodes.all) {
        if (one.isBeside) beside.push_back(static_cast<std::uint32_t>(inwards.size()));
        areas.push_back(one.area);
        inwards.push_back(one.inward);
    }
    // Postcodes of one outward code share few areas, so each is listed once and named by its place in the list.
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());

    ByteWriter out;
    writeMagic(out, Magic::Postcodes, kPostcodesVersion);
    out.text(postcodes.outward);
    out.varint(areas.size());
    writeRising(out, areas);
    out.varint(inwards.size());
    writeStretches(out, inwards);
    std::vector<std::uint32_t> places;
    for (const auto& one : postcodes.all)
        places.push_back(
            static_cast<std::uint32_t>(std::lower_bound(areas.begin(), areas.end(), one.area) - areas.begin()));
    writeAreas(out, places);
    out.varint(beside.size());
    writeRising(out, beside);
    for (const auto& one : postcodes.all) out.u8(one.east);
    for (const auto& one : postcodes.all) out.u8(one.north);
    return out.take();
}

Result<Postcodes> decodePostcodes(ByteSpan bytes, std::uint32_t areaCount) {
    ByteReader in(bytes);
    Postcodes read;
    readMagic(in, Magic::Postcodes, kPostcodesVersion);
    read.outward = std::string(in.text(kMaxOutwardBytes));
    const auto areas = readRising(in, in.count(kInwardCodes), areaCount);
    const auto inwards = readStretches(in, in.count(kInwardCodes), kInwardCodes);
    const auto areaOf = readAreas(in, inwards.size(), areas);
    if (!in.ok()) return in.error();
    for (std::size_t i = 0; i < inwards.size(); ++i)
        read.all.push_back({static_cast<std::uint16_t>(inwards[i]), areaOf[i]});
    const auto besides = in.count(kInwardCodes);
    // Few postcodes lie beside all areas, so they are listed instead of marked one by one.
    for (const std::uint32_t at : readRising(in, besides, static_cast<std::uint32_t>(read.all.size())))
        read.all[at].isBeside = true;
    for (auto& one : read.all) one.east = in.u8();
    for (auto& one : read.all) one.north = in.u8();
    DEX_TRY(in.finish());
    return read;
}

}  // namespace dex
