#include "gpu/screen_cells.h"

#include <gtest/gtest.h>

#include <utility>

#include "gpu/software_device.h"
#include "support/drawn_map.h"
#include "tests/abi/allocations.h"

namespace dex {
namespace {

constexpr int kWide = 200, kHigh = 100;
constexpr Clip kAll{0, 0, kWide, kHigh};

using Drawn = std::vector<std::pair<Clip, std::uint64_t>>;

// Left, top, right and bottom of each part.
std::vector<std::array<int, 4>> partsOf(ScreenCells& cells, const Drawn& drawn) {
    cells.begin(kWide, kHigh);
    for (const auto& [box, what] : drawn) cells.add(box, what);
    std::vector<std::array<int, 4>> parts;
    for (const Clip& part : cells.end()) parts.push_back({part.left, part.top, part.right, part.bottom});
    return parts;
}

using Parts = std::vector<std::array<int, 4>>;

TEST(ScreenCells, NamesTheSquaresInWhichTwoPicturesDiffer) {
    ScreenCells cells;
    EXPECT_EQ(partsOf(cells, {{kAll, 1}}).size(), 1u);
    EXPECT_EQ(partsOf(cells, {{kAll, 1}}), Parts());
    // Something comes, is another, and goes.
    const Clip box{33, 5, 64, 32};
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {box, 2}}), (Parts{{32, 0, 64, 32}}));
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {box, 2}}), Parts());
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {box, 3}}), (Parts{{32, 0, 64, 32}}));
    EXPECT_EQ(partsOf(cells, {{kAll, 1}}), (Parts{{32, 0, 64, 32}}));
    // Over it and under it are two pictures.
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {box, 2}, {box, 3}}), (Parts{{32, 0, 64, 32}}));
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {box, 3}, {box, 2}}), (Parts{{32, 0, 64, 32}}));
}

TEST(ScreenCells, JoinsSquaresAndStaysOnTheScreen) {
    ScreenCells cells;
    partsOf(cells, {{kAll, 1}});
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {{31, 31, 65, 65}, 2}}), (Parts{{0, 0, 96, 96}}));
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {{31, 31, 65, 65}, 2}, {{199, 99, 200, 100}, 2}}),
              (Parts{{192, 96, 200, 100}}));
    // Nothing is drawn in an empty box.
    EXPECT_EQ(partsOf(cells, {{kAll, 1}, {{31, 31, 65, 65}, 2}, {{199, 99, 200, 100}, 2}, {{50, 50, 50, 80}, 9}}),
              Parts());
}

TEST(ScreenCells, PutsOneBoxAroundManyParts) {
    ScreenCells cells;
    partsOf(cells, {{kAll, 1}});
    Drawn chequered{{kAll, 1}};
    for (int y = 0; y < 3; ++y) {
        for (int x = y % 2; x < 6; x += 2) chequered.push_back({{x * 32, y * 32, x * 32 + 1, y * 32 + 1}, 2});
    }
    const Parts parts = partsOf(cells, chequered);
    EXPECT_LE(parts.size(), 6u);
    for (const auto& [box, what] : chequered) {
        if (what != 2) continue;
        EXPECT_TRUE(std::any_of(parts.begin(), parts.end(), [&, left = box.left, top = box.top](const auto& part) {
            return part[0] <= left && part[1] <= top && part[2] > left && part[3] > top;
        }));
    }
}

TEST(ScreenCells, TakesAPictureOfAnotherSizeForAnotherAllOver) {
    ScreenCells cells;
    partsOf(cells, {{kAll, 1}});
    cells.begin(kHigh, kWide);
    cells.add({0, 0, kHigh, kWide}, 1);
    EXPECT_EQ(cells.end().size(), 1u);
    partsOf(cells, {{kAll, 1}});
    cells.forget();
    EXPECT_EQ(partsOf(cells, {{kAll, 1}}), (Parts{{0, 0, kWide, kHigh}}));
}

