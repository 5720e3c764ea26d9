#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "archive/column.h"
#include "base/result.h"

namespace dex {

// A column sorted once, for all questions of order (docs/method.md, "The arithmetic"). Only areas that have a number
// take part; n is their count.
class Ranking {
public:
    Ranking() = default;
    explicit Ranking(const Column& column);

    std::uint32_t count() const { return static_cast<std::uint32_t>(order_.size()); }  // n
    // Areas by value, lowest first; ties by number.
    const std::vector<std::uint32_t>& order() const { return order_; }

    // All of these: nothing where the area has no number.
    struct Rank {
        std::uint32_t fromHighest = 0;  // 1 = highest value; ties share the smaller number.
        std::uint32_t fromLowest = 0;   // 1 = lowest value, likewise.
        bool joint = false;             // Another area has the same value.
    };
    std::optional<Rank> rank(std::uint32_t area) const;
    // Average rank among n, ascending, ties averaged, 1-based.
    std::optional<double> averageRank(std::uint32_t area) const;
    // p = (average rank − 0.5) / n.
    std::optional<double> position(std::uint32_t area) const;

    bool has(std::uint32_t area) const { return area < past_.size() && past_[area] > first_[area]; }
    // ⌊k·p⌋, 0 to k − 1, of an area that has a number.
    std::uint32_t quantile(std::uint32_t area, std::uint32_t k) const {
        DEX_CHECK(has(area));
        // ⌊k·p⌋ with 2·(average rank − 0.5) = first + past, so that no rounding can move an area over a bound.
        const std::uint64_t doubled = std::uint64_t{first_[area]} + past_[area];
        return static_cast<std::uint32_t>(k * doubled / (2 * std::uint64_t{count()}));
    }

private:
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> first_, past_;  // By area: places in order_ of its value's first and one past its last.
};

}  // namespace dex
