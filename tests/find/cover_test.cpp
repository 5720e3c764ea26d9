#include "find/cover.h"

#include <gtest/gtest.h>

#include <bit>

#include "find/scattered.h"

namespace dex {
namespace {

// Points on one parallel, so many metres apart to within a few centimetres.
GroundPoint at(double metres) { return {static_cast<std::int32_t>(metres * 144.08), 515'000'000}; }

std::vector<Demand> demandAt(std::initializer_list<std::pair<double, std::int64_t>> all) {
    std::vector<Demand> demand;
    for (const auto& [metres, weight] : all) demand.push_back({at(metres), weight, 1});
    return demand;
}

std::vector<std::uint32_t> chosen(const std::vector<CoverPick>& picks) {
    std::vector<std::uint32_t> all;
    for (const CoverPick& pick : picks) all.push_back(pick.candidate);
    return all;
}

TEST(Cover, TakesWhatGainsMostAndCountsNobodyTwice) {
    const auto demand = demandAt({{0, 100}, {500, 100}, {1000, 100}, {5000, 250}});
    const std::vector spots{at(0), at(500), at(5000)};
    const auto picks = greedyCover(demand, spots, 800, 10);
    EXPECT_EQ(chosen(picks), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(picks[0].gain.weight, 300);
    EXPECT_EQ(picks[0].total, 300);
    EXPECT_EQ(picks[1].gain.weight, 250);
    EXPECT_EQ(picks[1].total, 550);
}

TEST(Cover, StopsAtTheCountOrWhereNothingIsGained) {
    const auto demand = demandAt({{0, 100}, {5000, 0}, {9000, 50}});
    const std::vector spots{at(0), at(5000), at(9000)};
    EXPECT_EQ(greedyCover(demand, spots, 800, 1).size(), 1u);
    // Nobody lives at 5,000.
    EXPECT_EQ(chosen(greedyCover(demand, spots, 800, 10)), (std::vector<std::uint32_t>{0, 2}));
    EXPECT_TRUE(greedyCover(demand, spots, 800, 0).empty());
    EXPECT_TRUE(greedyCover({}, spots, 800, 3).empty());
    EXPECT_TRUE(greedyCover(demand, {}, 800, 3).empty());
}

TEST(Cover, PrefersTheHigherScoresAndThenTheFirst) {
    std::vector<Demand> demand = demandAt({{0, 100}, {5000, 100}, {9000, 100}});
    demand[1].tie = demand[2].tie = 7;
    const std::vector spots{at(0), at(5000), at(9000)};
    EXPECT_EQ(chosen(greedyCover(demand, spots, 800, 3)), (std::vector<std::uint32_t>{1, 2, 0}));
}

TEST(Cover, ReachesWhatIsExactlyAsFar) {
    const double metres = metresBetween(at(0), at(800));
    EXPECT_EQ(greedyCover(demandAt({{800, 5}}), std::vector{at(0)}, metres, 1).size(), 1u);
    EXPECT_TRUE(greedyCover(demandAt({{800, 5}}), std::vector{at(0)}, metres - 0.1, 1).empty());
}

// As the rule is written, without a shortcut.
std::vector<CoverPick> slowly(std::vector<Demand> demand, std::span<const GroundPoint> spots, double metres,
                              std::uint32_t count) {
    std::vector<CoverPick> picks;
    while (picks.size() < count) {
        CoverPick best;
        for (std::uint32_t i = 0; i < spots.size(); ++i) {
            CoverGain gain;
            for (const Demand& one : demand) {
                if (metresBetween(spots[i], one.point) > metres) continue;
                gain.weight += one.weight;
                gain.tie += one.tie;
            }
            if (gain.weight > 0 && gain > best.gain) best = {i, gain, 0};
        }
        if (best.gain.weight == 0) break;
        std::erase_if(demand,
                      [&](const Demand& one) { return metresBetween(spots[best.candidate], one.point) <= metres; });
        best.total = best.gain.weight + (picks.empty() ? 0 : picks.back().total);
        picks.push_back(best);
    }
    return picks;
}

TEST(Cover, IsWhatTheRuleSays) {
    for (const double metres : {0.0, 400.0, 800.0, 3000.0, 30'000.0, 1e9}) {
        samples::Random random(11);
        const auto points = scattered::points(300, scattered::kLondonSouthWest, scattered::kLondonNorthEast, 2, 40);
        std::vector<Demand> demand;
        for (const GroundPoint point : points) {
            if (random.below(3) == 0) demand.push_back({point, random.below(4), random.below(3)});
        }
        const auto fast = greedyCover(demand, points, metres, 10), slow = slowly(demand, points, metres, 10);
        ASSERT_EQ(chosen(fast), chosen(slow)) << metres;
        for (std::size_t i = 0; i < fast.size(); ++i) {
            EXPECT_EQ(fast[i].gain, slow[i].gain);
            EXPECT_EQ(fast[i].total, slow[i].total);
        }
    }
}

// Against the best of all choices of three among twelve. Nemhauser, Wolsey and Fisher promise 1 − 1/e of it.
TEST(Cover, IsNeverFarFromTheBest) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        samples::Random random(seed);
        const auto spots = scattered::points(12, {0, 515'000'000}, {400'000, 515'300'000}, seed, 30);
        std::vector<Demand> demand;
        for (const GroundPoint point : scattered::points(40, {0, 515'000'000}, {400'000, 515'300'000}, seed + 900, 30))
            demand.push_back({point, random.below(3000), 1});
        std::int64_t best = 0;
        for (std::uint32_t set = 0; set < 1u << 12; ++set) {
            if (std::popcount(set) != 3) continue;
            Cover cover(demand, 800);
            std::int64_t weight = 0;
            for (std::uint32_t i = 0; i < 12; ++i) {
                if ((set >> i & 1) != 0) weight += cover.take(spots[i]).weight;
            }
            best = std::max(best, weight);
        }
        const auto picks = greedyCover(demand, spots, 800, 3);
        const std::int64_t greedy = picks.empty() ? 0 : picks.back().total;
        EXPECT_LE(greedy, best);
        EXPECT_GE(static_cast<double>(greedy), (1 - 0.36787944117144233) * static_cast<double>(best)) << seed;
    }
}

// A spot that is moved says what it gains beside the others.
TEST(Cover, SaysWhatAFurtherSpotGains) {
    const auto demand = demandAt({{0, 100}, {500, 100}, {1000, 100}});
    Cover cover(demand, 800);
    EXPECT_EQ(cover.gainOf(at(1200)).weight, 200);
    EXPECT_EQ(cover.take(at(0)).weight, 200);
    EXPECT_EQ(cover.gainOf(at(1200)), (CoverGain{100, 1}));
    EXPECT_EQ(cover.left(), 1u);
    // From the other side of the Earth nothing.
    EXPECT_EQ(cover.gainOf({1'700'000'000, -515'000'000}), CoverGain{});
}

}  // namespace
}  // namespace dex
