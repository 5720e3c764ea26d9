#include <gtest/gtest.h>

#include <algorithm>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

constexpr double kMiddleX = 800, kMiddleY = 450;  // Over the map of the wide layout.

class Session : public testing::Test {
protected:
    Page page{boroughs()};
};

TEST_F(Session, DrawsTheFirstPictureFromWhatTheListNames) {
    page.begin();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    EXPECT_EQ(page.count(DEX_EVENT_DETAIL), 1);
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 0);
    EXPECT_GT(dex_counter(page.map(), DEX_COUNTER_TRIANGLES), 0);
}

TEST_F(Session, HasAllItsDetailOnlyOnceItCanWrite) {
    page.hasFaces = false;
    page.begin();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    EXPECT_EQ(page.count(DEX_EVENT_DETAIL), 0);
    page.supplyFaces();
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_DETAIL), 1);
}

TEST_F(Session, AsksForNothingTwice) {
    page.begin();
    auto mail = page.takeMail();
    std::vector<std::string> wanted;
    for (const auto& one : mail) {
        if (one.kind == DEX_EVENT_WANT) wanted.push_back(one.text);
    }
    std::sort(wanted.begin(), wanted.end());
    EXPECT_EQ(std::adjacent_find(wanted.begin(), wanted.end()), wanted.end());
    for (const auto& name : boroughs().first)
        EXPECT_FALSE(std::binary_search(wanted.begin(), wanted.end(), name)) << name;
}

TEST_F(Session, DrawsNothingWhileIdle) {
    page.begin();
    const double frames = dex_counter(page.map(), DEX_COUNTER_FRAMES);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(page.frame() & DEX_AGAIN, 0u);
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_FRAMES), frames);
}

TEST_F(Session, KeepsTheMapPictureUnderAHover) {
    page.begin();
    const double pictures = dex_counter(page.map(), DEX_COUNTER_MAP_PICTURES);
    const double frames = dex_counter(page.map(), DEX_COUNTER_FRAMES);
    dex_pointer(page.map(), DEX_POINTER_MOVE, DEX_MOUSE, 1, kMiddleX, kMiddleY, 0, 0);
    page.settle();
    EXPECT_GT(dex_counter(page.map(), DEX_COUNTER_FRAMES), frames);
    EXPECT_EQ(dex_counter(page.map(), DEX_COUNTER_MAP_PICTURES), pictures);
}

TEST_F(Session, SelectsTheAreaThatWasClickedAndSaysSoOnce) {
    page.begin();
    const std::string name = page.areaAt(kMiddleX, kMiddleY);
    ASSERT_FALSE(name.empty());
    page.takeMail();
    page.click(kMiddleX, kMiddleY);
    EXPECT_EQ(page.count(DEX_EVENT_SELECT), 1);
    ASSERT_EQ(page.count(DEX_EVENT_ANNOUNCE), 1);
    for (const auto& mail : page.mail()) {
        if (mail.kind == DEX_EVENT_SELECT) {
            EXPECT_TRUE(mail.text.ends_with(name)) << mail.text;
        }
        if (mail.kind == DEX_EVENT_ANNOUNCE) {
            EXPECT_NE(mail.text.find(name), std::string::npos) << mail.text;
        }
    }
    EXPECT_NE(page.view().find("area="), std::string::npos);
}

TEST_F(Session, AFlickThatIsOverBeforeTheNextFrameGlidesOn) {
    page.begin();
    ASSERT_EQ(page.setView("v=1&at=51.5,-0.1,12"), 0u);
    page.settle();
    const std::string name = page.areaAt(kMiddleX - 100, kMiddleY);
    const auto told = [&](double afterMs, std::uint32_t phase, double x, std::uint32_t buttons) {
        dex_time(page.map(), page.nowMs() + afterMs);
        dex_pointer(page.map(), phase, DEX_MOUSE, 1, x, kMiddleY, buttons, 0);
    };
    told(0, DEX_POINTER_DOWN, kMiddleX - 100, 1);
    for (int i = 1; i <= 5; ++i) told(8 * i, DEX_POINTER_MOVE, kMiddleX - 100 + 20 * i, 1);
    told(44, DEX_POINTER_UP, kMiddleX, 0);
    EXPECT_EQ(page.areaAt(kMiddleX, kMiddleY), name);
    page.settle();
    EXPECT_NE(page.areaAt(kMiddleX, kMiddleY), name);
}

