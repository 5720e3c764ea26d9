#include "archive/gazetteer.h"

#include <gtest/gtest.h>

#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

TEST(Gazetteer, ComesBackAsItWas) {
    const Gazetteer written = samples::gazetteer();
    const auto read = decodeGazetteer(encodeGazetteer(written), 3);
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->outwards.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read->outwards[i].code, written.outwards[i].code);
        EXPECT_EQ(read->outwards[i].file.kind, FileKind::Postcodes);
        EXPECT_EQ(read->outwards[i].file.name, written.outwards[i].file.name);
        EXPECT_EQ(read->outwards[i].file.bytes, written.outwards[i].file.bytes);
    }
    ASSERT_EQ(read->unfitted.size(), 1u);
    EXPECT_EQ(read->unfitted[0].name, "Old Jewry");
    EXPECT_EQ(read->unfitted[0].within, "Harbour");
}

TEST(Gazetteer, RefusesOutwardCodesOutOfOrder) {
    Gazetteer wrong = samples::gazetteer();
    std::swap(wrong.outwards[0], wrong.outwards[1]);
    EXPECT_EQ(decodeGazetteer(encodeGazetteer(wrong), 3).error().status, Status::BadIndex);
}

TEST(Gazetteer, RefusesALevelThatTheAtlasDoesNotHave) {
    EXPECT_EQ(decodeGazetteer(encodeGazetteer(samples::gazetteer()), 2).error().status, Status::BadIndex);
}

TEST(Postcodes, ComeBackAsTheyWere) {
    const auto read = decodePostcodes(encodePostcodes(samples::postcodes()), 64);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->outward, "SE15");
    EXPECT_EQ(read->all, samples::postcodes().all);
}

TEST(Postcodes, HaveTheBytesThatTheyHad) {
    const std::uint8_t golden[] = {
        'D',    'X', 'P', 2,    4,    'S', 'E',  '1',  '5',  // Outward code.
        3,      5,   1,   55,                                // Areas 5, 7, 63.
        4,      0,   0,   0xe7, 0x0c, 1,   0xb5, 0x12, 0,    // Inward codes 0, 1640, 1641, 3999.
        0b1101, 1,   0,   2,                                 // The area of each: 7, again, 5, 63.
        1,      2,                                           // The third lies beside its area.
        0,      128, 255, 1,    0,    64,  0,    2};         // East, then north.
    const Bytes written = encodePostcodes(samples::postcodes());
    ASSERT_EQ(written.size(), std::size(golden));
    for (std::size_t i = 0; i < written.size(); ++i) EXPECT_EQ(std::to_integer<int>(written[i]), golden[i]) << i;
}

TEST(Postcodes, RefuseAnAreaThatTheAtlasDoesNotHave) {
    EXPECT_EQ(decodePostcodes(encodePostcodes(samples::postcodes()), 63).error().status, Status::BadIndex);
}

}  // namespace
}  // namespace dex
