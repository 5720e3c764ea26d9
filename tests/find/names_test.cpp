#include "find/names.h"

#include <gtest/gtest.h>

#include "support/samples.h"

namespace dex {
namespace {

TEST(Folding, LeavesWhatPeopleTypeTheSame) {
    EXPECT_EQ(folded("King's Cross"), "kings cross");
    EXPECT_EQ(folded("King\xe2\x80\x99s  Cross "), "kings cross");
    EXPECT_EQ(folded("Elephant & Castle"), "elephant and castle");
    EXPECT_EQ(folded("St. Helier"), "st helier");
    EXPECT_EQ(folded("Saint-Helier"), "st helier");
    EXPECT_EQ(folded("Kensal-Rise"), "kensal rise");
    EXPECT_EQ(folded("\xc3\x89t\xc5\xb5p\xc3\xa9 \xc3\x98l"), "etwpe ol");
    EXPECT_EQ(folded(" -- "), "");
    EXPECT_EQ(folded("\xff\xc3"), "ya");  // No UTF-8: each byte for itself.
}

TEST(Matching, PutsTheVeryNameFirst) {
    EXPECT_EQ(matchOf("peckham", "peckham"), Match::Exact);
    EXPECT_EQ(matchOf("peckham", "peckham rye"), Match::Prefix);
    EXPECT_EQ(matchOf("rye", "peckham rye"), Match::Words);
    EXPECT_EQ(matchOf("rye peck", "peckham rye"), Match::Words);
    EXPECT_EQ(matchOf("ckha", "peckham rye"), Match::Inside);
    EXPECT_EQ(matchOf("ck", "peckham rye"), Match::None);
    EXPECT_EQ(matchOf("abbey barking", "abbey", "barking and dagenham"), Match::Words);
    EXPECT_EQ(matchOf("barking", "abbey", "barking and dagenham"), Match::None);
    EXPECT_EQ(matchOf("", "abbey"), Match::None);
}

TEST(Matching, ForgivesTypingErrors) {
    EXPECT_EQ(typosIn("pekham", "peckham"), Match::OneTypo);       // Missing.
    EXPECT_EQ(typosIn("peeckham", "peckham"), Match::OneTypo);     // Too many.
    EXPECT_EQ(typosIn("pexkham", "peckham"), Match::OneTypo);      // Another.
    EXPECT_EQ(typosIn("pcekham", "peckham"), Match::OneTypo);      // Changed over.
    EXPECT_EQ(typosIn("pekham", "peckham rye"), Match::OneTypo);   // Still being typed.
    EXPECT_EQ(typosIn("pekham", "east peckham"), Match::OneTypo);  // One of its words.
    EXPECT_EQ(typosIn("sotuhwrak", "southwark"), Match::TwoTypos);
    EXPECT_EQ(typosIn("sotuhwrka", "southwark"), Match::None);
    EXPECT_EQ(typosIn("bwo", "bow"), Match::None);  // Too short to tell.
}

// Of two words the distance is the same in either direction, and no larger than what was done to one.
TEST(Matching, FindsWhateverOneErrorMakesOfAName) {
    samples::Random random(5);
    for (int i = 0; i < 5000; ++i) {
        std::string name;
        for (std::uint32_t n = 4 + random.below(10); n > 0; --n) name += static_cast<char>('a' + random.below(26));
        std::string typed = name;
        const std::size_t at = random.below(static_cast<std::uint32_t>(name.size() - 1));
        switch (random.below(4)) {
            case 0: typed.erase(at, 1); break;
            case 1: typed.insert(at, 1, 'q'); break;
            case 2: typed[at] = 'q'; break;
            default: std::swap(typed[at], typed[at + 1]); break;
        }
        if (typed.size() < 4) continue;
        EXPECT_EQ(typosIn(typed, name), Match::OneTypo) << typed << " for " << name;
    }
}

// Twelve areas of four levels; the town of Old Quay has a ward, a neighbourhood and small areas of its name.
class Names : public testing::Test {
protected:
    void SetUp() override {
        levels_.resize(3);
        levels_[0].codes = {"E01000001", "E01000002", "E01000003", "E01000004"};
        levels_[0].names = {"Old Quay (Harbour 001A)", "Old Quay (Harbour 001B)", "Abbey (Harbour 002A)",
                            "Abbey (Upland 001A)"};
        levels_[0].details = {"Harbour 001A", "Harbour 001B", "Harbour 002A", "Upland 001A"};
        levels_[1].codes = {"E02000001", "E02000002", "E02000003"};
        levels_[1].names = {"Old Quay", "Abbey", "Abbey"};
        levels_[1].details = {"Harbour 001", "Harbour 002", "Upland 001"};
        levels_[2].codes = {"E09000001", "E09000002"};
        levels_[2].names = {"Harbour", "Upland"};
        levels_[2].details = {"", ""};
        groupings_ = {{0, 1, 2, 3}, {0, 0, 1, 2}, {0, 0, 0, 1}};
        for (const auto& level : levels_) pointers_.push_back(&level);
    }
    NamesFound find(std::string_view typed, std::size_t max = 8) const {
        return findNames(typed, {pointers_, groupings_}, max);
    }
    // "level/area" of all that is found.
    std::string found(std::string_view typed) const {
        std::string text;
        for (const auto& one : find(typed).best)
            text += (text.empty() ? "" : " ") + std::to_string(one.level) + "/" + std::to_string(one.area);
        return text;
    }
    std::vector<AreaNames> levels_;
    std::vector<const AreaNames*> pointers_;
    std::vector<std::vector<std::uint32_t>> groupings_;
};

TEST_F(Names, PutLargerAreasFirst) {
    EXPECT_EQ(found("old quay"), "1/0 0/0 0/1");
    EXPECT_EQ(found("OLD Q"), "1/0 0/0 0/1");
    EXPECT_EQ(found("harbour"), "2/0");
}

TEST_F(Names, AskedForByNumberAreFoundByIt) {
    EXPECT_EQ(found("harbour 001b"), "0/1");
    EXPECT_EQ(found("harbour 001"), "1/0 0/0 0/1");
    EXPECT_EQ(found("e01000003"), "0/2");
    EXPECT_EQ(found("E0900"), "2/1 2/0");
}

TEST_F(Names, AreToldApartByTheirPlace) {
    EXPECT_EQ(find("abbey").exact, 2u);
    EXPECT_EQ(found("abbey"), "1/1 1/2 0/3 0/2");
    EXPECT_EQ(found("abbey upland"), "1/2 0/3");
    EXPECT_EQ(found("upland, abbey"), "1/2 0/3");
}

TEST_F(Names, ForgiveErrorsOnlyWhereNothingElseFits) {
    EXPECT_EQ(found("habrour"), "2/0");
    EXPECT_EQ(found("abey"), "1/1 1/2");
    EXPECT_EQ(found("zzzz"), "");
}

TEST_F(Names, AreBoundedAndCounted) {
    const auto two = find("abbey", 2);
    EXPECT_EQ(two.best.size(), 2u);
    EXPECT_EQ(two.count, 4u);
    EXPECT_EQ(find("").count, 0u);
    EXPECT_EQ(find(std::string(5000, 'a')).count, 0u);
}

TEST_F(Names, AreSearchedAsFarAsTheyAreHere) {
    pointers_[0] = nullptr;
    groupings_[2].clear();
    EXPECT_EQ(found("old quay"), "1/0");
    EXPECT_EQ(found("abbey upland"), "");
}

TEST_F(Names, TakeAnyBytes) {
    samples::Random random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes;
        for (std::uint32_t n = random.below(100); n > 0; --n) bytes += static_cast<char>(random.below(256));
        EXPECT_LE(find(bytes).best.size(), 8u);
        static_cast<void>(typosIn(folded(bytes), "old quay"));
    }
}

}  // namespace
}  // namespace dex
