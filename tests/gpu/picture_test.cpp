// Pictures of a hand-made map, drawn by the shaders and by the processor and compared with tests/gpu/golden.
// DEX_UPDATE_GOLDENS=1 writes the goldens again; what differed is left in the working folder's build/pictures.

#include <gtest/gtest.h>

#include <cmath>

#include "support/drawing_device.h"
#include "support/drawn_map.h"
#include "support/faces.h"
#include "support/golden.h"

namespace dex {
namespace {

class PictureTest : public testing::TestWithParam<DrawnBy> {
protected:
    void SetUp() override {
        if (!device_.open(GetParam())) GTEST_SKIP() << "There is no EGL with OpenGL ES 3 here.";
        renderer_ = std::make_unique<Renderer>(*device_);
        renderer_->setGroupings(drawnGroupings());
        renderer_->loadTile({0, 0}, drawnTile(map_, kAllLetters));
        renderer_->setTheme(lightTheme());
    }

    void TearDown() override {
        renderer_.reset();
        device_.close();
    }

    PngPicture draw(const Scene& scene) {
        const double ratio = scene.sight.devicePixelRatio;
        PngPicture picture;
        picture.width = static_cast<int>(std::lround((scene.sight.viewport.x + scene.sight.viewport.width) * ratio));
        picture.height = static_cast<int>(std::lround((scene.sight.viewport.y + scene.sight.viewport.height) * ratio));
        const TextureId target =
            device_->makeTexture({"picture", TextureFormat::Rgba8, picture.width, picture.height, {}, false, true, 1});
        EXPECT_TRUE(renderer_->draw(scene, picture.width, picture.height, target)) << renderer_->failure();
        picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
        device_->read(target, {0, 0, picture.width, picture.height}, picture.rgba);
        device_->drop(target);
        return picture;
    }

    // The processor's are the goldens, natively and as wasm.
    static void compare(const std::string& name, const PngPicture& drawn) {
        const std::string path = "tests/gpu/golden/" + name + ".png";
        EXPECT_TRUE(GetParam() == DrawnBy::Processor ? isGoldenToTheBit(path, drawn) : isGolden(path, drawn));
    }

    Rgba8 pixel(const PngPicture& picture, int x, int y) {
        const auto at = static_cast<std::size_t>(y * picture.width + x) * 4;
        const auto channel = [&](std::size_t c) { return std::to_integer<std::uint8_t>(picture.rgba[at + c]); };
        return {channel(0), channel(1), channel(2), channel(3)};
    }

