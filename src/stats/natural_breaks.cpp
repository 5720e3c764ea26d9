#include "stats/classify.h"

namespace dex {
namespace {

// The table of Wang & Song's dynamic programme over different values, each with the number of times it occurs.
// cost(g, i) is the least sum of squares of the first i + 1 values in g + 1 groups, and begin(g, i) where the last of
// these groups begins. Beginnings never fall as i grows, so each row is filled by halving: O(n log n) a row.
class Breaks {
public:
    Breaks(std::span<const double> values, std::span<const std::uint32_t> starts, std::uint32_t k)
        : n_(static_cast<std::uint32_t>(starts.size()) - 1),
          sums_(n_ + 1),
          before_(n_),
          now_(n_),
          begins_(std::size_t{n_} * k) {
        // Brought to 0–1 first: squares of large values would swallow small differences or overflow.
        const double min = values.front() / 2, width = values.back() / 2 - min;
        for (std::uint32_t i = 0; i < n_; ++i) {
            const double x = width > 0 ? (values[starts[i]] / 2 - min) / width : 0;
            const double times = starts[i + 1] - starts[i];
            sums_[i + 1] = {sums_[i].times + times, sums_[i].x + times * x, sums_[i].xx + times * x * x};
        }
        for (std::uint32_t i = 0; i < n_; ++i) now_[i] = spread(0, i);
        for (row_ = 1; row_ < k; ++row_) {
            before_.swap(now_);
            fill(row_, n_ - 1, row_, n_ - 1);
        }
    }

    std::uint32_t begin(std::uint32_t group, std::uint32_t i) const { return begins_[group * n_ + i]; }

private:
    struct Sum {
        double times = 0, x = 0, xx = 0;
    };

    // Sum of squared distances of values a…b from their mean.
    double spread(std::uint32_t a, std::uint32_t b) const {
        const Sum &low = sums_[a], &high = sums_[b + 1];
        const double x = high.x - low.x;
        const double squares = high.xx - low.xx - x * x / (high.times - low.times);
        return squares > 0 ? squares : 0;
    }

    // Fills columns first…last, whose groups begin somewhere in low…high.
    void fill(std::uint32_t first, std::uint32_t last, std::uint32_t low, std::uint32_t high) {
        const std::uint32_t middle = first + (last - first) / 2;
        std::uint32_t best = low;
        double min = before_[low - 1] + spread(low, middle);
        for (std::uint32_t j = low + 1; j <= high && j <= middle; ++j) {
            const double cost = before_[j - 1] + spread(j, middle);
            if (cost < min) {
                min = cost;
                best = j;
            }
        }
        now_[middle] = min;
        begins_[row_ * n_ + middle] = best;
        if (middle > first) fill(first, middle - 1, low, best);
        if (middle < last) fill(middle + 1, last, best, high);
    }

    std::uint32_t n_;
    std::uint32_t row_ = 0;
    std::vector<Sum> sums_;
    std::vector<double> before_, now_;  // cost of the row above and of this one.
    std::vector<std::uint32_t> begins_;
};

}  // namespace

std::vector<std::uint32_t> naturalBreaks(std::span<const double> ascending, std::uint32_t k) {
    std::vector<std::uint32_t> different;  // Where each different value begins, and the end.
    for (std::uint32_t i = 0; i < ascending.size(); ++i) {
        if (i == 0 || ascending[i] != ascending[i - 1]) different.push_back(i);
    }
    const auto count = static_cast<std::uint32_t>(different.size());
    // A group for each value: nothing to choose.
    if (count <= k) return different;
    different.push_back(static_cast<std::uint32_t>(ascending.size()));

    const Breaks breaks(ascending, different, k);
    std::vector<std::uint32_t> starts(k, 0);
    // Back from the last value: where its group begins the one before ends.
    for (std::uint32_t group = k - 1, i = count - 1; group > 0; --group) {
        const std::uint32_t begin = breaks.begin(group, i);
        starts[group] = different[begin];
        i = begin - 1;
    }
    return starts;
}

}  // namespace dex
