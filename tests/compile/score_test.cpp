// Scores of a compiled atlas, as the command line and the browser come by them.

#include <gtest/gtest.h>

#include <algorithm>

#include "compile/london.h"
#include "compile/mini.h"
#include "compile/score_atlas.h"
#include "compile/weights_text.h"
#include "model/area_finding.h"
#include "stats/classify.h"

namespace dex {
namespace {

std::string overallRecipe() {
    return mini::replaced(mini::recipe(), "\"defaultView\": {\n  \"indicator\": \"N2.rent\"",
                          "\"defaultView\": {\n  \"show\": \"overall\"");
}

// The classes of the scores that a reader of the atlas computes, and the classes that were compiled into it.
void expectSameClasses(const AtlasFolder& atlas) {
    Problems wrong, problems;
    const DefaultView& view = atlas.head().defaultView;
    EXPECT_FALSE(view.indicator);
    ScoreRequest request;
    request.level = atlas.head().levels[view.level].id;
    const auto scored = scoreAtlas(atlas, request, wrong, problems);
    ASSERT_TRUE(scored);
    const Classes classes = classify(scored->scores().overall, view.method, view.classCount);
    EXPECT_EQ(classes.ofArea, *atlas.classes(problems));
}

class Scored : public testing::Test {
protected:
    void SetUp() override {
        run_ = mini::compile(overallRecipe());
        for (const auto& sentence : run_.problems.sentences()) ADD_FAILURE() << sentence;
        ASSERT_TRUE(run_.atlas);
        atlas_ = mini::opened(*run_.atlas, mini::scratch("scored"));
        ASSERT_TRUE(atlas_);
    }
    std::optional<ScoredAtlas> scored(const ScoreRequest& request) {
        wrong_ = {};
        return scoreAtlas(*atlas_, request, wrong_, problems_);
    }
    std::string firstWrong() const { return wrong_.any() ? wrong_.sentences()[0] : ""; }

