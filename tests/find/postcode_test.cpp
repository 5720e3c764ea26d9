#include "find/postcode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/samples.h"

namespace dex {
namespace {

Gazetteer withOutwards(std::vector<std::string> codes) {
    std::sort(codes.begin(), codes.end());
    Gazetteer gazetteer;
    for (auto& code : codes) gazetteer.outwards.push_back({std::move(code), {}});
    return gazetteer;
}

// "SE15 4AA", "SE15 4" as far as it goes, "-" for none, "!" before one that the gazetteer has not.
std::string meant(std::string_view typed, const Gazetteer& gazetteer) {
    const auto found = postcodeMeant(typed, gazetteer);
    if (!found) return "-";
    std::string text = (found->outward ? "" : "!") + found->reading.outward;
    if (found->reading.inward) text += " " + inwardText(*found->reading.inward);
    return text + (found->reading.isPart ? " …" : "");
}

TEST(Outwards, ThatBeginWithWhatWasTyped) {
    const Gazetteer london = withOutwards({"E1", "E20", "EC1A", "EC1M", "EC2A", "KT1", "N1", "NW1", "SE1", "SE15",
                                           "SW10", "SW1A", "SW1Y", "W10", "W1A", "W1W", "W2", "WC1A", "WC2B"});
    const auto all = [&](std::string_view typed) {
        std::string codes;
        const auto [first, count] = outwardsThatBegin(typed, london);
        for (std::size_t i = first; i < first + count; ++i) codes += london.outwards[i].code + " ";
        return codes;
    };
    EXPECT_EQ(all("ec"), "EC1A EC1M EC2A ");
    EXPECT_EQ(all("EC1"), "EC1A EC1M ");
    EXPECT_EQ(all("sw1"), "SW10 SW1A SW1Y ") << "in order";
    EXPECT_EQ(all("W1"), "W10 W1A W1W ");
    EXPECT_EQ(all("wc 2"), "WC2B ");
    EXPECT_EQ(all("E"), "E1 E20 ") << "not EC1A: its letters are others";
    EXPECT_EQ(all("S"), "");
    EXPECT_EQ(all("Kt"), "KT1 ");
    EXPECT_EQ(all(""), "");
    EXPECT_EQ(all("hackney wick"), "");
}

TEST(Postcode, NumbersInwardCodesInOrderOfText) {
    std::string before;
    for (std::uint16_t number = 0; number < kInwardCodes; ++number) {
        const std::string text = inwardText(number);
        EXPECT_EQ(inwardNumber(text), number);
        EXPECT_LT(before, text);
        before = text;
    }
    for (const char* wrong : {"", "4A", "4AAA", "AAA", "4AC", "4IA", "44A", "4aa"})
        EXPECT_FALSE(inwardNumber(wrong)) << wrong;
}

TEST(Postcode, IsReadAsPeopleTypeIt) {
    const Gazetteer london = withOutwards({"SE15", "SE1", "E1", "E10", "W1A", "EC1A", "N1", "N11", "SW1A"});
    for (const char* typed : {"SE15 4AA", "se15 4aa", "SE154AA", "se154aa", "  Se15  4aA ", "SE15-4AA", "S E 1 5 4 A A",
                              "SE1 54AA", "SEI5 4AA", "SEl5 4AA",
                              "SE15\xc2\xa0"
                              "4AA",
                              "SE15.4AA"})
        EXPECT_EQ(meant(typed, london), "SE15 4AA") << typed;
    EXPECT_EQ(meant("W1A OAX", london), "W1A 0AX");
    EXPECT_EQ(meant("wia oax", london), "W1A 0AX");
    EXPECT_EQ(meant("EC1A 1BB", london), "EC1A 1BB");
    EXPECT_EQ(meant("ecia ibb", london), "EC1A 1BB");
    EXPECT_EQ(meant("e1o", london), "E10");
    EXPECT_EQ(meant("SWIA 1AA", london), "SW1A 1AA");
}

TEST(Postcode, IsReadWhileItIsTyped) {
    const Gazetteer london = withOutwards({"SE15", "SE1", "N1", "N11"});
    EXPECT_EQ(meant("s", london), "-");
    EXPECT_EQ(meant("se", london), "-");
    EXPECT_EQ(meant("se1", london), "SE1");
    EXPECT_EQ(meant("se15", london), "SE15");
    EXPECT_EQ(meant("se15 ", london), "SE15");
    EXPECT_EQ(meant("se15 4", london), "SE15 …");
    EXPECT_EQ(meant("se15 4a", london), "SE15 …");
    EXPECT_EQ(meant("se15 4aa", london), "SE15 4AA");
    EXPECT_EQ(meant("n11", london), "N11");
    EXPECT_EQ(meant("n1 1", london), "N1 …");
    EXPECT_EQ(meant("n11 1", london), "N11 …");
}

TEST(Postcode, OfAnotherPlaceIsKnownAsOne) {
    const Gazetteer london = withOutwards({"SE15"});
    EXPECT_EQ(meant("EH1 1YZ", london), "!EH1 1YZ");
    EXPECT_EQ(meant("M1", london), "!M1");
    EXPECT_EQ(meant("b33 8th", london), "!B33 8TH");
}

TEST(Postcode, NamesAreNone) {
    const Gazetteer london = withOutwards({"SE15", "N1", "E1"});
    for (const char* name : {"Soho", "Bow", "Peckham", "Oval", "Southwark 022B", "E01003987", "", "   ", "Ilford",
                             "Lee", "King's Cross", "caf\xc3\xa9", "1", "12", "!", "N1\xff"})
        EXPECT_EQ(meant(name, london), "-") << name;
}

// Whatever a postcode is, every way to type it is understood, and the way it is written is never taken for another.
TEST(Postcode, AnyOfAnyShapeComesBack) {
    samples::Random random(2026);
    const auto from = [&](std::string_view letters) {
        return letters[random.below(static_cast<std::uint32_t>(letters.size()))];
    };
    const std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", digits = "0123456789";
    for (int i = 0; i < 20000; ++i) {
        std::string outward{from(letters)};
        switch (random.below(6)) {
            case 0: outward += from(digits); break;
            case 1: outward = outward + from(digits) + from(digits); break;
            case 2: outward = outward + from(letters) + from(digits); break;
            case 3: outward = outward + from(letters) + from(digits) + from(digits); break;
            case 4: outward = outward + from(digits) + from("ABCDEFGHJKPSTUW"); break;
            default: outward = outward + from(letters) + from(digits) + from("ABEHMNPRVWXY"); break;
        }
        const auto inward = static_cast<std::uint16_t>(random.below(kInwardCodes));
        const Gazetteer only = withOutwards({outward});
        const std::string written = outward + " " + inwardText(inward);
        EXPECT_EQ(meant(written, only), written);

        std::string typed = random.below(2) ? outward + inwardText(inward) : written;
        for (char& c : typed) {
            if (random.below(2) && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        EXPECT_EQ(meant(typed, only), written) << typed;
        const auto readings = readPostcode(written);
        ASSERT_FALSE(readings.empty());
        EXPECT_EQ(readings[0].cost, 0u);
        EXPECT_EQ(readings[0].outward, outward);
        EXPECT_EQ(readings[0].inward, inward);
    }
}

// Any bytes at all: no more than a refusal, and never more than four characters of an outward code.
TEST(Postcode, AnyBytesAreTaken) {
    samples::Random random(7);
    const Gazetteer london = withOutwards({"SE15", "N1", "E1"});
    for (int i = 0; i < 20000; ++i) {
        std::string bytes;
        for (std::uint32_t n = random.below(12); n > 0; --n)
            bytes += static_cast<char>(random.below(random.below(2) ? 256 : 91));
        for (const auto& reading : readPostcode(bytes)) EXPECT_LE(reading.outward.size(), 4u);
        static_cast<void>(postcodeMeant(bytes, london));
    }
}

TEST(Postcode, IsFoundAmongThoseOfItsOutwardCode) {
    const Postcodes postcodes = samples::postcodes();
    ASSERT_NE(postcodeIn(postcodes, 1641), nullptr);
    EXPECT_EQ(postcodeIn(postcodes, 1641)->area, 5u);
    EXPECT_TRUE(postcodeIn(postcodes, 1641)->isBeside);
    EXPECT_EQ(postcodeIn(postcodes, 1642), nullptr);
}

TEST(Postcodes, HaveTheirPointsWithinTheirAreasBoxes) {
    const GridBox box{1000, 2000, 1200, 2100};
    const WorldBox world = toWorld(box, kAnchorBits);
    for (const auto& [x, y] : {std::pair{0.1, 0.9}, {0.5, 0.5}, {0.0, 1.0}, {0.998, 0.002}}) {
        Postcodes::One one;
        const WorldPoint point{world.minX + x * (world.maxX - world.minX), world.minY + y * (world.maxY - world.minY)};
        setPoint(one, point, box);
        EXPECT_NEAR(pointOf(one, box).x, point.x, (world.maxX - world.minX) / 256);
        EXPECT_NEAR(pointOf(one, box).y, point.y, (world.maxY - world.minY) / 256);
    }
    Postcodes::One beside;
    setPoint(beside, {world.maxX + 1, world.minY - 1}, box);
    EXPECT_NEAR(pointOf(beside, box).x, world.maxX, (world.maxX - world.minX) / 256);
    EXPECT_NEAR(pointOf(beside, box).y, world.minY, (world.maxY - world.minY) / 256);
}

}  // namespace
}  // namespace dex
