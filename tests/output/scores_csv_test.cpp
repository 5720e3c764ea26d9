#include "output/scores_csv.h"

#include <gtest/gtest.h>

#include "model/wanted.h"
#include "output/number_text.h"
#include "support/town.h"

namespace dex {
namespace {

class ScoresCsvOf : public testing::Test {
protected:
    void look(const char* view) { analysis_.update(resolve(parseView(view).view, library_), library_); }
    std::optional<std::string> csv(const ScoresCsv& how = {}) const { return scoresCsv(library_, analysis_, how); }
    // The lines without their ends.
    std::vector<std::string> lines(const ScoresCsv& how = {}) const {
        const std::string text = csv(how).value_or("");
        std::vector<std::string> lines;
        for (std::size_t from = 0, end; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2)
            lines.push_back(text.substr(from, end - from));
        return lines;
    }
    Library library_ = town::opened();
    Analysis analysis_;
};

TEST_F(ScoresCsvOf, IsThereWhenAllFilesOfTheTableAre) {
    EXPECT_FALSE(csv());
    town::supply(library_, FileKind::Classes);
    look("");
    EXPECT_FALSE(csv());  // Classes alone are no scores.
    for (const FileIndex file : filesOfTable(town::files().head, 0)) {
        EXPECT_FALSE(csv());
        town::supply(library_, file);
        look("");
    }
    EXPECT_TRUE(csv());
}

TEST_F(ScoresCsvOf, HasARowForEachAreaOfTheLevelShown) {
    town::supplyAll(library_);
    look("by=ward");
    const auto rows = lines();
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0],
              "code,name,district,overall,rank,n,band,coverage,dominant,N1,N2,N1.older,N1.older.unit,N1.older.state,"
              "N2.rent,N2.rent.unit,N2.rent.state,G.young,G.young.unit,G.young.state");
    EXPECT_EQ(rows[3],
              "W2,High,East,8.333333,1,3,9,1.000000,N1 N2,8.333333,8.333333,0.550000,of residents,value,"
              "3.000000,of residents,value,0.050000,of residents,value");
}

TEST_F(ScoresCsvOf, LeavesOutWhatIsNotInScope) {
    town::supplyAll(library_);
    look("within=district:D1");
    const auto rows = lines();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_TRUE(rows[1].starts_with("S4,Heath,East,"));
    EXPECT_TRUE(rows[2].starts_with("S5,Moor,East,"));
}

// An area that lies in several of the top level has no place; one that lies in the scope in part is not in it.
TEST_F(ScoresCsvOf, NamesNoPlaceOfWhatLiesInSeveral) {
    town::supplyAll(library_);
    look("by=patch");
    EXPECT_TRUE(lines()[1].starts_with("P0,Rim,,"));
    look("by=patch&within=ward:W0,ward:W2");
    EXPECT_EQ(lines().size(), 2u);
}

TEST_F(ScoresCsvOf, SaysNumbersAsExactlyAsAsked) {
    town::supplyAll(library_);
    look("by=ward");
    EXPECT_TRUE(lines({.decimals = 2})[3].starts_with("W2,High,East,8.33,1,3,9,1.00,"));
    EXPECT_TRUE(lines({.decimals = kExactly})[3].starts_with("W2,High,East,8.333333333,1,3,9,1,"));
}

TEST_F(ScoresCsvOf, HasTheRangeOfTheBandWhereTrialsWereMade) {
    town::supplyAll(library_);
    look("by=ward");
    LevelScores* scores = analysis_.scoresAt(1, library_);
    scores->stepStability(10);
    const auto rows = lines({.stability = scores->stability()});
    EXPECT_TRUE(rows[0].ends_with(",stability.low,stability.high"));
    EXPECT_TRUE(rows[3].ends_with(",9,9"));
}

}  // namespace
}  // namespace dex
