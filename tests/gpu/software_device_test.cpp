#include "gpu/software_device.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/hash.h"
#include "gpu/blocks.h"
#include "gpu/programs.h"
#include "gpu/software_outline.h"
#include "support/drawn_map.h"
#include "tests/abi/allocations.h"

namespace dex {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN(), kFar = 1e30f;

// Counts how often each pixel, or each sample of it, is covered.
struct Counting {
    int width, samples;
    std::vector<int> times;
    Counting(int wide, int high, int each)
        : width(wide), samples(each), times(static_cast<std::size_t>(wide * high * each)) {}
    int& at(int y, int x, int sample) { return times[static_cast<std::size_t>((y * width + x) * samples + sample)]; }
    void span(int y, int from, int to) {
        for (int x = from; x < to; ++x) part(y, x, Canvas::kAllSamples);
    }
    void part(int y, int x, std::uint32_t mask) {
        for (int i = 0; i < samples; ++i) at(y, x, i) += static_cast<int>(mask >> i & 1u);
    }
};

template <typename AnyPaint>
void coverTriangle(const Clip& clip, bool samples, Place a, Place b, Place c, AnyPaint& paint) {
    static OutlineFill fill;
    const Place places[] = {a, b, c};
    constexpr std::uint32_t kEnds[] = {3};
    fill.cover(clip, samples, {places, kEnds}, paint);
}

// A mesh without gaps over a square of pixels: a net of jittered corners, each cell cut in two this way or that.
template <typename Each>
void forMesh(std::uint32_t seed, std::int32_t side, std::int32_t cells, Each&& each) {
    const auto random = [&seed](std::int32_t below) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<std::int32_t>(seed >> 8) % below;
    };
    const std::int32_t step = side / cells;
    std::vector<Place> net;
    for (std::int32_t row = 0; row <= cells; ++row) {
        for (std::int32_t column = 0; column <= cells; ++column) {
            const auto jitter = [&](std::int32_t i) { return i == 0 || i == cells ? 0 : random(step) - step / 2; };
            net.push_back({column * step + jitter(column), row * step + jitter(row)});
        }
    }
    const auto corner = [&](std::int32_t row, std::int32_t column) {
        return net[static_cast<std::size_t>(row * (cells + 1) + column)];
    };
    for (std::int32_t row = 0; row < cells; ++row) {
        for (std::int32_t column = 0; column < cells; ++column) {
            const Place a = corner(row, column), b = corner(row, column + 1), c = corner(row + 1, column),
                        d = corner(row + 1, column + 1);
            // Where the cell is not convex a diagonal between two opposite corners may leave it: take the one that does not.
            const auto turn = [](Place p, Place q, Place r) {
                return std::int64_t{q.x - p.x} * (r.y - p.y) - std::int64_t{q.y - p.y} * (r.x - p.x);
            };
            if ((turn(a, d, b) < 0) != (turn(a, d, c) < 0)) {
                each(a, b, d);
                each(d, a, c);
            } else {
                each(b, c, a);
                each(c, d, b);
            }
        }
    }
}

TEST(OutlineFill, CoversEachPixelOfAMeshOnceWhateverItsTriangles) {
    constexpr int kSide = 64;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        // Of the finest mesh, whose triangles are smaller than a pixel, a few hold as many triangles as all others.
        for (const std::int32_t cells : {1, 4, 16, 64, 256}) {
            if (cells == 256 && seed > 4) continue;
            for (const bool samples : {false, true}) {
                Counting counting(kSide, kSide, samples ? Canvas::kSamples : 1);
                forMesh(seed, kSide * kPlacesPerPx, cells, [&](Place a, Place b, Place c) {
                    coverTriangle({0, 0, kSide, kSide}, samples, a, b, c, counting);
                });
                const auto once = std::count(counting.times.begin(), counting.times.end(), 1);
                ASSERT_EQ(static_cast<std::size_t>(once), counting.times.size())
                    << seed << " " << cells << " " << samples;
            }
        }
    }
}

