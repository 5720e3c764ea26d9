#include "output/outlined_names.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/faces.h"

namespace dex {
namespace {

constexpr PxRect kMap{0, 0, 352, 180};

OutlinedArea areaAt(const std::string& name, const PxRect& box) {
    return {name, box, {box.x + box.width / 2, box.y + box.height / 2}};
}

bool isClear(const PxRect& a, const PxRect& b) {
    return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

TEST(OutlinedNames, StandWithinTheirAreasWhereThereIsRoomAndBesideThemElsewhere) {
    DEX_FACE_OR_SKIP(face, "semibold");
    const std::vector<OutlinedArea> areas{areaAt("Southwark", {20, 20, 120, 120}), areaAt("Barnet", {300, 90, 8, 8})};
    const auto names = placeNames(areas, face, kMap, {});
    ASSERT_EQ(names.size(), 2u);
    EXPECT_EQ(names[0].label.text, "Barnet") << "small areas first";
    EXPECT_TRUE(isClear(names[0].rect, areas[1].box));
    EXPECT_EQ(names[1].label.x, 80);
    EXPECT_EQ(names[1].label.y, 80);
}

TEST(OutlinedNames, TouchNothingAndStayOnTheMap) {
    DEX_FACE_OR_SKIP(face, "semibold");
    // One in another, and two at the edges.
    const std::vector<OutlinedArea> areas{areaAt("Southwark", {100, 20, 120, 140}),
                                          areaAt("Peckham", {150, 80, 14, 14}),
                                          areaAt("Peckham North", {148, 76, 6, 6}), areaAt("Rye Lane", {344, 0, 8, 6})};
    const PxRect scale{0, 150, 80, 30};
    const auto names = placeNames(areas, face, kMap, std::vector{scale});
    ASSERT_EQ(names.size(), 4u);
    for (const OutlinedName& one : names) {
        EXPECT_TRUE(isClear(one.rect, scale)) << one.label.text;
        EXPECT_GE(one.rect.x, 0);
        EXPECT_GE(one.rect.y, 0);
        EXPECT_LE(one.rect.x + one.rect.width, kMap.width);
        EXPECT_LE(one.rect.y + one.rect.height, kMap.height);
        for (const OutlinedName& other : names) EXPECT_TRUE(&one == &other || isClear(one.rect, other.rect));
    }
}

TEST(OutlinedNames, StandOnNoOtherAreaAndAreNumbersWhereOnlyThatIsLeft) {
    DEX_FACE_OR_SKIP(face, "semibold");
    // A large area all round a small one, and two that fill the map from top to bottom.
    const std::vector<OutlinedArea> inside{areaAt("Southwark", {60, 10, 240, 160}),
                                           areaAt("Peckham", {150, 60, 60, 60})};
    const auto named = placeNames(inside, face, kMap, {});
    ASSERT_EQ(named.size(), 2u);
    for (const OutlinedName& one : named) EXPECT_FALSE(one.isNumber);
    EXPECT_EQ(named[1].area, 0u);
    EXPECT_TRUE(isClear(named[1].rect, inside[1].box)) << "the larger one's is not on the smaller";
    const std::vector<OutlinedArea> wide{areaAt("South Bermondsey East", {0, 0, 20, 180}),
                                         areaAt("Southwark", {20, 0, 332, 180})};
    const auto numbered = placeNames(wide, face, kMap, {});
    ASSERT_EQ(numbered.size(), 2u);
    EXPECT_EQ(numbered[0].label.text, "1");
    EXPECT_TRUE(numbered[0].isNumber);
    for (const OutlinedName& one : numbered) {
        EXPECT_TRUE(isClear(one.rect, wide[1 - one.area].box)) << one.label.text;
    }
}

TEST(OutlinedNames, AreInFullWhereTheyAreAlikeWithoutTheirBrackets) {
    DEX_FACE_OR_SKIP(face, "semibold");
    const PxRect left{10, 40, 150, 100}, right{190, 40, 150, 100};
    const auto textsOf = [&](const char* one, const char* other) {
        std::string texts;
        for (const OutlinedName& name :
             placeNames(std::vector{areaAt(one, left), areaAt(other, right)}, face, kMap, {}))
            texts += name.label.text + ';';
        std::replace(texts.begin(), texts.end(), '\n', ' ');
        return texts;
    };
    EXPECT_EQ(textsOf("Peckham (Southwark 018A)", "Nunhead (Southwark 020C)"), "Peckham;Nunhead;");
    EXPECT_EQ(textsOf("Peckham (Southwark 018A)", "Peckham (Southwark 018B)"),
              "Peckham (Southwark 018A);Peckham (Southwark 018B);");
}

TEST(OutlinedNames, AreLeftOutWhereThereIsNoRoom) {
    DEX_FACE_OR_SKIP(face, "semibold");
    EXPECT_TRUE(
        placeNames(std::vector{areaAt("Southwark", {20, 20, 120, 120})}, face, kMap, std::vector{kMap}).empty());
}

}  // namespace
}  // namespace dex
