#include "text/shelves.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

GlyphBitmap grey(int width, int height) {
    return {width, height, 0, 0,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 128)};
}

TEST(Shelves, LeavesAnEmptyPixelRoundEach) {
    Shelves shelves;
    shelves.reset(64, 512);
    for (int i = 0; i < 40; ++i) EXPECT_EQ(shelves.place(grey(1 + i % 9, 3 + i % 7)).width, 1 + i % 9);
    const auto at = [&](int x, int y) { return shelves.pixels()[static_cast<std::size_t>(y * 64 + x)]; };
    for (int x = 0; x < 64; ++x) EXPECT_EQ(at(x, 0), 0);
    for (int y = 0; y < shelves.height(); ++y) {
        EXPECT_EQ(at(0, y), 0);
        EXPECT_EQ(at(63, y), 0);
    }
}

TEST(Shelves, GrowsAndThenRefuses) {
    Shelves shelves;
    shelves.reset(64, 512);
    const int before = shelves.height();
    int placed = 0;
    for (int i = 0; i < 20; ++i) placed += shelves.place(grey(60, 60)).width > 0 ? 1 : 0;
    EXPECT_GT(shelves.height(), before);
    EXPECT_EQ(shelves.height(), 512);
    EXPECT_EQ(placed, 8);
    EXPECT_EQ(shelves.place(grey(63, 1)).width, 0) << "wider than the picture";
    EXPECT_EQ(shelves.place({}).width, 0);
}

}  // namespace
}  // namespace dex