TEST(OutlineFill, CountsLeftAndTopEdgesAsInsideAndOthersNot) {
    // A square whose edges run through the middles of pixels 1 and 3.
    const Place corners[] = {{24, 24}, {56, 24}, {24, 56}, {56, 56}};
    Counting counting(5, 5, 1);
    coverTriangle({0, 0, 5, 5}, false, corners[0], corners[1], corners[2], counting);
    coverTriangle({0, 0, 5, 5}, false, corners[2], corners[1], corners[3], counting);
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 5; ++x)
            EXPECT_EQ(counting.at(y, x, 0), x >= 1 && x < 3 && y >= 1 && y < 3) << x << " " << y;
    }
}

TEST(OutlineFill, LeavesHolesOutWhateverTheOrderAndDirectionOfRings) {
    // A square of 6 px with a hole of 2, and an island of 1 px beside them.
    const Place outer[] = {{0, 0}, {96, 0}, {96, 96}, {0, 96}}, hole[] = {{32, 32}, {64, 32}, {64, 64}, {32, 64}},
                island[] = {{112, 0}, {128, 0}, {128, 16}, {112, 16}};
    const auto covered = [](std::vector<std::span<const Place>> rings, bool backwards) {
        std::vector<Place> corners;
        std::vector<std::uint32_t> ends;
        for (const auto& ring : rings) {
            corners.insert(corners.end(), ring.begin(), ring.end());
            if (backwards) std::reverse(corners.end() - 4, corners.end());
            ends.push_back(static_cast<std::uint32_t>(corners.size()));
        }
        Counting counting(9, 7, 1);
        OutlineFill().cover({0, 0, 9, 7}, false, {corners, ends}, counting);
        return counting.times;
    };
    const auto first = covered({outer, hole, island}, false);
    EXPECT_EQ(std::count(first.begin(), first.end(), 1), 6 * 6 - 2 * 2 + 1);
    EXPECT_EQ(first[2 * 9 + 1], 1);
    EXPECT_EQ(first[2 * 9 + 2], 0);
    EXPECT_EQ(first[7], 1);
    EXPECT_EQ(covered({island, hole, outer}, true), first);
}

TEST(OutlineFill, FillsOutlinesThatAreLargerThanItsMarks) {
    for (const auto& [width, height] : {std::pair{40'000, 3}, {30, 9000}, {2000, 40}}) {
        for (const bool samples : {false, true}) {
            Counting counting(width, height, samples ? Canvas::kSamples : 1);
            const std::int32_t right = width * kPlacesPerPx, low = height * kPlacesPerPx;
            const Place corners[] = {{0, 0}, {right, 0}, {right, low}, {0, low}};
            constexpr std::uint32_t kEnds[] = {4};
            OutlineFill().cover({0, 0, width, height}, samples, {corners, kEnds}, counting);
            const auto once = std::count(counting.times.begin(), counting.times.end(), 1);
            EXPECT_EQ(static_cast<std::size_t>(once), counting.times.size()) << width << " " << samples;
        }
    }
}

TEST(OutlineFill, StaysInItsClipHoweverFarTheCornersAre) {
    const std::int32_t far = static_cast<std::int32_t>(kMaxPlace);
    Counting counting(8, 8, 1);
    coverTriangle({2, 3, 6, 5}, false, {-far, -far}, {far, -far}, {-far, far}, counting);
    coverTriangle({2, 3, 6, 5}, false, {far, -far}, {-far, far}, {far, far}, counting);
    coverTriangle({2, 3, 6, 5}, true, {-far, 55}, {far, 56}, {far, 57}, counting);
    coverTriangle({4, 4, 4, 4}, false, {-far, -far}, {far, -far}, {-far, far}, counting);
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            if (y < 3 || y >= 5 || x < 2 || x >= 6) {
                EXPECT_EQ(counting.at(y, x, 0), 0);
            } else {
                EXPECT_GE(counting.at(y, x, 0), 1);
            }
        }
    }
}

