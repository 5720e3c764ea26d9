#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "tests/abi/page.h"

// What was asked for stays in sight: whatever way an area is opened, and whatever comes and goes round the map.

namespace dex::test {
namespace {

struct Size {
    double width = 0, height = 0;
    friend std::ostream& operator<<(std::ostream& out, const Size& size) {
        return out << size.width << 'x' << size.height;
    }
};

// Wide, middle, narrow and small, and the frames that hosts make.
constexpr Size kSizes[] = {{1280, 820}, {984, 600}, {905, 640}, {760, 700}, {640, 480}, {390, 844},
                           {360, 640},  {500, 400}, {400, 300}, {320, 256}, {640, 320}};

bool liesOverTheMap(const PageNode& node) {
    static const std::set<std::string> panels = {"head",    "panel", "sheet",  "keys", "card",
                                                 "compare", "strip", "legend", "foot", "banner"};
    return panels.count(node.id) > 0 || node.role == "alert";
}

class Sight : public testing::TestWithParam<Size> {
protected:
    // Empty where all of the area with this name is in sight; else what is wrong with it.
    static std::string hiddenBy(Page& page, const std::string& name) {
        std::vector<PageNode> over;
        PageNode map;
        for (PageNode& node : page.nodes()) {
            if (node.id == "map") map = node;
            if (liesOverTheMap(node)) over.push_back(node);
        }
        const double right = map.rect[0] + map.rect[2], bottom = map.rect[1] + map.rect[3];
        bool isThere = false;
        for (double y = map.rect[1] + 1; y < bottom; y += 4) {
            for (double x = map.rect[0] + 1; x < right; x += 4) {
                if (page.areaAt(x, y) != name) continue;
                isThere = true;
                for (const PageNode& node : over) {
                    if (node.covers(x, y)) return name + " lies under " + node.id;
                }
                if (x < map.rect[0] + 2 || y < map.rect[1] + 2 || x > right - 4 || y > bottom - 4)
                    return name + " goes on beyond the map";
            }
        }
        return isThere ? "" : name + " is nowhere";
    }

    // A point of the map that no panel covers and that lies in the area.
    static std::optional<std::pair<double, double>> pointOf(Page& page, const std::string& name) {
        const auto nodes = page.nodes();
        for (double y = 1; y < GetParam().height; y += 5) {
            for (double x = 1; x < GetParam().width; x += 5) {
                if (page.areaAt(x, y) != name) continue;
                if (std::none_of(nodes.begin(), nodes.end(),
                                 [&](const PageNode& node) { return liesOverTheMap(node) && node.covers(x, y); }))
                    return std::pair{x, y};
            }
        }
        return std::nullopt;
    }

    // The name of a borough, as the ranked list of the Text view has it.
    static std::string nameOf(Page& page, const std::string& ref) {
        for (const PageNode& node : page.textNodes()) {
            if (node.id == "table." + ref.substr(ref.find(':') + 1)) return node.name;
        }
        return {};
    }
};

std::string ref(int number) { return "borough:E090000" + std::string(number < 10 ? "0" : "") + std::to_string(number); }

TEST_P(Sight, ALinkShowsItsArea) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    for (int number = 1; number <= 33; ++number) {
        page.setView("v=1&area=" + ref(number));
        page.settle();
        EXPECT_EQ(hiddenBy(page, nameOf(page, ref(number))), "") << page.view();
    }
    // Also where it was made with the map elsewhere, or so near that the area is larger than the map.
    for (const char* at : {"51.28,0.3,11", "51.5,-0.12,14.5"}) {
        page.setView(std::string("v=1&area=borough:E09000028&at=") + at);
        page.settle();
        EXPECT_EQ(hiddenBy(page, "Southwark"), "") << at;
    }
}

TEST_P(Sight, ALinkFromWithinAnAreaBringsThatPictureBack) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    const std::string at = "at=51.470000,-0.075000,16.50";
    page.setView("v=1&area=borough:E09000028&" + at);
    page.settle();
    EXPECT_NE(page.view().find(at), std::string::npos) << page.view();
}

TEST_P(Sight, StepsOfTheZoomKeepItInSightAndTheirLinkShowsTheSame) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    const std::string bexley = "v=1&area=borough:E09000004";
    page.setView(bexley);
    page.settle();
    page.text();
    if (page.act("card.zoom") != 0u) GTEST_SKIP() << "a card without buttons";
    page.settle();
    for (const char* key : {"-", "-"}) {
        page.key(key);
        page.settle();
    }
    // At the edge of what is free: a step of the zoom about the middle would push it out.
    page.setView(bexley + "&at=51.28,0.3," + page.view().substr(page.view().rfind(',') + 1));
    page.settle();
    for (const char* key : {"+", "-", "+", "-", "-"}) {
        page.key(key);
        page.settle();
        const std::string view = page.view();
        EXPECT_EQ(hiddenBy(page, "Bexley"), "") << view;
        page.setView("v=1");
        page.settle();
        page.setView(view);
        page.settle();
        EXPECT_EQ(page.view(), view);
    }
}

TEST_P(Sight, AClickShowsAllOfWhatWasClicked) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    for (int number = 1; number <= 33; number += 2) {
        page.setView("v=1&at=51.5,-0.1,10.4");
        page.settle();
        const std::string name = nameOf(page, ref(number));
        const auto point = pointOf(page, name);
        if (!point) continue;
        page.click(point->first, point->second);
        ASSERT_NE(page.view().find("area=" + ref(number)), std::string::npos) << name;
        EXPECT_EQ(hiddenBy(page, name), "") << page.view();
    }
}

