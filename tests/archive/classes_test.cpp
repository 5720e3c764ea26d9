#include <gtest/gtest.h>

#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

std::vector<std::uint8_t> someClasses(std::size_t count, std::uint32_t k) {
    samples::Random random(k);
    std::vector<std::uint8_t> classes;
    for (std::size_t i = 0; i < count; ++i) classes.push_back(static_cast<std::uint8_t>(random.below(k)));
    return classes;
}

TEST(Classes, ComeBackAsTheyWere) {
    for (std::uint32_t k = 2; k <= 9; ++k) {
        auto classes = someClasses(1000, k);
        classes[3] = classes[4] = classes[999] = kNoDataClass;
        const auto read = decodeClasses(encodeClasses(classes, k), 1000, k);
        ASSERT_TRUE(read.ok());
        EXPECT_EQ(*read, classes);
    }
}

TEST(Classes, OfLondonTakeUnder1500Bytes) { EXPECT_LE(encodeClasses(someClasses(4994, 5), 5).size(), 1500u); }

TEST(Classes, MayAllBeWithoutData) {
    const std::vector<std::uint8_t> classes(50, kNoDataClass);
    const auto read = decodeClasses(encodeClasses(classes, 5), 50, 5);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, classes);
}

TEST(Classes, RefuseAnotherNumberOfClasses) {
    EXPECT_EQ(decodeClasses(encodeClasses(someClasses(9, 5), 5), 9, 4).error().status, Status::BadNumber);
}

}  // namespace
}  // namespace dex