TEST(Snapped, TakesTheNearestSixteenthAndNoNumberForSomewhereFar) {
    EXPECT_EQ(snapped(1.5f), 24);
    EXPECT_EQ(snapped(-1.5f), -24);
    EXPECT_EQ(snapped(0.031f), 0);
    EXPECT_EQ(snapped(0.032f), 1);
    EXPECT_EQ(snapped(-0.033f), -1);
    EXPECT_EQ(snapped(kFar), static_cast<std::int32_t>(kMaxPlace));
    EXPECT_EQ(snapped(-kFar), -static_cast<std::int32_t>(kMaxPlace));
    EXPECT_EQ(snapped(kNaN), -static_cast<std::int32_t>(kMaxPlace));
}

TEST(Mix, IsExactAtBothEndsAndNearestBetween) {
    for (std::uint32_t ground = 0; ground < 256; ++ground) {
        for (std::uint32_t colour = 0; colour < 256; colour += 5) {
            EXPECT_EQ(mix(ground * 0x01010101u, colour * 0x01010101u, 0), ground * 0x01010101u);
            EXPECT_EQ(mix(ground * 0x01010101u, colour * 0x01010101u, kWhole), colour * 0x01010101u);
            const double half = (ground * 128.0 + colour * 128.0) / 256;
            EXPECT_EQ(mix(ground * 0x01010101u, colour * 0x01010101u, 128),
                      static_cast<std::uint32_t>(std::floor(half + 0.5)) * 0x01010101u);
        }
    }
}

// Squares in px from the lower left corner, drawn by the label program: one texel of full cover.
class SoftwareDeviceTest : public testing::Test {
protected:
    SoftwareDeviceTest() {
        std::string log;
        program_ = device_.makeProgram(programDesc(Program::Label), log);
        const std::byte full{255};
        texture_ = device_.makeTexture({"full", TextureFormat::R8, 1, 1, {&full, 1}});
        vertices_ = device_.makeBuffer({"square", BufferKind::Vertices, 4 * sizeof(LabelVertex), {}, true});
    }

    TextureId target(int width, int height, int samples = 1) {
        return device_.makeTexture({"target", TextureFormat::Rgba8, width, height, {}, false, true, samples});
    }
    void square(float left, float low, float right, float top, Rgba8 ink) {
        const LabelVertex corners[] = {
            {left, top, 0, 0, ink}, {right, top, 0, 0, ink}, {left, low, 0, 0, ink}, {right, low, 0, 0, ink}};
        device_.writeBuffer(vertices_, 0, std::as_bytes(std::span(corners)));
    }
    void draw() {
        device_.use(program_);
        device_.useTexture(0, texture_);
        device_.useVertices(vertices_, 0);
        device_.drawQuads(1);
    }
    // Of the upper left corner of what was drawn into.
    Rgba8 pixel(TextureId from, int x, int y) {
        std::byte rgba[4];
        device_.read(from, {x, y, 1, 1}, rgba);
        const auto channel = [&](int i) { return std::to_integer<std::uint8_t>(rgba[i]); };
        return {channel(0), channel(1), channel(2), channel(3)};
    }

    SoftwareDevice device_;
    ProgramId program_;
    TextureId texture_;
    BufferId vertices_;
    static constexpr Rgba8 kPaper{200, 200, 200, 255}, kInk{10, 20, 30, 255};
};

TEST_F(SoftwareDeviceTest, StartsBelowAndReadsFromTheTop) {
    const TextureId on = target(2, 3);
    square(0, 0, 2, 1, kInk);
    device_.beginPass({on, 2, 3, kPaper});
    draw();
    device_.endPass();
    EXPECT_EQ(pixel(on, 0, 0), kInk);
    EXPECT_EQ(pixel(on, 0, 1), kPaper);
    std::byte rows[2 * 3 * 4];
    device_.read(on, {0, 0, 2, 3}, rows);
    EXPECT_EQ(std::to_integer<int>(rows[0]), kPaper.r);
    EXPECT_EQ(std::to_integer<int>(rows[2 * 2 * 4]), kInk.r);
}

