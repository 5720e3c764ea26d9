#include "words/about_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace dex {
namespace {

AtlasHead headOf(std::vector<std::string> segments, std::size_t levels) {
    AtlasHead head;
    head.levels.resize(levels);
    Need need;
    need.segments = std::move(segments);
    head.index = Index{"i", "1", "An index", Arithmetic::Rank, {need}};
    head.sources = {{"A publisher", "Some figures", "2021", "A licence", "Thanks", "https://a.example/"}};
    return head;
}

std::ptrdiff_t wordsIn(const AboutFacts& about) {
    return std::accumulate(about.texts.begin(), about.texts.end(), std::ptrdiff_t{0}, [](auto sum, const auto& text) {
        return sum + 1 + std::count(text.begin(), text.end(), ' ');
    });
}

bool says(const AboutFacts& about, std::string_view part) {
    return std::any_of(about.texts.begin(), about.texts.end(),
                       [part](const std::string& text) { return text.find(part) != text.npos; });
}

TEST(About, SaysAllOfItIn250Words) {
    const AboutFacts about = writeAbout(Language::English, headOf({"Not for me"}, 4));
    for (const char* part : {"A score", "A need", "A small area", "stands out", "steady", "LOTI"})
        EXPECT_TRUE(says(about, part)) << part;
    EXPECT_LE(wordsIn(about), 250);
}

TEST(About, SaysNothingOfWhatTheAtlasDoesNotHave) {
    EXPECT_FALSE(says(writeAbout(Language::English, headOf({}, 4)), "LOTI"));
    EXPECT_FALSE(says(writeAbout(Language::English, headOf({}, 1)), "small area"));
    AtlasHead plain = headOf({}, 1);
    plain.index.reset();
    EXPECT_EQ(writeAbout(Language::English, plain).texts.size(), 1u);
}

TEST(About, NamesEachSourceWithItsAddress) {
    const AboutFacts about = writeAbout(Language::English, headOf({}, 1));
    ASSERT_EQ(about.sources.size(), 1u);
    EXPECT_EQ(about.sources[0].name, "A publisher: Some figures, 2021");
    EXPECT_EQ(about.sources[0].url, "https://a.example/");
}

}  // namespace
}  // namespace dex
