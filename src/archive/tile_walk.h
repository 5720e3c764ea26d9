#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "archive/step_model.h"
#include "archive/tile.h"
#include "archive/tile_model.h"
#include "base/result.h"

namespace dex {

// The borders of a tile in the order in which they are coded. Half-arc 2i is arc i, 2i + 1 is arc i backwards.
struct TileBorders {
    struct Border {
        std::uint32_t first = 0, count = 0;  // Into points, both ends included.
        std::uint32_t from = 0, to = 0;      // Junctions.
    };
    std::vector<GridPoint> points;  // From the south-west corner of the tile's box.
    std::vector<Border> arcs;
    std::vector<GridPoint> junctions;
    std::vector<std::uint32_t> next;    // By half-arc: what follows it around the face on its left.
    std::vector<std::uint32_t> labels;  // By half-arc: rank of the area on its left, or kOtherSide + … (see below).
    std::vector<std::uint32_t> cycles;  // For each cycle of one of the tile's areas a half-arc of it, in coded order.
};
// Labels from here on are not ranks: areas of other tiles, by number, and the outside.
inline constexpr std::uint32_t kOtherSide = 0x80000000;
inline constexpr std::uint32_t kOutsideLabel = 0xffffffff;

struct TileCounts {
    std::uint32_t areas = 0, arcs = 0, points = 0, components = 0;  // points: of all arcs, ends of each included.
};

// What is already known at one junction.
struct JunctionState {
    std::uint8_t degree = 0;  // Arcs that end here.
    std::uint8_t done = 0;    // Corners whose cycle is coded.
};

// The models of everything but triangles.
struct BorderModels {
    DifferenceModel start;   // Of components.
    Chance goesOn[4][4];     // By degree and corners done.
    Chance closes[4][4][4];  // By arcs drawn in this cycle; degree and corners done where it would close.
    Chance back[4][4];       // Steps back along the cycle, by degree and corners done.
    CountModel farBack;
    CountModel inner[2][4];     // Points within an arc: open or closing; how many arcs were drawn.
    StepModel<18, 10> first;    // Of an arc, told from the border that leads to it.
    StepModel<18, 4> onward;    // Told from the step before.
    StepModel<18, 4> homeward;  // Told from where the arc will end.
    Chance isOther[4];          // Of cycles: whether it is none of the tile's areas.
    Chance sameOther;           // Of its half-arcs: whether the other side is that of the one before.
    Chance isOutside;
    DifferenceModel otherRank;
    DifferenceModel rank[2];
};

// Codes the borders and what lies on either side of them.
//
// The map grows by one cycle at a time. A cycle begins with a half-arc that is known from the other side. At each
// corner it either goes on along what is known, or draws a new arc, which ends at a new junction or at a corner of
// the same face that was not passed yet. So no reference to an arc or junction is ever stored, and nothing but a
// well-formed plane map can be read.
template <typename Coder>
class TileWalk {
public:
    // `Truth` says what to write; for reading it is never asked.
    template <typename Truth>
    Result<Done> run(Coder& coder, const TileCounts& counts, const std::vector<AreaNumber>& areas,
                     std::uint32_t areaCount, Truth& truth);

    TileBorders borders;

private:
    static constexpr std::uint32_t kNone = 0xffffffff;
    static constexpr std::uint32_t kMaxStepsBack = 1u << 22;

    template <typename Truth>
    bool drawArc(Coder& coder, std::uint32_t from, std::uint32_t in, Truth& truth);
    template <typename Truth>
    bool codePoints(Coder& coder, std::uint32_t in, bool closing, GridPoint target, std::uint32_t arc, Truth& truth);
    template <typename Truth>
    bool codeCycle(Coder& coder, std::uint32_t head, Truth& truth);
    template <typename Truth>
    bool codeLabels(Coder& coder, std::uint32_t head, Truth& truth);

    std::uint32_t endOf(std::uint32_t h) const { return h & 1 ? borders.arcs[h / 2].from : borders.arcs[h / 2].to; }
    // The step with which a half-arc begins, and the one with which it ends.
    GridPoint firstStep(std::uint32_t h) const;
    GridPoint lastStep(std::uint32_t h) const;
    std::uint32_t degreeAt(std::uint32_t junction) const {
        return std::min<std::uint32_t>(states_[junction].degree, 3);
    }
    std::uint32_t doneAt(std::uint32_t junction) const { return std::min<std::uint32_t>(states_[junction].done, 3); }
    bool append(GridPoint point);

    std::unique_ptr<BorderModels> models_ = std::make_unique<BorderModels>();
    TileCounts counts_;
    std::vector<std::uint32_t> previous_;  // Inverse of borders.next.
    std::vector<JunctionState> states_;
    Flags done_;               // By half-arc.
    std::uint32_t head_ = 0;   // The half-arc with which the cycle at hand began.
    std::uint32_t drawn_ = 0;  // Arcs drawn for it.
    std::uint32_t stepsBack_ = 0;
    std::uint32_t lastRank_ = 0;
    const std::vector<AreaNumber>* areas_ = nullptr;
    std::uint32_t areaCount_ = 0;
};

}  // namespace dex

#include "archive/tile_walk.inl"