TEST_F(SoftwareDeviceTest, DrawsInsideTheScissorAloneWhereverThatLies) {
    const TextureId on = target(6, 6);
    square(-10, -10, 20, 20, kInk);
    for (const DeviceRect& rect : {DeviceRect{1, 2, 3, 2},
                                   {-4, -4, 6, 6},
                                   {4, 4, 100, 100},
                                   {2, 2, 0, 3},
                                   {9, 9, 3, 3},
                                   {-9, 0, 3, 3},
                                   {0, 0, 1 << 30, 1 << 30}}) {
        device_.beginPass({on, 6, 6, kPaper});
        device_.setScissor(rect);
        draw();
        device_.endPass();
        for (int y = 0; y < 6; ++y) {
            for (int x = 0; x < 6; ++x) {
                const bool inside = x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
                EXPECT_EQ(pixel(on, x, y), inside ? kInk : kPaper) << rect.x << " " << rect.y << ": " << x << " " << y;
            }
        }
    }
}

TEST_F(SoftwareDeviceTest, ForgetsTheScissorAndTheBlendAtTheNextPass) {
    const TextureId on = target(2, 2);
    square(0, 0, 2, 2, {0, 0, 0, 128});
    device_.beginPass({on, 2, 2, kPaper});
    device_.setScissor(DeviceRect{0, 0, 0, 0});
    device_.setBlend(Blend::Over);
    device_.endPass();
    device_.beginPass({on, 2, 2, kPaper});
    draw();
    device_.endPass();
    EXPECT_EQ(pixel(on, 1, 1), (Rgba8{0, 0, 0, 128}));
}

TEST_F(SoftwareDeviceTest, BlendsOverWhatIsThere) {
    const TextureId on = target(2, 2);
    square(0, 0, 1, 2, {0, 0, 0, 128});
    device_.beginPass({on, 2, 2, kPaper});
    device_.setBlend(Blend::Over);
    draw();
    device_.endPass();
    EXPECT_EQ(pixel(on, 0, 0), (Rgba8{99, 99, 99, 255}));
    EXPECT_EQ(pixel(on, 1, 0), kPaper);
}

TEST_F(SoftwareDeviceTest, CoversEachPixelOfAQuadOnceWhenItShowsThrough) {
    const TextureId on = target(40, 40);
    square(3.3f, 2.7f, 37.6f, 33.1f, {0, 0, 0, 128});
    device_.beginPass({on, 40, 40, kPaper});
    device_.setBlend(Blend::Over);
    draw();
    device_.endPass();
    for (int y = 3; y < 33; ++y) {
        for (int x = 3; x < 37; ++x) EXPECT_EQ(pixel(on, x, y).r, 99) << x << " " << y;
    }
}

TEST_F(SoftwareDeviceTest, KeepsWhatIsThereWhereAPassHasNoColour) {
    square(0, 0, 1, 1, kInk);
    device_.beginPass({{}, 3, 3, kPaper});
    draw();
    device_.endPass();
    square(2, 2, 3, 3, kInk);
    device_.beginPass({{}, 3, 3, std::nullopt});
    draw();
    device_.endPass();
    EXPECT_EQ(pixel({}, 0, 0), kInk);
    EXPECT_EQ(pixel({}, 1, 1), kPaper);
    EXPECT_EQ(pixel({}, 2, 2), kInk);
}