// The screen of a device on which one frame follows another.
class ChangingScreen : public testing::Test {
protected:
    struct Drawer {
        SoftwareDevice device;
        Renderer renderer{device};
    };
    ChangingScreen() {
        prepare(kept_);
        kept_.device.drawChangesAlone();
    }
    void prepare(Drawer& drawer) {
        drawer.renderer.setGroupings(drawnGroupings());
        drawer.renderer.loadTile({0, 0}, drawnTile(map_, kAllLetters));
        drawer.renderer.setTheme(lightTheme());
        drawer.renderer.setClasses(std::vector<std::uint8_t>{4, 3, 2, kNoDataClass, 1, 0, 1, 2});
    }
    void draw(Drawer& drawer) {
        for (int i = 0; i < 2; ++i) EXPECT_TRUE(drawer.renderer.draw(scene_, kWidth, kHeight));
    }
    // What a device shows that has never drawn anything else.
    Bytes fresh() {
        Drawer drawer;
        prepare(drawer);
        draw(drawer);
        const ByteSpan pixels = drawer.device.screen();
        return {pixels.begin(), pixels.end()};
    }
    void expectSame() {
        const ByteSpan pixels = kept_.device.screen();
        EXPECT_TRUE(Bytes(pixels.begin(), pixels.end()) == fresh());
    }

    static constexpr int kWidth = 720, kHeight = 480;
    MiniMap map_ = drawnMap();
    Scene scene_ = drawnScene(map_, kWidth, kHeight, 1);
    Drawer kept_;
};

TEST_F(ChangingScreen, ShowsWhatAFreshOneWouldShowWhateverWasThereBefore) {
    draw(kept_);
    expectSame();
    for (const AreaNumber area : {0u, 5u, 5u, 7u, 2u}) {
        scene_.hovered = outlineAround(map_, area);
        if (area == 7) scene_.selected = outlineAround(map_, 3);
        scene_.crosshair = area == 2;
        draw(kept_);
        expectSame();
    }
    scene_.sight.centre.x += 20 / scene_.sight.pxPerWorld;
    draw(kept_);
    expectSame();
    scene_.hovered = {};
    draw(kept_);
    expectSame();
}

TEST_F(ChangingScreen, DrawsAgainOnlyWhatHasChanged) {
    draw(kept_);
    const Clip first = kept_.device.takeChanged();
    EXPECT_EQ(first.right - first.left, kWidth);
    EXPECT_EQ(first.bottom - first.top, kHeight);
    draw(kept_);
    const Clip none = kept_.device.takeChanged();
    EXPECT_EQ(none.right, none.left);
    // An area in the corner: its rectangle, and no other's.
    scene_.hovered = outlineAround(map_, 6);
    draw(kept_);
    const Clip hover = kept_.device.takeChanged();
    EXPECT_GT(hover.right, hover.left);
    EXPECT_LT((hover.right - hover.left) * (hover.bottom - hover.top), kWidth * kHeight / 4);
}

TEST_F(ChangingScreen, TakesNoMemoryWhileTheMapMovesAndComesToRest) {
    const auto move = [&] {
        scene_.sight.centre.x += 3 / scene_.sight.pxPerWorld;
        draw(kept_);
        kept_.device.takeChanged();
    };
    for (int i = 0; i < 4; ++i) move();
    const auto before = test::allocationsSoFar();
    move();
    EXPECT_EQ(test::allocationsSoFar().count, before.count);
}

TEST_F(ChangingScreen, TakesNoMemoryForAHover) {
    for (const AreaNumber area : {0u, 6u, 0u}) {
        scene_.hovered = outlineAround(map_, area);
        draw(kept_);
        kept_.device.screen();
    }
    scene_.hovered = outlineAround(map_, 6);
    const auto before = test::allocationsSoFar();
    kept_.renderer.draw(scene_, kWidth, kHeight);
    kept_.device.takeChanged();
    EXPECT_EQ(test::allocationsSoFar().count, before.count);
}

}  // namespace
}  // namespace dex
