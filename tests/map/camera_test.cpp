#include "map/camera.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "map/tile_store.h"

namespace dex {
namespace {

constexpr WorldBox kHome{0.4980, 0.6640, 0.5020, 0.6670};  // About London.
constexpr PxRect kViewport{320, 84, 960, 704};

struct CameraTest : testing::Test {
    CameraTest() {
        camera.setViewport(kViewport, kViewport, 1);
        camera.setHome(kHome);
    }
    // The middle of the clear part stays within the atlas, the zoom within its bounds.
    void expectWithinBounds() const {
        const PxRect& clear = camera.clear();
        const WorldPoint middle = camera.toWorld(clear.x + clear.width / 2, clear.y + clear.height / 2);
        EXPECT_GE(middle.x, kHome.minX - 1e-9);
        EXPECT_LE(middle.x, kHome.maxX + 1e-9);
        EXPECT_GE(middle.y, kHome.minY - 1e-9);
        EXPECT_LE(middle.y, kHome.maxY + 1e-9);
        EXPECT_LE(camera.zoom(), Camera::kMaxZoom + 1e-9);
        EXPECT_GE((kHome.maxX - kHome.minX) * camera.sight().pxPerWorld, clear.width * 0.7);
    }
    Camera camera;
};

TEST_F(CameraTest, BeginsWithTheWholeFramed) {
    EXPECT_TRUE(camera.framed());
    const auto southWest = camera.toScreen({kHome.minX, kHome.minY}),
               northEast = camera.toScreen({kHome.maxX, kHome.maxY});
    EXPECT_GE(southWest.x, kViewport.x);
    EXPECT_LE(southWest.y, kViewport.y + kViewport.height);
    EXPECT_LE(northEast.x, kViewport.x + kViewport.width);
    EXPECT_GE(northEast.y, kViewport.y);
    EXPECT_NEAR((southWest.x + northEast.x) / 2, kViewport.x + kViewport.width / 2, 1e-6);
    EXPECT_FALSE(camera.moving());
}

TEST_F(CameraTest, FramesInTheClearPart) {
    const PxRect clear{320, 84, 500, 300};
    camera.setViewport(kViewport, clear, 1);
    camera.frame(kHome, Motion::Jump, 0);
    const auto middle = camera.toScreen({(kHome.minX + kHome.maxX) / 2, (kHome.minY + kHome.maxY) / 2});
    EXPECT_NEAR(middle.x, 570, 1e-6);
    EXPECT_NEAR(middle.y, 234, 1e-6);
}

TEST_F(CameraTest, FramesAgainWhenTheViewportChangesButNotForThePanelsAlone) {
    const WorldPoint before = camera.centre();
    camera.setViewport(kViewport, {320, 84, 600, 704}, 1);
    EXPECT_EQ(camera.centre(), before);
    camera.setViewport({0, 0, 400, 400}, {0, 0, 400, 400}, 2);
    EXPECT_TRUE(camera.framed());
    EXPECT_NEAR((kHome.maxX - kHome.minX) * camera.sight().pxPerWorld, 400 - 48, 1e-6);
    camera.zoomAbout(200, 200, 3);
    const double zoom = camera.zoom();
    camera.setViewport({0, 0, 500, 400}, {0, 0, 500, 400}, 2);
    EXPECT_EQ(camera.zoom(), zoom);
}

TEST_F(CameraTest, FitsAgainWhatIsFramedWhenAskedAndNothingElse) {
    const PxRect half{kViewport.x, kViewport.y, kViewport.width / 2, kViewport.height};
    camera.setViewport(kViewport, half, 1);
    camera.refit();
    EXPECT_LE(camera.toScreen({kHome.maxX, kHome.minY}).x, half.x + half.width + 1e-6);
    camera.panBy(40, 0);
    const Sight moved = camera.sight();
    camera.setViewport(kViewport, kViewport, 1);
    camera.refit();
    EXPECT_EQ(camera.sight(), moved) << "the reader has moved it";
}

TEST_F(CameraTest, ScreenAndWorldAreInverse) {
    camera.jumpTo({0.4999, 0.6655}, 12.3);
    const WorldPoint world = camera.toWorld(417, 333);
    const auto px = camera.toScreen(world);
    EXPECT_NEAR(px.x, 417, 1e-6);
    EXPECT_NEAR(px.y, 333, 1e-6);
    EXPECT_GT(camera.toWorld(417, 300).y, world.y) << "north is up";
}

TEST_F(CameraTest, KeepsThePointUnderThePointerWhileItZooms) {
    camera.jumpTo({0.5, 0.6655}, 11);
    const WorldPoint under = camera.toWorld(500, 300);
    camera.zoomAbout(500, 300, 1.7);
    EXPECT_NEAR(camera.toScreen(under).x, 500, 1e-6);
    EXPECT_NEAR(camera.toScreen(under).y, 300, 1e-6);
    camera.easeZoom(700, 400, 1, 1000);
    const WorldPoint other = camera.toWorld(700, 400);
    const double zoom = camera.zoom();
    for (double now = 1000; camera.advance(now); now += 16) {
        EXPECT_NEAR(camera.toScreen(other).x, 700, 1e-4);
        EXPECT_NEAR(camera.toScreen(other).y, 400, 1e-4);
    }
    EXPECT_NEAR(camera.zoom(), zoom + 1, 1e-9);
}

TEST_F(CameraTest, CountsFurtherStepsFromTheGoal) {
    camera.jumpTo({0.5, 0.6655}, 11);
    camera.easeZoom(800, 400, 0.5, 0);
    camera.advance(50);
    camera.easeZoom(800, 400, 0.5, 50);
    camera.advance(100);
    camera.easeZoom(800, 400, 0.5, 100);
    EXPECT_FALSE(camera.advance(301));
    EXPECT_NEAR(camera.zoom(), 12.5, 1e-9);
}

TEST_F(CameraTest, EasesForAtMostAFifthOfASecond) {
    camera.frame({0.4998, 0.6650, 0.5002, 0.6653}, Motion::Ease, 1000);
    EXPECT_TRUE(camera.advance(1000));
    EXPECT_TRUE(camera.advance(1199));
    EXPECT_FALSE(camera.advance(1200));
    EXPECT_TRUE(camera.framed());
}

TEST_F(CameraTest, JumpsUnderReducedMotion) {
    camera.setReducedMotion(true);
    camera.easeZoom(800, 400, 2, 0);
    EXPECT_FALSE(camera.moving());
    camera.fling(1, 1, 0);
    EXPECT_FALSE(camera.moving());
    camera.setReducedMotion(false);
    const double zoom = camera.zoom();
    camera.easeZoom(800, 400, 1, 0);
    camera.setReducedMotion(true);
    EXPECT_FALSE(camera.moving());
    EXPECT_NEAR(camera.zoom(), zoom + 1, 1e-9);
}

TEST_F(CameraTest, GlidesToAHaltAfterAFlick) {
    camera.jumpTo({0.5, 0.6655}, 13);
    const WorldPoint before = camera.centre();
    camera.fling(-1, 0, 0);
    double now = 0;
    double step = std::numeric_limits<double>::infinity(), last = before.x;
    while (camera.advance(now += 16)) {
        EXPECT_LT(camera.centre().x - last, step);
        step = camera.centre().x - last;
        last = camera.centre().x;
    }
    EXPECT_LT(now, 1000);
    EXPECT_NEAR((camera.centre().x - before.x) * camera.sight().pxPerWorld, 160, 5);
    EXPECT_EQ(camera.centre().y, before.y);
}

TEST_F(CameraTest, StopsGlidingAtTheEdge) {
    camera.jumpTo({kHome.minX, 0.6655}, 13);
    camera.fling(2, 0, 0);
    EXPECT_FALSE(camera.advance(16));
    expectWithinBounds();
}

TEST_F(CameraTest, NeverGetsLost) {
    std::mt19937 random(3);
    const auto some = [&](double reach) { return (static_cast<double>(random() % 20001) / 10000 - 1) * reach; };
    double now = 0;
    for (int i = 0; i < 3000; ++i) {
        switch (random() % 7) {
            case 0: camera.panBy(some(3000), some(3000)); break;
            case 1: camera.zoomAbout(800 + some(400), 400 + some(300), std::exp(some(3))); break;
            case 2: camera.easeZoom(800 + some(400), 400 + some(300), some(3), now); break;
            case 3: camera.easePan(some(2000), some(2000), now); break;
            case 4: camera.fling(some(4), some(4), now); break;
            case 5: camera.jumpTo({some(2), some(2)}, some(40)); break;
            case 6:
                camera.show({0.4999 + some(0.01), 0.6650, 0.5002 + some(0.01), 0.6653}, camera.clear(), Motion::Ease,
                            now);
                break;
        }
        now += 1 + static_cast<double>(random() % 120);
        camera.advance(now);
        expectWithinBounds();
    }
}

TEST_F(CameraTest, SurvivesNumbersThatAreNone) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    camera.jumpTo({kNan, kNan}, kNan);
    expectWithinBounds();
    camera.jumpTo({0.5, 0.6655}, 1e308);
    expectWithinBounds();
    camera.setViewport({0, 0, 0, 0}, {0, 0, 0, 0}, 0);
    EXPECT_TRUE(std::isfinite(camera.zoom()));
    EXPECT_EQ(camera.sight().devicePixelRatio, 1);
}

TEST_F(CameraTest, ZoomsNoFurtherThanItsBounds) {
    camera.zoomAbout(800, 400, 1e-9);
    const double farthest = camera.zoom();
    camera.zoomAbout(800, 400, 0.5);
    EXPECT_EQ(camera.zoom(), farthest);
    camera.zoomAbout(800, 400, 1e9);
    EXPECT_NEAR(camera.zoom(), Camera::kMaxZoom, 1e-9);
}

TEST_F(CameraTest, GoesWhereItWasSentBeforeTheAtlasWasOpen) {
    Camera early;
    early.setViewport(kViewport, kViewport, 1);
    early.jumpTo({0.4995, 0.6650}, 13);
    early.setHome(kHome);
    EXPECT_FALSE(early.framed());
    EXPECT_NEAR(early.zoom(), 13, 1e-9);
    EXPECT_NEAR(early.centre().x, 0.4995, 1e-9);
}

TEST_F(CameraTest, ShowsWithTheSmallestMove) {
    camera.jumpTo({0.5, 0.6655}, 13);
    const Sight before = camera.sight();
    const WorldPoint inside = camera.toWorld(700, 400);
    camera.show({inside.x, inside.y, inside.x, inside.y}, camera.clear(), Motion::Jump, 0);
    EXPECT_EQ(camera.sight(), before) << "in sight already";
    const WorldPoint west = camera.toWorld(220, 400);
    camera.show({west.x, west.y, west.x, west.y}, camera.clear(), Motion::Jump, 0);
    EXPECT_NEAR(camera.toScreen(west).x, kViewport.x, 1e-6);
    EXPECT_NEAR(camera.toScreen(west).y, 400, 1e-6);
}

TEST_F(CameraTest, ZoomsOutOnlyAsFarAsWhatIsShownNeeds) {
    const WorldBox box{0.4990, 0.6650, 0.4996, 0.6653};
    for (const PxRect& part : {PxRect{330, 90, 500, 600}, PxRect{900, 84, 200, 90}}) {
        camera.jumpTo({0.5005, 0.6660}, 16);
        camera.show(box, part, Motion::Jump, 0);
        const auto northWest = camera.toScreen({box.minX, box.maxY}), southEast = camera.toScreen({box.maxX, box.minY});
        EXPECT_GE(northWest.x, part.x - 1);
        EXPECT_GE(northWest.y, part.y - 1);
        EXPECT_LE(southEast.x, part.x + part.width + 1);
        EXPECT_LE(southEast.y, part.y + part.height + 1);
        EXPECT_NEAR(std::min(part.width - southEast.x + northWest.x, part.height - southEast.y + northWest.y), 0, 1);
        const Sight shown = camera.sight();
        EXPECT_TRUE(camera.shows(box, part));
        camera.show(box, part, Motion::Ease, 0);
        EXPECT_EQ(camera.sight(), shown);
        EXPECT_FALSE(camera.moving());
    }
}

TEST_F(CameraTest, EasesToWhatItShows) {
    camera.jumpTo({0.5005, 0.6660}, 14);
    const WorldBox box{0.4990, 0.6650, 0.4991, 0.6651};
    camera.show(box, camera.clear(), Motion::Ease, 1000);
    EXPECT_TRUE(camera.moving());
    EXPECT_TRUE(camera.shows(box, camera.clear())) << "once it has arrived";
    camera.advance(1000 + Camera::kEaseMs);
    EXPECT_TRUE(camera.shows(box, camera.clear()));
    EXPECT_FALSE(camera.framed());
}

}  // namespace
}  // namespace dex