TEST_F(SoftwareDeviceTest, DrawsOnTheScreenWhatWasThereWhenItWasAsked) {
    square(0, 0, 1, 1, kInk);
    device_.beginPass({{}, 3, 3, kPaper});
    draw();
    device_.endPass();
    // Nobody has looked yet, and the square moves.
    square(2, 2, 3, 3, {1, 2, 3, 255});
    EXPECT_EQ(pixel({}, 0, 0), kInk);
    EXPECT_EQ(pixel({}, 2, 2), kPaper);
    device_.beginPass({{}, 3, 3, std::nullopt});
    draw();
    device_.endPass();
    EXPECT_EQ(pixel({}, 0, 0), kInk);
    EXPECT_EQ(pixel({}, 2, 2), (Rgba8{1, 2, 3, 255}));
    // Of a texture that goes before anybody has looked.
    device_.beginPass({{}, 3, 3, kPaper});
    draw();
    device_.endPass();
    device_.drop(texture_);
    EXPECT_EQ(pixel({}, 0, 0), kPaper);
    EXPECT_EQ(pixel({}, 2, 2), (Rgba8{1, 2, 3, 255}));
}

TEST_F(SoftwareDeviceTest, ResolvesSamplesToTheirMean) {
    const TextureId on = target(4, 4, 4);
    square(0, 0, 1.5f, 4, {0, 0, 0, 255});
    device_.beginPass({on, 4, 4, kPaper, true});
    draw();
    device_.endPass();
    EXPECT_EQ(pixel(on, 0, 1).r, 0);
    EXPECT_EQ(pixel(on, 1, 1).r, 100);  // Two samples of four.
    EXPECT_EQ(pixel(on, 1, 1).a, 255);
    EXPECT_EQ(pixel(on, 2, 1), kPaper);
}

TEST(Canvas, KeepsSamplesOfThosePixelsAloneThatAnEdgeCuts) {
    Canvas canvas;
    canvas.resize(64, 64);
    canvas.clear(canvas.all(), {200, 200, 200, 255});
    canvas.beginSamples();
    const auto paint = [&](Place a, Place b, Place c) {
        struct {
            Canvas& on;
            void span(int y, int from, int to) { on.fill(y, from, to, kOpaque | 0x40); }
            void part(int y, int x, std::uint32_t mask) {
                on.put(on.row(y)[x], mask, kOpaque | 0x40, kWhole, Blend::None);
            }
        } flat{canvas};
        coverTriangle({0, 0, 64, 64}, true, a, b, c, flat);
    };
    // A square of a mesh: of its inner edges nothing is left.
    forMesh(7, 48 * kPlacesPerPx, 8, [&](Place a, Place b, Place c) { paint(a, b, c); });
    canvas.resolve();
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) EXPECT_EQ(canvas.row(y)[x], x < 48 && y < 48 ? kOpaque | 0x40 : 0xffc8c8c8);
    }
    EXPECT_LT(canvas.cutPixels(), 48u * 8);
}

TEST_F(SoftwareDeviceTest, WritesPartsOfTexturesAndCopiesTargets) {
    const TextureId from = target(2, 2), to = target(2, 2);
    const std::byte red[] = {std::byte{255}, std::byte{0}, std::byte{0}, std::byte{255}};
    device_.beginPass({from, 2, 2, kPaper});
    device_.endPass();
    device_.writeTexture(from, 1, 0, 1, 1, red);
    device_.beginPass({to, 2, 2, kInk});
    device_.copy(from);
    device_.endPass();
    EXPECT_EQ(pixel(to, 1, 0), (Rgba8{255, 0, 0, 255}));
    EXPECT_EQ(pixel(to, 0, 0), kPaper);
    EXPECT_EQ(pixel(to, 1, 1), kPaper);
}

