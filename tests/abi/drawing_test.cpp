#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "gpu/null_device.h"
#include "tests/abi/device.h"
#include "tests/abi/page.h"

// Who draws: the processor, or a GPU while there is one.

namespace dex::test {
namespace {

constexpr double kOverMapX = 800, kOverMapY = 450;  // Over the map of the wide layout.

std::vector<std::uint8_t> pixelsOf(Page& page) {
    std::uint32_t numbers[5];
    const std::uint8_t* pixels = dex_pixels(page.map(), numbers);
    return pixels ? std::vector<std::uint8_t>(pixels, pixels + numbers[0]) : std::vector<std::uint8_t>();
}

class Drawing : public testing::Test {
protected:
    Page page{boroughs()};
};

TEST_F(Drawing, DrawsTheSameAgainOnAFreshContext) {
    page.begin();
    page.click(kOverMapX, kOverMapY);
    const std::string view = page.view();
    // A frame that copies the map's picture: under a hover, the same before and after.
    const auto hover = [&](double x) {
        dex_pointer(page.map(), DEX_POINTER_MOVE, DEX_MOUSE, 1, x, kOverMapY, 0, 0);
        page.settle();
    };
    hover(kOverMapX + 1);
    const double triangles = dex_counter(page.map(), DEX_COUNTER_TRIANGLES);
    const double calls = dex_counter(page.map(), DEX_COUNTER_DRAW_CALLS);
    dex_gpu_lost(page.map());
    page.settle();
    EXPECT_EQ(dex_gpu_ready(page.map()), 0u);
    page.settle();
    hover(kOverMapX + 2);
    EXPECT_EQ(page.view(), view);
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_TRIANGLES), triangles);
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_DRAW_CALLS), calls);
}

TEST_F(Drawing, IsDrawnByTheProcessorWhileThereIsNoGpu) {
    page.hasGpu = false;
    EXPECT_TRUE(pixelsOf(page).empty());
    page.begin(480, 320, 2);
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_GPU), 0);
    const auto drawn = pixelsOf(page);
    ASSERT_EQ(drawn.size(), 960u * 640u * 4u);
    for (std::size_t alpha = 3; alpha < drawn.size(); alpha += 4) ASSERT_EQ(drawn[alpha], 255) << alpha;

    EXPECT_EQ(dex_gpu_ready(page.map()), 0u);
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_GPU), 1);
    page.settle();
    EXPECT_TRUE(pixelsOf(page).empty());

    dex_gpu_lost(page.map());
    page.settle();
    EXPECT_EQ(pixelsOf(page), drawn);
}

// A finger on the middle of a phone's map; where it goes is css px from there.
class Dragging : public Drawing {
protected:
    static constexpr double kWide = 360, kHigh = 640, kRatio = 3, kMidY = 300;
    void SetUp() override {
        page.hasGpu = false;
        page.begin(kWide, kHigh, kRatio);
        page.setView("v=1&at=51.5,-0.1,9");
        page.settle();
    }
    void finger(std::uint32_t phase, double dx, double dy) {
        dex_time(page.map(), page.nowMs());
        dex_pointer(page.map(), phase, DEX_TOUCH, 1, kWide / 2 + dx, kMidY + dy, phase == DEX_POINTER_UP ? 0 : 1, 0);
    }
    std::vector<std::uint8_t> drag(int steps) {
        finger(DEX_POINTER_DOWN, 0, 0);
        for (int i = 1; i <= steps; ++i) {
            finger(DEX_POINTER_MOVE, 0, 4.0 * i);
            page.frame();
        }
        return pixelsOf(page);
    }
    // The same once more, on a device that has drawn nothing yet.
    std::vector<std::uint8_t> drawnFromNothing() {
        EXPECT_EQ(dex_gpu_ready(page.map()), 0u);
        page.settle();
        dex_gpu_lost(page.map());
        page.settle();
        return pixelsOf(page);
    }
    double pictures() { return dex_counter(page.map(), DEX_COUNTER_MAP_PICTURES); }
};

