#include "output/areas_csv.h"

#include <gtest/gtest.h>

#include "model/wanted.h"
#include "output/number_text.h"
#include "output/table_form.h"
#include "support/town.h"

namespace dex {
namespace {

class AreasCsvOf : public testing::Test {
protected:
    void look(const char* view) { analysis_.update(resolve(parseView(view).view, library_), library_); }
    std::optional<std::string> csv(const AreasCsv& how = {}) const { return scoresCsv(library_, analysis_, how); }
    // The lines without their ends.
    std::vector<std::string> lines(const AreasCsv& how = {}) const {
        const std::string text = csv(how).value_or("");
        std::vector<std::string> lines;
        for (std::size_t from = 0, end; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2)
            lines.push_back(text.substr(from, end - from));
        return lines;
    }
    Library library_ = town::opened();
    Analysis analysis_;
};

TEST_F(AreasCsvOf, IsThereWhenAllFilesOfTheTableAre) {
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

TEST_F(AreasCsvOf, HasARowForEachAreaOfTheLevelShown) {
    town::supplyAll(library_);
    look("by=ward");
    const auto rows = lines();
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0],
              "code,name,patch.code,patch,district.code,district,overall,rank,n,band,coverage,dominant,N1,N2,N1.older,"
              "N1.older.unit,N1.older.state,"
              "N2.rent,N2.rent.unit,N2.rent.state,G.young,G.young.unit,G.young.state");
    EXPECT_EQ(rows[3],
              "W2,High,,,D1,East,8.333333,1,3,9,1.000000,N1 N2,8.333333,8.333333,0.550000,of residents,value,"
              "3.000000,of residents,value,0.050000,of residents,value");
}

TEST_F(AreasCsvOf, HasWhatAViewShowsAndNoMore) {
    town::supplyAll(library_);
    const std::string places = "code,name,patch.code,patch,district.code,district";
    const std::string scores = places + ",overall,rank,n,band,coverage,dominant,N1,N2";
    const std::pair<const char*, std::string> heads[] = {
        {"by=ward", scores},
        {"by=ward&show=N2", scores},
        {"by=ward&show=standout", scores},
        {"by=ward&show=N1.older", places + ",N1.older,N1.older.numerator,N1.older.denominator,N1.older.state"},
        {"by=ward&show=N1/G.young", scores + ",G.young,G.young.unit,G.young.state"}};
    for (const auto& [view, head] : heads) {
        const Chosen chosen = resolve(parseView(view).view, library_);
        analysis_.update(chosen, library_);
        const auto cells = cellsOf(library_, analysis_, shownForm(chosen));
        ASSERT_TRUE(cells) << view;
        const std::string text = CsvTable(library_, *cells, {}).rest();
        EXPECT_EQ(text.substr(0, text.find("\r\n")), head) << view;
        EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4) << view;
    }
}

TEST_F(AreasCsvOf, LeavesOutWhatIsNotInScope) {
    town::supplyAll(library_);
    look("within=district:D1");
    const auto rows = lines();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_TRUE(rows[1].starts_with("S4,Heath,W2,High,P1,Core,D1,East,"));
    EXPECT_TRUE(rows[2].starts_with("S5,Hill,W2,High,P0,West,D1,East,"));
}

// An area that lies in several of the top level has no place; one that lies in the scope in part is not in it.
TEST_F(AreasCsvOf, NamesNoPlaceOfWhatLiesInSeveral) {
    town::supplyAll(library_);
    look("by=patch");
    EXPECT_TRUE(lines()[1].starts_with("P0,West,,,"));
    look("by=patch&within=ward:W0,ward:W2");
    EXPECT_EQ(lines().size(), 2u);
}

TEST_F(AreasCsvOf, SaysNumbersAsExactlyAsAsked) {
    town::supplyAll(library_);
    look("by=ward");
    EXPECT_TRUE(lines({.decimals = 2})[3].starts_with("W2,High,,,D1,East,8.33,1,3,9,1.00,"));
    EXPECT_TRUE(lines({.decimals = kExactly})[3].starts_with("W2,High,,,D1,East,8.333333333,1,3,9,1,"));
}

TEST_F(AreasCsvOf, HasTheRangeOfTheBandWhereTrialsWereMade) {
    town::supplyAll(library_);
    look("by=ward");
    LevelScores* scores = analysis_.scoresAt(1, library_);
    scores->stepStability(10);
    const auto rows = lines({.stability = scores->stability()});
    EXPECT_TRUE(rows[0].ends_with(",stability.low,stability.high"));
    EXPECT_TRUE(rows[3].ends_with(",9,9"));
}

TEST_F(AreasCsvOf, HasOnlyTheAreasOfAPlaceWhereOneIsAskedFor) {
    town::supplyAll(library_);
    look("by=small-area");
    const auto rows = lines({.rows = {.place = LevelArea{3, 1}}});
    ASSERT_EQ(rows.size(), 3u);
    // Ranks stay those among all.
    EXPECT_EQ(rows[2].substr(0, 44), "S5,Hill,W2,High,P0,West,D1,East,8.750000,1,6");
}

TEST_F(AreasCsvOf, HasOnlyTheAreasThatAreNamedAndAreOfItsLevel) {
    town::supplyAll(library_);
    look("by=small-area");
    const auto all = lines();
    EXPECT_EQ(lines({.rows = {.areas = std::vector{LevelArea{0, 5}, LevelArea{1, 0}, LevelArea{0, 1}}}}),
              (std::vector{all[0], all[2], all[6]}));
    EXPECT_EQ(lines({.rows = {.place = LevelArea{3, 1}, .areas = std::vector{LevelArea{0, 5}, LevelArea{0, 1}}}}),
              (std::vector{all[0], all[6]}));
    EXPECT_EQ(lines({.rows = {.areas = std::vector<LevelArea>()}}), std::vector{all[0]});
}

TEST_F(AreasCsvOf, BeginsWithTheMarkThatExcelWantsAndHasNamesForDatabases) {
    town::supplyAll(library_);
    look("by=ward");
    EXPECT_TRUE(csv({.hasMark = true})
                    ->starts_with("\xEF\xBB\xBF"
                                  "code,"));
    EXPECT_TRUE(lines({.hasDots = false})[0].starts_with("code,name,patch_code,patch,district_code,district,overall,"));
    EXPECT_TRUE(
        lines({.hasDots = false})[0].ends_with(",N1_older_unit,N1_older_state,N2_rent,N2_rent_unit,"
                                               "N2_rent_state,G_young,G_young_unit,G_young_state"));
}

TEST_F(AreasCsvOf, OfFiguresHasCountsAndNoScores) {
    const LevelColumns columns;
    EXPECT_FALSE(figuresCsv(library_, columns, 1));
    town::supplyAll(library_);
    const std::string text = figuresCsv(library_, columns, 1, {.decimals = kExactly}).value();
    EXPECT_TRUE(text.starts_with(
        "code,name,patch.code,patch,district.code,district,N1.older,N1.older.numerator,N1.older.denominator,"
        "N1.older.state,N2.rent,N2.rent.state,G.young,G.young.numerator,G.young.denominator,G.young.state\r\n"
        "W0,Low,P0,West,D0,West,0.15,30,200,value,1,value,0.45,90,200,value\r\n"));
}

}  // namespace
}  // namespace dex
