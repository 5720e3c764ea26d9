// A search from the field to the card, through the door.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/samples.h"
#include "tests/abi/page.h"

namespace dex::test {
namespace {

class Searching : public testing::Test {
protected:
    void SetUp() override { page.begin(); }

    // What is answered once all that is needed is here.
    nlohmann::json answer(std::string_view typed) {
        for (int tries = 0; tries < 4; ++tries) {
            auto said = nlohmann::json::parse(page.find(typed));
            if (!said.at("busy").get<bool>()) return said;
            page.settle();
        }
        ADD_FAILURE() << typed << ": busy for ever";
        return {};
    }
    std::string sentence(std::string_view typed) { return answer(typed).at("sentence").get<std::string>(); }
    // "ref name, detail" of each place.
    std::vector<std::string> places(std::string_view typed) {
        std::vector<std::string> all;
        const auto said = answer(typed);
        for (const auto& one : said.at("places")) {
            all.push_back(one.at("ref").get<std::string>() + " " + one.at("name").get<std::string>() + ", " +
                          one.at("detail").get<std::string>());
        }
        return all;
    }
    std::string announced() {
        std::string text;
        for (const auto& mail : page.mail()) {
            if (mail.kind == DEX_EVENT_ANNOUNCE) text += mail.text + "\n";
        }
        return text;
    }
    using Texts = std::vector<std::string>;
    Page page{town()};
};

TEST_F(Searching, WantsNothingBeforeItIsUsed) {
    for (const auto& mail : page.mail()) {
        EXPECT_FALSE(mail.kind == DEX_EVENT_WANT && mail.text.starts_with("gazetteer.")) << mail.text;
    }
    page.takeMail();
    EXPECT_EQ(nlohmann::json::parse(page.find("")).at("places").size(), 0u);
    page.settle();
    EXPECT_TRUE(std::any_of(page.mail().begin(), page.mail().end(), [](const Mail& mail) {
        return mail.kind == DEX_EVENT_WANT && mail.text.starts_with("gazetteer.");
    }));
    EXPECT_FALSE(answer("").at("busy").get<bool>());
}

TEST_F(Searching, FindsAPostcodeAndShowsItsArea) {
    EXPECT_EQ(places("tn1 1ab"), Texts{":TN1 1AB TN1 1AB, Upper Town (North 001C)"});
    EXPECT_EQ(sentence("TN11AB"), "TN1 1AB is in Upper Town (North 001C).");
    EXPECT_EQ(sentence("TNI lAB"), "TN1 1AB is in Upper Town (North 001C).");
    page.takeMail();
    EXPECT_EQ(page.choose(":TN1 1AB"), 0u);
    page.settle();
    EXPECT_EQ(page.count(DEX_EVENT_SELECT), 1);
    EXPECT_TRUE(announced().starts_with("TN1 1AB is in this small area. Upper Town")) << announced();
    EXPECT_NE(page.view().find("area=small-area:A03"), std::string::npos) << page.view();
    EXPECT_EQ(page.node("card.postcode").name, "TN1 1AB is in this small area.");
    EXPECT_FALSE(page.node("card.help").isThere());
}

TEST_F(Searching, KeepsThePostcodeOutOfLinksAndFiles) {
    places("TN1 1AB");
    page.choose(":TN1 1AB");
    page.settle();
    std::vector<std::string> wanted;
    for (const auto& mail : page.mail()) {
        EXPECT_TRUE(mail.kind == DEX_EVENT_ANNOUNCE || mail.text.find("TN1") == std::string::npos) << mail.text;
        if (mail.kind == DEX_EVENT_WANT && mail.text.starts_with("postcodes.")) wanted.push_back(mail.text);
    }
    EXPECT_EQ(wanted.size(), 1u);
    EXPECT_EQ(page.view().find("TN1"), std::string::npos);
}

TEST_F(Searching, ForgetsThePostcodeWithItsArea) {
    places("TN1 1AB");
    page.choose(":TN1 1AB");
    page.settle();
    ASSERT_TRUE(page.node("card.postcode").isThere());
    for (const char* area : {"small-area:A01", "small-area:A03"}) {
        page.choose(area);
        page.settle();
        for (const PageNode& node : page.nodes()) EXPECT_FALSE(node.says("TN1 1AB")) << area << ' ' << node.id;
    }
}

TEST_F(Searching, SaysWhyThereIsNoPostcode) {
    EXPECT_EQ(sentence("EH1 1YZ"), "EH1 1YZ is not in Town.");
    EXPECT_EQ(sentence("TN1 9ZZ"), "There is no postcode TN1 9ZZ in Town.");
    EXPECT_EQ(sentence("TN1 1AD"), "TN1 1AD is just outside the map. The nearest area is Upper Town (North 001A).");
    EXPECT_EQ(page.choose(":TN1 9ZZ"), static_cast<std::uint32_t>(11));
}

TEST_F(Searching, FindsAnOutwardCode) {
    EXPECT_EQ(places("tn1"), Texts{":TN1 TN1, 3 small areas in North"});
    EXPECT_EQ(places("TN1 1A"), Texts{":TN1 TN1, 3 small areas in North"});
    EXPECT_EQ(places("tn2"), Texts{":TN2 TN2, 1 small area in South"});
    const std::string before = page.view();
    EXPECT_EQ(page.choose(":TN2"), 0u);
    page.settle();
    EXPECT_NE(page.view(), before);
    EXPECT_EQ(page.view().find("area="), std::string::npos);
}

TEST_F(Searching, NamesTheOutwardCodesThatBeginWithWhatWasTyped) {
    EXPECT_EQ(places("tn"), (Texts{":TN1 TN1, postcode district", ":TN2 TN2, postcode district"}));
    EXPECT_EQ(sentence("tn"), "2 postcode districts in Town begin with TN.");
    EXPECT_EQ(sentence("EH1"), "EH1 is not in Town.");
}

TEST_F(Searching, OutlinesAndListsTheAreasOfAnOutwardCodeAndSaysSo) {
    places("tn");
    page.takeMail();
    EXPECT_EQ(page.choose(":TN1"), 0u) << "its file is still to come";
    page.settle();
    const std::string sentence = page.node("headline").name;
    EXPECT_NE(sentence.find("TN1’s 3 small areas"), std::string::npos) << sentence;
    EXPECT_EQ(announced(), sentence + "\n");
    EXPECT_TRUE(page.node("ranked.title").says("TN1’s small areas")) << page.node("ranked.title").name;
    int rows = 0;
    for (const PageNode& node : page.nodes()) rows += node.id.starts_with("ranked.small-area:") ? 1 : 0;
    EXPECT_EQ(rows, 3);
    EXPECT_EQ(page.view().find("TN1"), std::string::npos);
    // Another list is one of all areas.
    page.act("page.back");
    page.settle();
    page.act("page.ranked");
    page.settle();
    EXPECT_FALSE(page.node("ranked.title").says("TN1")) << page.node("ranked.title").name;
    EXPECT_FALSE(page.node("headline").says("TN1")) << page.node("headline").name;
}

TEST_F(Searching, MarksWhereThePostcodeIs) {
    places("TN1 1AB");
    page.choose(":TN1 1AB");
    page.settle();
    const PageNode here = page.node("here");
    ASSERT_TRUE(here.isThere());
    EXPECT_EQ(here.name, "TN1 1AB is here");
    // Its foot stands in the area, and goes with the map.
    EXPECT_EQ(page.areaAt(here.rect[0] + here.rect[2] / 2, here.rect[1] + here.rect[3]), "Upper Town (North 001C)");
    EXPECT_TRUE(page.node("headline").says("Upper Town (North 001C) is in ")) << page.node("headline").name;
    EXPECT_FALSE(page.node("headline").says("TN1"));
    page.act("pan.left");
    page.act("zoom.in");
    page.settle();
    const PageNode moved = page.node("here");
    ASSERT_TRUE(moved.isThere());
    EXPECT_NE(moved.rect, here.rect);
    EXPECT_EQ(page.areaAt(moved.rect[0] + moved.rect[2] / 2, moved.rect[1] + moved.rect[3]), "Upper Town (North 001C)");
    page.act("card.close");
    page.settle();
    EXPECT_FALSE(page.node("here").isThere());
    EXPECT_FALSE(page.node("headline").says("Upper Town"));
}

TEST_F(Searching, SaysWhereANameIs) {
    EXPECT_EQ(places("hill end").front(), "ward:W3 Hill End, ward in South");
    EXPECT_EQ(places("south").front(), "district:D2 South, district");
    EXPECT_EQ(places("upper town").size(), 5u);
    EXPECT_EQ(places("north 001b"), Texts{"small-area:A02 Upper Town (North 001B), small area in North"});
    EXPECT_EQ(places("hil ned").size(), 0u);
    EXPECT_EQ(places("hill ned").front(), "ward:W3 Hill End, ward in South");
    EXPECT_EQ(sentence("atlantis"), "No matches for “atlantis” in Town.");
    EXPECT_EQ(sentence("old jewry"),
              "Old Jewry (ward, North) is not on the map, because every small area fits another ward better.");
}

TEST_F(Searching, GoesToWhateverIsChosen) {
    answer("a");
    EXPECT_EQ(page.choose("ward:W3"), 0u);
    page.settle();
    EXPECT_NE(page.view().find("area=ward:W3"), std::string::npos) << page.view();
    EXPECT_NE(page.view().find("by=ward"), std::string::npos) << page.view();
    EXPECT_EQ(page.choose("district:D2"), 0u);
    page.settle();
    EXPECT_NE(page.view().find("place=district:D2"), std::string::npos) << page.view();
    EXPECT_EQ(page.view().find("area="), std::string::npos) << page.view();
    // A place that is not where the reader looks takes the view along.
    EXPECT_EQ(page.choose("small-area:A01"), 0u);
    page.settle();
    EXPECT_EQ(page.view().find("place="), std::string::npos) << page.view();
    for (const char* wrong : {"", ":", "ward:W99", "ward", "nothing:W3", ":XX1", "ward:"})
        EXPECT_NE(page.choose(wrong), 0u);
}

TEST_F(Searching, NamesWhatHelpsWhereTheHostHasAPageForIt) {
    dex_set_controls(page.map(), 31 | DEX_HELP_PAGE);
    answer("hill end");
    page.click(800, 450);
    page.settle();
    EXPECT_TRUE(page.node("card").isThere());
    EXPECT_FALSE(page.node("card.help").isThere());
    page.choose("ward:W3");
    page.settle();
    EXPECT_TRUE(page.node("card.help").says("What helps")) << page.node("card.help").name;
    page.takeMail();
    EXPECT_EQ(page.act("card.help"), 0u);
    page.settle();
    ASSERT_EQ(page.count(DEX_EVENT_SHOW), 1);
    for (const auto& mail : page.mail()) {
        EXPECT_TRUE(mail.kind != DEX_EVENT_SHOW || mail.text == "help") << mail.text;
    }
}

TEST_F(Searching, LocatesTheReader) {
    answer("a");
    EXPECT_NE(dex_locate(page.map(), 2.35, 48.85), 0u);
    EXPECT_NE(dex_locate(page.map(), 1e300, -1e300), 0u);
    EXPECT_EQ(dex_locate(page.map(), -0.045, 51.505), 0u);
    page.settle();
    EXPECT_NE(page.view().find("area=small-area:A01"), std::string::npos) << page.view();
}

TEST_F(Searching, SaysThatAListCannotBeHad) {
    page.intercept = [&](const std::string& name) {
        if (!name.starts_with("postcodes.")) return false;
        dex_fail(page.map(), name.data(), static_cast<std::uint32_t>(name.size()), 12);
        return true;
    };
    EXPECT_EQ(sentence("tn1 1ab"),
              "The list of postcodes could not be loaded. Check your connection and type the postcode again.");
    page.intercept = nullptr;
    dex_retry(page.map());
    EXPECT_EQ(sentence("tn1 1ab"), "TN1 1AB is in Upper Town (North 001C).");
}

TEST_F(Searching, TakesAnyBytes) {
    answer("a");
    samples::Random random(2026);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes;
        for (std::uint32_t n = random.below(60); n > 0; --n)
            bytes += static_cast<char>(random.below(random.below(2) ? 256 : 128));
        EXPECT_TRUE(nlohmann::json::accept(page.find(bytes)));
        page.choose(bytes);
    }
}

TEST(SearchingBoroughs, FindsABorough) {
    Page page{boroughs()};
    page.begin();
    page.find("");
    page.settle();
    const auto said = nlohmann::json::parse(page.find("sotuhwark"));
    ASSERT_EQ(said.at("places").size(), 1u);
    EXPECT_EQ(said.at("places")[0].at("name"), "Southwark");
    EXPECT_EQ(page.choose(said.at("places")[0].at("ref").get<std::string>()), 0u);
    page.settle();
    EXPECT_NE(page.view().find("area="), std::string::npos);
    EXPECT_EQ(nlohmann::json::parse(page.find("SE15 4AA")).at("places").size(), 0u);
}

}  // namespace
}  // namespace dex::test
