#include "text/glyph_atlas.h"

#include <gtest/gtest.h>

#include "support/faces.h"

namespace dex {
namespace {

TEST(GlyphAtlas, DrawsAGlyphOnce) {
    DEX_FACE_OR_SKIP(face, "semibold");
    GlyphAtlas atlas;
    atlas.reset(&face, &face, 12, 13, 2);
    const GlyphSlot slot = atlas.glyph(U'g', true, 0).ink;
    const std::uint32_t version = atlas.version();
    EXPECT_GT(slot.width, 0);
    EXPECT_EQ(atlas.glyph(U'g', true, 0).ink.x, slot.x);
    EXPECT_EQ(atlas.version(), version);
    atlas.glyph(U'g', true, 1);
    EXPECT_NE(atlas.version(), version);
}

TEST(GlyphAtlas, KeepsGlyphsApart) {
    DEX_FACE_OR_SKIP(face, "semibold");
    GlyphAtlas atlas;
    atlas.reset(&face, &face, 36, 39, 6);
    std::vector<GlyphSlot> slots;
    for (char32_t c = U'!'; c <= U'~'; ++c) {
        const GlyphAtlas::Glyph glyph = atlas.glyph(c, c % 2 == 0, 0);
        slots.push_back(glyph.ink);
        slots.push_back(glyph.halo);
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
        EXPECT_LE(slots[i].x + slots[i].width, GlyphAtlas::kWidth);
        EXPECT_LE(slots[i].y + slots[i].height, atlas.height());
        for (std::size_t j = 0; j < i; ++j) {
            const bool apart = slots[i].x + slots[i].width <= slots[j].x || slots[j].x + slots[j].width <= slots[i].x ||
                               slots[i].y + slots[i].height <= slots[j].y || slots[j].y + slots[j].height <= slots[i].y;
            EXPECT_TRUE(apart) << i << " " << j;
        }
    }
}

TEST(GlyphAtlas, LeavesOutWhatFindsNoRoom) {
    DEX_FACE_OR_SKIP(face, "semibold");
    GlyphAtlas atlas;
    atlas.reset(&face, &face, 300, 300, 1);
    int without = 0;
    for (char32_t c = U'!'; c <= U'~'; ++c) without += atlas.glyph(c, true, 0).ink.width == 0 ? 1 : 0;
    EXPECT_GT(without, 0);
    EXPECT_LE(atlas.height(), GlyphAtlas::kMaxHeight);
}

TEST(GlyphAtlas, SpacesSmallTextMoreFinely) {
    DEX_FACE_OR_SKIP(face, "semibold");
    GlyphAtlas atlas;
    atlas.reset(&face, &face, 12, 13, 2);
    EXPECT_EQ(atlas.shiftsPerPx(), 4);
    atlas.reset(&face, &face, 36, 39, 6);
    EXPECT_EQ(atlas.shiftsPerPx(), 1);
}

}  // namespace
}  // namespace dex
