#include "model/place_ref.h"

#include <gtest/gtest.h>

#include "find/postcode.h"

namespace dex {
namespace {

TEST(PlaceRef, ComesBackFromItsText) {
    const auto area = PlaceRef::parse("ward:E05011104");
    ASSERT_TRUE(area);
    EXPECT_EQ(area->kind, PlaceRef::Kind::Area);
    EXPECT_EQ(area->area, (AreaRef{"ward", "E05011104"}));

    const auto postcode = PlaceRef::parse(":SE15 4AA");
    ASSERT_TRUE(postcode);
    EXPECT_EQ(postcode->kind, PlaceRef::Kind::Postcode);
    EXPECT_EQ(postcode->outward, "SE15");
    EXPECT_EQ(inwardText(postcode->inward), "4AA");

    const auto outward = PlaceRef::parse(":SE15");
    ASSERT_TRUE(outward);
    EXPECT_EQ(outward->kind, PlaceRef::Kind::Outward);
    EXPECT_EQ(outward->outward, "SE15");

    for (const char* text : {"ward:E05011104", ":SE15 4AA", ":SE15"}) EXPECT_EQ(PlaceRef::parse(text)->text(), text);
}

TEST(PlaceRef, IsNoneOfAnythingElse) {
    for (const char* text : {"", ":", ": ", ": 4AA", ":SE15 ", ":SE15 4A", ":SE15 4AAA", "SE15 4AA", "ward", "ward:"})
        EXPECT_FALSE(PlaceRef::parse(text)) << text;
}

}  // namespace
}  // namespace dex