TEST_F(Session, WalksRoundTheNeighboursOfWhatWasSelectedLast) {
    page.begin();
    page.setView("v=1&area=borough:E09000028");
    page.settle();
    page.key("]");
    const std::string neighbour = page.view();
    page.setView(neighbour);
    page.settle();
    page.key("]");
    Page fresh{boroughs()};
    fresh.begin();
    fresh.setView(neighbour);
    fresh.settle();
    fresh.key("]");
    EXPECT_NE(fresh.view(), neighbour);
    EXPECT_EQ(page.view(), fresh.view());
}

TEST_F(Session, SaysInWhichDirectionANeighbourLies) {
    page.begin();
    page.setView("v=1&area=borough:E09000028");
    page.settle();
    std::string around;
    for (const PageNode& node : page.textNodes()) {
        if (!node.id.starts_with("card.neighbour.")) continue;
        EXPECT_EQ(node.role, "button") << node.id;
        around += node.name + '|';
    }
    EXPECT_TRUE(around.starts_with("South-east: Lewisham|South: Bromley|North-west: Lambeth|")) << around;
    page.takeMail();
    for (int i = 0; i < 3; ++i) page.key("]");
    page.settle();
    std::string said;
    for (const Mail& mail : page.mail()) {
        if (mail.kind == DEX_EVENT_ANNOUNCE)
            said += mail.text.substr(0, mail.text.find(": ", mail.text.find(": ") + 1)) + '|';
    }
    EXPECT_EQ(said, "South-east: Lewisham|South: Bromley|North-west: Lambeth|");
    page.setView("v=1&area=borough:E09000028");
    page.settle();
    page.text();
    // In the Text view each of them is a button that leads there.
    EXPECT_EQ(page.act("card.neighbour.borough:E09000006"), 0u);
    page.settle();
    EXPECT_NE(page.view().find("area=borough:E09000006"), std::string::npos) << page.view();
}

TEST_F(Session, TakesAViewUpAndGivesItBack) {
    page.begin();
    EXPECT_EQ(page.setView("v=1&show=N4.disabled&place=borough:E09000028"), 0u);
    page.settle();
    EXPECT_EQ(page.view(), "v=1&show=N4.disabled&place=borough:E09000028");
    EXPECT_EQ(page.node("where").value, "Southwark");
}

TEST_F(Session, OpensWithTheOverallScoreAndItsHeadline) {
    page.begin();
    EXPECT_TRUE(page.node("headline").says("highest overall risk of")) << page.node("headline").name;
    EXPECT_TRUE(page.node("measure.overall").has("checked"));
    EXPECT_TRUE(page.node("measure.standout").isThere());
}

TEST_F(Session, TellsOfASelectedAreaWhatStandsOutAndHowSteadyThatIs) {
    page.begin();
    ASSERT_EQ(page.setView("v=1&area=borough:E09000028"), 0u);
    page.settle();
    EXPECT_TRUE(page.node("card.sentence").says("The biggest need here is")) << page.node("card.sentence").name;
    const std::string steadiness = page.node("card.steadiness").name;
    EXPECT_TRUE(steadiness.ends_with("in 9 out of 10 trials with other weights.")) << steadiness;
}

TEST_F(Session, TriesOtherWeightsUnderThePictureThatStands) {
    page.begin();
    ASSERT_EQ(page.setView("v=1&area=borough:E09000028"), 0u);
    int slices = 0;
    while (!page.node("card.steadiness").says("in 9 out of 10 trials")) {
        ASSERT_LT(++slices, 1000);
        page.frame();
    }
    EXPECT_GT(slices, 100);
    EXPECT_LT(dex_counter(page.map(), DEX_COUNTER_FRAMES), 40)
        << "the picture is drawn again only when there is more to say";
}

