#include "find/area_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace dex {
namespace {

GridBox boxOf(std::int32_t minX, std::int32_t minY, std::int32_t maxX, std::int32_t maxY) {
    return {minX, minY, maxX, maxY};
}

std::vector<GridBox> someBoxes(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto within = [&](std::uint32_t max) { return static_cast<std::int32_t>(random() % max); };
    std::vector<GridBox> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t x = within(5000) - 2500, y = within(5000) - 2500;
        boxes.push_back(boxOf(x, y, x + within(200), y + within(200)));
    }
    return boxes;
}

std::vector<std::uint32_t> searched(const AreaIndex& index, const GridBox& query) {
    std::vector<std::uint32_t> found(index.areaCount());
    found.resize(index.search(query, found));
    std::sort(found.begin(), found.end());
    return found;
}

TEST(AreaIndex, FindsWhatTryingEveryBoxFinds) {
    for (const std::size_t count : {1u, 2u, 15u, 16u, 17u, 256u, 257u, 5000u}) {
        const std::vector<GridBox> boxes = someBoxes(count, 7);
        const Bytes bytes = AreaIndex::pack(boxes);
        const auto index = AreaIndex::open(bytes);
        ASSERT_TRUE(index.ok());
        EXPECT_EQ(index->areaCount(), count);
        for (const GridBox& query : someBoxes(200, 8)) {
            std::vector<std::uint32_t> wanted;
            for (std::uint32_t i = 0; i < count; ++i) {
                if (boxes[i].touches(query)) wanted.push_back(i);
            }
            ASSERT_EQ(searched(*index, query), wanted);
        }
    }
}

TEST(AreaIndex, ReportsBothNeighboursOnASharedBorder) {
    const std::vector<GridBox> boxes{boxOf(0, 0, 10, 10), boxOf(10, 0, 20, 10)};
    const Bytes bytes = AreaIndex::pack(boxes);
    const auto index = AreaIndex::open(bytes);
    std::uint32_t found[2];
    EXPECT_EQ(index->search(GridPoint{10, 5}, found), 2u);
    EXPECT_EQ(index->search(GridPoint{9, 5}, found), 1u);
    EXPECT_EQ(found[0], 0u);
    EXPECT_EQ(index->search(GridPoint{21, 5}, found), 0u);
}

TEST(AreaIndex, CountsWhatItHasNoRoomFor) {
    const std::vector<GridBox> boxes(100, boxOf(0, 0, 1, 1));
    const Bytes bytes = AreaIndex::pack(boxes);
    const auto index = AreaIndex::open(bytes);
    std::vector<std::uint32_t> found(3, 1000);
    EXPECT_EQ(index->search(GridPoint{1, 1}, std::span(found).first(2)), 100u);
    EXPECT_LT(found[1], 100u);
    EXPECT_EQ(found[2], 1000u);
}

TEST(AreaIndex, NeverFindsAnEmptyBoxAndHoldsTheWholeGrid) {
    const std::int32_t far = std::int32_t{1} << kMaxGridBits;
    const std::vector<GridBox> boxes{GridBox{}, boxOf(0, 0, 0, 0), boxOf(far, far, far, far), GridBox{}};
    const Bytes bytes = AreaIndex::pack(boxes);
    const auto index = AreaIndex::open(bytes);
    EXPECT_EQ(searched(*index, boxOf(0, 0, far, far)), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(searched(*index, boxOf(far, far, far, far)), (std::vector<std::uint32_t>{2}));
}

TEST(AreaIndex, IsEmptyOfNothing) {
    const Bytes bytes = AreaIndex::pack({});
    const auto index = AreaIndex::open(bytes);
    ASSERT_TRUE(index.ok());
    EXPECT_EQ(index->areaCount(), 0u);
    EXPECT_EQ(index->search(GridPoint{0, 0}, {}), 0u);
    EXPECT_EQ(AreaIndex().search(GridPoint{0, 0}, {}), 0u);
}

TEST(AreaIndex, RefusesBytesThatAreNone) {
    const Bytes good = AreaIndex::pack(someBoxes(40, 1));
    for (std::size_t size = 0; size < good.size(); ++size) {
        EXPECT_EQ(AreaIndex::open(ByteSpan(good).first(size)).error().status, Status::Truncated);
    }
    Bytes bad = good;
    bad.push_back(std::byte{0});
    EXPECT_EQ(AreaIndex::open(bad).error().status, Status::TrailingBytes);
    bad = good;
    bad[4 + 4 * 7] = std::byte{40};
    EXPECT_EQ(AreaIndex::open(bad).error(), (Error{Status::BadIndex, 4 + 4 * 7}));
    bad = good;
    bad.back() = std::byte{0};
    EXPECT_EQ(AreaIndex::open(bad).error(), (Error{Status::BadIndex, good.size() - 256})) << "a child beyond the last";
    bad = good;
    bad[3] = std::byte{0xff};
    EXPECT_EQ(AreaIndex::open(bad).error().status, Status::TooLarge);
}

}  // namespace
}  // namespace dex
