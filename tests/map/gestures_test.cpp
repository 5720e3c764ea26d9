#include "map/gestures.h"

#include <gtest/gtest.h>

#include <random>

namespace dex {
namespace {

constexpr WorldBox kWholeMap{0.4980, 0.6640, 0.5020, 0.6670};

struct GesturesTest : testing::Test {
    GesturesTest() {
        camera.setViewport({0, 0, 800, 600}, {0, 0, 800, 600}, 1);
        camera.setHome(kWholeMap);
        camera.jumpTo({0.5, 0.6655}, 13);
        start = camera.sight();
    }
    void send(PointerPhase phase, double x, double y, InputKind kind = InputKind::Mouse, std::uint32_t id = 1) {
        const bool pressed = phase == PointerPhase::Down || (phase == PointerPhase::Move && down);
        if (phase == PointerPhase::Down) down = true;
        if (phase == PointerPhase::Up || phase == PointerPhase::Cancel) down = false;
        gestures.pointer({phase, kind, id, x, y, pressed ? 1u : 0u, 0}, now);
    }
    void touch(PointerPhase phase, double x, double y, std::uint32_t id = 1) {
        send(phase, x, y, InputKind::Touch, id);
    }
    void tap(double x, double y, InputKind kind = InputKind::Mouse) {
        send(PointerPhase::Down, x, y, kind);
        now += 40;
        send(PointerPhase::Up, x, y, kind);
    }
    void settle() {
        while (camera.advance(now += 16)) {
        }
    }
    // How far the contents have moved to the right and down, in css px of the start.
    double movedX() const { return (start.centre.x - camera.centre().x) * start.pxPerWorld; }
    double movedY() const { return (camera.centre().y - start.centre.y) * start.pxPerWorld; }
    std::vector<IntentKind> kinds() {
        std::vector<IntentKind> result;
        for (const Intent& intent : gestures.takeIntents()) result.push_back(intent.kind);
        return result;
    }

    using Kinds = std::vector<IntentKind>;
    Camera camera;
    Gestures gestures{camera};
    Sight start;
    double now = 1000;
    bool down = false;
};

TEST_F(GesturesTest, ATapIsATapDespiteATremblingHand) {
    send(PointerPhase::Down, 300, 200);
    send(PointerPhase::Move, 302, 201);
    send(PointerPhase::Up, 302, 201);
    const auto intents = gestures.takeIntents();
    ASSERT_EQ(intents.size(), 1u);
    EXPECT_EQ(intents[0].kind, IntentKind::Tap);
    EXPECT_EQ(intents[0].x, 302);
    EXPECT_EQ(camera.sight(), start);
    EXPECT_TRUE(gestures.takeIntents().empty());
}

TEST_F(GesturesTest, AFingerMayStrayFurtherThanAMouse) {
    gestures.setOwnPage(true);
    touch(PointerPhase::Down, 300, 200);
    touch(PointerPhase::Move, 308, 203);
    touch(PointerPhase::Up, 308, 203);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap}));
    now += 1000;
    send(PointerPhase::Down, 300, 200);
    send(PointerPhase::Move, 308, 203);
    now += 500;
    send(PointerPhase::Up, 308, 203);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Leave, IntentKind::Hover}));
}

TEST_F(GesturesTest, ADragKeepsTheMapUnderThePointer) {
    send(PointerPhase::Down, 300, 200);
    for (int i = 1; i <= 10; ++i) {
        now += 16;
        send(PointerPhase::Move, 300 + 5 * i, 200 - 3 * i);
    }
    EXPECT_TRUE(gestures.dragging());
    EXPECT_NEAR(movedX(), 50, 1e-6);
    EXPECT_NEAR(movedY(), -30, 1e-6);
    now += 300;
    send(PointerPhase::Up, 350, 170);
    EXPECT_FALSE(gestures.dragging());
    EXPECT_FALSE(camera.moving()) << "the pointer rested before it left";
    EXPECT_FALSE(camera.framed());
}

TEST_F(GesturesTest, AFlickGlidesOn) {
    send(PointerPhase::Down, 300, 200);
    for (int i = 1; i <= 6; ++i) {
        now += 16;
        send(PointerPhase::Move, 300 + 16 * i, 200);
    }
    now += 8;
    send(PointerPhase::Up, 396, 200);
    EXPECT_TRUE(camera.moving());
    settle();
    EXPECT_NEAR(movedX(), 96 + 160, 12);
    EXPECT_NEAR(movedY(), 0, 1e-6);
}

TEST_F(GesturesTest, APressStopsTheGlide) {
    camera.fling(2, 0, now);
    camera.advance(now + 10);
    send(PointerPhase::Down, 300, 200);
    EXPECT_FALSE(camera.moving());
}