TEST_P(Sight, AListShowsWhatIsChosenInIt) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    page.setView("v=1&at=51.42,-0.3,12.5");
    page.settle();
    for (int number = 1; number <= 33; number += 4) {
        page.text();
        ASSERT_EQ(page.act("table." + ref(number).substr(8)), 0u);
        page.settle();
        EXPECT_EQ(hiddenBy(page, nameOf(page, ref(number))), "") << page.view();
    }
}

TEST_P(Sight, OtherSizesOfTheCanvasAndTheSheetKeepItInSight) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    page.setView("v=1&area=borough:E09000004&at=51.46,0.14,11");
    page.settle();
    EXPECT_EQ(hiddenBy(page, "Bexley"), "");
    for (const Size& size : kSizes) {
        dex_resize(page.map(), size.width, size.height, 1, 1);
        page.settle();
        EXPECT_EQ(hiddenBy(page, "Bexley"), "") << size;
    }
    for (const char* stop : {"peek", "half", "full", "half"}) {
        dex_resize(page.map(), 390, 844, 1, 1);
        page.act("sheet.size", stop);
        page.settle();
        if (std::string_view(stop) != "full") {
            EXPECT_EQ(hiddenBy(page, "Bexley"), "") << stop;
        }
    }
}

TEST_P(Sight, AComparisonDoesNotCoverWhatIsCompared) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    page.setView("v=1&compare=borough:E09000004,borough:E09000028,borough:E09000017");
    page.settle();
    for (const char* name : {"Bexley", "Southwark", "Hillingdon"}) EXPECT_EQ(hiddenBy(page, name), "") << page.view();
    page.text();
    ASSERT_EQ(page.act("table.E09000006"), 0u);
    page.settle();
    page.text();
    ASSERT_EQ(page.act("card.compare"), 0u);
    page.settle();
    for (const char* name : {"Bromley", "Bexley", "Hillingdon"}) EXPECT_EQ(hiddenBy(page, name), "") << page.view();
}

TEST_P(Sight, APostcodeShowsItsArea) {
    Page page{town()};
    page.begin(GetParam().width, GetParam().height);
    for (int i = 0; i < 3; ++i) {
        page.find("tn1 1ab");
        page.settle();
    }
    ASSERT_EQ(page.choose(":TN1 1AB"), 0u);
    page.settle();
    EXPECT_EQ(hiddenBy(page, "Upper Town (North 001C)"), "") << page.view();
}

TEST_P(Sight, AMessageDoesNotLieOverTheAreaItCameWith) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    page.setView("v=1&area=borough:E09000010&spec=0123456789ab&classes=many");
    page.settle();
    const auto nodes = page.nodes();
    if (std::none_of(nodes.begin(), nodes.end(), [](const PageNode& node) { return node.role == "alert"; }))
        GTEST_SKIP() << "no room for a message";
    EXPECT_EQ(hiddenBy(page, "Enfield"), "") << page.view();
}

TEST_P(Sight, TheTextViewHearsTheEndOfTrialsWithOtherWeights) {
    Page page{boroughs()};
    page.begin(GetParam().width, GetParam().height);
    page.setView("v=1&area=borough:E09000010");
    page.text();
    page.settle();
    const std::string steadiness = page.textNode("card.steadiness").name;
    EXPECT_NE(steadiness, "");
    EXPECT_EQ(steadiness.find("Trying"), std::string::npos) << steadiness;
}

INSTANTIATE_TEST_SUITE_P(Sizes, Sight, testing::ValuesIn(kSizes));

class Messages : public testing::Test {
protected:
    Page page{boroughs()};
    std::vector<std::string> said() {
        std::vector<std::string> all;
        for (const PageNode& node : page.nodes()) {
            if (node.role == "alert") all.push_back(node.name);
        }
        return all;
    }
};

TEST_F(Messages, AreClosedByTheirCrossAndByEscape) {
    page.begin();
    page.setView("v=1&spec=0123456789ab");
    page.settle();
    ASSERT_EQ(said(),
              std::vector<std::string>{"The figures have changed since this link was made. You see the latest."});
    const PageNode cross = page.node("message.close.a");
    page.click(cross.rect[0] + cross.rect[2] / 2, cross.rect[1] + cross.rect[3] / 2);
    EXPECT_TRUE(said().empty());
    EXPECT_EQ(page.view().find("area="), std::string::npos) << "the map below was pressed";
    page.setView("v=1&area=borough:E09000028&spec=0123456789ab");
    page.settle();
    ASSERT_EQ(said().size(), 1u);
    page.key("Escape");
    EXPECT_TRUE(said().empty());
    EXPECT_TRUE(page.node("card").isThere()) << "one Escape closes one thing";
}

TEST_F(Messages, MayComeBeforeTheFaces) {
    page.hasFaces = false;
    page.begin();
    page.setView("v=1&classes=many");
    page.settle();
    EXPECT_TRUE(said().empty());
    page.supplyFaces();
    page.settle();
    EXPECT_EQ(said().size(), 1u);
}

TEST_F(Messages, OfALinkGoWithItsView) {
    page.begin();
    page.setView("v=1&classes=many");
    page.settle();
    ASSERT_EQ(said().size(), 1u);
    page.setView("v=1&show=N1");
    page.settle();
    EXPECT_TRUE(said().empty());
}

}  // namespace
}  // namespace dex::test
