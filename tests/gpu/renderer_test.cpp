#include "gpu/renderer.h"

#include <gtest/gtest.h>

#include "gpu/blocks.h"
#include "gpu/null_device.h"
#include "support/drawn_map.h"
#include "support/faces.h"

namespace dex {
namespace {

const std::vector<std::uint8_t> kClasses = {0, 1, 2, 3, 4, kNoDataClass, 1 | kFadedFlag, 2 | kDimmedFlag};

// A renderer with the whole map, drawn until it rests.
class RendererTest : public testing::Test {
protected:
    RendererTest() {
        fill();
        draw();
        draw();
        device_.takeDraws();
    }

    ~RendererTest() override {
        for (const std::string& fault : device_.faults()) ADD_FAILURE() << fault;
    }

    void fill() {
        renderer_.setTheme(lightTheme());
        renderer_.setGroupings(drawnGroupings());
        renderer_.setClasses(kClasses);
        renderer_.loadTile({0, 0}, drawnTile(map_, kAllLetters));
    }

    void draw() { EXPECT_TRUE(renderer_.draw(scene_, 240, 160)); }

    MiniMap map_ = drawnMap();
    Scene scene_ = drawnScene(map_, 240, 160, 1);
    NullDevice device_;
    Renderer renderer_{device_};
};

TEST_F(RendererTest, UploadsNothingForAFrameThatIsTheSame) {
    const auto before = device_.counts();
    const auto pictures = renderer_.counters().mapPictures;
    draw();
    EXPECT_EQ(device_.counts().uploads, before.uploads);
    EXPECT_EQ(device_.counts().drawCalls, before.drawCalls);
    EXPECT_EQ(device_.counts().copies, before.copies + 1);
    EXPECT_EQ(renderer_.counters().mapPictures, pictures);
}

TEST_F(RendererTest, DrawsAChangedPictureQuicklyAndThenSmoothly) {
    scene_.sight.centre.x += 1e-5;
    const auto pictures = renderer_.counters().mapPictures;
    EXPECT_FALSE(renderer_.needsFrame());
    draw();
    EXPECT_TRUE(renderer_.needsFrame());
    draw();
    EXPECT_FALSE(renderer_.needsFrame());
    draw();
    EXPECT_EQ(renderer_.counters().mapPictures, pictures + 2);
}

TEST_F(RendererTest, NeedsNoSecondPictureWherePixelsAreSmall) {
    scene_ = drawnScene(map_, 80, 53, 3);
    draw();
    EXPECT_FALSE(renderer_.needsFrame());
}

TEST_F(RendererTest, HoversWithoutDrawingTheMapAgain) {
    const auto pictures = renderer_.counters().mapPictures;
    scene_.hovered = outlineAround(map_, 3);
    scene_.selected = outlineAround(map_, 0);
    draw();
    EXPECT_EQ(renderer_.counters().mapPictures, pictures);
    EXPECT_EQ(renderer_.counters().drawCalls, 2u);  // The copy and the outlines.
    EXPECT_EQ(device_.takeDraws(), std::vector<std::string>{"outline"});
}

TEST_F(RendererTest, RecoloursByTheClassTextureAlone) {
    std::vector<std::uint8_t> other = kClasses;
    other[0] = 4;
    const auto before = device_.counts();
    renderer_.setClasses(other);
    draw();
    EXPECT_EQ(device_.counts().uploads, before.uploads + 2);  // The classes, and where the tiles stand.
    EXPECT_EQ(device_.counts().liveBuffers, before.liveBuffers);
    EXPECT_LE(device_.counts().uploadedBytes - before.uploadedBytes, 256 + 16 * kBlockStep);
}

TEST_F(RendererTest, DrawsNothingAgainForTheSameClasses) {
    const auto pictures = renderer_.counters().mapPictures;
    renderer_.setClasses(kClasses);
    draw();
    EXPECT_EQ(renderer_.counters().mapPictures, pictures);
}

TEST_F(RendererTest, DrawsTheOverviewInSixCallsAtMax) {
    DEX_FACE_OR_SKIP(regular, "regular");
    DEX_FACE_OR_SKIP(strong, "semibold");
    renderer_.setFaces(&regular, &strong);
    scene_.labels = {{"Kensington\n& Chelsea", 60, 40, true}, {"Peckham", 120, 90, false}};
    scene_.hovered = outlineAround(map_, 1);
    scene_.sight.centre.y += 1e-5;
    draw();
    EXPECT_EQ(device_.takeDraws(),
              (std::vector<std::string>{"areas", "hatch", "borders", "borders", "outline", "label"}));
    EXPECT_EQ(renderer_.counters().drawCalls, 6u);
    EXPECT_EQ(renderer_.counters().mapTriangles, 92u);
}

TEST_F(RendererTest, DrawsNoTileThatIsOutOfSight) {
    scene_.sight.centre.x += 0.1;
    draw();
    EXPECT_EQ(renderer_.counters().mapTriangles, 0u);
    EXPECT_EQ(renderer_.counters().lineSegments, 0u);
}

TEST_F(RendererTest, DrawsBordersOnlyBeforeTheClassesAreHere) {
    NullDevice device;
    Renderer renderer(device);
    renderer.setTheme(lightTheme());
    renderer.setGroupings(drawnGroupings());
    renderer.loadTile({0, 0}, drawnTile(map_, kAllLetters));
    EXPECT_TRUE(renderer.draw(scene_, 240, 160));
    EXPECT_EQ(device.takeDraws(), (std::vector<std::string>{"borders", "borders"}));
    EXPECT_TRUE(device.faults().empty());
}

TEST_F(RendererTest, ShowsAFailedTileAsAPatch) {
    renderer_.failTile({0, 0}, drawnTile(map_, kAllLetters).box, map_.gridBits);
    EXPECT_FALSE(renderer_.hasTile({0, 0}));
    draw();
    EXPECT_EQ(renderer_.counters().mapTriangles, 4u);
    renderer_.loadTile({0, 0}, drawnTile(map_, kAllLetters));
    EXPECT_TRUE(renderer_.hasTile({0, 0}));
    draw();
    EXPECT_EQ(renderer_.counters().mapTriangles, 92u);
}

TEST_F(RendererTest, FreesWhatItDrops) {
    const auto before = device_.counts();
    renderer_.loadTile({1, 3}, drawnTile(map_, "cfh"));
    EXPECT_EQ(device_.counts().liveBuffers, before.liveBuffers + 3);
    renderer_.dropTile({1, 3});
    EXPECT_EQ(device_.counts().liveBuffers, before.liveBuffers);
    renderer_.dropTile({9, 9});
}

TEST_F(RendererTest, SaysWhyTheGpuRefusesAProgram) {
    NullDevice device;
    Renderer renderer(device);
    device.failNextProgram("0:7: no such word");
    EXPECT_FALSE(renderer.draw(scene_, 240, 160));
    EXPECT_EQ(renderer.failure(), "0:7: no such word");
    EXPECT_TRUE(renderer.draw(scene_, 240, 160));
}

TEST_F(RendererTest, KeepsTheOldProgramWhenAReplacementFails) {
    device_.failNextProgram("0:3: typo");
    EXPECT_EQ(renderer_.replaceShader("areas", "", ""), "0:3: typo");
    draw();
    const auto pictures = renderer_.counters().mapPictures;
    EXPECT_EQ(renderer_.replaceShader("areas", "", ""), "");
    draw();
    EXPECT_EQ(renderer_.counters().mapPictures, pictures + 1);
    EXPECT_NE(renderer_.replaceShader("clouds", "", ""), "");
}

TEST(Renderer, LeavesNothingBehind) {
    NullDevice device;
    {
        Renderer renderer(device);
        renderer.setTheme(lightTheme());
        renderer.setClasses(kClasses);
        const MiniMap map = drawnMap();
        renderer.loadTile({0, 0}, drawnTile(map, kAllLetters));
        Scene scene = drawnScene(map, 240, 160, 1);
        scene.crosshair = true;
        EXPECT_TRUE(renderer.draw(scene, 240, 160));
    }
    EXPECT_EQ(device.counts().liveBuffers, 0u);
    EXPECT_EQ(device.counts().liveTextures, 0u);
    EXPECT_EQ(device.counts().livePrograms, 0u);
    EXPECT_TRUE(device.faults().empty());
}

}  // namespace
}  // namespace dex