TEST_F(Session, ShowsEveryMeasureOfTheIndex) {
    page.begin();
    for (const char* show : {"overall", "standout", "N1", "N5", "N2/G.older", "overall/C.imd", "moved"}) {
        SCOPED_TRACE(show);
        page.takeMail();
        ASSERT_EQ(page.setView("v=1&show=" + std::string(show)), 0u);
        page.settle();
        EXPECT_EQ(page.count(DEX_EVENT_ERROR), 0);
        EXPECT_GT(dex_counter(page.map(), DEX_COUNTER_TRIANGLES), 0);
    }
}

TEST_F(Session, KeepsOwnWeightsScopeAndComparisonInTheView) {
    page.begin();
    const std::string view =
        "v=1&score=min-max&weights=N2:0,N5:10&within=borough:E09000001,borough:E09000028&compare=borough:E09000022";
    ASSERT_EQ(page.setView(view), 0u);
    page.settle();
    EXPECT_EQ(page.view(), view);
    EXPECT_EQ(page.node("compare.borough:E09000022").name, "Lambeth");
}

TEST_F(Session, ComparesTheFiguresOfALinkOnceAllOfTheProgramIsHere) {
    page.isWhole = false;
    page.begin();
    page.setView("v=1&spec=000000000000");
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 0);
    dex_whole(page.map());
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 1);
}

TEST_F(Session, SaysWhenALinkWasMadeWithOtherFigures) {
    page.begin();
    const std::string view = "v=1&score=min-max&weights=N2:0,N5:10&within=borough:E09000001,borough:E09000028";
    page.setView(view);
    page.settle();
    const std::string link = page.link();
    const auto spec = link.find("&spec=");
    ASSERT_NE(spec, std::string::npos) << link;
    EXPECT_EQ(page.view(), view) << "the view itself names no files";
    page.takeMail();

    page.setView(link);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 0);
    EXPECT_EQ(page.link(), link);

    std::string other = link;
    other[spec + 6] = other[spec + 6] == '0' ? '1' : '0';
    EXPECT_EQ(page.setView(other), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 1);
    EXPECT_TRUE(page.node("message.a").says("The figures have changed since this link was made"));
    EXPECT_EQ(page.link(), link) << "it is a link to what is seen now";

    page.setView("v=1&weights=N2:1");
    page.settle();
    EXPECT_NE(page.link().substr(page.link().find("&spec="), 18), link.substr(spec, 18)) << "another recipe";
}

TEST_F(Session, AnotherThemeAloneMovesNothing) {
    page.begin();
    page.click(kMiddleX, kMiddleY);  // With a card all of London would be framed smaller.
    const std::string name = page.areaAt(kMiddleX + 250, kMiddleY);
    page.setView(page.view() + "&theme=dark");
    page.settle();
    EXPECT_EQ(page.areaAt(kMiddleX + 250, kMiddleY), name);
}

TEST_F(Session, SaysAllOfItAsTextAndActsOnIt) {
    page.begin();
    page.takeMail();
    EXPECT_EQ(page.textNode("table").role, "table");
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_TEXT), 0);
    EXPECT_EQ(page.act("table.E09000028"), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_SELECT), 1);
    EXPECT_GE(page.count(DEX_EVENT_TEXT), 1);
    EXPECT_EQ(page.textNode("card.name").role, "heading");
    EXPECT_EQ(page.textNode("card.name").name, "Southwark");
    EXPECT_NE(page.act("table.nowhere"), 0u);
}

