// Bytes that nobody meant: cut short, or changed anywhere. No decoder may do more than refuse them.

#include <gtest/gtest.h>

#include "abi/allocations.h"
#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

struct Decoder {
    const char* name;
    Bytes good;
    bool (*decodes)(ByteSpan);
};

std::vector<Decoder> decoders() {
    const Column residents = samples::residents(64);
    std::vector<std::uint8_t> classes(64, 3);
    classes[5] = kNoDataClass;
    return {
        {"head", encodeHead(samples::head()), [](ByteSpan b) { return decodeHead(b).ok(); }},
        {"names", encodeNames(samples::names()), [](ByteSpan b) { return decodeNames(b, 3).ok(); }},
        {"grouping", encodeGrouping(std::vector<std::uint32_t>{0, 5, 2, 300}),
         [](ByteSpan b) { return decodeGrouping(b, 4, 301).ok(); }},
        {"gazetteer", encodeGazetteer(samples::gazetteer()), [](ByteSpan b) { return decodeGazetteer(b, 3).ok(); }},
        {"postcodes", encodePostcodes(samples::postcodes()), [](ByteSpan b) { return decodePostcodes(b, 64).ok(); }},
        {"venues", encodeVenues(samples::venues()), [](ByteSpan b) { return decodeVenues(b).ok(); }},
        {"minutes", encodeMinutes(samples::minutes()), [](ByteSpan b) { return decodeMinutes(b, 3).ok(); }},
        {"points", encodePoints(samples::points()), [](ByteSpan b) { return decodePoints(b, 3).ok(); }},
        {"classes", encodeClasses(classes, 5), [](ByteSpan b) { return decodeClasses(b, 64, 5).ok(); }},
        {"column", encodeColumn(samples::share(residents), nullptr),
         [](ByteSpan b) { return decodeColumn(b, 64, nullptr).ok(); }},
        {"shared column", encodeColumn(samples::share(residents), &residents),
         [](ByteSpan b) {
             const Column shared = samples::residents(64);
             return decodeColumn(b, 64, &shared).ok();
         }},
    };
}

TEST(Hostile, EveryTruncationIsRefused) {
    for (const Decoder& decoder : decoders()) {
        ASSERT_TRUE(decoder.decodes(decoder.good)) << decoder.name;
        for (std::size_t size = 0; size < decoder.good.size(); ++size) {
            // Apart on the heap, so that a read beyond the end is seen.
            const Bytes cut(decoder.good.begin(), decoder.good.begin() + static_cast<std::ptrdiff_t>(size));
            EXPECT_FALSE(decoder.decodes(cut)) << decoder.name << " of " << size;
        }
    }
}

TEST(Hostile, ChangedBytesDoNoHarm) {
    samples::Random random(2026);
    std::uint32_t refused = 0;
    for (const Decoder& decoder : decoders()) {
        for (int i = 0; i < 5000; ++i) {
            Bytes mutant = decoder.good;
            for (std::uint32_t changes = 1 + random.below(4); changes > 0; --changes) {
                const std::size_t at = random.below(static_cast<std::uint32_t>(mutant.size()));
                switch (random.below(3)) {
                    case 0: mutant[at] = static_cast<std::byte>(random.below(256)); break;
                    case 1: mutant[at] ^= std::byte{1} << random.below(8); break;
                    default: mutant.insert(mutant.begin() + static_cast<std::ptrdiff_t>(at), std::byte{0xff}); break;
                }
            }
            refused += decoder.decodes(mutant) ? 0 : 1;
        }
    }
    EXPECT_GT(refused, 10000u);
}

// A small file that claims to be large gets no memory for what it does not hold.
TEST(Hostile, SizesAreCheckedBeforeAnythingIsTaken) {
    constexpr std::uint64_t kMaxBytes = 1u << 20;
    // As varints: 2^14 − 1, 2^18, 2^24 − 1, 2^32 − 1 and 2^64 − 1.
    const std::vector<std::vector<int>> sizes = {{0xff, 0x7f},
                                                 {0x80, 0x80, 0x10},
                                                 {0xff, 0xff, 0xff, 0x07},
                                                 {0xff, 0xff, 0xff, 0xff, 0x0f},
                                                 {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}};
    for (const Decoder& decoder : decoders()) {
        for (std::size_t at = 4; at < decoder.good.size(); ++at) {
            for (const auto& size : sizes) {
                Bytes mutant(decoder.good.begin(), decoder.good.begin() + static_cast<std::ptrdiff_t>(at));
                for (const int byte : size) mutant.push_back(static_cast<std::byte>(byte));
                mutant.insert(mutant.end(), decoder.good.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                              decoder.good.end());
                const auto before = test::allocationsSoFar().bytes;
                static_cast<void>(decoder.decodes(mutant));
                EXPECT_LT(test::allocationsSoFar().bytes - before, kMaxBytes) << decoder.name << ", byte " << at;
            }
        }
    }
}

}  // namespace
}  // namespace dex
