// How dex_make goes on while files are missing or fail, where the order is no order, and where it is given up.

#include <algorithm>
#include <string_view>

#include "tests/abi/making.h"

namespace dex::test {
namespace {

TEST_F(Making, RefusesWhatNobodyKnows) {
    page_.begin();
    page_.settle();
    for (const char* order :
         {"as poem", "as csv\nwhat 1", "as png\nsize 12x12", "as png\nsize 8000x8000\nscale 2", "as png\nscale 3",
          "as png\nmade 2026-13-01", "\n", "view v=1", "as csv\n\n", "as csv\nscores 1", "as csv\nplace D1",
          "as svg\ncard yes", "as csv\nview v=1&weights=N1:99", "as svg\naddress https://maps.example.org/#v=1",
          "as svg\naddress https://maps.example.org/a b"})
        EXPECT_EQ(step(order).state, DEX_MADE_NONE) << order;
    EXPECT_EQ(step({}).state, DEX_MADE_NONE) << "nothing was ordered";
}

struct FailedKind {
    const char *kind, *order;
};
class MakingWithAFailure : public Making, public testing::WithParamInterface<FailedKind> {};

TEST_P(MakingWithAFailure, GivesUpAndGoesOnAfterIt) {
    failAll(GetParam().kind);
    page_.begin();
    const Answer failed = made(GetParam().order);
    EXPECT_EQ(failed.state, DEX_MADE_NONE);
    EXPECT_EQ(failed.bytes, "");
    EXPECT_EQ(step({}).state, DEX_MADE_NONE) << "it is at an end";
    bringAgain();
    const bool isCsv = std::string_view(GetParam().order).starts_with("as csv");
    EXPECT_EQ(made(GetParam().order).bytes, isCsv ? figures("ward") : exported("ward", false, 0));
}

INSTANTIATE_TEST_SUITE_P(Files, MakingWithAFailure,
                         testing::Values(FailedKind{"column", "as csv\nview v=1&by=ward"},
                                         FailedKind{"names", "as csv\nview v=1&by=ward"},
                                         FailedKind{"grouping", "as geojson\nview v=1&by=ward"},
                                         FailedKind{"tile", "as geojson\nview v=1&by=ward"}),
                         [](const auto& one) { return std::string(one.param.kind); });

// The Text view stands in for a map without letters, and what needs none can be taken from it.
TEST_F(MakingOfBoroughs, GivesUpWhereAFaceHasFailedAndGoesOnAfterIt) {
    page_.hasFaces = false;
    page_.begin();
    const std::string svg = pictureOrder("svg", "v=1", "square");
    EXPECT_EQ(step(svg).state, DEX_MADE_WAITS);
    const std::string briefing = "as briefing\nview v=1&area=borough:E09000028";
    for (const char* face : {"face.regular", "face.semibold"}) {
        fail(face);
        for (const std::string& order : {svg, briefing, std::string("as notes")})
            EXPECT_EQ(made(order).state, DEX_MADE_NONE) << face << '\n' << order;
        EXPECT_EQ(made("as csv\nview v=1").bytes, figures());
        dex_retry(page_.map());
        EXPECT_EQ(step(svg).state, DEX_MADE_WAITS) << "somebody tries again";
    }
    page_.supply("face.regular", {1, 2, 3});
    EXPECT_EQ(made(svg).state, DEX_MADE_NONE) << "a damaged one";
    page_.supplyFaces();
    EXPECT_EQ(made(svg).bytes, drawn("v=1", "square", 1, "svg"));
}

TEST_F(Making, GivesUpWhereTheAtlasHasFailed) {
    EXPECT_EQ(step("as csv\nview v=1").state, DEX_MADE_WAITS);
    fail(served_.head);
    EXPECT_EQ(step({}).state, DEX_MADE_NONE);
    dex_retry(page_.map());
    EXPECT_EQ(step("as csv\nview v=1").state, DEX_MADE_WAITS);
    page_.begin();
    EXPECT_EQ(finished().bytes, figures());
}

TEST_F(MakingOfBoroughs, WaitsForWhatIsNotHereYet) {
    const std::string order = pictureOrder("svg", "v=1&show=N2", "square");
    EXPECT_EQ(step(order).state, DEX_MADE_WAITS) << "there is no atlas";
    EXPECT_EQ(step({}).state, DEX_MADE_WAITS);
    page_.intercept = [](const std::string&) { return true; };
    page_.begin();
    EXPECT_EQ(step({}).state, DEX_MADE_WAITS) << "there is nothing but its list";
    page_.intercept = {};
    for (const auto& [name, bytes] : served_.files) {
        if (name.starts_with("names.") || name.starts_with("grouping.") || name.starts_with("column."))
            page_.supply(name, bytes);
    }
    EXPECT_EQ(step({}).state, DEX_MADE_PART) << "it is planned, for which tiles are not needed";
    EXPECT_EQ(step({}).state, DEX_MADE_PART);
    EXPECT_EQ(step({}).state, DEX_MADE_WAITS) << "it cannot be drawn";
    for (const auto& [name, bytes] : served_.files) {
        if (name.starts_with("tile.")) page_.supply(name, bytes);
    }
    EXPECT_EQ(finished().bytes, drawn("v=1&show=N2", "square", 1, "svg"));
}

TEST_F(Making, TakesAnotherOrderInPlaceOfTheOneAtHand) {
    page_.begin();
    page_.settle();
    step("as png\nview v=1\nsize square");
    page_.settle();
    step({});
    EXPECT_EQ(made("as csv\nview v=1").bytes, figures());
}

TEST_F(MakingOfBoroughs, EndsWithAStopInTheMiddle) {
    page_.begin();
    page_.settle();
    const std::string order = pictureOrder("png", "v=1", "640x400");
    Answer some = step(order);
    while (some.state == DEX_MADE_PART && some.bytes.empty()) some = step({});
    EXPECT_EQ(some.state, DEX_MADE_PART);
    const Answer stopped = step("stop");
    EXPECT_EQ(stopped.state, DEX_MADE_NONE);
    EXPECT_EQ(stopped.bytes, "");
    EXPECT_EQ(step({}).state, DEX_MADE_NONE);
    EXPECT_EQ(step("stop").state, DEX_MADE_NONE);
    EXPECT_EQ(made(order).state, DEX_MADE_ALL);
}

// What the reader does to the map meanwhile is no part of what was ordered.
TEST_F(MakingOfBoroughs, GoesOnWhileTheMapShowsSomethingElse) {
    page_.begin();
    page_.settle();
    const std::string order = pictureOrder("png", "v=1&show=N2", "640x400");
    const std::string alone = made(order).bytes;
    Answer all = step(order);
    for (const char* view : {"v=1&show=N5&theme=dark", "v=1&weights=N1:9&place=borough:E09000028",
                             "v=1&area=borough:E09000022&by=borough"}) {
        page_.setView(view);
        page_.settle();
        const Answer next = step({});
        all.state = next.state;
        all.bytes += next.bytes;
    }
    EXPECT_EQ(all.state, DEX_MADE_PART);
    EXPECT_EQ(finished(all).bytes, alone);
}

// The sanitizer sees what would be left over, or used afterwards.
TEST_F(MakingOfBoroughs, LeavesNothingWhereTheMapEndsInTheMiddle) {
    for (const char* order : {"as png\nview v=1\nsize 640x400", "as briefing\nview v=1&area=borough:E09000028",
                              "as geojson\nview v=1", "as csv\nview v=1\nscores"}) {
        Page page(served_);
        page.begin();
        std::uint32_t size = 0;
        dex_make(page.map(), order, static_cast<std::uint32_t>(std::string_view(order).size()), &size);
        page.settle();
        constexpr int kSteps = 3;
        for (int i = 0; i < kSteps; ++i) EXPECT_NE(dex_make(page.map(), "", 0, &size)[0], DEX_MADE_NONE) << order;
    }
}

}  // namespace
}  // namespace dex::test