TEST_F(GesturesTest, SeveralMovesInOneFrameFlickNothingOdd) {
    send(PointerPhase::Down, 300, 200);
    for (int i = 1; i <= 50; ++i) send(PointerPhase::Move, 300 + 10 * i, 200);
    send(PointerPhase::Up, 800, 200);
    EXPECT_FALSE(camera.moving());
    EXPECT_NEAR(movedX(), 500, 1e-6);
}

TEST_F(GesturesTest, ADoubleTapZoomsAtThePoint) {
    const WorldPoint under = camera.toWorld(500, 150);
    tap(500, 150);
    now += 100;
    tap(503, 152);
    settle();
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap}));
    EXPECT_NEAR(camera.zoom(), 14, 1e-9);
    EXPECT_NEAR(camera.toScreen(under).x, 500, 4);
    // A third is a first again.
    now += 100;
    tap(503, 152);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap}));
}

TEST_F(GesturesTest, TwoTapsFarApartInTimeOrPlaceAreTwo) {
    tap(500, 150);
    now += 500;
    tap(500, 150);
    now += 100;
    tap(600, 150);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap, IntentKind::Tap, IntentKind::Tap}));
    EXPECT_FALSE(camera.moving());
}

TEST_F(GesturesTest, TwoFingersZoomAndPanWithNorthUp) {
    touch(PointerPhase::Down, 300, 300, 1);
    touch(PointerPhase::Down, 500, 300, 2);
    const WorldPoint middle = camera.toWorld(400, 300);
    touch(PointerPhase::Move, 250, 320, 1);
    touch(PointerPhase::Move, 650, 320, 2);
    EXPECT_NEAR(camera.zoom(), 14, 1e-3) << "twice the distance";
    EXPECT_NEAR(camera.toScreen(middle).x, 450, 1e-6);
    EXPECT_NEAR(camera.toScreen(middle).y, 320, 1e-6);
    touch(PointerPhase::Up, 250, 320, 1);
    touch(PointerPhase::Up, 650, 320, 2);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Leave})) << "no tap";
    EXPECT_FALSE(gestures.inUse()) << "two fingers work without it";
}

TEST_F(GesturesTest, TheFingerThatStaysGoesOnPanning) {
    gestures.setOwnPage(true);
    touch(PointerPhase::Down, 300, 300, 1);
    touch(PointerPhase::Down, 500, 300, 2);
    touch(PointerPhase::Up, 300, 300, 1);
    const WorldPoint under = camera.toWorld(500, 300);
    now += 16;
    touch(PointerPhase::Move, 520, 310, 2);
    EXPECT_NEAR(camera.toScreen(under).x, 520, 1e-6);
    now += 400;
    touch(PointerPhase::Up, 520, 310, 2);
    EXPECT_FALSE(camera.moving());
}

TEST_F(GesturesTest, AThirdFingerEndsThePinchWithoutAJump) {
    touch(PointerPhase::Down, 300, 300, 1);
    touch(PointerPhase::Down, 500, 300, 2);
    touch(PointerPhase::Down, 700, 500, 3);
    const Sight before = camera.sight();
    touch(PointerPhase::Move, 710, 510, 3);
    EXPECT_EQ(camera.sight(), before);
    touch(PointerPhase::Up, 710, 510, 3);
    touch(PointerPhase::Move, 310, 300, 1);
    EXPECT_TRUE(gestures.dragging());
}

TEST_F(GesturesTest, FingersThatNearlyMeetDoNotThrowTheZoom) {
    touch(PointerPhase::Down, 400, 300, 1);
    touch(PointerPhase::Down, 401, 300, 2);
    touch(PointerPhase::Move, 600, 300, 2);
    EXPECT_NEAR(camera.zoom(), 13, 1e-9);
}

TEST_F(GesturesTest, CancelEndsWithoutTapOrFlick) {
    gestures.setOwnPage(true);
    touch(PointerPhase::Down, 300, 300);
    touch(PointerPhase::Cancel, 300, 300);
    EXPECT_TRUE(kinds().empty());
    touch(PointerPhase::Down, 300, 300);
    for (int i = 1; i < 6; ++i) {
        now += 16;
        touch(PointerPhase::Move, 300 + 20 * i, 300);
    }
    touch(PointerPhase::Cancel, 400, 300);
    EXPECT_FALSE(camera.moving());
    EXPECT_FALSE(gestures.dragging());
    touch(PointerPhase::Up, 400, 300);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Leave}));
}

