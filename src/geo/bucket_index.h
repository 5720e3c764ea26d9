#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/grid.h"

namespace dex {

// Finds which of many boxes could touch a box: a plain grid of buckets, built once. An item stands in every bucket
// that its box touches, so a query may visit an item more than once.
class BucketIndex {
public:
    explicit BucketIndex(std::span<const GridBox> boxes);

    template <typename Visit>
    void visit(const GridBox& query, const Visit& visitItem) const {
        if (items_.empty() || query.empty() || !bounds_.touches(query)) return;
        const Range r = range(query);
        for (std::uint32_t row = r.y0; row <= r.y1; ++row) {
            for (std::uint32_t column = r.x0; column <= r.x1; ++column) {
                const std::size_t bucket = std::size_t{row} * columns_ + column;
                for (std::uint32_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) visitItem(items_[i]);
            }
        }
    }

private:
    struct Range {
        std::uint32_t x0, y0, x1, y1;
    };
    Range range(const GridBox& box) const;

    GridBox bounds_;
    int shift_ = 0;  // A bucket is 2^shift_ cells a side.
    std::uint32_t columns_ = 0;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> items_;
};

}  // namespace dex
