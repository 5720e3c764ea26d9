#include "map/labels.h"

#include <algorithm>

#include "base/sort.h"

namespace dex {
namespace {

constexpr double kEdgePx = 4;  // Free space to the edge of the viewport.

bool overlap(const PxRect& a, const PxRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool isInside(const PxRect& inner, const PxRect& outer) {
    return inner.x >= outer.x + kEdgePx && inner.y >= outer.y + kEdgePx &&
           inner.x + inner.width <= outer.x + outer.width - kEdgePx &&
           inner.y + inner.height <= outer.y + outer.height - kEdgePx;
}

}  // namespace

void Labels::setCandidates(std::vector<LabelCandidate> candidates) {
    candidates_ = std::move(candidates);
    startAnew();
    order_ = orderBy(candidates_.size(), [&](std::uint32_t a, std::uint32_t b) {
        const LabelCandidate &one = candidates_[a], &other = candidates_[b];
        return one.strong != other.strong ? one.strong : one.priority > other.priority;
    });
}

void Labels::startAnew() { stands_.assign(candidates_.size(), 0); }

const std::vector<PlacedLabel>& Labels::place(const Sight& sight, std::span<const PxRect> taken) {
    if (!(sight.viewport == viewport_)) startAnew();
    viewport_ = sight.viewport;
    rects_.clear();
    placed_.clear();
    const double middleX = sight.viewport.x + sight.viewport.width / 2;
    const double middleY = sight.viewport.y + sight.viewport.height / 2;
    const auto tryAll = [&](bool strong, bool stood) {
        for (std::uint32_t i : order_) {
            const LabelCandidate& one = candidates_[i];
            // 1: stood in the last call; 2: is placed in this one already.
            if (one.strong != strong || (stands_[i] == 1) != stood || stands_[i] == 2) continue;
            const double x = middleX + (one.anchor.x - sight.centre.x) * sight.pxPerWorld;
            const double y = middleY - (one.anchor.y - sight.centre.y) * sight.pxPerWorld;
            const PxRect rect{x - one.width / 2, y - one.height / 2, one.width, one.height};
            if (!fits(one, rect, sight, taken)) continue;
            stands_[i] = 2;  // Placed in this call.
            rects_.push_back({rect.x - kGapPx, rect.y - kGapPx, rect.width + 2 * kGapPx, rect.height + 2 * kGapPx});
            placed_.push_back({one.text, x, y, one.strong});
        }
    };
    for (const bool strong : {true, false}) {
        // Those that stood before try first: they give way only where they do not fit any more.
        tryAll(strong, true);
        tryAll(strong, false);
    }
    for (std::uint8_t& stands : stands_) stands = stands == 2;
    return placed_;
}

bool Labels::fits(const LabelCandidate& candidate, const PxRect& rect, const Sight& sight,
                  std::span<const PxRect> taken) const {
    if (!isInside(rect, sight.viewport)) return false;
    const double room = candidate.strong ? kMaxOfStrong : kMaxOfOther;
    if (candidate.width > room * (candidate.box.maxX - candidate.box.minX) * sight.pxPerWorld) return false;
    if (candidate.height > room * (candidate.box.maxY - candidate.box.minY) * sight.pxPerWorld) return false;
    for (const PxRect& other : taken) {
        if (overlap(rect, other)) return false;
    }
    for (const PxRect& other : rects_) {
        if (overlap(rect, other)) return false;
    }
    return true;
}

}  // namespace dex
