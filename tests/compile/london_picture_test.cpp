// The real London drawn by the shaders and by the processor: every small area has to be seen in the colour of its class.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "compile/london.h"
#include "support/drawing_device.h"
#include "support/drawn_map.h"

namespace dex {
namespace {

constexpr int kSide = 1024;         // Of a picture, px.
constexpr int kBlock = 1;           // A probe is the pixel at a place and so many around it.
constexpr double kClearancePx = 6;  // From a probe's middle to the border of its area: its line is narrower.
constexpr std::array kZooms = {13, 14, 15, 16, 17};

struct Probe {
    std::uint32_t area = 0;
    WorldPoint place;
};

double distanceTo(const Tile& tile, const TileArea& area, GridPoint from) {
    double min = 1e9;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        const PointRange ring = tile.rings[r];
        for (std::uint32_t i = 0; i < ring.count; ++i) {
            const TilePoint a = tile.ringPoints[ring.first + i], b = tile.ringPoints[ring.first + (i + 1) % ring.count];
            const double ax = a.x + tile.box.minX - from.x, ay = a.y + tile.box.minY - from.y;
            const double dx = b.x - a.x, dy = b.y - a.y;
            const double along = std::clamp(-(ax * dx + ay * dy) / std::max(1.0, dx * dx + dy * dy), 0.0, 1.0);
            min = std::min(min, std::hypot(ax + along * dx, ay + along * dy));
        }
    }
    return min;
}

class LondonPicture : public london::London, public testing::WithParamInterface<DrawnBy> {
protected:
    void SetUp() override {
        London::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        if (!device_.open(GetParam())) GTEST_SKIP() << "There is no EGL with OpenGL ES 3 here.";
        renderer_ = std::make_unique<Renderer>(*device_);
        renderer_->setTheme(lightTheme());
        lod_ = atlas_->head().lods.size() - 1;
        tiles_ = tilesOf(lod_);
        scene_.topLevel = atlas_->head().topLevel();
        Problems problems;
        std::vector<std::vector<std::uint32_t>> groupings;
        for (std::uint32_t level = 0; level <= scene_.topLevel; ++level)
            groupings.push_back(*atlas_->grouping(level, problems));
        renderer_->setGroupings(groupings);
        for (std::size_t i = 0; i < tiles_.size(); ++i) {
            scene_.tiles.push_back({static_cast<std::uint16_t>(lod_), static_cast<std::uint16_t>(i)});
            renderer_->loadTile(scene_.tiles.back(), tiles_[i]);
        }
        scene_.sight.viewport = {0, 0, kSide, kSide};
    }
    void TearDown() override {
        renderer_.reset();
        device_.close();
    }

    // The pictures of one zoom that hold all of these probes, and the areas that do not show their class in them.
    void probe(const std::vector<Probe>& probes, int zoom, std::vector<std::uint32_t>& wrong) {
        const double pxPerWorld = 256 * std::exp2(zoom);
        std::map<std::pair<int, int>, std::vector<Probe>> pictures;
        constexpr int kInner = kSide - 2 * kBlock;
        for (const Probe& one : probes) {
            pictures[{static_cast<int>(one.place.x * pxPerWorld / kInner),
                      static_cast<int>(one.place.y * pxPerWorld / kInner)}]
                .push_back(one);
        }
        for (const auto& [where, held] : pictures) {
            scene_.sight.pxPerWorld = pxPerWorld;
            scene_.sight.centre = {(where.first + 0.5) * kInner / pxPerWorld,
                                   (where.second + 0.5) * kInner / pxPerWorld};
            const TextureId target =
                device_->makeTexture({"picture", TextureFormat::Rgba8, kSide, kSide, {}, false, true, 1});
            ASSERT_TRUE(renderer_->draw(scene_, kSide, kSide, target)) << renderer_->failure();
            std::vector<std::byte> rgba(std::size_t{kSide} * kSide * 4);
            device_->read(target, {0, 0, kSide, kSide}, rgba);
            device_->drop(target);
            ++pictures_;
            for (const Probe& one : held) {
                const auto x = static_cast<int>(kSide / 2.0 + (one.place.x - scene_.sight.centre.x) * pxPerWorld);
                const auto y = static_cast<int>(kSide / 2.0 - (one.place.y - scene_.sight.centre.y) * pxPerWorld);
                if (!showsItsClass(rgba, x, y, classes_[one.area])) wrong.push_back(one.area);
            }
        }
    }

    static bool showsItsClass(const std::vector<std::byte>& rgba, int x, int y, std::uint8_t shown) {
        const Rgba8 wanted = lightTheme().classes[shown];
        for (int py = y - kBlock; py <= y + kBlock; ++py) {
            for (int px = x - kBlock; px <= x + kBlock; ++px) {
                const auto at = static_cast<std::size_t>(py * kSide + px) * 4;
                const auto channel = [&](std::size_t c) { return std::to_integer<std::uint8_t>(rgba[at + c]); };
                if (Rgba8{channel(0), channel(1), channel(2), channel(3)} != wanted) return false;
            }
        }
        return true;
    }

    DrawingDevice device_;
    std::unique_ptr<Renderer> renderer_;
    Scene scene_;
    std::size_t lod_ = 0;
    std::vector<Tile> tiles_;
    std::vector<std::uint8_t> classes_;
    int pictures_ = 0;
};

TEST_P(LondonPicture, ShowsEachOfTheAreasInTheColourOfItsClass) {
    Problems problems;
    const auto names = atlas_->names(0, problems);
    const int bits = atlas_->head().lods[lod_].gridBits;
    ASSERT_EQ(bits, kAnchorBits);
    // Neighbours have numbers that follow each other, so these differ where the default view's may not.
    for (std::uint32_t i = 0; i < names->codes.size(); ++i) classes_.push_back(static_cast<std::uint8_t>(i % 5));
    renderer_->setClasses(classes_);

    std::map<int, std::vector<Probe>> byZoom;
    std::uint32_t probed = 0, narrow = 0;
    for (const Tile& tile : tiles_) {
        for (const TileArea& area : tile.areas) {
            const GridPoint anchor = names->anchors[area.number];
            const double clearance = distanceTo(tile, area, anchor);
            const auto zoom = std::find_if(kZooms.begin(), kZooms.end(), [&](int z) {
                return clearance * 256 * std::exp2(z) / cellsPerWorld(bits) >= kClearancePx;
            });
            if (zoom == kZooms.end()) {
                ++narrow;
                continue;
            }
            byZoom[*zoom].push_back({area.number, toWorld(anchor, bits)});
            ++probed;
        }
    }
    std::vector<std::uint32_t> wrong;
    for (const auto& [zoom, probes] : byZoom) probe(probes, zoom, wrong);
    std::printf("%u areas probed in %d pictures: %zu in another colour\n", probed, pictures_, wrong.size());
    EXPECT_EQ(probed, 4994u);
    EXPECT_EQ(narrow, 0u);
    for (const std::uint32_t area : wrong) ADD_FAILURE() << names->names[area];
}

INSTANTIATE_TEST_SUITE_P(By, LondonPicture, testing::Values(DrawnBy::Shaders, DrawnBy::Processor),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace dex
