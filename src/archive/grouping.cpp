#include "archive/atlas.h"
#include "archive/encode.h"
#include "archive/limits.h"
#include "archive/magic.h"

namespace dex {

Bytes encodeGrouping(std::span<const std::uint32_t> groupOf) {
    ByteWriter out;
    writeMagic(out, Magic::Grouping, kGroupingVersion);
    out.varint(groupOf.size());
    std::int64_t before = 0;
    for (const std::uint32_t group : groupOf) {
        // In order of code neighbours in the list often share a group, so most steps are small and take one byte.
        out.signedVarint(std::int64_t{group} - before);
        before = group;
    }
    return out.take();
}

Result<std::vector<std::uint32_t>> decodeGrouping(ByteSpan bytes, std::uint32_t areaCount,
                                                  std::uint32_t levelAreaCount) {
    if (areaCount > kMaxAreas || levelAreaCount > kMaxAreas) return Status::TooLarge;
    ByteReader in(bytes);
    readMagic(in, Magic::Grouping, kGroupingVersion);
    if (in.count(kMaxAreas) != areaCount) in.fail(Status::BadIndex);
    // Each area takes a byte at least: no memory is asked for that the file is too short to fill.
    if (areaCount > in.left()) in.fail(Status::Truncated);
    if (!in.ok()) return in.error();

    std::vector<std::uint32_t> groupOf(areaCount);
    std::int64_t group = 0;
    for (auto& of : groupOf) {
        const std::int64_t step = in.signedVarint();
        // Refused before it is added, because the sum of hostile steps would overflow.
        if (step < -std::int64_t{kMaxAreas} || step > std::int64_t{kMaxAreas}) in.fail(Status::BadNumber);
        if (!in.ok()) return in.error();
        group += step;
        if (group < 0 || group >= std::int64_t{levelAreaCount}) {
            in.fail(Status::BadIndex);
            return in.error();
        }
        of = static_cast<std::uint32_t>(group);
    }
    DEX_TRY(in.finish());
    return groupOf;
}

}  // namespace dex