    MiniMap map_ = drawnMap();
    DrawingDevice device_;
    std::unique_ptr<Renderer> renderer_;
};

TEST_P(PictureTest, ShowsEveryAreaInTheColourOfItsClass) {
    const std::vector<std::uint8_t> classes = {0, 1, 2, 3, 4, 0, 1, 2};
    renderer_->setClasses(classes);
    const MapTheme theme = lightTheme();
    for (const double ratio : {1.0, 1.25, 2.0, 3.0}) {
        const Scene scene = drawnScene(map_, 240, 160, ratio);
        const PngPicture picture = draw(scene);
        const double perCell = scene.sight.pxPerWorld / cellsPerWorld(map_.gridBits);
        int probed = 0;
        for (std::int32_t row = 0; row < map_.height(); ++row) {
            for (std::int32_t column = 0; column < map_.columns(); ++column) {
                const GridPoint middle = map_.middle(column, row);
                const WorldPoint world = toWorld(middle, map_.gridBits);
                const double x = 120 + (world.x - scene.sight.centre.x) * scene.sight.pxPerWorld;
                const double y = 80 - (world.y - scene.sight.centre.y) * scene.sight.pxPerWorld;
                const AreaNumber area = map_.at(column, row);
                const Rgba8 wanted = area == kOutside ? theme.paper : theme.classes[classes[area]];
                EXPECT_EQ(pixel(picture, static_cast<int>(x * ratio), static_cast<int>(y * ratio)), wanted)
                    << "area " << area << " at " << ratio;
                ++probed;
            }
        }
        EXPECT_EQ(probed, 24);
        EXPECT_GT(perCell * map_.side, 30);
    }
}

TEST_P(PictureTest, StandsStillAtTheDeepestZoom) {
    // One area of a large tile, at 256 · 2^21 px a world: a shift of the sight by a tenth of a pixel moves nothing by more.
    MiniMap map{{"ab"}, 23, {4000000, 5000000}, 30000, 0};
    renderer_->loadTile({0, 0}, drawnTile(map, "ab"));
    const std::vector<std::uint8_t> classes = {0, 4};
    renderer_->setClasses(classes);
    Scene scene = drawnScene(map, 64, 8, 1);
    scene.topLevel = 1;
    scene.level = 1;
    scene.sight.pxPerWorld = 256.0 * (1 << 21);
    int before = 0;
    for (int step = 0; step < 40; ++step) {
        scene.sight.centre.x =
            (map.corner.x + map.side) / cellsPerWorld(map.gridBits) + (step / 10.0) / scene.sight.pxPerWorld;
        const PngPicture picture = draw(scene);
        int light = 0;
        while (light < 64 && pixel(picture, light, 4) == lightTheme().classes[0]) ++light;
        EXPECT_TRUE(step == 0 || light == before || light == before - 1) << step;
        before = light;
    }
    EXPECT_EQ(before, 28);
}

TEST_P(PictureTest, DrawsWhatFadesDimsAndIsMissing) {
    const std::vector<std::uint8_t> classes = {
        4, 3, 2 | kFadedFlag, kNoDataClass, 4 | kDimmedFlag, kNoDataClass | kFadedFlag, 1, 0};
    renderer_->setClasses(classes);
    Scene scene = drawnScene(map_, 240, 160, 1);
    scene.hairlines = true;
    compare("light", draw(scene));
}

TEST_P(PictureTest, DrawsLevelsOutlinesAndLabelsInTheDark) {
    DEX_FACE_OR_SKIP(regular, "regular");
    DEX_FACE_OR_SKIP(strong, "semibold");
    renderer_->setTheme(darkTheme());
    renderer_->setFaces(&regular, &strong);
    const std::vector<std::uint8_t> classes = {4, 4, 2, 2, 1, 2, 1, 1};
    renderer_->setClasses(classes);
    Scene scene = drawnScene(map_, 240, 160, 2);
    scene.level = 1;
    scene.selected = outlineAround(map_, 0);
    scene.hovered = outlineAround(map_, 5);
    scene.labels = {{"Kensington\n& Chelsea", 84, 60, true}, {"Ynysybwl", 150, 110, false}};
    scene.crosshair = true;
    compare("dark", draw(scene));
}

TEST_P(PictureTest, LeavesPaperOutsideTheViewport) {
    const std::vector<std::uint8_t> classes(8, 4);
    renderer_->setClasses(classes);
    Scene scene = drawnScene(map_, 240, 160, 1.5);
    scene.sight.viewport = {60, 20, 180, 140};
    const PngPicture picture = draw(scene);
    for (int y = 0; y < picture.height; ++y) EXPECT_EQ(pixel(picture, 10, y), lightTheme().paper);
    for (int x = 0; x < picture.width; ++x) EXPECT_EQ(pixel(picture, x, 10), lightTheme().paper);
    compare("viewport", picture);
}

TEST_P(PictureTest, HatchesATileThatFailed) {
    renderer_->failTile({0, 0}, drawnTile(map_, kAllLetters).box, map_.gridBits);
    compare("failed", draw(drawnScene(map_, 240, 160, 1)));
}

// Every kind of hatch, line and label at once, in both themes, at every ratio, on the grid of pixels and off it.
TEST(Pictures, AreTheSameByTheShadersAndByTheProcessor) {
    DEX_FACE_OR_SKIP(regular, "regular");
    DEX_FACE_OR_SKIP(strong, "semibold");
    const MiniMap map = drawnMap();
    const auto draw = [&](DrawnBy by, double ratio, const MapTheme& theme) {
        DrawingDevice device;
        if (!device.open(by)) return PngPicture{};
        Renderer renderer(*device);
        renderer.setGroupings(drawnGroupings());
        renderer.loadTile({0, 0}, drawnTile(map, kAllLetters));
        renderer.setTheme(theme);
        renderer.setFaces(&regular, &strong);
        const std::vector<std::uint8_t> classes = {4, 3, 2 | kFadedFlag, kNoDataClass, 1, 0, 1 | kDimmedFlag, 2};
        renderer.setClasses(classes);
        Scene scene = drawnScene(map, 240, 160, ratio);
        scene.sight.pxPerWorld *= 0.93;
        scene.level = 1;
        scene.hairlines = true;
        scene.selected = outlineAround(map, 0);
        scene.hovered = outlineAround(map, 5);
        scene.labels = {{"Kensington\n& Chelsea", 84, 60, true}, {"Ynysybwl", 150, 110, false}};
        scene.crosshair = true;
        PngPicture picture{static_cast<int>(std::lround(240 * ratio)), static_cast<int>(std::lround(160 * ratio)), {}};
        const TextureId target =
            device->makeTexture({"picture", TextureFormat::Rgba8, picture.width, picture.height, {}, false, true, 1});
        EXPECT_TRUE(renderer.draw(scene, picture.width, picture.height, target));
        picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
        device->read(target, {0, 0, picture.width, picture.height}, picture.rgba);
        return picture;
    };
    for (const bool dark : {false, true}) {
        MapTheme theme = dark ? darkTheme() : lightTheme();
        theme.hatches = {Hatch::None, Hatch::Falling, Hatch::Across, Hatch::Upright, Hatch::Crossed};
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0}) {
            const PngPicture shaders = draw(DrawnBy::Shaders, ratio, theme);
            if (shaders.rgba.empty()) GTEST_SKIP() << "There is no EGL with OpenGL ES 3 here.";
            const std::string name = std::string(dark ? "dark-" : "light-") + std::to_string(ratio);
            EXPECT_TRUE(isAlike(name, shaders, draw(DrawnBy::Processor, ratio, theme)));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(By, PictureTest, testing::Values(DrawnBy::Shaders, DrawnBy::Processor),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace dex
