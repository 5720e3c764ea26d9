#include "text/face.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "support/faces.h"

namespace dex {
namespace {

TEST(Face, RefusesWhatIsNoFace) {
    EXPECT_EQ(Face::open({}).error().status, Status::BadFont);
    EXPECT_EQ(Face::open(Bytes(4096, std::byte{0})).error().status, Status::BadFont);
    const auto words = asBytes("This is no face at all, but long enough to hold a header.");
    EXPECT_EQ(Face::open({words.begin(), words.end()}).error().status, Status::BadFont);
}

TEST(Face, RefusesAFileThatWasCutOff) {
    const Bytes file = readBytes(DEX_ROOT "/build/faces/regular.otf");
    if (file.empty()) GTEST_SKIP() << "build/faces is made by the build";
    for (std::size_t i = 1; i < 64; ++i) {
        const ByteSpan part = ByteSpan(file).first(file.size() * i / 64);
        EXPECT_FALSE(Face::open({part.begin(), part.end()}).ok()) << i;
    }
}

TEST(Face, HoldsWhatTheInterfaceWrites) {
    for (const char* name : {"regular", "semibold"}) {
        const std::optional<Face> face = builtFace(name);
        if (!face) GTEST_SKIP() << "build/faces is made by the build";
        for (char32_t c = U' '; c <= U'~'; ++c) EXPECT_TRUE(face->has(c)) << name << " " << static_cast<unsigned>(c);
        for (char32_t c = 0xA1; c <= 0x17F; ++c) {  // But the soft hyphen, and a letter that Unicode has given up.
            EXPECT_TRUE(c == 0xAD || c == 0x149 || face->has(c)) << name << " " << std::hex << static_cast<unsigned>(c);
        }
        for (const char32_t c : U"ŴŵŶŷẀẁẂẃẄẅ‘’“”–—…−×€←↑→↓\u2009") {
            EXPECT_TRUE(c == 0 || face->has(c)) << name << " " << std::hex << static_cast<unsigned>(c);
        }
    }
}

TEST(Face, HasFiguresOfOneWidth) {
    DEX_FACE_OR_SKIP(face, "regular");
    for (char32_t c = U'1'; c <= U'9'; ++c) EXPECT_DOUBLE_EQ(face.advance(c, 100), face.advance(U'0', 100));
}

TEST(Face, ScalesItsMeasures) {
    DEX_FACE_OR_SKIP(face, "semibold");
    EXPECT_DOUBLE_EQ(face.advance(U'M', 26), 2 * face.advance(U'M', 13));
    EXPECT_GT(face.ascent(10), face.capHeight(10));
    EXPECT_NEAR(face.capHeight(10), 7.27, 0.1);
    EXPECT_LT(face.descent(10), 0);
}

// The box of its points, whose curves bulge at their ends.
TEST(Face, OutlinesAGlyphWhereItIsDrawn) {
    constexpr double kPx = 40;
    for (const char* name : {"regular", "semibold"}) {
        const std::optional<Face> built = builtFace(name);
        if (!built) GTEST_SKIP() << "build/faces is made by the build";
        const Face& face = *built;
        for (const char32_t c : U"AHOQgjx8&é") {
            if (c == 0) continue;
            double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
            std::size_t rings = 0;
            for (const GlyphStep& step : face.outline(c, kPx)) {
                rings += step.kind == GlyphStep::Kind::Move ? 1 : 0;
                left = std::min(left, step.to.x);
                right = std::max(right, step.to.x);
                top = std::min(top, step.to.y);
                bottom = std::max(bottom, step.to.y);
            }
            const GlyphBitmap bitmap = face.bitmap(c, kPx, 0);
            const auto glyph = static_cast<unsigned>(c);
            EXPECT_NEAR(left, bitmap.left, 1.01) << name << ' ' << glyph;
            EXPECT_NEAR(right, bitmap.left + bitmap.width, 1.01) << name << ' ' << glyph;
            EXPECT_NEAR(top, bitmap.top, 1.01) << name << ' ' << glyph;
            EXPECT_NEAR(bottom, bitmap.top + bitmap.height, 1.01) << name << ' ' << glyph;
            EXPECT_GE(rings, c == U'8' ? 3u : 1u) << name << ' ' << glyph;
        }
        EXPECT_TRUE(face.outline(U' ', kPx).empty());
        // Twice the size is twice the shape.
        EXPECT_DOUBLE_EQ(face.outline(U'O', 2 * kPx)[1].first.x, 2 * face.outline(U'O', kPx)[1].first.x);
    }
}

TEST(Face, DrawsAGlyphWithinItsBox) {
    DEX_FACE_OR_SKIP(face, "semibold");
    const GlyphBitmap glyph = face.bitmap(U'H', 20, 0);
    ASSERT_FALSE(glyph.cover.empty());
    EXPECT_NEAR(glyph.height, face.capHeight(20), 1.5);
    EXPECT_EQ(glyph.top, -glyph.height);  // It stands on the baseline.
    EXPECT_EQ(*std::max_element(glyph.cover.begin(), glyph.cover.end()), 255);
}

TEST(Face, MovesAGlyphByAFractionOfAPixel) {
    DEX_FACE_OR_SKIP(face, "regular");
    EXPECT_NE(face.bitmap(U'l', 13, 0).cover, face.bitmap(U'l', 13, 0.5).cover);
}

TEST(Face, DrawsFinelyWhatEveryShiftIsReadFrom) {
    DEX_FACE_OR_SKIP(face, "regular");
    constexpr int kColumns = 4;
    const GlyphBitmap fine = face.finely(U'g', 13, kColumns);
    for (int shift = 0; shift < kColumns; ++shift) {
        const GlyphBitmap glyph = face.bitmap(U'g', 13, static_cast<double>(shift) / kColumns);
        ASSERT_EQ(glyph.height, fine.height);
        for (int x = 0; x < glyph.width; ++x) {
            const int column = kColumns * (glyph.left + x) - shift + kColumns - 1 - fine.left;
            for (int y = 0; y < glyph.height; ++y) {
                const bool isWithin = column >= 0 && column < fine.width;
                const int read = isWithin ? fine.cover[static_cast<std::size_t>(y * fine.width + column)] : 0;
                EXPECT_NEAR(read, glyph.cover[static_cast<std::size_t>(y * glyph.width + x)], 4) << x << ' ' << y;
            }
        }
    }
}

TEST(Face, DrawsNothingForASpaceOrAMissingGlyph) {
    DEX_FACE_OR_SKIP(face, "regular");
    EXPECT_TRUE(face.finely(U' ', 20, 2).cover.empty());
    EXPECT_TRUE(face.bitmap(U' ', 20, 0).cover.empty());
    // What the face does not have is a box, and no gap in a name.
    EXPECT_FALSE(face.bitmap(0x4E2D, 20, 0).cover.empty());
    EXPECT_FALSE(face.finely(0x4E2D, 20, 2).cover.empty());
    EXPECT_TRUE(haloOf({}, 2).cover.empty());
}

TEST(Halo, ReachesItsRadiusAndNoFurther) {
    GlyphBitmap dot{1, 1, 0, 0, {255}};
    const GlyphBitmap halo = haloOf(dot, 2);
    ASSERT_EQ(halo.width, 7);
    EXPECT_EQ(halo.left, -3);
    const auto at = [&](int x, int y) { return halo.cover[static_cast<std::size_t>((y + 3) * 7 + x + 3)]; };
    EXPECT_EQ(at(0, 0), 255);
    EXPECT_EQ(at(2, 0), 255);
    EXPECT_EQ(at(3, 0), 0);
    EXPECT_EQ(at(3, 3), 0);
    EXPECT_GT(at(2, 1), at(2, 2));
}

TEST(Halo, CoversTheWholeGlyph) {
    DEX_FACE_OR_SKIP(face, "semibold");
    const GlyphBitmap ink = face.bitmap(U'g', 13, 0.25);
    const GlyphBitmap halo = haloOf(ink, 2);
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            const auto inHalo =
                static_cast<std::size_t>((y + ink.top - halo.top) * halo.width + x + ink.left - halo.left);
            EXPECT_GE(halo.cover[inHalo], ink.cover[static_cast<std::size_t>(y * ink.width + x)]);
        }
    }
}

}  // namespace
}  // namespace dex