TEST_F(GesturesTest, NoticesAnUpThatWasLost) {
    send(PointerPhase::Down, 300, 200);
    send(PointerPhase::Move, 340, 200);
    gestures.pointer({PointerPhase::Move, InputKind::Mouse, 1, 500, 200, 0, 0}, now);
    EXPECT_FALSE(gestures.dragging());
    EXPECT_NEAR(movedX(), 40, 1e-6);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Leave, IntentKind::Hover}));
    send(PointerPhase::Down, 300, 200);
    send(PointerPhase::Down, 310, 200);
    send(PointerPhase::Up, 310, 200);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap}));
}

TEST_F(GesturesTest, OtherMouseButtonsDoNothing) {
    gestures.pointer({PointerPhase::Down, InputKind::Mouse, 1, 300, 200, 2, 0}, now);
    gestures.pointer({PointerPhase::Up, InputKind::Mouse, 1, 300, 200, 0, 0}, now);
    EXPECT_TRUE(kinds().empty());
}

TEST_F(GesturesTest, HoverKeepsTheNewestAndFingersDoNotHover) {
    send(PointerPhase::Move, 10, 10);
    send(PointerPhase::Move, 20, 20);
    send(PointerPhase::Move, 30, 30, InputKind::Pen);
    touch(PointerPhase::Move, 40, 40);
    const auto intents = gestures.takeIntents();
    ASSERT_EQ(intents.size(), 1u);
    EXPECT_EQ(intents[0], (Intent{IntentKind::Hover, 30, 30}));
    send(PointerPhase::Leave, 30, 30);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Leave}));
}

TEST_F(GesturesTest, OnSomebodysPageOneFingerScrollsThePageAndAHintSaysSo) {
    touch(PointerPhase::Down, 300, 300);
    EXPECT_EQ(gestures.hint(now), PageHint::None);
    touch(PointerPhase::Move, 300, 330);
    EXPECT_EQ(gestures.hint(now), PageHint::Touch);
    touch(PointerPhase::Cancel, 300, 330);
    EXPECT_EQ(camera.sight(), start);
    EXPECT_TRUE(kinds().empty());
    EXPECT_FALSE(gestures.inUse());
    EXPECT_EQ(gestures.hint(now), PageHint::Touch);
    EXPECT_EQ(gestures.hint(now + Gestures::kHintMs), PageHint::None);
}

TEST_F(GesturesTest, ATapPutsTheMapInUseAndThenOneFingerPans) {
    tap(300, 300, InputKind::Touch);
    EXPECT_TRUE(gestures.inUse());
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap}));
    now += 1000;
    touch(PointerPhase::Down, 300, 300);
    touch(PointerPhase::Move, 340, 300);
    EXPECT_NEAR(movedX(), 40, 1e-6);
}

TEST_F(GesturesTest, AMouseDragWorksOnSomebodysPage) {
    send(PointerPhase::Down, 300, 300);
    send(PointerPhase::Move, 340, 300);
    EXPECT_NEAR(movedX(), 40, 1e-6);
    EXPECT_FALSE(gestures.inUse());
}

TEST_F(GesturesTest, ThePlainWheelIsThePagesUntilTheMapIsInUse) {
    EXPECT_FALSE(gestures.wheel(400, 300, 100, 0, now));
    EXPECT_EQ(gestures.hint(now), PageHint::Wheel);
    EXPECT_FALSE(camera.moving());
    EXPECT_TRUE(gestures.wheel(400, 300, -100, kCtrl, now));
    EXPECT_TRUE(gestures.inUse());
    EXPECT_EQ(gestures.hint(now), PageHint::None);
    EXPECT_TRUE(gestures.wheel(400, 300, -100, 0, now));
    gestures.endUse();
    EXPECT_FALSE(gestures.wheel(400, 300, -100, 0, now));
    EXPECT_TRUE(gestures.wheel(400, 300, -100, kMeta, now));
}

TEST_F(GesturesTest, AHintIsShownFromTheFirstFrameOn) {
    gestures.setOwnPage(false);
    gestures.wheel(100, 100, 100, 0, now);
    const double late = now + 10 * Gestures::kHintMs;
    EXPECT_EQ(gestures.hint(late), PageHint::Wheel);
    EXPECT_EQ(gestures.hint(late + Gestures::kHintMs - 1), PageHint::Wheel);
    EXPECT_EQ(gestures.hint(late + Gestures::kHintMs), PageHint::None);
}

TEST_F(GesturesTest, FocusBeginsUseAndItsLossEndsIt) {
    gestures.focus(true);
    EXPECT_TRUE(gestures.inUse());
    gestures.focus(false);
    EXPECT_FALSE(gestures.inUse());
}

