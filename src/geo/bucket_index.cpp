#include "geo/bucket_index.h"

#include <algorithm>

namespace dex {

BucketIndex::BucketIndex(std::span<const GridBox> boxes) {
    std::int64_t extents = 0;
    for (const GridBox& box : boxes) {
        bounds_.add(box);
        extents += std::max(std::int64_t{box.maxX} - box.minX, std::int64_t{box.maxY} - box.minY);
    }
    if (bounds_.empty()) return;

    // Buckets as wide as a mean box, but not many more of them than boxes.
    const auto count = static_cast<std::int64_t>(boxes.size());
    const std::int64_t width = std::int64_t{bounds_.maxX} - bounds_.minX,
                       height = std::int64_t{bounds_.maxY} - bounds_.minY;
    while ((std::int64_t{1} << shift_) * count < extents ||
           ((width >> shift_) + 1) * ((height >> shift_) + 1) > 4 * count + 16) {
        ++shift_;
    }
    columns_ = static_cast<std::uint32_t>(width >> shift_) + 1;
    const auto rows = static_cast<std::uint32_t>(height >> shift_) + 1;

    // Counted first, then filled: all buckets lie in one list, each behind the one before it.
    starts_.assign(std::size_t{columns_} * rows + 1, 0);
    const auto forEachBucket = [&](const GridBox& box, const auto& act) {
        if (box.empty()) return;
        const Range r = range(box);
        for (std::uint32_t row = r.y0; row <= r.y1; ++row) {
            for (std::uint32_t column = r.x0; column <= r.x1; ++column) act(std::size_t{row} * columns_ + column);
        }
    };
    for (const GridBox& box : boxes) forEachBucket(box, [&](std::size_t bucket) { ++starts_[bucket + 1]; });
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    items_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        forEachBucket(boxes[i], [&](std::size_t bucket) { items_[next[bucket]++] = i; });
    }
}

BucketIndex::Range BucketIndex::range(const GridBox& box) const {
    const auto cell = [this](std::int32_t value, std::int32_t low, std::int32_t high) {
        // A box that is asked for may reach beyond all that are indexed.
        return static_cast<std::uint32_t>((std::int64_t{std::clamp(value, low, high)} - low) >> shift_);
    };
    return {cell(box.minX, bounds_.minX, bounds_.maxX), cell(box.minY, bounds_.minY, bounds_.maxY),
            cell(box.maxX, bounds_.minX, bounds_.maxX), cell(box.maxY, bounds_.minY, bounds_.maxY)};
}

}  // namespace dex
