// The picture of a map that moves, drawn by the processor: of fewer pixels, and of all of them at rest.

#include <gtest/gtest.h>

#include <cmath>

#include "gpu/software_device.h"
#include "support/drawn_map.h"
#include "support/faces.h"

namespace dex {
namespace {

const std::vector<std::uint8_t> kShownClasses = {0, 1, 2, 3, 4, kNoDataClass, 1 | kFadedFlag, 2 | kDimmedFlag};

// One map on one screen, and how its pixels are compared.
struct Screen {
    explicit Screen(const MiniMap& map) : renderer(device) {
        renderer.setGroupings(drawnGroupings());
        renderer.loadTile({0, 0}, drawnTile(map, kAllLetters));
        renderer.setTheme(lightTheme());
        renderer.setClasses(kShownClasses);
    }
    std::vector<Pixel> draw(const Scene& scene, int width, int height) {
        EXPECT_TRUE(renderer.draw(scene, width, height));
        const ByteSpan bytes = device.screen();
        std::vector<Pixel> pixels(bytes.size() / sizeof(Pixel));
        std::memcpy(pixels.data(), bytes.data(), bytes.size());
        return pixels;
    }
    SoftwareDevice device;
    Renderer renderer;
};

class MovingPicture : public testing::Test {
protected:
    static constexpr int kWide = 361, kHigh = 640;  // Css px; no whole number of enlarged pixels at every ratio.
    Scene sceneAt(double ratio) const {
        Scene scene = drawnScene(map_, kWide, kHigh, ratio);
        scene.sight.viewport = {0, 60, kWide, kHigh - 60};
        scene.hairlines = true;
        return scene;
    }
    static int px(int css, double ratio) { return static_cast<int>(std::lround(css * ratio)); }
    std::vector<Pixel> fresh(const Scene& scene, double ratio) {
        Screen screen(map_);
        screen.draw(scene, px(kWide, ratio), px(kHigh, ratio));
        return screen.draw(scene, px(kWide, ratio), px(kHigh, ratio));
    }

