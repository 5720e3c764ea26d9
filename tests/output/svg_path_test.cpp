#include "output/svg_path.h"

#include <gtest/gtest.h>

#include "output/hatch_path.h"
#include "output/picture_size.h"
#include "output/xml_text.h"

namespace dex {
namespace {

constexpr PxRect kSquare{0, 0, 10, 10};

TEST(SvgNumber, HasNoMoreThanItNeeds) {
    EXPECT_EQ(svgNumber(0), "0");
    EXPECT_EQ(svgNumber(12.5), "12.5");
    EXPECT_EQ(svgNumber(-0.25), "-.25");
    EXPECT_EQ(svgNumber(3.004), "3");
    EXPECT_EQ(svgNumber(-0.001), "0");
}

TEST(SvgPath, GoesFromPointToPointWithoutDrift) {
    SvgPath path;
    path.add({{1, 1}, {1.333, 1}, {1.666, 1}, {2, 3.5}}, true);
    // A step of nothing is no step.
    path.add({{5, 5}, {5.001, 5}, {6, 4}}, false);
    EXPECT_EQ(path.text(), "M1 1l.33 0 .34 0 .33 2.5zM5 5l1-1");
}

TEST(SvgPath, BendsFromPointToPointWithoutDrift) {
    SvgPath path;
    path.moveTo({1, 1});
    path.curveTo({1.333, 1}, {1.666, 2}, {2.004, 2});
    path.curveTo({2.004, 3}, {1, 3.5}, {1, 3.333});
    path.lineTo({0, 3.333});
    path.close();
    EXPECT_EQ(path.text(), "M1 1c.33 0 .67 1 1 1 0 1-1 1.5-1 1.33l-1 0z");
}

TEST(RingWithin, CutsAtTheEdges) {
    EXPECT_EQ(ringWithin({{2, 2}, {4, 2}, {4, 4}}, kSquare).size(), 3u);
    EXPECT_TRUE(ringWithin({{12, 2}, {14, 2}, {14, 4}}, kSquare).empty());
    const auto cut = ringWithin({{5, 5}, {15, 5}, {15, 8}, {5, 8}}, kSquare);
    ASSERT_EQ(cut.size(), 4u);
    for (const PxPoint p : cut) EXPECT_LE(p.x, 10);
}

TEST(ChainWithin, LeavesPiecesWhereItGoesOutAndComesBack) {
    const auto pieces = chainWithin({{5, 5}, {15, 5}, {15, 8}, {5, 8}}, kSquare);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[0].back(), (PxPoint{10, 5}));
    EXPECT_EQ(pieces[1].front(), (PxPoint{10, 8}));
    EXPECT_TRUE(chainWithin({{12, 0}, {12, 9}}, kSquare).empty());
}

// How many lines a hatch has.
double linesIn(const std::vector<std::vector<PxPoint>>& rings, Hatch kind) {
    const std::string text = hatchPath(rings, kind, {{0, 0}, 2}).text();
    return static_cast<double>(std::count(text.begin(), text.end(), 'M'));
}

TEST(HatchPath, FillsWhatIsInsideOfTheRings) {
    const std::vector<PxPoint> outer{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, hole{{4, 4}, {6, 4}, {6, 6}, {4, 6}};
    EXPECT_EQ(linesIn({outer}, Hatch::None), 0);
    EXPECT_EQ(linesIn({outer}, Hatch::Across), 7);  // Every √2.
    EXPECT_GT(linesIn({outer, hole}, Hatch::Across), 7);
    EXPECT_EQ(linesIn({outer}, Hatch::Crossed), linesIn({outer}, Hatch::Rising) + linesIn({outer}, Hatch::Falling));
}

TEST(XmlText, KeepsWhatIsSaidAndNothingElse) {
    EXPECT_EQ(xmlText("Kensington & Chelsea <b> \"x\" 'y'"),
              "Kensington &amp; Chelsea &lt;b&gt; &quot;x&quot; &#39;y&#39;");
    EXPECT_EQ(fromXmlText(xmlText("a & <b> \"c\" 'd' &amp;")), "a & <b> \"c\" 'd' &amp;");
    EXPECT_EQ(xmlText(std::string("a\0b\x1b", 4)), "a\uFFFDb\uFFFD");
    EXPECT_EQ(xmlText("\xff\xfe"), "\uFFFD\uFFFD");
    EXPECT_EQ(xmlText("Bwrdeistref Môn\n"), "Bwrdeistref Môn ");
}

TEST(PictureSize, HasNamesAndSizesOfOnesOwn) {
    EXPECT_EQ(pictureSizeCalled("social")->width, 1200u);
    EXPECT_EQ(pictureSizeCalled("a4-portrait")->dpi, 300);
    EXPECT_EQ(pictureSizeCalled("800x600")->height, 600u);
    for (const char* text : {"", "800", "800x", "x600", "800x600px", "-800x600", "100x600", "8001x600", "letter"})
        EXPECT_FALSE(pictureSizeCalled(text)) << text;
    // Letters grow with the picture, and never shrink below their own size.
    EXPECT_GT(pictureSizeCalled("1920x1080")->pxPerUnit, pictureSizeCalled("social")->pxPerUnit);
    EXPECT_EQ(pictureSizeCalled("400x320")->pxPerUnit, 1);
}

}  // namespace
}  // namespace dex
