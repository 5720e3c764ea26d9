// What dex_make gives of a comparison, against the files that the command line writes of the same atlas.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/abi/making.h"

namespace dex::test {
namespace {

std::size_t countOf(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size()) ++count;
    return count;
}

class MakingCompared : public Making {
protected:
    std::string briefing(const std::string& view) {
        BriefingOptions options;
        options.isOfCompared = true;
        options.view = view;
        return briefed(options);
    }
    Answer order(const std::string& view) {
        return made("as briefing\ncompared\nview " + view + "\nmade " + kMade + "\naddress " + kAddress);
    }
};

TEST_F(MakingCompared, GivesTheBriefingOfTheCommandLine) {
    page_.begin();
    page_.settle();
    for (const std::string view :
         {"v=1&compare=ward:W1,ward:W3", "v=1&compare=small-area:A01,small-area:A02&weights=N1:9&score=min-max",
          "v=1&show=N2&by=ward&place=district:D2&compare=district:D1,ward:W1,small-area:A01,small-area:A05&within="
          "district:D1"}) {
        const Answer answer = order(view);
        EXPECT_EQ(answer.state, DEX_MADE_ALL) << view;
        EXPECT_TRUE(answer.bytes == briefing(view)) << view;
    }
}

// A map that has shown more has more files, and the page is the same.
TEST_F(MakingCompared, DoesNotDependOnWhatTheMapHasShown) {
    page_.begin();
    const std::string view = "v=1&compare=small-area:A01,ward:W1";
    const std::string before = order(view).bytes;
    for (const char* shown : {"v=1&by=district&area=district:D1", "v=1&by=ward&area=ward:W2"}) {
        page_.setView(shown);
        page_.settle();
    }
    EXPECT_TRUE(order(view).bytes == before);
    EXPECT_FALSE(before.empty());
}

TEST_F(MakingCompared, HasTheTableOfTheScreenWithThePlaceAndTheWhole) {
    page_.begin();
    page_.settle();
    constexpr std::string_view kColumn = "<th scope=\"col\" class=\"number\">";
    const auto tableOf = [](const std::string& page) {
        const std::size_t begin = page.find("<table class=\"compared\"");
        return page.substr(begin, page.find("</table>", begin) - begin);
    };
    const std::string two = order("v=1&compare=ward:W1,ward:W2").bytes, table = tableOf(two);
    EXPECT_EQ(countOf(table, kColumn), 4u) << "two, their district, and the town";
    EXPECT_EQ(countOf(table, "<td class=\"number\">"), 4 * countOf(table, "scope=\"row\""));
    page_.setView("v=1&by=ward&compare=ward:W1,ward:W2");
    page_.settle();
    std::size_t rows = 0, sentences = 0;
    // The sentences go on counting.
    for (int i = 0; i < 60; ++i) {
        const PageNode row = page_.textNode("compare.row" + std::to_string(i));
        const PageNode sentence = page_.textNode("compare.sentence" + std::to_string(i));
        if (row.isThere() && row.role == "row") {
            ++rows;
            const std::string label = row.name.substr(0, row.name.find(':'));
            EXPECT_NE(table.find("<th scope=\"row\">" + label + "</th>"), std::string::npos) << label;
        }
        if (!sentence.isThere()) continue;
        ++sentences;
        EXPECT_EQ(countOf(two, ">" + sentence.name + "<"), 1u) << sentence.name;
    }
    // The cards say what weighs most; of so few areas none is called steady.
    EXPECT_EQ(rows + 1, countOf(table, "scope=\"row\""));
    EXPECT_EQ(countOf(table, "<th scope=\"row\">Biggest factors</th>"), 1u);
    EXPECT_GT(sentences, 1u);
    // Of mixed levels each says among whom it is ranked, and no place stands beside them.
    const std::string mixed = tableOf(order("v=1&compare=district:D1,ward:W1,small-area:A01,small-area:A05").bytes);
    EXPECT_EQ(countOf(mixed, kColumn), 5u);
    EXPECT_NE(mixed.find("<span>Scores ranked among Town’s 3 wards</span>"), std::string::npos);
    EXPECT_NE(mixed.find("<span>Scores ranked among Town’s 2 districts</span>"), std::string::npos);
}

TEST_F(MakingCompared, OutlinesAndNamesEachAreaOnTheMap) {
    page_.begin();
    page_.settle();
    // The chains of the outlines, whichever came first.
    const auto chainsOf = [&](const std::string& view) {
        const std::string page = order(view).bytes;
        const std::size_t group = page.find("<g id=\"selected\""), begin = page.find(" d=\"", group) + 4;
        const std::string path = page.substr(begin, page.find('"', begin) - begin);
        std::vector<std::string> chains;
        for (std::size_t at = path.find('M'); at != std::string::npos;) {
            const std::size_t next = path.find('M', at + 1);
            chains.push_back(path.substr(at, next - at));
            at = next;
        }
        std::sort(chains.begin(), chains.end());
        return chains;
    };
    const auto two = chainsOf("v=1&compare=small-area:A01,small-area:A02");
    EXPECT_GE(two.size(), 2u);
    EXPECT_EQ(chainsOf("v=1&compare=small-area:A02,small-area:A01"), two) << "both are outlined";
    EXPECT_NE(chainsOf("v=1&compare=small-area:A01,small-area:A12"), two) << "in the least box that holds both";
    const std::string districts = order("v=1&compare=district:D1,district:D2").bytes;
    const std::string map = districts.substr(districts.find("<g id=\"labels\">"));
    for (const char* code : {"D1", "D2"}) {
        page_.setView(std::string("v=1&area=district:") + code);
        page_.settle();
        const std::string name = page_.textNode("card.name").name;
        // The rim and the ink.
        EXPECT_EQ(countOf(map.substr(0, map.find("</svg>")), ">" + name + "</text>"), 2u) << name;
    }
}

// The ward of one of the two is called as it is, and its name would lie on that small area.
TEST_F(MakingCompared, KeepsOtherNamesOffTheAreasOutlined) {
    page_.begin();
    page_.settle();
    const std::string page = order("v=1&compare=small-area:A10,small-area:A01").bytes;
    const std::string map = page.substr(page.find("<g id=\"labels\">"));
    // The rim and the ink of the small area's own.
    EXPECT_EQ(countOf(map.substr(0, map.find("</svg>")), ">Upper Town</text>"), 2u);
}

TEST_F(MakingCompared, LeadsBackToTheComparisonWithItsScores) {
    page_.begin();
    page_.settle();
    const std::string page = order("v=1&show=N2&by=district&compare=ward:W1,ward:W2&weights=N1:9&theme=dark").bytes;
    const std::string address = std::string("<a href=\"") + kAddress + '#';
    const std::size_t begin = page.find(address) + address.size();
    std::string view = page.substr(begin, page.find('"', begin) - begin);
    for (std::size_t at; (at = view.find("&amp;")) != std::string::npos;) view.replace(at, 5, "&");
    page_.setView(view);
    page_.settle();
    EXPECT_NE(page_.view().find("compare=ward:W1,ward:W2"), std::string::npos);
    EXPECT_NE(page_.view().find("weights=N1:9"), std::string::npos);
    EXPECT_FALSE(page_.node("message.a").isThere())
        << "its scores are those of the page: " << page_.node("message.a").name;
}

TEST_F(MakingCompared, GivesNothingOfFewerThanTwo) {
    page_.begin();
    page_.settle();
    for (const char* view : {"v=1", "v=1&area=ward:W1", "v=1&compare=ward:W1", "v=1&compare=ward:W1,ward:W99"})
        EXPECT_EQ(order(view).state, DEX_MADE_NONE) << view;
    EXPECT_EQ(made("as briefing\ncompared yes\nview v=1&compare=ward:W1,ward:W2").state, DEX_MADE_NONE);
}

TEST_F(MakingCompared, GivesTheRowsOfTheCommandLine) {
    page_.begin();
    page_.settle();
    // The place of the view does not matter, and another level's area has no row.
    const std::string view = "v=1&by=ward&place=district:D2&compare=ward:W1,ward:W2,district:D1";
    const std::string end = "\ncompared\nview " + view;
    ExportOptions figures;
    figures.level = "ward";
    figures.only = {"W2", "W1"};
    EXPECT_EQ(made("as csv" + end).bytes, exported(figures, true, {}));
    EXPECT_EQ(made("as geojson" + end).bytes, exported(figures, false, {}));
    ExportOptions seen;
    seen.view = view;
    seen.isOfCompared = true;
    EXPECT_EQ(made("as csv\nshown" + end).bytes, exported(seen, true, {}));
    EXPECT_EQ(made("as guide\nshown\nfile out" + end).bytes, contentOf(folder_ + "/out-metadata.json"));
    EXPECT_EQ(made("as geojson\nshown" + end).bytes, exported(seen, false, {}));
    ScoreOptions scored;
    scored.atlas = folder_;
    scored.request.level = "ward";
    scored.only = {"W1", "W2"};
    scored.hasMark = true;
    const std::string scores = written([&](const std::string& out) {
        scored.csv = out;
        return runScore(scored);
    });
    EXPECT_EQ(made("as csv\nscores" + end).bytes, scores);
    EXPECT_EQ(countOf(scores, "\r\n"), 3u);
    // Their ranks are those among all.
    const std::string all = this->scores("ward");
    for (const char* code : {"\r\nW1,", "\r\nW2,"}) {
        const auto row = [&](const std::string& text) { return text.substr(text.find(code), 80); };
        EXPECT_EQ(row(scores), row(all));
    }
    EXPECT_EQ(nlohmann::json::parse(made("as geojson\nscores" + end).bytes)["features"].size(), 2u);
}

TEST_F(MakingCompared, HasNoRowsOfALevelWithoutAnyAndNoTableWhereNothingIsCompared) {
    page_.begin();
    page_.settle();
    EXPECT_EQ(countOf(made("as csv\ncompared\nview v=1&by=district&compare=ward:W1").bytes, "\r\n"), 1u);
    for (const char* as : {"csv", "geojson", "guide"})
        EXPECT_EQ(made(std::string("as ") + as + "\ncompared\nview v=1&by=ward").state, DEX_MADE_NONE) << as;
}

}  // namespace
}  // namespace dex::test