    MiniMap map_ = drawnMap();
};

TEST_F(MovingPicture, HasAPixelForSeveralAndStandsWhereItWillRest) {
    for (const int times : {2, 3}) {
        Screen screen(map_), small(map_);
        const int wide = kWide * times, high = kHigh * times;
        Scene scene = sceneAt(times);
        screen.draw(scene, wide, high);
        scene.sight.centre.x += 1e-5;
        scene.moving = true;
        const std::vector<Pixel> moving = screen.draw(scene, wide, high);
        EXPECT_TRUE(screen.renderer.needsFrame());
        // The same sight at a ratio of 1, as a screen of that size shows it.
        scene.sight.devicePixelRatio = 1;
        const std::vector<Pixel> wanted = small.draw(scene, kWide, kHigh);
        for (int y = 60 * times; y < high; ++y) {
            for (int x = 0; x < wide; ++x) {
                ASSERT_EQ(moving[static_cast<std::size_t>(y * wide + x)],
                          wanted[static_cast<std::size_t>(y / times * kWide + x / times)])
                    << times << ": " << x << ", " << y;
            }
        }
    }
}

// Two and a half device pixels a css pixel leave no whole number of them: the last ones are cut off.
TEST_F(MovingPicture, EndsAtTheEdgeOfTheScreen) {
    Screen screen(map_), half(map_);
    Scene scene = sceneAt(2.5);
    const int wide = px(kWide, 2.5), high = px(kHigh, 2.5), width = (wide + 1) / 2;
    ASSERT_EQ(wide % 2, 1);
    screen.draw(scene, wide, high);
    scene.sight.centre.x += 1e-5;
    scene.moving = true;
    const std::vector<Pixel> moving = screen.draw(scene, wide, high);
    scene.sight.devicePixelRatio = 1.25;
    const std::vector<Pixel> wanted = half.draw(scene, width, high / 2);
    for (int y = 150; y < high; ++y)
        ASSERT_EQ(moving[static_cast<std::size_t>(y * wide + wide - 1)],
                  wanted[static_cast<std::size_t>(y / 2 * width + width - 1)]);
}

TEST_F(MovingPicture, IsDrawnOnceMoreAtRestWithAllItsPixels) {
    for (const double ratio : {1.0, 2.0, 2.5, 3.0}) {
        Screen screen(map_);
        if (ratio > 2) screen.device.drawChangesAlone();
        const int width = px(kWide, ratio), height = px(kHigh, ratio);
        Scene scene = sceneAt(ratio);
        screen.draw(scene, width, height);
        scene.moving = true;
        for (int step = 0; step < 3; ++step) {
            scene.sight.centre.x += 1e-5;
            screen.draw(scene, width, height);
        }
        // A pause: what is drawn besides draws no map again, and the map stands.
        const auto pictures = screen.renderer.counters().mapPictures;
        const auto paused = screen.draw(scene, width, height);
        if (ratio >= 2) {
            EXPECT_EQ(screen.renderer.counters().mapPictures, pictures);
        }
        scene.moving = false;
        const auto rested = screen.draw(scene, width, height);
        EXPECT_FALSE(screen.renderer.needsFrame());
        EXPECT_EQ(rested, fresh(scene, ratio)) << ratio;
        EXPECT_NE(rested, paused);
    }
}

TEST_F(MovingPicture, HasNeverFewerPixelsThanThePage) {
    // As many pixels as the screens above, at ratios that leave no whole number of them.
    for (const double ratio : {1.0, 1.5, 1.99}) {
        Screen screen(map_), still(map_);
        Scene scene = drawnScene(map_, 1200, 900, ratio);
        const int width = px(1200, ratio), height = px(900, ratio);
        screen.draw(scene, width, height);
        still.draw(scene, width, height);
        scene.sight.centre.x += 1e-5;
        const auto quick = still.draw(scene, width, height);
        scene.moving = true;
        EXPECT_EQ(screen.draw(scene, width, height), quick) << ratio;
    }
}

TEST_F(MovingPicture, HasAllItsPixelsWhereThereAreFew) {
    Screen screen(map_), still(map_);
    Scene scene = drawnScene(map_, 240, 160, 2);
    screen.draw(scene, 480, 320);
    still.draw(scene, 480, 320);
    scene.sight.centre.x += 1e-5;
    const auto quick = still.draw(scene, 480, 320);
    scene.moving = true;
    EXPECT_EQ(screen.draw(scene, 480, 320), quick);
}

TEST_F(MovingPicture, HasLabelsOfAllPixels) {
    DEX_FACE_OR_SKIP(regular, "regular");
    DEX_FACE_OR_SKIP(strong, "semibold");
    Screen screen(map_), without(map_);
    screen.renderer.setFaces(&regular, &strong);
    Scene scene = sceneAt(2);
    const int width = 2 * kWide, height = 2 * kHigh;
    scene.labels = {{"Peckham", 120, 301, true}};
    const auto at = [&](const std::vector<Pixel>& moving, const std::vector<Pixel>& bare) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < moving.size(); ++i) {
            if (moving[i] != bare[i]) places.push_back(i);
        }
        return places;
    };
    screen.draw(scene, width, height);
    without.draw(scene, width, height);
    scene.moving = true;
    scene.sight.centre.x += 1e-5;
    const auto moving = screen.draw(scene, width, height);
    Scene bare = scene;
    bare.labels.clear();
    const auto letters = at(moving, without.draw(bare, width, height));
    ASSERT_GT(letters.size(), 500u);
    // Were they enlarged, the two pixels of each pair would be the same.
    std::size_t unlike = 0;
    for (const std::size_t i : letters) unlike += moving[i & ~std::size_t{1}] != moving[i | 1];
    EXPECT_GT(unlike, letters.size() / 8);
}

}  // namespace
}  // namespace dex
