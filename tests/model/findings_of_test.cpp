#include "model/findings_of.h"

#include <gtest/gtest.h>

#include "support/town.h"

namespace dex {
namespace {

ShownPlace placeOf(const char* view) {
    Library library = town::opened();
    town::supplyAll(library);
    const Chosen chosen = resolve(parseView(view).view, library);
    Analysis analysis;
    analysis.update(chosen, library);
    return findingsOf({.library = library, .chosen = chosen, .analysis = analysis, .messages = {}}).place;
}

TEST(FindingsOf, KnowsAPlaceOfTheTopLevelFromAnother) {
    EXPECT_EQ(placeOf("v=1&place=district:D1").atTop, 1u);
    EXPECT_FALSE(placeOf("v=1&place=district:D1").inner);
    const ShownPlace place = placeOf("v=1&place=ward:W2");
    EXPECT_FALSE(place.atTop);
    ASSERT_TRUE(place.inner);
    EXPECT_EQ(place.inner->level, 1u);
    EXPECT_EQ(place.inner->ref, "ward:W2");
    EXPECT_EQ(place.inner->name, "High");
    EXPECT_EQ(place.inner->beside, "East");
    EXPECT_FALSE(placeOf("v=1").inner);
}

TEST(FindingsOf, TellsAnAreaFromThePlaceOfItsNameBesideIt) {
    const Library library = town::renamed(1, {"West", "Mid", "High"});
    const auto namesOf = [&](const char* view) {
        const Chosen chosen = resolve(parseView(view).view, library);
        Analysis analysis;
        analysis.update(chosen, library);
        std::vector<std::string> names;
        for (const AreaFinding& area :
             findingsOf({.library = library, .chosen = chosen, .analysis = analysis, .messages = {}}).compared)
            names.push_back(area.name);
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(namesOf("v=1&compare=ward:W0,ward:W1"), (Names{"West (ward)", "Mid", "West (district)"}));
    EXPECT_EQ(namesOf("v=1&compare=ward:W0,ward:W2"), (Names{"West", "High"})) << "no place holds both";
}

TEST(FindingsOf, SaysWhereAPlaceLies) {
    // Two small areas are called Hill, in two districts.
    EXPECT_EQ(placeOf("v=1&place=small-area:S2").inner->beside, "West");
    EXPECT_EQ(placeOf("v=1&place=small-area:S5").inner->beside, "East");
    // A patch is called as a district is, and lies in none.
    EXPECT_EQ(placeOf("v=1&place=patch:P0").inner->beside, "P0");
}

}  // namespace
}  // namespace dex