TEST_F(Session, FindsANameInTheRankedList) {
    page.begin();
    EXPECT_EQ(page.act("page.ranked"), 0u);
    page.settle();
    const auto rows = [&] {
        const auto nodes = page.nodes();
        return std::count_if(nodes.begin(), nodes.end(),
                             [](const PageNode& node) { return node.id.starts_with("ranked.borough:"); });
    };
    EXPECT_EQ(rows(), 33);
    EXPECT_NE(page.act("ranked.next"), 0u) << "all are here";
    EXPECT_EQ(page.act("ranked.find", "HAM"), 0u);
    page.settle();
    const PageNode field = page.node("ranked.find");
    EXPECT_EQ(field.role, "searchbox");
    EXPECT_EQ(field.name, "Find a name in this list");
    EXPECT_EQ(field.value, "HAM");
    EXPECT_TRUE(page.node("ranked.borough:E09000025").isThere()) << "Newham: the name may hold it";
    EXPECT_FALSE(page.node("ranked.borough:E09000028").isThere()) << "not Southwark";
    const auto found = rows();
    EXPECT_EQ(page.act("order.lowest"), 0u);
    page.settle();
    EXPECT_EQ(rows(), found) << "the other order lists the same names";
    EXPECT_EQ(page.act("ranked.find", ""), 0u);
    page.settle();
    EXPECT_EQ(rows(), 33);
}

TEST_F(Session, SaysAnotherPageOfTheListAsText) {
    page.begin();
    EXPECT_TRUE(page.textNode("ranked.borough:E09000001").isThere());
    page.settle();
    page.takeMail();
    EXPECT_EQ(page.act("ranked.find", "southwark"), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_TEXT), 1);
    EXPECT_TRUE(page.textNode("ranked.borough:E09000028").isThere());
    EXPECT_FALSE(page.textNode("ranked.borough:E09000001").isThere());
    EXPECT_EQ(page.act("weight.N1", "9"), 0u);
    page.settle();
    EXPECT_NE(page.view().find("weights=N1:9"), std::string::npos);
}

TEST_F(Session, BringsTheFiguresOfTheTextWithoutAPicture) {
    // A canvas that nobody sees has no size.
    page.begin(0, 0);
    page.text();
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 0);
    for (const PageNode& node : page.textNodes()) EXPECT_FALSE(node.says("Loading the figure")) << node.id;
    EXPECT_EQ(page.textNode("table.E09000028").name, "Southwark");
}

TEST_F(Session, AsksForTheTextViewByKeyAndByLink) {
    page.begin();
    page.takeMail();
    page.key("t");
    EXPECT_EQ(page.act("text"), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_SHOW), 2);
}

TEST_F(Session, ShowsTheDefaultInPlaceOfWhatALinkGotWrong) {
    page.begin();
    page.takeMail();
    EXPECT_NE(page.setView("v=1&classes=quantile.99"), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 1);
    EXPECT_EQ(page.view(), "v=1");
}

TEST_F(Session, GoesOnWithoutAFileAndGetsItOnRetry) {
    bool broken = true;
    int asked = 0;
    page.intercept = [&](const std::string& name) {
        if (!broken || !name.starts_with("column.")) return false;
        ++asked;
        dex_fail(page.map(), name.data(), static_cast<std::uint32_t>(name.size()), 11);
        return true;
    };
    page.begin();
    EXPECT_GT(asked, 0);
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    EXPECT_GT(page.count(DEX_EVENT_ERROR), 0);
    EXPECT_EQ(page.count(DEX_EVENT_DETAIL), 0);
    // Nothing is loading any more, so nothing is said to be loading.
    EXPECT_FALSE(page.node("progress").isThere());
    broken = false;
    dex_retry(page.map());
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_DETAIL), 1);
}

TEST_F(Session, ShowsAndSaysNothingOfTheWholeWhereALinkNamesAPlace) {
    std::vector<std::string> late;
    page.intercept = [&](const std::string& name) {
        if (name.starts_with("names.")) late.push_back(name);
        return name.starts_with("names.");
    };
    page.setView("v=1&place=borough:E09000028");
    page.begin();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 0);
    EXPECT_TRUE(page.node("headline").says("Loading")) << page.node("headline").name;
    EXPECT_TRUE(page.textNode("headline").says("Loading")) << page.textNode("headline").name;
    ASSERT_FALSE(late.empty());
    page.intercept = nullptr;
    for (const auto& name : late) page.supply(name, boroughs().files.at(name));
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    EXPECT_TRUE(page.node("headline").says("Southwark")) << page.node("headline").name;
}

