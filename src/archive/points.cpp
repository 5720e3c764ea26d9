#include "archive/points.h"

#include <algorithm>

#include "archive/encode.h"
#include "archive/ground_form.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/numbers.h"
#include "archive/source_form.h"

namespace dex {

namespace {

constexpr std::int64_t kMaxLon = 1'800'000'000, kMaxLat = 900'000'000;

}  // namespace

void writeGroundPoints(ByteWriter& out, std::span<const GroundPoint> points) {
    std::vector<std::int64_t> numbers(points.size());
    // All longitudes before all latitudes: numbers of one kind press better side by side.
    for (std::size_t i = 0; i < points.size(); ++i) numbers[i] = points[i].lon;
    writeNumbers(out, numbers);
    for (std::size_t i = 0; i < points.size(); ++i) numbers[i] = points[i].lat;
    writeNumbers(out, numbers);
}

void readGroundPoints(ByteReader& in, std::span<GroundPoint> points) {
    std::vector<std::int64_t> lons(points.size()), lats(points.size());
    readNumbers(in, lons);
    readNumbers(in, lats);
    for (std::size_t i = 0; i < points.size() && in.ok(); ++i) {
        if (lons[i] < -kMaxLon || lons[i] > kMaxLon || lats[i] < -kMaxLat || lats[i] > kMaxLat)
            in.fail(Status::BadNumber);
        points[i] = {static_cast<std::int32_t>(lons[i]), static_cast<std::int32_t>(lats[i])};
    }
}

Bytes encodePoints(const AreaPoints& points) {
    DEX_CHECK(points.isInterior.size() == points.all.size());
    ByteWriter out;
    writeMagic(out, Magic::Points, kPointsVersion);
    out.u8(points.source ? 1 : 0);
    if (points.source) writeSource(out, *points.source);
    out.varint(points.all.size());
    writeRuns(out, points.isInterior);
    writeGroundPoints(out, points.all);
    return out.take();
}

Result<AreaPoints> decodePoints(ByteSpan bytes, std::uint32_t areaCount) {
    if (areaCount > kMaxAreas) return Status::TooLarge;
    ByteReader in(bytes);
    AreaPoints read;
    readMagic(in, Magic::Points, kPointsVersion);
    const std::uint8_t hasSource = in.u8();
    if (hasSource > 1) in.fail(Status::BadNumber);
    if (hasSource == 1) read.source = readSource(in);
    if (in.count(kMaxAreas) != areaCount) in.fail(Status::BadIndex);
    if (!in.ok()) return in.error();
    read.isInterior.resize(areaCount);
    read.all.resize(areaCount);
    readRuns(in, read.isInterior, 2);
    readGroundPoints(in, read.all);
    // A point that somebody published needs somebody.
    if (!read.source && std::find(read.isInterior.begin(), read.isInterior.end(), 0) != read.isInterior.end())
        in.fail(Status::BadIndex);
    DEX_TRY(in.finish());
    return read;
}

}  // namespace dex