TEST_F(SoftwareDeviceTest, LivesThroughNumbersThatAreNone) {
    const TextureId on = target(5, 5);
    std::string log;
    const ProgramId outline = device_.makeProgram(programDesc(Program::Outline), log);
    const BufferId pieces = device_.makeBuffer({"pieces", BufferKind::Vertices, 4 * sizeof(OutlinePiece), {}, true});
    for (const float x : {kNaN, kFar, -kFar, std::numeric_limits<float>::infinity(), 1e7f, 0.0f}) {
        for (const float y : {kNaN, -kFar, 3.0f}) {
            square(x, y, 2, 3, kInk);
            const OutlinePiece piece{x, y, 2, 3, 2, 0, kInk}, all[] = {piece, piece, piece, piece};
            device_.writeBuffer(pieces, 0, std::as_bytes(std::span(all)));
            device_.beginPass({on, 5, 5, kPaper});
            draw();
            device_.use(outline);
            device_.useVertices(pieces, 0);
            device_.drawQuads(1);
            device_.endPass();
        }
    }
}

TEST_F(SoftwareDeviceTest, DrawsNoTriangleOfVerticesThatAreNotThere) {
    const TextureId on = target(4, 4);
    square(0, 0, 4, 4, kInk);
    const std::uint16_t beyond[] = {0, 1, 4, 0, 65535, 2};
    const BufferId indices =
        device_.makeBuffer({"beyond", BufferKind::Indices, 0, std::as_bytes(std::span(beyond)), false});
    device_.beginPass({on, 4, 4, kPaper});
    device_.use(program_);
    device_.useTexture(0, texture_);
    device_.useVertices(vertices_, 0);
    device_.useIndices(indices, IndexFormat::U16);
    device_.drawIndexed(0, 6);
    device_.endPass();
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) EXPECT_EQ(pixel(on, x, y), kPaper);
    }
}

// The map of the golden pictures, as it is drawn while it moves and at rest, with all that the processor works out.
class SoftwareMap : public testing::Test {
protected:
    SoftwareMap() {
        renderer_.setGroupings(drawnGroupings());
        renderer_.loadTile({0, 0}, drawnTile(map_, kAllLetters));
        MapTheme theme = lightTheme();
        theme.hatches = {Hatch::None, Hatch::Falling, Hatch::Across, Hatch::Upright, Hatch::Crossed};
        renderer_.setTheme(theme);
        const std::vector<std::uint8_t> classes = {4, 3, 2 | kFadedFlag, kNoDataClass, 1, 0, 1 | kDimmedFlag, 2};
        renderer_.setClasses(classes);
        scene_.hairlines = true;
        scene_.crosshair = true;
        scene_.selected = outlineAround(map_, 0);
        scene_.hovered = outlineAround(map_, 5);
    }
    void draw() { EXPECT_TRUE(renderer_.draw(scene_, kWidth, kHeight)); }
    std::string hash() {
        std::vector<std::byte> rgba(std::size_t{4} * kWidth * kHeight);
        device_.read({}, {0, 0, kWidth, kHeight}, rgba);
        return hexDigits(sha256(rgba), 16);
    }

    static constexpr int kWidth = 360, kHeight = 240;
    MiniMap map_ = drawnMap();
    Scene scene_ = drawnScene(map_, 240, 160, 1.5);
    SoftwareDevice device_;
    Renderer renderer_{device_};
};

// The same in a browser, under node and on every processor: a change here is a change of every picture that was published.
TEST_F(SoftwareMap, HasTheSameBitsEverywhere) {
    draw();
    EXPECT_EQ(hash(), "2a4d12244827890a");
    draw();
    EXPECT_FALSE(renderer_.needsFrame());
    EXPECT_EQ(hash(), "dec4e7e91488335c");
}

TEST_F(SoftwareMap, TakesNoMemoryForFramesLikeOnesItHasDrawn) {
    const auto passes = [&] {
        device_.beginPass({{}, kWidth, kHeight, Rgba8{1, 2, 3, 255}});
        device_.endPass();
    };
    draw();
    draw();
    passes();
    // The renderer makes some of its own lists again for each map picture, but none for a hover.
    scene_.hovered = outlineAround(map_, 4);
    draw();
    const auto before = test::allocationsSoFar();
    passes();
    renderer_.draw(scene_, kWidth, kHeight);
    EXPECT_EQ(test::allocationsSoFar().count, before.count);
}

}  // namespace
}  // namespace dex
