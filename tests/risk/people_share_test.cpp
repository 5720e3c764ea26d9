#include "risk/people_share.h"

#include <gtest/gtest.h>

#include "support/column.h"

namespace dex {
namespace {

// Ten small areas in three places; the highest two of the ten are the fifth.
struct People {
    Ranking ranking{columnOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})};
    Column residents = columnOf({100, 100, 100, 100, 100, 100, 100, 100, 300, 200});
    std::vector<std::uint32_t> groupOf = {0, 0, 0, 0, 1, 1, 1, 2, 2, 1};

    std::optional<PeopleShare> in(std::optional<std::uint32_t> area) const {
        return peopleShare(ranking, &residents, groupOf, area);
    }
};

TEST(PeopleShare, CountsResidentsOfTheHighestFifth) {
    const People town;
    EXPECT_EQ(town.in(0), (PeopleShare{0, 400}));
    EXPECT_EQ(town.in(1), (PeopleShare{200, 500}));
    EXPECT_EQ(town.in(2), (PeopleShare{300, 400}));
    EXPECT_EQ(town.in({}), (PeopleShare{500, 1300}));
    EXPECT_DOUBLE_EQ(town.in(1)->share(), 0.4);
}

TEST(PeopleShare, LeavesOutWhatHasNoScoreOrNoResidents) {
    People town;
    town.ranking = Ranking(columnOf({1, 2, 3, 4, 5, std::nullopt, 7, 8, 9, 10}));
    EXPECT_EQ(town.in(1), (PeopleShare{200, 400}));
    town.residents = columnOf({100, 100, 100, 100, 100, 100, std::nullopt, 100, 0, 200});
    EXPECT_EQ(town.in(1), (PeopleShare{200, 300}));
    EXPECT_EQ(town.in(2), (PeopleShare{0, 100})) << "nobody lives in the one of the highest fifth";
}

TEST(PeopleShare, IsNoneWhereLessThanHalfOfTheResidentsHaveAScore) {
    People town;
    town.ranking = Ranking(columnOf({1, 2, 3, 4, 5, 6, 7, std::nullopt, 9, 10}));
    town.residents = columnOf({0, 0, 0, 0, 100, 100, 100, 300, 300, 200});
    EXPECT_EQ(town.in(2), (PeopleShare{300, 300})) << "half of them is enough";
    town.residents.values[7] = 301;
    EXPECT_FALSE(town.in(2));
    EXPECT_FALSE(town.in(0)) << "nobody lives there";
}

TEST(PeopleShare, CountsSmallAreasWhereThereAreNoResidents) {
    const People town;
    EXPECT_EQ(peopleShare(town.ranking, nullptr, town.groupOf, 2), (PeopleShare{1, 2}));
    EXPECT_EQ(peopleShare(town.ranking, nullptr, town.groupOf, {}), (PeopleShare{2, 10}));
}

// Where values tie across the bound, all of them are in the same fifth.
TEST(PeopleShare, KeepsEqualScoresTogether) {
    People town;
    town.ranking = Ranking(columnOf({1, 2, 3, 4, 5, 6, 7, 9, 9, 10}));
    EXPECT_EQ(town.in({}), (PeopleShare{600, 1300})) << "two tie at the bound, and both are above it";
    town.ranking = Ranking(columnOf({1, 2, 3, 4, 5, 6, 9, 9, 9, 10}));
    EXPECT_EQ(town.in({}), (PeopleShare{200, 1300})) << "three tie, and all are below it";
}

}  // namespace
}  // namespace dex
