// Short pieces of a border are drawn as one on the processor: the picture is the one of piece after piece.

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

#include "gpu/blocks.h"
#include "gpu/programs.h"
#include "gpu/software_device.h"

namespace dex {
namespace {

class JoinedBorders : public testing::Test {
protected:
    static constexpr int kSide = 40;
    static constexpr std::size_t kBlockBytes = 256;
    // 100 cells a pixel.
    JoinedBorders() {
        std::string log;
        program_ = device_.makeProgram(programDesc(Program::Borders), log);
        blocks_ = device_.makeBuffer({"blocks", BufferKind::Uniforms, 2 * kBlockBytes, {}, true});
        TileBlock tile;
        tile.pxPerCell = {0.01f, 0.01f};
        StrokeBlock stroke;
        stroke.colour = {0, 0, 0, 1};
        stroke.halfWidthPx = 0.75f;
        device_.writeBuffer(blocks_, 0, std::as_bytes(std::span(&tile, 1)));
        device_.writeBuffer(blocks_, kBlockBytes, std::as_bytes(std::span(&stroke, 1)));
        target_ = device_.makeTexture({"target", TextureFormat::Rgba8, kSide, kSide, {}, false, true, 1});
    }
    // Through these places, in hundredths of a pixel: in one call, or each piece in a call of its own.
    std::vector<std::byte> drawn(const std::vector<std::pair<int, int>>& places, bool together) {
        std::vector<BorderPiece> corners;
        for (std::size_t i = 1; i < places.size(); ++i) {
            const auto cell = [](int n) { return static_cast<std::uint16_t>(n); };
            const BorderPiece piece{cell(places[i - 1].first), cell(places[i - 1].second), cell(places[i].first),
                                    cell(places[i].second)};
            corners.insert(corners.end(), 4, piece);
        }
        const BufferId pieces =
            device_.makeBuffer({"pieces", BufferKind::Vertices, 0, std::as_bytes(std::span(corners))});
        device_.beginPass({target_, kSide, kSide, Rgba8{255, 255, 255, 255}});
        device_.setBlend(Blend::Over);
        device_.use(program_);
        device_.useUniforms(kTileSlot, blocks_, 0, sizeof(TileBlock));
        device_.useUniforms(kStrokeSlot, blocks_, kBlockBytes, sizeof(StrokeBlock));
        const auto count = static_cast<std::uint32_t>(corners.size() / 4);
        for (std::uint32_t i = 0; i < count; i += together ? count : 1) {
            device_.useVertices(pieces, std::size_t{i} * 4 * sizeof(BorderPiece));
            device_.drawQuads(together ? count : 1);
        }
        device_.endPass();
        std::vector<std::byte> rgba(std::size_t{4} * kSide * kSide);
        device_.read(target_, {0, 0, kSide, kSide}, rgba);
        return rgba;
    }
    // By which a channel of a pixel differs most.
    static int difference(const std::vector<std::byte>& one, const std::vector<std::byte>& other) {
        int most = 0;
        for (std::size_t i = 0; i < one.size(); ++i)
            most = std::max(most, std::abs(std::to_integer<int>(one[i]) - std::to_integer<int>(other[i])));
        return most;
    }
    int difference(const std::vector<std::pair<int, int>>& places) {
        return difference(drawn(places, true), drawn(places, false));
    }

    SoftwareDevice device_;
    ProgramId program_;
    TextureId target_;
    BufferId blocks_;
};

TEST_F(JoinedBorders, AreNearerToTheLineThanPieceAfterPiece) {
    std::vector<std::pair<int, int>> places;
    for (int i = 0; i <= 3000; i += 15) places.emplace_back(300 + i, 400 + i * 2 / 3);
    const auto line = drawn({places.front(), places.back()}, true);
    // The soft rim of each piece is blended over that of the one before.
    const int alone = difference(drawn(places, false), line), joined = difference(drawn(places, true), line);
    EXPECT_LT(joined, alone);
    EXPECT_LE(joined, 96);
}

TEST_F(JoinedBorders, KeepASpikeThatComesBackToWhereItBegan) {
    EXPECT_EQ(difference({{500, 500}, {3000, 2000}, {520, 480}}), 0);
    EXPECT_EQ(difference({{500, 500}, {3000, 500}, {3000, 3000}, {500, 3000}, {500, 500}}), 0);
}

TEST_F(JoinedBorders, KeepPiecesThatDoNotFollowEachOther) {
    EXPECT_EQ(difference({{500, 500}, {2500, 700}, {2500, 2700}}), 0);
}

TEST_F(JoinedBorders, KeepTheLastOneHoweverShort) {
    const auto dot = drawn({{2000, 2000}, {2010, 2000}}, true);
    EXPECT_EQ(dot, drawn({{2000, 2000}, {2010, 2000}}, false));
    EXPECT_NE(dot, drawn({{100, 100}, {100, 100}}, true));
}

}  // namespace
}  // namespace dex
