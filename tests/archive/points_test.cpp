#include "archive/points.h"

#include <gtest/gtest.h>

#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

TEST(AreaPoints, ComeBackAsTheyWere) {
    const AreaPoints written = samples::points();
    const auto read = decodePoints(encodePoints(written), 3);
    ASSERT_TRUE(read.ok());
    ASSERT_TRUE(read->source);
    EXPECT_EQ(read->source->title, "Points");
    EXPECT_EQ(read->all, written.all);
    EXPECT_EQ(read->isInterior, written.isInterior);
}

TEST(AreaPoints, NeedNoSourceInsideTheirAreas) {
    AreaPoints written = samples::points();
    written.source.reset();
    EXPECT_EQ(decodePoints(encodePoints(written), 3).error().status, Status::BadIndex);
    written.isInterior = {1, 1, 1};
    const auto read = decodePoints(encodePoints(written), 3);
    ASSERT_TRUE(read.ok());
    EXPECT_FALSE(read->source);
    EXPECT_EQ(read->all, written.all);
}

TEST(AreaPoints, HaveTheBytesThatTheyHad) {
    const std::uint8_t golden[] = {'D',  'X',  'O',  1,    0,  // Nobody published them.
                                   3,    1,    0,              // Three, all of them inside their areas.
                                   0x81, 0x84, 0x52, 9,    0,    0, 0x80, 0x01,  // Longitudes, from −672001 up:
                                   0xf0, 0x97, 0xf9, 0xea, 0x03, 9, 0,    0x80,
                                   0x00, 0b100};  // latitudes, from 514795000 up.
    AreaPoints written = samples::points();
    written.source.reset();
    written.isInterior = {1, 1, 1};
    const Bytes bytes = encodePoints(written);
    ASSERT_EQ(bytes.size(), std::size(golden));
    for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_EQ(std::to_integer<int>(bytes[i]), golden[i]) << i;
}

TEST(AreaPoints, AreOneAnArea) {
    const Bytes bytes = encodePoints(samples::points());
    EXPECT_EQ(decodePoints(bytes, 2).error().status, Status::BadIndex);
    EXPECT_EQ(decodePoints(bytes, 4).error().status, Status::BadIndex);
    EXPECT_EQ(decodePoints(bytes, 0xffffffff).error().status, Status::TooLarge);
}

TEST(AreaPoints, LieOnEarth) {
    for (const GroundPoint wrong : {GroundPoint{1'800'000'001, 0}, GroundPoint{0, 900'000'001},
                                    GroundPoint{-1'800'000'001, 0}, GroundPoint{0, -900'000'001}}) {
        AreaPoints points = samples::points();
        points.all[1] = wrong;
        EXPECT_EQ(decodePoints(encodePoints(points), 3).error().status, Status::BadNumber);
    }
}

TEST(AreaPoints, HaveASourceOrNone) {
    Bytes bytes = encodePoints(samples::points());
    bytes[4] = std::byte{2};
    EXPECT_EQ(decodePoints(bytes, 3).error().status, Status::BadNumber);
}

}  // namespace
}  // namespace dex
