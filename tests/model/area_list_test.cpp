#include "model/area_list.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

using Areas = std::vector<LevelArea>;

TEST(AreaListOf, UnderstandsCodesAndNamesHoweverTheyAreWritten) {
    const Library library = town::renamed(1, {"Saint Élodie & Bow", "Mill Lane", "Mill Lane"});
    const AreaList list(library);
    const AreaNames& wards = *library.names(1);
    EXPECT_EQ(list.called(wards.codes[2]), Areas({{1, 2}}));
    std::string small = wards.codes[2];
    for (char& c : small) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(list.called(" " + small + " "), Areas({{1, 2}}));
    EXPECT_EQ(list.called("st elodie and bow"), Areas({{1, 0}}));
    EXPECT_EQ(list.called("SAINT ÉLODIE & BOW"), Areas({{1, 0}}));
}

TEST(AreaListOf, TellsAllAreasOfAName) {
    const Library library = town::renamed(1, {"Abbey", "Mill Lane", "mill lane"});
    EXPECT_EQ(AreaList(library).called("Mill Lane"), Areas({{1, 1}, {1, 2}}));
}

TEST(AreaListOf, HasNothingForWhatIsOnlyNearlyAName) {
    const Library library = town::renamed(1, {"Abbey", "Mill Lane", "Bow"});
    const AreaList list(library);
    for (const char* text : {"", " ", "Mill La", "Mill Lanes", "Abey", "Bow, Abbey"})
        EXPECT_TRUE(list.called(text).empty()) << text;
}

}  // namespace
}  // namespace dex
