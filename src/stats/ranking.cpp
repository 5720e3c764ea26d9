#include "stats/ranking.h"

#include <bit>

namespace dex {

namespace {

struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t area = 0;
};

// A number whose order is that of the values; 0 and −0 have the same.
std::uint64_t keyOf(double value) {
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    // As whole numbers doubles above zero rise and those below fall: the latter are turned round and put in front.
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

// By radix, a byte at a time: several times as fast as comparing, and no areas of equal value are exchanged.
void sortByKey(std::vector<Keyed>& areas) {
    std::vector<Keyed> sorted(areas.size());
    for (int shift = 0; shift < 64; shift += 8) {
        const auto digit = [shift](const Keyed& one) { return one.key >> shift & 0xff; };
        std::uint32_t starts[257] = {};
        for (const Keyed& one : areas) ++starts[digit(one) + 1];
        // All have the same byte here: this round would change nothing.
        if (starts[digit(areas[0]) + 1] == areas.size()) continue;
        for (std::size_t i = 1; i < 257; ++i) starts[i] += starts[i - 1];
        for (const Keyed& one : areas) sorted[starts[digit(one)]++] = one;
        areas.swap(sorted);
    }
}

}  // namespace

Ranking::Ranking(const Column& column) : first_(column.size(), 0), past_(column.size(), 0) {
    std::vector<Keyed> areas;
    areas.reserve(column.size());
    for (std::uint32_t area = 0; area < column.size(); ++area) {
        if (hasNumber(column.states[area])) areas.push_back({keyOf(column.values[area]), area});
    }
    if (areas.empty()) return;
    sortByKey(areas);
    order_.reserve(areas.size());
    for (const Keyed& one : areas) order_.push_back(one.area);
    for (std::uint32_t first = 0, past = 0; first < count(); first = past) {
        while (past < count() && areas[past].key == areas[first].key) ++past;
        for (std::uint32_t i = first; i < past; ++i) {
            first_[order_[i]] = first;
            past_[order_[i]] = past;
        }
    }
}

std::optional<Ranking::Rank> Ranking::rank(std::uint32_t area) const {
    if (!has(area)) return std::nullopt;
    return Rank{count() - past_[area] + 1, first_[area] + 1, past_[area] - first_[area] > 1};
}

std::optional<double> Ranking::averageRank(std::uint32_t area) const {
    if (!has(area)) return std::nullopt;
    return (first_[area] + 1.0 + past_[area]) / 2;
}

std::optional<double> Ranking::position(std::uint32_t area) const {
    if (!has(area)) return std::nullopt;
    return (*averageRank(area) - 0.5) / count();
}

}  // namespace dex
