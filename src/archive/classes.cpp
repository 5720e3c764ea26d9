#include "archive/atlas.h"
#include "archive/encode.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/numbers.h"

namespace dex {

namespace {

// As many digits to the base `k` as one group holds, and its bits: 27 in 63 bits for fifths, 2⅓ bits an area.
struct Group {
    int digits = 0;
    int bits = 0;
};

Group groupFor(std::uint32_t k) {
    Group group;
    std::uint64_t power = 1;
    while (power <= (std::uint64_t{1} << 63) / k) {
        power *= k;
        ++group.digits;
    }
    while (group.bits < 63 && (std::uint64_t{1} << group.bits) < power) ++group.bits;
    return group;
}

bool isClassCount(std::uint32_t k) { return k >= 2 && k <= 9; }

}  // namespace

Bytes encodeClasses(std::span<const std::uint8_t> classes, std::uint32_t classCount) {
    DEX_CHECK(isClassCount(classCount));
    // Areas without data are runs of their own: in most columns there are few, and the digits stay dense.
    std::vector<std::uint8_t> absent;
    std::vector<std::uint8_t> digits;
    for (const std::uint8_t c : classes) {
        absent.push_back(c == kNoDataClass);
        if (c == kNoDataClass) continue;
        DEX_CHECK(c < classCount);
        digits.push_back(c);
    }
    ByteWriter out;
    writeMagic(out, Magic::Classes, kClassesVersion);
    out.u8(static_cast<std::uint8_t>(classCount));
    out.varint(classes.size());
    writeRuns(out, absent);
    const Group group = groupFor(classCount);
    BitWriter packed;
    for (std::size_t i = 0; i < digits.size(); i += static_cast<std::size_t>(group.digits)) {
        std::uint64_t value = 0;
        // The first area is the lowest digit, so that a reader takes one off with a remainder and a division. The last
        // group is filled up with zeros.
        for (auto d = static_cast<std::size_t>(group.digits); d-- > 0;) {
            value = value * classCount + (i + d < digits.size() ? digits[i + d] : 0);
        }
        packed.bits(value, group.bits);
    }
    out.append(packed.bytes());
    return out.take();
}

Result<std::vector<std::uint8_t>> decodeClasses(ByteSpan bytes, std::uint32_t areaCount, std::uint32_t classCount) {
    if (areaCount > kMaxAreas) return Status::TooLarge;
    ByteReader in(bytes);
    readMagic(in, Magic::Classes, kClassesVersion);
    if (!isClassCount(classCount) || in.u8() != classCount) in.fail(Status::BadNumber);
    if (in.count(kMaxAreas) != areaCount) in.fail(Status::BadIndex);
    if (!in.ok()) return in.error();

    std::vector<std::uint8_t> classes(areaCount);
    // The marks of absence are read into the classes themselves, which saves a second array of all areas.
    readRuns(in, classes, 2);
    std::size_t present = 0;
    for (const std::uint8_t absent : classes) present += absent == 0;
    const Group group = groupFor(classCount);
    const auto perGroup = static_cast<std::size_t>(group.digits);
    const std::size_t groups = (present + perGroup - 1) / perGroup;
    BitReader packed(in.take((groups * static_cast<std::size_t>(group.bits) + 7) / 8));
    DEX_TRY(in.finish());

    std::uint64_t value = 0;
    std::size_t read = 0;
    for (std::uint8_t& c : classes) {
        if (c != 0) {
            c = kNoDataClass;
            continue;
        }
        // A new group begins each time the digits of the one before are used up.
        if (read++ % perGroup == 0) value = packed.bits(group.bits);
        c = static_cast<std::uint8_t>(value % classCount);
        value /= classCount;
    }
    return classes;
}

}  // namespace dex
