#include "text/measure.h"

#include <gtest/gtest.h>

#include "support/faces.h"

namespace dex {
namespace {

TEST(TakeCodePoint, ReadsUtf8) {
    std::string_view text = "aé€😀";
    EXPECT_EQ(takeCodePoint(text), U'a');
    EXPECT_EQ(takeCodePoint(text), U'é');
    EXPECT_EQ(takeCodePoint(text), U'€');
    EXPECT_EQ(takeCodePoint(text), U'😀');
    EXPECT_TRUE(text.empty());
}

TEST(TakeCodePoint, TakesOneByteOfWhatIsBroken) {
    std::string_view text =
        "\xE2\x82"
        "a";
    EXPECT_EQ(takeCodePoint(text), 0xFFFDu);
    EXPECT_EQ(takeCodePoint(text), 0xFFFDu);
    EXPECT_EQ(takeCodePoint(text), U'a');
}

TEST(TextWidth, IsTheSumOfAdvancesAndKerning) {
    DEX_FACE_OR_SKIP(face, "regular");
    EXPECT_EQ(textWidth(face, "", 16), 0);
    EXPECT_DOUBLE_EQ(textWidth(face, "00", 16), 2 * face.advance(U'0', 16) + face.kerning(U'0', U'0', 16));
    EXPECT_DOUBLE_EQ(textWidth(face, "AV", 16),
                     face.advance(U'A', 16) + face.kerning(U'A', U'V', 16) + face.advance(U'V', 16));
}

TEST(EachLetter, MovesThePenAsFarAsTheTextIsWide) {
    DEX_FACE_OR_SKIP(face, "regular");
    const std::string text = "AVé To";
    std::u32string letters;
    double last = 0;
    eachLetter(face, text, 16, 100, [&](char32_t letter, double pen) {
        letters += letter;
        last = pen;
    });
    EXPECT_EQ(letters, U"AVé To");
    EXPECT_NEAR(last + face.advance(U'o', 16), 100 + textWidth(face, text, 16), 1e-9);
}

TEST(BreakLines, CutsAtSpacesAndKeepsEveryWord) {
    DEX_FACE_OR_SKIP(face, "regular");
    const std::string text = "Affordability and devices stand out here.";
    const auto lines = breakLines(face, text, 15, 120);
    ASSERT_GT(lines.size(), 1u);
    std::string joined;
    for (const auto line : lines) {
        EXPECT_LE(textWidth(face, line, 15), 120);
        EXPECT_NE(line.front(), ' ');
        EXPECT_NE(line.back(), ' ');
        joined += (joined.empty() ? "" : " ") + std::string(line);
    }
    EXPECT_EQ(joined, text);
}

TEST(BreakLines, LetsAWordThatIsTooWideStandAlone) {
    DEX_FACE_OR_SKIP(face, "regular");
    const auto lines = breakLines(face, "a Llanfairpwllgwyngyll b", 15, 30);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[1], "Llanfairpwllgwyngyll");
}

TEST(BreakLines, KeepsTheBreaksThatAreGiven) {
    DEX_FACE_OR_SKIP(face, "regular");
    const auto lines = breakLines(face, "one\n\ntwo", 15, 500);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[1], "");
    EXPECT_EQ(breakLines(face, "", 15, 500).size(), 1u);
}

TEST(BreakLabel, MakesTwoEvenLinesWithTheAmpersandBelow) {
    DEX_FACE_OR_SKIP(face, "semibold");
    EXPECT_EQ(breakLabel(face, "Southwark", 13, 90), "Southwark");
    EXPECT_EQ(breakLabel(face, "Kensington & Chelsea", 13, 90), "Kensington\n& Chelsea");
    EXPECT_EQ(breakLabel(face, "Richmond upon Thames", 13, 90), "Richmond\nupon Thames");
    EXPECT_EQ(breakLabel(face, "Llanfairpwllgwyngyll", 13, 30), "Llanfairpwllgwyngyll");
}

TEST(Shorten, EndsInAnEllipsisThatFits) {
    DEX_FACE_OR_SKIP(face, "regular");
    EXPECT_EQ(shorten(face, "Barnet", 15, 200), "Barnet");
    const std::string shortened = shorten(face, "Hammersmith and Fulham", 15, 100);
    EXPECT_TRUE(shortened.ends_with("…"));
    EXPECT_LE(textWidth(face, shortened, 15), 100);
    EXPECT_EQ(shorten(face, "Hammersmith", 15, 1), "…");
}

TEST(TextSize, GrowsByALine) {
    DEX_FACE_OR_SKIP(face, "regular");
    const TextSize one = textSize(face, "Kensington", 13), two = textSize(face, "Kensington\n& Chelsea", 13);
    EXPECT_DOUBLE_EQ(two.height, 2 * one.height);
    EXPECT_DOUBLE_EQ(two.width, one.width);
}

}  // namespace
}  // namespace dex
