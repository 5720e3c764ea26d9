#include "archive/encode.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/source_form.h"
#include "archive/venues.h"

namespace dex {

namespace {

void writeCatchments(ByteWriter& out, const Catchments& one) {
    out.u8(static_cast<std::uint8_t>(one.kind));
    writeSource(out, one.source);
    out.varint(one.bands.size());
    std::uint32_t before = 0;
    for (const std::uint32_t band : one.bands) {
        DEX_CHECK(band > before);
        out.varint(band - before);
        before = band;
    }
    for (const std::uint8_t band : one.bandOf) out.u8(band);
    for (std::size_t area = 0; area < one.bandOf.size(); ++area) {
        if (one.bandOf[area] < one.bands.size()) out.varint(one.venueOf[area]);
    }
}

Catchments readCatchments(ByteReader& in, std::uint32_t areaCount, std::uint32_t venueCount) {
    Catchments one;
    one.kind = in.u8();
    if (one.kind >= kMaxVenueKinds) in.fail(Status::BadIndex);
    one.source = readSource(in);
    const std::uint32_t bands = in.count(kMaxBands);
    if (bands == 0) in.fail(Status::BadNumber);
    std::uint32_t minutes = 0;
    for (std::uint32_t i = 0; i < bands && in.ok(); ++i) {
        const std::uint32_t more = in.count(kMaxMinutes);
        minutes += more;
        if (more == 0 || minutes > kMaxMinutes) in.fail(Status::BadNumber);
        one.bands.push_back(minutes);
    }
    const ByteSpan bandOf = in.take(areaCount);
    if (!in.ok()) return one;
    one.venueOf.resize(areaCount);
    for (std::uint32_t area = 0; area < areaCount && in.ok(); ++area) {
        one.bandOf.push_back(std::to_integer<std::uint8_t>(bandOf[area]));
        if (one.bandOf[area] > bands) in.fail(Status::BadIndex);
        if (one.bandOf[area] >= bands) continue;
        one.venueOf[area] = in.count(kMaxVenues);
        if (one.venueOf[area] >= venueCount) in.fail(Status::BadIndex);
    }
    return one;
}

}  // namespace

bool fits(const WalkingMinutes& minutes, const Venues& venues) {
    if (minutes.venueCount != venues.all.size()) return false;
    for (const Catchments& one : minutes.all) {
        if (one.kind >= venues.kinds.size()) return false;
        for (std::uint32_t area = 0; area < one.bandOf.size(); ++area) {
            if (one.isWithin(area) && venues.all[one.venueOf[area]].kind != one.kind) return false;
        }
    }
    return true;
}

Bytes encodeMinutes(const WalkingMinutes& minutes) {
    ByteWriter out;
    writeMagic(out, Magic::Minutes, kMinutesVersion);
    out.varint(minutes.venueCount);
    out.varint(minutes.all.empty() ? 0 : minutes.all[0].bandOf.size());
    out.varint(minutes.all.size());
    for (const Catchments& one : minutes.all) writeCatchments(out, one);
    return out.take();
}

Result<WalkingMinutes> decodeMinutes(ByteSpan bytes, std::uint32_t areaCount) {
    if (areaCount > kMaxAreas) return Status::TooLarge;
    ByteReader in(bytes);
    WalkingMinutes read;
    readMagic(in, Magic::Minutes, kMinutesVersion);
    read.venueCount = in.count(kMaxVenues);
    if (in.count(kMaxAreas) != areaCount) in.fail(Status::BadIndex);
    const std::uint32_t count = in.count(kMaxVenueKinds);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Catchments one = readCatchments(in, areaCount, read.venueCount);
        // Rising, so that no kind has two answers.
        if (in.ok() && !read.all.empty() && one.kind <= read.all.back().kind) in.fail(Status::BadIndex);
        read.all.push_back(std::move(one));
    }
    DEX_TRY(in.finish());
    return read;
}

}  // namespace dex
