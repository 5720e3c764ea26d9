#include "output/hatch_path.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace dex {
namespace {

// A direction of lines: a point's distance across them, and its place along them.
struct Direction {
    double acrossX, acrossY, period;

    double across(PxPoint p) const { return p.x * acrossX + p.y * acrossY; }
    double along(PxPoint p) const { return p.y * acrossX - p.x * acrossY; }
    PxPoint point(double across, double along) const {
        return {across * acrossX - along * acrossY, across * acrossY + along * acrossX};
    }
};

void addLines(const std::vector<std::vector<PxPoint>>& rings, const Direction& direction, PxPoint origin,
              SvgPath& path) {
    // By number of the line, where edges cross it.
    std::map<long, std::vector<double>> crossings;
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto from = [&](PxPoint p) { return PxPoint{p.x - origin.x, p.y - origin.y}; };
            const PxPoint a = from(ring[i]), b = from(ring[(i + 1) % ring.size()]);
            // Lines stand in the middle of their period.
            const double start = direction.across(a) / direction.period - 0.5,
                         end = direction.across(b) / direction.period - 0.5;
            if (start == end) continue;
            const auto low = static_cast<long>(std::ceil(std::min(start, end))),
                       high = static_cast<long>(std::ceil(std::max(start, end)));
            for (long line = low; line < high; ++line) {
                const double share = (static_cast<double>(line) - start) / (end - start);
                crossings[line].push_back(direction.along(a) + share * (direction.along(b) - direction.along(a)));
            }
        }
    }
    for (auto& [line, places] : crossings) {
        std::sort(places.begin(), places.end());
        const double across = (static_cast<double>(line) + 0.5) * direction.period;
        for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
            const PxPoint from = direction.point(across, places[i]), to = direction.point(across, places[i + 1]);
            path.moveTo({from.x + origin.x, from.y + origin.y});
            path.lineTo({to.x + origin.x, to.y + origin.y});
        }
    }
}

}  // namespace

SvgPath hatchPath(const std::vector<std::vector<PxPoint>>& rings, Hatch kind, const HatchRuler& ruler) {
    constexpr double kDiagonal = 1 / std::numbers::sqrt2;
    // y runs down here and up in gpu/hatch_lines.h.
    const Direction rising{kDiagonal, kDiagonal, ruler.period}, falling{kDiagonal, -kDiagonal, ruler.period};
    const double straight = ruler.period * kDiagonal;
    SvgPath path;
    const auto add = [&](const Direction& direction) { addLines(rings, direction, ruler.origin, path); };
    switch (kind) {
        case Hatch::None: break;
        case Hatch::Rising: add(rising); break;
        case Hatch::Falling: add(falling); break;
        case Hatch::Across: add({0, -1, straight}); break;
        case Hatch::Upright: add({1, 0, straight}); break;
        case Hatch::Crossed:
            add(rising);
            add(falling);
            break;
    }
    return path;
}

}  // namespace dex
