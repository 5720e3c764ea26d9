#include "words/picture_words.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Day, IsOneOfTheCalendar) {
    EXPECT_EQ(dayCalled("2024-02-29"), (Day{2024, 2, 29}));
    for (const char* text : {"", "2023-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3",
                             "2026-04-0x", "-026-04-01", "29/11/2026"})
        EXPECT_FALSE(dayCalled(text)) << text;
}

TEST(Day, IsSaidAsInEnglish) {
    EXPECT_EQ(formatDay(Language::English, {2026, 11, 29}), "29 November 2026");
    EXPECT_EQ(formatDay(Language::English, {2026, 1, 1}), "1 January 2026");
    EXPECT_EQ(formatDay(Language::English, {2026, 12, 31}), "31 December 2026");
}

TEST(Length, IsInMetresOrKilometres) {
    EXPECT_EQ(formatLength(Language::English, 500), "500 m");
    EXPECT_EQ(formatLength(Language::English, 1000), "1 km");
    EXPECT_EQ(formatLength(Language::English, 20000), "20 km");
}

Facts someFacts() {
    Facts facts;
    facts.title = "Digital exclusion in London";
    facts.headline = "Newham has the highest overall risk";
    facts.subtitle = "Overall risk · 2021 data";
    facts.legend.title = "Score";
    facts.legend.rows.push_back({.range = "1 to 2", .count = "3", .spoken = "1 to 2: 3 boroughs"});
    facts.legend.noData.spoken = "No data: 0 boroughs";
    return facts;
}

TEST(PictureWords, SayWhatIsKnown) {
    const PictureWords words =
        writePictureWords(someFacts(), "0123456789ab", Day{2026, 11, 29}, "https://x.example/#v=1");
    EXPECT_EQ(words.made, "Made on 29 November 2026. Method and figures: 0123456789ab.");
    EXPECT_EQ(words.address, "Explore the map: https://x.example/#v=1");
    EXPECT_EQ(words.outlined, "");
    EXPECT_EQ(words.description,
              "Digital exclusion in London. Newham has the highest overall risk. Overall risk · 2021 data. Score. "
              "1 to 2: 3 boroughs. No data: 0 boroughs.");
}

TEST(PictureWords, KeepSilentAboutTheRest) {
    const PictureWords words = writePictureWords(someFacts(), "", std::nullopt, "");
    EXPECT_EQ(words.made, "");
    EXPECT_EQ(words.address, "");
}

TEST(PictureWords, NameTheAreaThatIsOutlined) {
    Facts facts = someFacts();
    facts.card.emplace();
    facts.card->name = "Newham";
    facts.card->value = "7.9 out of 10";
    EXPECT_EQ(writePictureWords(facts, "", std::nullopt, "").outlined, "Outlined: Newham. 7.9 out of 10");
}

}  // namespace
}  // namespace dex
