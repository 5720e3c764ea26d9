#include "ui/layout.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>

namespace dex {
namespace {

LayoutInput canvas(double width, double height, double textScale = 1) {
    LayoutInput input;
    input.width = width;
    input.height = height;
    input.textScale = textScale;
    input.headHeight = 84 * textScale;
    return input;
}

TEST(Layout, ChoosesTheShapeByWidthAndHeight) {
    EXPECT_EQ(shapeOf(900, 800), Shape::Wide);
    EXPECT_EQ(shapeOf(899, 800), Shape::Middle);
    EXPECT_EQ(shapeOf(600, 800), Shape::Middle);
    EXPECT_EQ(shapeOf(599, 800), Shape::Narrow);
    EXPECT_EQ(shapeOf(1280, 320), Shape::Small);
    EXPECT_EQ(shapeOf(1280, 321), Shape::Wide);
    EXPECT_EQ(shapeOf(400, 479), Shape::Small);
    EXPECT_EQ(shapeOf(400, 480), Shape::Narrow);
    EXPECT_EQ(shapeOf(401, 479), Shape::Narrow);
    EXPECT_EQ(shapeOf(1280, 800, control::kAll & ~control::kChoices), Shape::Small);
}

TEST(Layout, NamesEachOfItsRectanglesOnce) {
    Layout layout;
    std::set<const PxRect*> rects;
    forEachRect(layout, [&](PxRect& rect) {
        rect.x += 1;
        rects.insert(&rect);
        EXPECT_EQ(rect.x, 1);
    });
    EXPECT_EQ(rects.size(), (sizeof(Layout) - offsetof(Layout, canvas)) / sizeof(PxRect));
}

TEST(Layout, GivesLargeTextTheShapeOfTheRoomThatIsLeft) {
    EXPECT_EQ(layOut(canvas(1280, 1600, 2)).shape, Shape::Middle);
    EXPECT_EQ(layOut(canvas(1280, 1600, 1)).shape, Shape::Wide);
}

TEST(Layout, CoversTheCanvasWithoutOverlap) {
    const Layout wide = layOut(canvas(1280, 820));
    EXPECT_EQ(wide.panel, (PxRect{0, 84, 320, 736}));
    EXPECT_EQ(wide.map, (PxRect{320, 84, 960, 692}));
    EXPECT_EQ(wide.foot, (PxRect{320, 776, 960, 44}));
    const Layout small = layOut(canvas(400, 320));
    EXPECT_EQ(small.map.y + small.map.height, small.legend.y);
    EXPECT_EQ(small.legend.y + small.legend.height, small.foot.y);
    EXPECT_EQ(small.foot.y + small.foot.height, 320);
}

bool overlaps(const PxRect& a, const PxRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

TEST(Layout, LeavesTheCardsPlaceOutOfWhatIsClear) {
    LayoutInput input = canvas(1280, 820);
    input.hasCard = true;
    const Layout layout = layOut(input);
    EXPECT_EQ(layout.map.width, 960);
    EXPECT_EQ(layout.clear.width, 960 - 362 - 16);
    EXPECT_EQ(layout.card, (PxRect{902, 100, 362, 660}));
}

TEST(Layout, KeepsMapInSightBesideEveryCard) {
    for (const double width : {250.0, 320.0, 400.0, 640.0, 700.0, 899.0, 900.0, 1280.0}) {
        for (const double height : {200.0, 300.0, 420.0, 600.0, 900.0}) {
            for (const double card : {0.0, 500.0, 900.0}) {
                for (const bool isOpen : {false, true}) {
                    LayoutInput input = canvas(width, height);
                    input.hasCard = input.hasBanner = true;
                    input.panelOpen = isOpen;
                    input.cardWidth = card;
                    input.messagesHeight = 90;
                    const Layout at = layOut(input);
                    EXPECT_FALSE(overlaps(at.clear, at.card)) << width << " x " << height;
                    EXPECT_FALSE(overlaps(at.panel, at.card)) << width << " x " << height;
                    EXPECT_FALSE(overlaps(at.banner, at.card)) << width << " x " << height;
                    if (at.card.width > 0 && at.shape != Shape::Small) {
                        EXPECT_GE(at.clear.width, 200) << width << " x " << height;
                        EXPECT_GE(at.clear.height, 72) << width << " x " << height;
                    }
                }
            }
        }
    }
}

TEST(Layout, KeepsHeadlineAndLegendInSightOfAFullSheet) {
    LayoutInput input = canvas(390, 844);
    const double full = sheetHeightOf(layOut(input), Sheet::Full, 1);
    input.sheetHeight = full;
    const Layout layout = layOut(input);
    EXPECT_GE(layout.legend.y, layout.head.height + 44);
    EXPECT_EQ(layout.sheet.y, layout.legend.y + layout.legend.height);
    // Words that grow, a banner and a legend of names come without a control of the sheet moving.
    input.headHeight = 150;
    input.hasBanner = true;
    input.namedClasses = 5;
    const Layout fuller = layOut(input);
    EXPECT_EQ(sheetHeightOf(fuller, Sheet::Full, 1), full);
    EXPECT_GE(fuller.legend.y, fuller.banner.y + fuller.banner.height);
}

TEST(Layout, PushesWhatIsClearBelowMessages) {
    LayoutInput input = canvas(1280, 820);
    input.messagesHeight = 84;
    EXPECT_EQ(layOut(input).clear, (PxRect{320, 168, 960, 608}));
    EXPECT_EQ(layOut(input).map.y, 84) << "the map stays where it is";
}

TEST(Layout, KeepsWhatIsClearBelowTheBanner) {
    for (const double width : {1280.0, 768.0, 390.0}) {
        LayoutInput input = canvas(width, 820);
        const Layout without = layOut(input);
        input.hasBanner = true;
        const Layout with = layOut(input);
        EXPECT_EQ(with.map, without.map) << "the map stays where it is";
        EXPECT_EQ(with.banner.height, 44);
        EXPECT_EQ(with.clear.y, without.clear.y + 44);
        EXPECT_EQ(with.bareMap().y, with.map.y + 44);
    }
}

TEST(Layout, LeavesRoomForSearchAndSharingInTheHead) {
    const Layout wide = layOut(canvas(1280, 820));
    EXPECT_EQ(wide.share, (PxRect{1172, 24, 88, 44}));
    EXPECT_EQ(wide.find, (PxRect{904, 24, 260, 44}));
    const Layout middle = layOut(canvas(760, 700));
    EXPECT_EQ(middle.share, (PxRect{556, 24, 88, 44}));  // Beside the panel's button.
    EXPECT_EQ(middle.find, (PxRect{504, 24, 44, 44}));
    LayoutInput narrow = canvas(390, 844);
    narrow.headHeight = 152;
    EXPECT_EQ(layOut(narrow).share, (PxRect{286, 100, 88, 44}));
    EXPECT_EQ(layOut(narrow).find, (PxRect{16, 100, 262, 44}));
    EXPECT_EQ(layOut(canvas(390, 500)).find, (PxRect{330, 16, 44, 44}));
    EXPECT_EQ(layOut(canvas(390, 500)).share, PxRect{});
    EXPECT_EQ(layOut(canvas(380, 300)).find, PxRect{});
    EXPECT_EQ(layOut(canvas(380, 300)).share, PxRect{});
    EXPECT_EQ(layOut(canvas(2560, 1640, 2)).find, (PxRect{1808, 48, 520, 88}));
}

TEST(Layout, LeavesNoRoomForWhatTheHostDoesNotWant) {
    LayoutInput input = canvas(1280, 820);
    input.controls = control::kAll & ~control::kFind;
    EXPECT_EQ(layOut(input).find, PxRect{});
    EXPECT_EQ(layOut(input).share, (PxRect{1172, 24, 88, 44}));
    input.controls = control::kAll & ~control::kShare;
    EXPECT_EQ(layOut(input).share, PxRect{});
    EXPECT_EQ(layOut(input).find, (PxRect{1000, 24, 260, 44}));
    EXPECT_FALSE(headToolsOf(Shape::Narrow, 390, 844, control::kChoices).isBelow);
    EXPECT_TRUE(headToolsOf(Shape::Narrow, 390, 844, control::kShare).isBelow);
}

TEST(Layout, HasAButtonForEachThingToTakeAlongWhereThereIsRoom) {
    const Layout wide = layOut(canvas(1440, 820)), usual = layOut(canvas(1280, 820));
    EXPECT_EQ(wide.data, (PxRect{1340, 24, 80, 44}));
    EXPECT_EQ(wide.picture, (PxRect{1232, 24, 100, 44}));
    EXPECT_EQ(wide.share, (PxRect{1136, 24, 88, 44}));
    EXPECT_EQ(usual.picture, PxRect{});
    EXPECT_EQ(usual.data, PxRect{});
}

TEST(Layout, HasNoNegativeRectangles) {
    for (const double width : {1.0, 100.0, 390.0, 700.0, 1280.0}) {
        for (const double height : {1.0, 90.0, 320.0, 500.0}) {
            LayoutInput input = canvas(width, height, 1.5);
            input.hasCard = input.panelOpen = input.hasBanner = true;
            input.sheetHeight = 400;
            const Layout at = layOut(input);
            for (const PxRect& rect : {at.canvas, at.head, at.find, at.share, at.panel, at.map, at.clear, at.legend,
                                       at.foot, at.sheet, at.banner, at.bareMap()}) {
                EXPECT_GE(rect.width, 0) << width << " x " << height;
                EXPECT_GE(rect.height, 0) << width << " x " << height;
            }
        }
    }
}

}  // namespace
}  // namespace dex
