#include "words/word.h"

#include <gtest/gtest.h>

#include <string>

using namespace std::string_view_literals;

namespace dex {
namespace {

TEST(Word, HasATextForEachKey) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Word::kCount); ++i)
        EXPECT_FALSE(word(Language::English, static_cast<Word>(i)).empty()) << i;
    EXPECT_TRUE(word(Language::English, Word::kCount).empty());
}

TEST(Word, HasOnlyClosedBraces) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Word::kCount); ++i) {
        bool isOpen = false;
        for (const char c : word(Language::English, static_cast<Word>(i))) {
            if (c == '{') {
                EXPECT_FALSE(isOpen) << i;
                isOpen = true;
            }
            if (c == '}') {
                EXPECT_TRUE(isOpen) << i;
                isOpen = false;
            }
        }
        EXPECT_FALSE(isOpen) << i;
    }
}

TEST(Word, FillsEachBlankOfItsName) {
    EXPECT_EQ(say(Language::English, Word::numberRange, {{"from", "1"sv}, {"to", "2"sv}}), "1 to 2");
    EXPECT_EQ(say(Language::English, Word::numberRange, {{"to", "{from}"sv}, {"from", "1"sv}}), "1 to {from}");
}

TEST(Word, LeavesABlankWithoutValueToBeSeen) {
    EXPECT_EQ(say(Language::English, Word::numberRange, {{"from", "1"sv}}), "1 to {to}");
}

TEST(Word, TakesThePluralFormOfTheCount) {
    const auto residents = [](double count, std::string_view text) {
        return sayPlural(Language::English, Word::cardResidentsOther, count, {{"count", text}});
    };
    EXPECT_EQ(residents(1, "1"), "1 resident");
    EXPECT_EQ(residents(0, "0"), "0 residents");
    EXPECT_EQ(residents(2, "2"), "2 residents");
    EXPECT_EQ(residents(1.5, "1.5"), "1.5 residents");
}

TEST(Word, HasOneFormOnlyWhereTheKeyHasNoCategories) {
    EXPECT_EQ(sayPlural(Language::English, Word::legendNoData, 1), say(Language::English, Word::legendNoData));
}

}  // namespace
}  // namespace dex
