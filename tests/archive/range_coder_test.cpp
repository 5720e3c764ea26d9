#include "archive/range_coder.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "archive/step_model.h"

namespace dex {
namespace {

TEST(RangeCoder, WhatWasWrittenComesOut) {
    for (unsigned seed = 0; seed < 50; ++seed) {
        std::mt19937 random(seed);
        struct Told {
            std::uint32_t chance, count, value;
        };
        std::vector<Told> told;
        RangeEncoder encoder;
        Chance written[4];
        for (int i = 0; i < 3000; ++i) {
            Told t{static_cast<std::uint32_t>(random() % 5), 0, 0};
            if (t.chance < 4) {
                t.value = random() % (1 + 20 * t.chance) == 0;
                encoder.bit(written[t.chance], t.value != 0);
            } else {
                t.count = 1 + static_cast<std::uint32_t>(random() % 65536);
                t.value = static_cast<std::uint32_t>(random()) % t.count;
                encoder.even(t.count, t.value);
            }
            told.push_back(t);
        }
        const Bytes bytes = encoder.take();
        RangeDecoder decoder(bytes);
        Chance read[4];
        for (const Told& t : told) {
            if (t.chance < 4) {
                ASSERT_EQ(decoder.bit(read[t.chance]), t.value != 0);
            } else {
                ASSERT_EQ(decoder.even(t.count), t.value);
            }
        }
        EXPECT_TRUE(decoder.isAtEnd());
        EXPECT_FALSE(decoder.isPastEnd());
    }
}

TEST(RangeCoder, WhatIsExpectedCostsNextToNothing) {
    RangeEncoder encoder;
    Chance chance;
    for (int i = 0; i < 10000; ++i) encoder.bit(chance, false);
    EXPECT_LT(encoder.take().size(), 40u);
}

TEST(RangeCoder, ReadingOnPastTheEndIsSaid) {
    RangeDecoder decoder(ByteSpan{});
    EXPECT_TRUE(decoder.isPastEnd());
    for (int i = 0; i < 1000; ++i) EXPECT_LT(decoder.even(7), 7u);
}

TEST(TileModel, CountsAndDifferencesOfAnySizeComeBack) {
    Writing writing;
    CountModel counts;
    DifferenceModel differences;
    const std::vector<std::int32_t> values = {0, 1, 14, 15, 16, 300, 70000, (1 << 24) - 17};
    for (const std::int32_t v : values) {
        counts.code(writing, static_cast<std::uint32_t>(v));
        differences.code(writing, v);
        differences.code(writing, -v);
    }
    const Bytes bytes = writing.encoder.take();
    Reading reading(bytes);
    CountModel counts2;
    DifferenceModel differences2;
    for (const std::int32_t v : values) {
        EXPECT_EQ(counts2.code(reading, 0), static_cast<std::uint32_t>(v));
        EXPECT_EQ(differences2.code(reading, 0), v);
        EXPECT_EQ(differences2.code(reading, 0), -v);
    }
}

TEST(TileModel, StepsInEveryDirectionComeBackFromEveryDirection) {
    using Model = StepModel<2, 2>;
    std::mt19937 random(5);
    const auto side = [&] { return static_cast<std::int32_t>(random() % (random() % 2 == 0 ? 9 : 131071)); };
    std::vector<std::pair<GridPoint, GridPoint>> steps;
    for (int i = 0; i < 4000; ++i) {
        const auto reach = [&](std::int32_t v) { return std::clamp(v % 2 == 0 ? v / 2 : -(v / 2), -65535, 65535); };
        const GridPoint expected{reach(side()), reach(side())}, step{reach(side()), reach(side())};
        if (step.x != 0 || step.y != 0) steps.push_back({expected, step});
    }
    Writing writing;
    auto model = std::make_unique<Model>();
    for (std::size_t i = 0; i < steps.size(); ++i)
        model->code(writing, steps[i].first, i % 2 == 0, i % 2, i / 2 % 2, steps[i].second);
    const Bytes bytes = writing.encoder.take();
    Reading reading(bytes);
    model = std::make_unique<Model>();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ASSERT_EQ(model->code(reading, steps[i].first, i % 2 == 0, i % 2, i / 2 % 2, {}), steps[i].second) << i;
    }
}

}  // namespace
}  // namespace dex
