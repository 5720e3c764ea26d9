#include <numeric>

#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/tile_shape.h"
#include "geo/exact.h"

namespace dex {

namespace {

// For reading there is nothing to ask.
struct NoTruth {
    void start(std::uint32_t) {}
    void draw(std::uint32_t, std::uint32_t) {}
    GridPoint startPoint() const { return {}; }
    GridPoint point(std::uint32_t) const { return {}; }
    std::uint32_t innerCount() const { return 0; }
    std::uint32_t stepsBack(const std::vector<std::uint32_t>&, std::uint32_t, std::uint32_t) const { return 0; }
    bool closes() { return false; }
    bool goesOn(std::uint32_t) const { return false; }
    std::uint32_t label(std::uint32_t) const { return 0; }
};

class TriangleReader {
public:
    TriangleReader(Reading& coder, Tile& tile) : coder_(coder), tile_(tile) {}

    bool run() {
        for (const TilePolygon& polygon : polygonsOf(tile_)) {
            TileArea& area = tile_.areas[polygon.area];
            if (polygon.outline == area.firstRing) area.firstTriangle = count();
            if (!readRing(polygon) || !readTriangles()) return false;
            area.triangleCount = count() - area.firstTriangle;
        }
        return true;
    }

private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(tile_.triangles.size() / 3); }

    // The outline with its holes cut in, as indices of points.
    bool readRing(const TilePolygon& polygon) {
        const auto indices = [&](const PointRange& ring, std::vector<std::uint32_t>& into) {
            into.resize(ring.count);
            std::iota(into.begin(), into.end(), ring.first);
        };
        indices(tile_.rings[polygon.outline], ring_);
        Flags cut(polygon.holes);
        for (std::uint32_t i = 0; i < polygon.holes; ++i) {
            Bridge bridge;
            bridge.from = coder_.even(static_cast<std::uint32_t>(ring_.size()), 0);
            bridge.hole = coder_.even(polygon.holes, 0);
            // Cut twice, a hole would make a ring that crosses itself.
            if (cut[bridge.hole]) return false;
            cut[bridge.hole] = true;
            indices(tile_.rings[polygon.outline + 1 + bridge.hole], hole_);
            bridge.holePoint = coder_.even(static_cast<std::uint32_t>(hole_.size()), 0);
            cutBridge(ring_, hole_, bridge);
        }
        points_.clear();
        for (const std::uint32_t i : ring_) points_.push_back({tile_.ringPoints[i].x, tile_.ringPoints[i].y});
        return true;
    }

    bool readTriangles() {
        Ear before = Ear::None;
        return walkTriangles(
            static_cast<std::uint32_t>(ring_.size()), stack_, [&](std::uint32_t first, std::uint32_t last) {
                const std::uint32_t third = codeThird(coder_, *models_, points_, first, last, before, 0);
                // A triangle that is flat or turned over is refused by naming a corner that cannot be.
                if (side(points_[first], points_[third], points_[last]) <= 0) return first;
                tile_.triangles.insert(tile_.triangles.end(), {ring_[first], ring_[third], ring_[last]});
                return third;
            });
    }

    Reading& coder_;
    Tile& tile_;
    std::unique_ptr<ShapeModels> models_ = std::make_unique<ShapeModels>();
    std::vector<std::uint32_t> ring_, hole_, stack_;
    std::vector<GridPoint> points_;
};

// The numbers of the tile's areas, rising.
bool readNumbers(Reading& coder, std::uint32_t count, std::uint32_t areaCount, std::vector<AreaNumber>& numbers) {
    CountModel gaps;
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        // The second test catches a sum that has wrapped.
        const std::uint32_t number = next + gaps.code(coder, 0);
        if (number >= areaCount || number < next) return false;
        numbers.push_back(number);
        next = number + 1;
    }
    return true;
}

}  // namespace

Result<Tile> decodeTile(ByteSpan bytes, std::uint32_t areaCount) {
    ByteReader in(bytes);
    readMagic(in, Magic::Tile, kTileVersion);
    const int gridBits = in.u8();
    const std::uint32_t minX = in.count(1u << kMaxGridBits), minY = in.count(1u << kMaxGridBits);
    // Nothing is cheaper than an eighth of a byte, so that the work is bounded by the size.
    const auto max = static_cast<std::uint32_t>(std::min<std::size_t>(8 * bytes.size(), kMaxTilePoints));
    TileCounts counts;
    counts.areas = in.count(std::min(max, areaCount));
    counts.arcs = in.count(max);
    counts.points = in.count(max);
    counts.components = in.count(counts.arcs);
    if (in.ok() && (gridBits > kMaxGridBits || counts.areas == 0)) in.fail(Status::BadNumber);
    if (!in.ok()) return in.error();

    const auto offset = in.position();
    Reading coder(bytes.subspan(offset));
    // A stream that has run out explains any error, so it is said first.
    const auto failed = [&](Status status) {
        return Error{coder.decoder.isPastEnd() ? Status::Truncated : status, offset + coder.decoder.position()};
    };
    std::vector<AreaNumber> numbers;
    if (!readNumbers(coder, counts.areas, areaCount, numbers)) return failed(Status::BadIndex);
    TileWalk<Reading> walk;
    NoTruth truth;
    const auto walked = walk.run(coder, counts, numbers, areaCount, truth);
    if (!walked.ok()) return failed(walked.error().status);
    Result<Tile> shaped = shapeTile(coder, walk.borders, numbers, [](const auto&...) { return 0u; });
    if (!shaped.ok()) return failed(shaped.error().status);
    Tile tile = std::move(shaped).value();
    if (!TriangleReader(coder, tile).run()) return failed(Status::BadShape);
    // The coder knows where its own end is, to the byte.
    if (!coder.decoder.isAtEnd()) return failed(Status::TrailingBytes);

    tile.gridBits = gridBits;
    GridBox box;
    for (const TilePoint p : tile.arcPoints) box.add(GridPoint{p.x, p.y});
    const auto fits = [](std::uint32_t low, std::int32_t size) {
        return low + static_cast<std::uint32_t>(size) <= 1u << kMaxGridBits;
    };
    // The corner in the head is the lowest of the points; another one would shift the tile.
    if (box.minX != 0 || box.minY != 0 || !fits(minX, box.maxX) || !fits(minY, box.maxY))
        return failed(Status::BadShape);
    const auto x = static_cast<std::int32_t>(minX), y = static_cast<std::int32_t>(minY);
    tile.box = {x, y, x + box.maxX, y + box.maxY};
    return tile;
}

}  // namespace dex