    mini::Run run_;
    std::optional<AtlasFolder> atlas_;
    Problems wrong_, problems_;
};

TEST_F(Scored, HasTheClassesThatWereCompiled) { expectSameClasses(*atlas_); }

TEST(ScoredBoroughs, HaveTheClassesThatWereCompiled) {
    Report report;
    Problems problems;
    const std::string data = std::string(DEX_ROOT) + "/data";
    const std::string recipe = mini::textOf(data + "/recipes/london-boroughs.json");
    const auto finished = compileAtlas(recipe, "london-boroughs.json", DataFolders{{data}}, report, problems);
    ASSERT_TRUE(finished);
    const auto atlas = mini::opened(*finished, mini::scratch("scored-boroughs"));
    ASSERT_TRUE(atlas);
    expectSameClasses(*atlas);
}

class ScoredLondon : public london::London {};
TEST_F(ScoredLondon, HasTheClassesThatWereCompiled) { expectSameClasses(*atlas_); }

TEST_F(Scored, LacksTheStateOfWhatIsMissing) {
    const auto all = scored({});
    ASSERT_TRUE(all);
    // N1.older of the sixth area is suppressed; N2 holds 2 of the weight's 3, which is less than 70%.
    EXPECT_EQ(all->scores().overall.states[5], CellState::Suppressed);
    EXPECT_NEAR(all->scores().coverage[5], 2.0 / 3, 1e-15);
}

TEST_F(Scored, ComparesASelectionOfAnyLevel) {
    const auto names = atlas_->names(1, problems_);
    ASSERT_TRUE(names);
    const auto ward = scored({{}, names->codes[0], {}, {}});
    ASSERT_TRUE(ward);
    EXPECT_EQ(ward->chosen.scope, (std::vector<LevelArea>{{1, 0}}));
    const Scope smallAreas = scopeOf(ward->chosen, ward->library);
    const auto members = std::count(smallAreas.begin(), smallAreas.end(), 1);
    EXPECT_GT(members, 0);
    EXPECT_LE(ward->scores().ranking.count(), static_cast<std::uint32_t>(members));
    const auto wards = scored({"ward", names->codes[0], {}, {}});
    ASSERT_TRUE(wards);
    EXPECT_EQ(wards->scores().ranking.count(), 1u);
    EXPECT_FALSE(scored({"district", atlas_->names(0, problems_)->codes[0], {}, {}}));
    EXPECT_EQ(firstWrong(), "--scope: none of the districts is wholly inside the selection");
}

// By hand from the tables. Ten of the twelve small areas have N1.older and so an overall score: 1,000, 1,200, 300 and 800
// residents in the first ward; 900, 1,100, 950 and 1,050 in the second, with 150 whose figure is suppressed; 700 and 1,300 in
// the third, where the last small area has no residents in the table. The highest two of the ten lie in the third ward. Of
// N2.rent, which all twelve have, the highest two are the 1,300 and the one without residents.
TEST_F(Scored, CountsThePeopleOfTheHighestFifthWhateverIsRanked) {
    const auto sharesAs = [&](const ScoreRequest& request, LevelArea area) {
        const auto made = scored(request);
        EXPECT_TRUE(made);
        return areaFinding(made->library, made->analysis, area, Detail::Card).shares;
    };
    using Shares = std::vector<ShareFinding>;
    for (const char* scope : {"", "W1"}) {
        for (const char* method : {"", "min-max", "iod"}) {
            const ScoreRequest request{"ward", scope, method, {}};
            EXPECT_EQ(sharesAs(request, {1, 0}), (Shares{0.0, 0.0, 0.0})) << scope << method;
            EXPECT_EQ(sharesAs(request, {1, 1}), (Shares{0.0, 0.0, 0.0})) << scope << method;
            EXPECT_EQ(sharesAs(request, {1, 2}), (Shares{1.0, 1.0, 0.65})) << scope << method;
            EXPECT_EQ(sharesAs(request, {2, 1}), (Shares{1.0, 1.0, 0.65})) << "a district of one ward";
        }
    }
    const auto whole = scored({"ward", {}, {}, {}});
    EXPECT_EQ(sharesOf(whole->library, whole->analysis, std::nullopt),
              (Shares{2000.0 / 9300, 2000.0 / 9300, 1300.0 / 9450}));
    // With N2 alone the overall score is N2, which all small areas have.
    EXPECT_EQ(sharesAs({"ward", {}, {}, "N1=0"}, {1, 2}), (Shares{0.65, 1.0, 0.65}));
}

TEST_F(Scored, RefusesWhatTheAtlasDoesNotHave) {
    EXPECT_FALSE(scored({"county", {}, {}, {}}));
    EXPECT_EQ(firstWrong(), "--level: there is no level \"county\". The atlas has small-area, ward, district");
    EXPECT_FALSE(scored({{}, {}, "mean", {}}));
    EXPECT_EQ(firstWrong(), "--method: expected rank, min-max, winsorised or iod, found \"mean\"");
    EXPECT_FALSE(scored({{}, "nowhere", {}, {}}));
    EXPECT_EQ(firstWrong(), "--scope: expected the code of an area or a file of codes, found \"nowhere\"");
    EXPECT_FALSE(problems_.any());
}

TEST_F(Scored, ReadsWeightsByTheIdOfANeedOrAnIndicator) {
    Problems problems;
    const auto weights = readWeights(" N1=5, N2.rent = 0 ", atlas_->head(), problems);
    ASSERT_TRUE(weights);
    EXPECT_EQ(weights->needs, (std::vector<std::uint8_t>{5, 2}));
    EXPECT_EQ(weights->indicators[1][0], 0);
    EXPECT_EQ(weightsText(*weights, atlas_->head()), "N1=5,N2=2,N1.older=1,N2.rent=0");
    for (const char* text : {"N1", "N1=", "N1=11", "N1=-1", "N1=2.5", "N1=2,,", "C.score=1"})
        EXPECT_FALSE(readWeights(text, atlas_->head(), problems)) << text;
}

}  // namespace
}  // namespace dex
