#include "model/fit_view.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

constexpr std::uint32_t kWard = 1, kDistrict = 3;

class FitView : public testing::Test {
protected:
    FitView() { town::supplyAll(library_); }

    FittedView fitted(const std::string& view) const { return fitView(parseView(view).view, library_); }
    std::string shown(const std::string& view) const { return formatView(fitted(view).view); }
    std::vector<MissingFinding> missing(const std::string& view) const { return fitted(view).missing; }
    bool mayNotFit(const std::string& view) const { return dex::mayNotFit(parseView(view).view, library_); }

    Library library_ = town::opened();
};

TEST_F(FitView, LeavesAloneWhatTheAtlasHas) {
    for (const std::string view : {"v=1", "v=1&show=N1&by=ward&place=district:D1&classes=quantile.3&class=3",
                                   "v=1&show=standout&class=3", "v=1&show=N2/G.young&class=9",
                                   "v=1&area=ward:W1&weights=N2:5,N1.older:0&within=district:D0&compare=ward:W2"}) {
        EXPECT_EQ(shown(view), view);
        EXPECT_TRUE(missing(view).empty()) << view;
    }
}

TEST_F(FitView, IsNotNeededForAFirstPictureOfWhatIsThere) {
    for (const char* view : {"", "show=overall", "show=standout", "show=N1", "show=N1.older", "by=ward",
                             "place=district:D1", "place=ward:W0&show=G.young", "class=3", "class=none"})
        EXPECT_FALSE(mayNotFit(view)) << view;
    for (const char* view : {"show=N9", "show=n1", "by=parish", "place=district:D9", "place=county:C1", "place=D1",
                             "class=4", "area=ward:W9", "weights=N9:1"})
        EXPECT_TRUE(mayNotFit(view)) << view;
}

TEST_F(FitView, UnderstandsCapitalsAndSmallLettersWithoutAWord) {
    const FittedView found = fitted(
        "show=n2/"
        "g.YOUNG&by=Ward&place=District:d1&area=WARD:w2&weights=n2:5,n1.OLDER:0&within=district:d0&compare=ward:w0");
    EXPECT_EQ(formatView(found.view),
              "v=1&show=N2/G.young&by=ward&place=district:D1&area=ward:W2&weights=N2:5,N1.older:0&within=district:D0&"
              "compare=ward:W0");
    EXPECT_TRUE(found.missing.empty());
    EXPECT_EQ(shown("show=Overall"), "v=1&show=overall");
}

TEST_F(FitView, FindsACodeWithoutItsLevelAndAnAreaByItsName) {
    EXPECT_EQ(shown("place=d1"), "v=1&place=district:D1");
    EXPECT_EQ(shown("place=district:D1%22&by=ward"), "v=1&by=ward&place=district:D1");
    EXPECT_EQ(shown("place=district:west"), "v=1&place=district:D0");
    EXPECT_EQ(shown("place=East"), "v=1&place=district:D1");
    EXPECT_TRUE(missing("place=D1&area=ward:Mid").empty());
}

TEST_F(FitView, ShowsTheNearestMeasureAndNamesTheOneThatIsMissing) {
    const auto gives = [&](const std::string& show, const char* instead) {
        EXPECT_EQ(shown("show=" + show), instead) << show;
        EXPECT_EQ(missing("show=" + show), (std::vector<MissingFinding>{{ViewKey::Show, show, {}}}));
    };
    gives("N2/young", "v=1&show=N2/G.young");
    gives("N2/older", "v=1&show=N2");
    gives("N9/G.young", "v=1&show=G.young");
    gives("older", "v=1&show=N1.older");
    gives("N2.rnet", "v=1&show=N2");
    gives("N9", "v=1");
    gives("moon/sun", "v=1");
}

TEST_F(FitView, ShowsTheNearestAreasAndNamesThoseThatAreMissing) {
    EXPECT_EQ(shown("by=parish"), "v=1");
    EXPECT_EQ(shown("by=Wards"), "v=1&by=ward");
    EXPECT_EQ(missing("by=parish&place=district:D9"),
              (std::vector<MissingFinding>{{ViewKey::Level, "parish", {}}, {ViewKey::Place, "D9", kDistrict}}));
    EXPECT_EQ(shown("by=ward&place=district:D9"), "v=1&by=ward");
    // A code of another level.
    EXPECT_EQ(shown("place=ward:D1"), "v=1&place=district:D1");
    EXPECT_EQ(missing("place=ward:D1"), (std::vector<MissingFinding>{{ViewKey::Place, "D1", kWard}}));
    EXPECT_EQ(shown("place=county:D1"), "v=1&place=district:D1");
    EXPECT_EQ(missing("place=county:D1"), (std::vector<MissingFinding>{{ViewKey::Place, "county:D1", {}}}));
}

TEST_F(FitView, KeepsTheAreasAmongWhichAMissingOneWouldHaveStood) {
    EXPECT_EQ(shown("place=district:D1&area=ward:W9"), "v=1&by=ward&place=district:D1");
    EXPECT_EQ(missing("area=ward:W9"), (std::vector<MissingFinding>{{ViewKey::Selected, "W9", kWard}}));
}

TEST_F(FitView, LeavesOutOfListsWhatIsMissingAndWhatIsThereTwice) {
    const std::string view = "weights=N9:3,n1:2,N1:4&within=district:D9,district:D0&compare=ward:W0,ward:w0,ward:X";
    EXPECT_EQ(shown(view), "v=1&weights=N1:2&within=district:D0&compare=ward:W0");
    EXPECT_EQ(missing(view),
              (std::vector<MissingFinding>{
                  {ViewKey::Weights, "N9", {}}, {ViewKey::Within, "D9", kDistrict}, {ViewKey::Compared, "X", kWard}}));
}

TEST_F(FitView, SinglesOutNoClassThatIsNotThere) {
    EXPECT_EQ(shown("class=4"), "v=1");
    EXPECT_EQ(missing("class=4"), (std::vector<MissingFinding>{{ViewKey::ChosenClass, "4", {}}}));
    EXPECT_EQ(shown("classes=4&class=4"), "v=1&classes=4&class=4");
    EXPECT_EQ(shown("show=standout&class=4"), "v=1&show=standout");
    EXPECT_EQ(shown("class=none"), "v=1&class=none");
}

TEST_F(FitView, WaitsForNamesBeforeItSaysThatAnAreaIsMissing) {
    const Library bare = town::opened();
    const ViewState view = parseView("place=district:D9&area=ward:W9&compare=X&by=parish").view;
    const FittedView early = fitView(view, bare);
    EXPECT_EQ(early.view.place, view.place);
    EXPECT_EQ(early.view.selected, view.selected);
    EXPECT_EQ(early.view.compared, view.compared);
    EXPECT_EQ(early.missing, (std::vector<MissingFinding>{{ViewKey::Level, "parish", {}}}));
    EXPECT_FALSE(dex::mayNotFit(parseView("place=district:D9").view, bare));
    EXPECT_EQ(fitView(early.view, library_).missing.size(), 3u);
}

}  // namespace
}  // namespace dex