TEST_F(Dragging, ShowsAllPixelsAsSoonAsTheHandHasLetGo) {
    const auto moving = drag(10);
    // Still for so long that nothing glides on.
    for (int i = 0; i < 6; ++i) page.frame();
    finger(DEX_POINTER_UP, 0, 40);
    page.frame();
    page.settle();
    const auto rested = pixelsOf(page);
    EXPECT_NE(moving, rested);
    EXPECT_EQ(rested, drawnFromNothing());
}

TEST_F(Dragging, WaitsForAPauseOfTheHandBeforeItShowsAllPixels) {
    const auto moving = drag(10);
    const double drawn = pictures();
    // 16 ms a frame: a short pause.
    for (int i = 0; i < 5; ++i) EXPECT_NE(page.frame() & DEX_AGAIN, 0u);
    EXPECT_EQ(pictures(), drawn);
    EXPECT_EQ(pixelsOf(page), moving);
    for (int i = 0; i < 5; ++i) page.frame();
    EXPECT_EQ(pictures(), drawn + 1);
    EXPECT_NE(pixelsOf(page), moving);
    // And then rests.
    page.settle();
    EXPECT_EQ(page.frame() & DEX_AGAIN, 0u);
    EXPECT_EQ(pictures(), drawn + 1);
}

TEST_F(Dragging, HasAllPixelsWhenTheMapHasArrivedByItself) {
    const double drawn = pictures();
    page.act("zoom.in");
    page.settle();
    const double frames = pictures() - drawn;
    EXPECT_GT(frames, 5);
    const auto rested = pixelsOf(page);
    EXPECT_EQ(rested, drawnFromNothing());
}

TEST_F(Drawing, SaysWhichFramesHaveDrawn) {
    page.hasGpu = false;
    page.begin(480, 320);
    EXPECT_EQ(page.frame() & DEX_DRAWN, 0u);
    dex_resize(page.map(), 400, 320, 1, 1);
    EXPECT_NE(page.frame() & DEX_DRAWN, 0u);
}

TEST_F(Drawing, StaysWithTheProcessorWhereTheGpuRefusesOurPrograms) {
    page.hasGpu = false;
    page.begin(480, 320);
    const auto drawn = pixelsOf(page);
    drawOn([] {
        auto device = std::make_unique<NullDevice>();
        device->failNextProgram("0:7: no such word");
        return device;
    });
    EXPECT_NE(dex_gpu_ready(page.map()), 0u);
    page.settle();
    drawOn([] { return nullptr; });
    EXPECT_NE(dex_gpu_ready(page.map()), 0u);
    drawOn({});
    page.settle();
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_GPU), 0);
    EXPECT_EQ(pixelsOf(page), drawn);
}

TEST_F(Drawing, OutlinesWhatIsCompared) {
    page.hasGpu = false;
    page.begin();
    const auto pixelsWith = [&](const std::string& compared) {
        page.setView("v=1&by=borough&at=51.5,-0.1,9" + compared);
        page.settle();
        return pixelsOf(page);
    };
    // Of the map, and not of the comparison that stands to its right.
    const auto darkest = [](const std::vector<std::uint8_t>& pixels) {
        int count = 0;
        for (std::size_t y = 100; y < 770; ++y) {
            for (std::size_t x = 400; x < 780; ++x) {
                const std::uint8_t* pixel = &pixels[(y * 1280 + x) * 4];
                count += pixel[0] == 0x14 && pixel[1] == 0x12 && pixel[2] == 0x1f;
            }
        }
        return count;
    };
    const auto without = pixelsWith("");
    const auto two = pixelsWith("&compare=borough:E09000003,borough:E09000009");
    const auto others = pixelsWith("&compare=borough:E09000010,borough:E09000015");
    EXPECT_LT(darkest(without), 10);
    EXPECT_GT(darkest(two), 200);
    EXPECT_GT(darkest(others), 200);
    EXPECT_NE(two, others);
    EXPECT_EQ(darkest(pixelsWith("")), darkest(without));
}

}  // namespace
}  // namespace dex::test
