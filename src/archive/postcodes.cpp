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
    writeRising(out, inwards);
    for (const auto& one : postcodes.all) {
        out.varint(static_cast<std::uint64_t>(std::lower_bound(areas.begin(), areas.end(), one.area) - areas.begin()));
    }
    out.varint(beside.size());
    writeRising(out, beside);
    return out.take();
}

Result<Postcodes> decodePostcodes(ByteSpan bytes, std::uint32_t areaCount) {
    ByteReader in(bytes);
    Postcodes read;
    readMagic(in, Magic::Postcodes, kPostcodesVersion);
    read.outward = std::string(in.text(kMaxOutwardBytes));
    const auto areas = readRising(in, in.count(kInwardCodes), areaCount);
    const auto inwards = readRising(in, in.count(kInwardCodes), kInwardCodes);
    for (const std::uint32_t inward : inwards) {
        const std::uint32_t at = in.count(kInwardCodes);
        if (at >= areas.size()) in.fail(Status::BadIndex);
        if (!in.ok()) return in.error();
        read.all.push_back({static_cast<std::uint16_t>(inward), areas[at], false});
    }
    const auto besides = in.count(kInwardCodes);
    // Few postcodes lie beside all areas, so they are listed instead of marked one by one.
    for (const std::uint32_t at : readRising(in, besides, static_cast<std::uint32_t>(read.all.size())))
        read.all[at].isBeside = true;
    DEX_TRY(in.finish());
    return read;
}

}  // namespace dex
