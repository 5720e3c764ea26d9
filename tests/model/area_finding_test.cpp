#include "model/area_finding.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

class AreaFindingOf : public testing::Test {
protected:
    void look(const char* view) {
        const Chosen chosen = resolve(parseView(view).view, library_);
        analysis_.update(chosen, library_);
    }
    AreaFinding found(LevelArea area, Detail detail = Detail::Card) const {
        return areaFinding(library_, analysis_, area, detail);
    }
    Library library_ = town::opened();
    Analysis analysis_;
};

TEST_F(AreaFindingOf, SaysWhatItIsAndWhereItLies) {
    town::supplyAll(library_);
    look("by=ward");
    const AreaFinding ward = found({1, 2});
    EXPECT_EQ(ward.ref, (AreaRef{"ward", "W2"}));
    EXPECT_EQ(ward.name, "High");
    EXPECT_EQ(ward.placeName, "East");
    EXPECT_EQ(ward.residents, 200);
    EXPECT_EQ(found({3, 0}).placeName, "");  // It is a place itself.
    EXPECT_EQ(found({2, 0}).placeName, "");  // It lies in both.
}

TEST_F(AreaFindingOf, StandsWhereItsRiskIs) {
    town::supplyAll(library_);
    look("show=N1.older");
    const AreaFinding highest = found({0, 5});
    ASSERT_TRUE(highest.standing);
    EXPECT_EQ(highest.standing->rank, 1u);
    EXPECT_EQ(highest.standing->rankedCount, 6u);
    EXPECT_DOUBLE_EQ(highest.standing->position, 5.5 / 6);
    EXPECT_EQ(highest.standing->classIndex, 2u);
    look("show=G.young");  // The fewer, the more risk.
    EXPECT_EQ(found({0, 5}).standing->rank, 1u);
    EXPECT_DOUBLE_EQ(found({0, 5}).standing->position, 5.5 / 6);
    EXPECT_EQ(found({0, 5}).standing->classIndex, 0u);
}

TEST_F(AreaFindingOf, HasTheIndexWithItsTrialsOnceTheyAreMade) {
    town::supplyAll(library_);
    look("area=small-area:S5");
    const AreaFinding area = found({0, 5});
    ASSERT_TRUE(area.index);
    EXPECT_EQ(area.index->overall->rank, 1u);
    EXPECT_EQ(area.index->needs.size(), 2u);
    EXPECT_EQ(area.index->drivers.size(), 2u);
    EXPECT_FALSE(area.index->steadiness);
    EXPECT_TRUE(analysis_.scoresAt(0, library_)->stepStability(10));
    ASSERT_TRUE(found({0, 5}).index->steadiness);
    EXPECT_EQ(found({0, 5}).index->steadiness->done, 10u);
    EXPECT_EQ(found({0, 5}).index->steadiness->band, 10u);
}

TEST_F(AreaFindingOf, HasFiguresOfGroupsBesideTheWhole) {
    town::supplyAll(library_);
    look("by=ward");
    const AreaFinding ward = found({1, 0});
    ASSERT_EQ(ward.groups.size(), 1u);
    EXPECT_DOUBLE_EQ(ward.groups[0].value, 0.45);
    EXPECT_DOUBLE_EQ(*ward.groups[0].whole, 0.25);
    EXPECT_TRUE(ward.comparators.empty());
}

// Small areas 2 and 5 are called Hill, and the first patch as the first district.
TEST(NameAmong, TellsAreasOfOneNameApartByPlaceLevelOrCode) {
    Library library = town::opened();
    town::supplyAll(library);
    EXPECT_EQ(nameAmong(library, {0, 2}, std::vector<LevelArea>{{0, 2}, {0, 4}}), "Hill");
    const std::vector<LevelArea> hills{{0, 2}, {0, 5}}, wests{{2, 0}, {3, 0}};
    EXPECT_EQ(nameAmong(library, hills[0], hills), "Hill (West)");
    EXPECT_EQ(nameAmong(library, hills[1], hills), "Hill (East)");
    EXPECT_EQ(nameAmong(library, wests[0], wests), "West (patch)");
    EXPECT_EQ(nameAmong(library, wests[1], wests), "West (district)") << "it is not told apart by itself";
    const Library alike = town::renamed(0, {"Quay", "Hill", "Hill", "Park", "Heath", "Hill"});
    const std::vector<LevelArea> three{{0, 1}, {0, 2}, {0, 5}};
    EXPECT_EQ(nameAmong(alike, three[0], three), "Hill (S1)");
    EXPECT_EQ(nameAmong(alike, three[1], three), "Hill (S2)");
    EXPECT_EQ(nameAmong(alike, three[2], three), "Hill (East)");
}

TEST_F(AreaFindingOf, BesideThePointerSaysNoMoreThanIsSeen) {
    town::supplyAll(library_);
    look("");
    const AreaFinding area = found({0, 5}, Detail::Pointer);
    EXPECT_TRUE(area.standing);
    EXPECT_FALSE(area.index);
    EXPECT_FALSE(area.residents);
    EXPECT_TRUE(area.groups.empty());
}

TEST_F(AreaFindingOf, OfAnotherLevelIsLoading) {
    town::supplyAll(library_);
    look("by=ward");
    EXPECT_TRUE(found({0, 5}).isLoading);
    EXPECT_FALSE(found({0, 5}).standing);
    EXPECT_TRUE(found({0, 5}).index);  // The index has all levels.
}

TEST_F(AreaFindingOf, HasItsStoredClassBeforeItsNumber) {
    town::supply(library_, FileKind::Classes);
    look("");
    const AreaFinding area = found({0, 5});
    EXPECT_EQ(area.classIndex, 2u);
    EXPECT_TRUE(area.isLoading);
    EXPECT_FALSE(area.standing);
    EXPECT_EQ(area.name, "");
    EXPECT_FALSE(area.residents);
}

TEST_F(AreaFindingOf, OutsideTheScopeIsSaidAndHasNoIndex) {
    town::supplyAll(library_);
    look("within=district:D0");
    EXPECT_TRUE(found({0, 5}).isOutOfScope);
    EXPECT_FALSE(found({0, 5}).index);
    EXPECT_FALSE(found({0, 0}).isOutOfScope);
    EXPECT_EQ(found({0, 3}).index->overall->rankedCount, 4u);
}

}  // namespace
}  // namespace dex