TEST_F(GesturesTest, OnOurOwnPageTheMapIsAlwaysInUse) {
    gestures.setOwnPage(true);
    gestures.focus(false);
    gestures.endUse();
    EXPECT_TRUE(gestures.inUse());
    EXPECT_TRUE(gestures.wheel(400, 300, -100, 0, now));
    EXPECT_EQ(gestures.hint(now), PageHint::None);
}

TEST_F(GesturesTest, TheWheelZoomsAtThePointer) {
    gestures.setOwnPage(true);
    const WorldPoint under = camera.toWorld(200, 500);
    gestures.wheel(200, 500, -120, 0, now);
    EXPECT_TRUE(camera.moving()) << "a notch is eased";
    settle();
    EXPECT_NEAR(camera.zoom(), 13.5, 1e-9);
    EXPECT_NEAR(camera.toScreen(under).x, 200, 1e-4);
    gestures.wheel(200, 500, 6, 0, now);
    EXPECT_FALSE(camera.moving()) << "a touchpad follows at once";
    EXPECT_NEAR(camera.zoom(), 13.5 - 6.0 / 240, 1e-9);
    EXPECT_NEAR(camera.toScreen(under).y, 500, 1e-4);
    EXPECT_FALSE(gestures.wheel(200, 500, 0, 0, now));
}

TEST_F(GesturesTest, KeysMoveTheMap) {
    EXPECT_TRUE(gestures.key("ArrowRight", 0, now));
    settle();
    EXPECT_NEAR(movedX(), -110, 1e-6);
    EXPECT_TRUE(gestures.usesKeyboard());
    EXPECT_TRUE(gestures.key("ArrowUp", 0, now));
    settle();
    EXPECT_NEAR(movedY(), 110, 1e-6);
    EXPECT_TRUE(gestures.key("+", kShift, now));
    settle();
    EXPECT_NEAR(camera.zoom(), 13.75, 1e-9);
    EXPECT_TRUE(gestures.key("-", 0, now));
    settle();
    EXPECT_NEAR(camera.zoom(), 13, 1e-9);
    send(PointerPhase::Move, 5, 5);
    EXPECT_FALSE(gestures.usesKeyboard());
}

TEST_F(GesturesTest, KeysTellWhatTheReaderMeans) {
    for (const char* key : {"Enter", "]", "[", "PageUp", "PageDown", "Home", "?", "Escape"}) {
        EXPECT_TRUE(gestures.key(key, 0, now));
    }
    EXPECT_EQ(kinds(), (Kinds{IntentKind::SelectAtCrosshair, IntentKind::NextArea, IntentKind::PreviousArea,
                              IntentKind::LargerLevel, IntentKind::SmallerLevel, IntentKind::Home, IntentKind::Help,
                              IntentKind::Escape}));
    EXPECT_EQ(camera.sight(), start);
}

TEST_F(GesturesTest, SelectingByKeyboardIsAtTheMiddle) {
    gestures.key("Enter", 0, now);
    const auto intents = gestures.takeIntents();
    EXPECT_EQ(intents[0].x, 400);
    EXPECT_EQ(intents[0].y, 300);
}

TEST_F(GesturesTest, LeavesTheBrowserItsKeys) {
    for (const char* key : {"Tab", "a", "F5", "", "Shift"}) EXPECT_FALSE(gestures.key(key, 0, now));
    EXPECT_FALSE(gestures.key("+", kCtrl, now));
    EXPECT_FALSE(gestures.key("ArrowLeft", kAlt, now));
    EXPECT_FALSE(gestures.key("Home", kMeta, now));
    EXPECT_TRUE(kinds().empty());
    EXPECT_FALSE(camera.moving());
}

TEST_F(GesturesTest, NoSequenceOfEventsLeavesADragBehind) {
    std::mt19937 random(99);
    for (int i = 0; i < 20000; ++i) {
        const auto phase = static_cast<PointerPhase>(random() % 5);
        const auto kind = static_cast<InputKind>(random() % 3);
        gestures.pointer({phase, kind, static_cast<std::uint32_t>(random() % 4), static_cast<double>(random() % 900),
                          static_cast<double>(random() % 700), static_cast<std::uint32_t>(random() % 3), 0},
                         now);
        now += static_cast<double>(random() % 30);
        camera.advance(now);
        gestures.takeIntents();
    }
    for (std::uint32_t id = 0; id < 4; ++id)
        gestures.pointer({PointerPhase::Up, InputKind::Touch, id, 1, 1, 0, 0}, now);
    EXPECT_FALSE(gestures.dragging());
    gestures.takeIntents();
    now += 1000;
    tap(100, 100);
    EXPECT_EQ(kinds(), (Kinds{IntentKind::Tap}));
}

}  // namespace
}  // namespace dex
