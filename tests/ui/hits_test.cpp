#include "ui/hits.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Hits, KnowsNothingOfAnEmptyFrame) {
    const Hits hits;
    EXPECT_FALSE(hits.covers(0, 0));
    EXPECT_EQ(hits.at(0, 0), "");
}

TEST(Hits, GivesTheEarlierOfTwoPartsThatOverlap) {
    Hits hits;
    hits.addPanel({0, 0, 100, 100}, false);
    hits.add("cross", {80, 0, 20, 20});
    hits.add("header", {0, 0, 100, 20});
    EXPECT_EQ(hits.at(90, 10), "cross");
    EXPECT_EQ(hits.at(10, 10), "header");
    EXPECT_EQ(hits.at(10, 50), "");
    EXPECT_TRUE(hits.covers(10, 50));
}

TEST(Hits, LetsThroughNothingOfAPanelBelow) {
    Hits hits;
    hits.addPanel({0, 0, 100, 100}, false);
    hits.add("below", {0, 0, 100, 100});
    hits.addPanel({50, 50, 100, 100}, false);
    EXPECT_EQ(hits.at(10, 10), "below");
    EXPECT_EQ(hits.at(60, 60), "");
}

TEST(Hits, PutsWhatIsOnTopFirstWheneverItCame) {
    Hits hits;
    hits.addPanel({0, 0, 100, 100}, true);
    hits.add("top", {0, 0, 50, 50});
    hits.addPanel({0, 0, 100, 100}, false);
    hits.add("later", {0, 0, 100, 100});
    EXPECT_EQ(hits.at(10, 10), "top");
    EXPECT_EQ(hits.at(60, 60), "");
}

TEST(Hits, KeepsPartsWithinTheirPanel) {
    Hits hits;
    hits.addPanel({0, 0, 50, 50}, false);
    hits.add("beyond", {0, 0, 100, 100});
    EXPECT_EQ(hits.at(10, 10), "beyond");
    EXPECT_EQ(hits.at(60, 60), "");
}

}  // namespace
}  // namespace dex
