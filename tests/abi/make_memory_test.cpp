// How much memory the largest pictures take while they are drawn and packed.

#include <cstdio>

#include "tests/abi/allocations.h"
#include "tests/abi/making.h"

namespace dex::test {
namespace {

// Beyond the open atlas. The tiles of a picture count here, too: the boroughs have few.
constexpr std::uint64_t kMost = 32'000'000;
// Less than the pixels of one band, so that what is counted must be them.
constexpr std::uint64_t kLeast = 2'000'000;

std::uint64_t mostHeldFor(const std::function<void()>& work) {
    watchHeld();
    const std::uint64_t before = held().now;
    work();
    const std::uint64_t most = held().most - before;
    std::printf("%llu bytes at once\n", static_cast<unsigned long long>(most));
    return most;
}

TEST_F(MakingOfBoroughs, DrawsTheLargestPictureInLittleMemory) {
    page_.begin();
    page_.settle();
    const std::string order = pictureOrder("png", "v=1", "8000x8000");
    std::uint64_t bytes = 0;
    const std::uint64_t most = mostHeldFor([&] {
        Answer answer = step(order);
        while (answer.state == DEX_MADE_PART || answer.state == DEX_MADE_WAITS) {
            if (answer.state == DEX_MADE_WAITS) page_.settle();
            answer = step({});
            bytes += answer.bytes.size();
        }
        EXPECT_EQ(answer.state, DEX_MADE_ALL);
    });
    EXPECT_GT(bytes, 8000u * 3 * 8000) << "all of its pixels";
    EXPECT_LE(most, kMost);
    EXPECT_GE(most, kLeast);
}

TEST_F(MakingOfBoroughs, WritesLargePicturesInLittleMemory) {
    PictureOptions options;
    options.view = "v=1&area=borough:E09000028";
    options.card = true;
    options.scale = 6;  // 7,200 × 3,780 pixels.
    std::string png;
    const std::uint64_t most = mostHeldFor([&] { png = drawn(options); });
    EXPECT_GT(png.size(), 100'000u);
    EXPECT_LE(most, kMost);
    EXPECT_GE(most, kLeast);
}

}  // namespace
}  // namespace dex::test