TEST_F(Session, ShowsTheWholeWhereThePlaceCannotBeKnown) {
    page.intercept = [&](const std::string& name) {
        if (!name.starts_with("names.")) return false;
        dex_fail(page.map(), name.data(), static_cast<std::uint32_t>(name.size()), 11);
        return true;
    };
    page.setView("v=1&place=borough:E09000028");
    page.begin();
    EXPECT_EQ(page.count(DEX_EVENT_FIRST_PICTURE), 1);
    for (const char* none : {"v=1&place=borough:E09999999", "v=1&place=parish:1"}) {
        Page other(boroughs());
        other.setView(none);
        other.begin();
        EXPECT_EQ(other.count(DEX_EVENT_FIRST_PICTURE), 1) << none;
    }
}

TEST_F(Session, RestsWhileAnyKindOfFileIsMissing) {
    for (const std::string kind : {"tile.", "column.", "names.", "grouping.", "classes."}) {
        Page other(boroughs());
        other.intercept = [&](const std::string& name) {
            if (!name.starts_with(kind)) return false;
            dex_fail(other.map(), name.data(), static_cast<std::uint32_t>(name.size()), 11);
            return true;
        };
        other.begin();
        for (int i = 0; i < 200; ++i) other.frame();
        EXPECT_EQ(other.frame() & 1, 0u) << kind;
    }
}

TEST_F(Session, RefusesAFileWhoseContentsDoNotMatchItsName) {
    page.begin();
    page.takeMail();
    auto bytes = boroughs().files.at(boroughs().head);
    bytes[bytes.size() / 2] ^= 1;
    EXPECT_NE(page.supply(boroughs().head, bytes), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_ERROR), 1);
    EXPECT_FALSE(page.areaAt(kMiddleX, kMiddleY).empty());
}

TEST_F(Session, LetsThePageScrollUntilItIsInUse) {
    page.begin();
    dex_set_own_page(page.map(), 0);
    dex_focus(page.map(), 0);
    EXPECT_EQ(dex_in_use(page.map()), 0u);
    page.click(kMiddleX, kMiddleY);
    EXPECT_EQ(dex_in_use(page.map()), 1u);
    page.key("Escape");
    page.key("Escape");
    EXPECT_EQ(dex_in_use(page.map()), 0u);
}

TEST_F(Session, DrawsWithAnotherPairOfShaders) {
    page.begin();
    const double pictures = dex_counter(page.map(), DEX_COUNTER_MAP_PICTURES);
    const auto replace = [&](std::string_view text) {
        std::uint32_t size = 0;
        const char* log = dex_shader(page.map(), text.data(), static_cast<std::uint32_t>(text.size()), &size);
        return std::string(log, size);
    };
    using namespace std::string_view_literals;
    EXPECT_EQ(replace("areas\0void main() {}\0void main() {}"sv), "");
    page.settle();
    EXPECT_GT(dex_counter(page.map(), DEX_COUNTER_MAP_PICTURES), pictures);
    EXPECT_NE(replace("clouds\0void main() {}\0void main() {}"sv), "");
    EXPECT_NE(replace(""), "");
}

TEST(Door, HasASentenceForEveryStatus) {
    for (std::uint32_t i = 0; i < dex_status_count(); ++i) {
        std::uint32_t size = 0;
        dex_status_text(i, &size);
        EXPECT_GT(size, 0u) << i;
    }
}

TEST(Door, LivesWithoutAtlasFacesOrGpu) {
    Page page{boroughs()};
    dex_resize(page.map(), 0, 0, 2, 1);
    page.click(10, 10);
    page.key("+");
    EXPECT_EQ(page.setView("v=1&show=nothing&place=borough:none"), 0u);
    page.settle();
    EXPECT_EQ(page.areaAt(10, 10), "");
    EXPECT_EQ(page.act("nowhere"), static_cast<std::uint32_t>(11));
}

}  // namespace
}  // namespace dex::test
