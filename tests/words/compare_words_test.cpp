// Shares of people on cards, and areas side by side.

#include <gtest/gtest.h>

#include "support/findings_example.h"
#include "words/comparison_words.h"
#include "words/write_facts.h"

namespace dex {
namespace {

TEST(CompareWords, CompareRanksOnlyWithinALevel) {
    ScoredExample example;
    AreaFinding first = *example.findings.selected, second = first, borough = first;
    second.name = "Barnet 001A";
    second.groups[0].value = 0.2;
    second.index->overall->position = 0.3;
    second.index->needs[1].position = 0.2;
    borough.name = "Southwark";
    borough.ref = {"borough", "E09000028"};
    example.findings.compared = {first, second, borough};
    example.findings.comparedOwn = 2;
    const CompareFacts compare = *writeFacts(example.findings).compare;
    ASSERT_EQ(compare.columns.size(), 4u) << "and the whole";
    EXPECT_TRUE(compare.columns[1].canRemove);
    EXPECT_FALSE(compare.columns[2].canRemove);
    EXPECT_EQ(compare.columns[3].name, "London");
    ASSERT_EQ(compare.sentences.size(), 3u);
    EXPECT_EQ(compare.sentences[0],
              "Older people (65 and over): 12.1% in Peckham North (Southwark 022B), 20.0% in Barnet 001A.");
    EXPECT_EQ(compare.sentences[1], "Peckham North (Southwark 022B) has a higher overall risk than Barnet 001A.");
    EXPECT_EQ(compare.sentences[2],
              "They differ most in need for help with affordability: Peckham North (Southwark 022B) is in the "
              "highest-risk 10%, and Barnet "
              "001A is in the lowest-risk 25%.");
    for (const CompareRow& row : compare.rows) {
        if (row.heading.empty()) {
            EXPECT_EQ(row.values.size(), 4u);
        }
    }
}

// A borough, a ward and a small area, each with its share of residents in the highest-risk fifth, overall and of two needs.
struct Shared : ScoredExample {
    Shared() {
        head.residents = 0;
        findings.shares.ofWhole = {0.203, 0.2, 0.198};
        findings.shares.smallAreas = 4994;
        borough = *findings.selected;
        borough.ref = {"borough", "E09000028"};
        borough.name = "Southwark";
        borough.detail = borough.placeName = "";
        borough.shares = {0.31, 0.0, 0.38};
        borough.index = index(0.92, 33);
        ward = borough;
        ward.ref = {"ward", "E05"};
        ward.name = "Old Kent Road";
        ward.placeName = "Southwark";
        ward.shares = {0.62, 0.004, 1.0};
        ward.index = index(0.92, 684);
        small = *findings.selected;
        small.shares = {1.0, 0.0, 1.0};
    }
    CompareFacts compare(std::vector<AreaFinding> areas) {
        findings.comparedOwn = areas.size();
        findings.compared = std::move(areas);
        return *writeFacts(findings).compare;
    }
    CardFacts cardOf(const AreaFinding& area) {
        findings.selected = area;
        return card();
    }
    AreaFinding borough, ward, small;
};

std::vector<std::string> valuesOf(const CompareFacts& compare, std::string_view label, std::size_t which = 0) {
    for (const CompareRow& row : compare.rows) {
        if (row.heading.empty() && row.label == label && which-- == 0) return row.values;
    }
    return {};
}
std::vector<double> barsOf(const CompareFacts& compare, std::string_view label, std::size_t which = 0) {
    for (const CompareRow& row : compare.rows) {
        if (row.heading.empty() && row.label == label && which-- == 0) return row.shares;
    }
    return {};
}

TEST(PeopleWords, ACardOfALargerAreaLeadsWithThem) {
    Shared example;
    const CardFacts borough = example.cardOf(example.borough);
    EXPECT_EQ(borough.shares.sentence,
              "31% of Southwark’s residents live in London’s highest-risk fifth for digital exclusion; London 20%.");
    EXPECT_EQ(borough.shares.title, "Residents in London’s highest-risk fifth");
    ASSERT_EQ(borough.shares.rows.size(), 3u);
    EXPECT_EQ(borough.shares.rows[2].spoken, "Affordability: 38%, London 20%");
    example.show({MeasureKind::Need, 1});
    EXPECT_EQ(example.cardOf(example.borough).shares.sentence,
              "38% of Southwark’s residents live in London’s highest-risk fifth for affordability; London 20%.");
    EXPECT_EQ(example.cardOf(example.ward).shares.sentence,
              "All of Old Kent Road’s residents live in London’s highest-risk fifth for affordability; London 20%.");
    example.show({MeasureKind::Need, 0});
    EXPECT_EQ(example.cardOf(example.borough).shares.sentence,
              "None of Southwark’s residents live in London’s highest-risk fifth for connectivity; London 20%.");
    EXPECT_EQ(
        example.cardOf(example.ward).shares.sentence,
        "Under 1% of Old Kent Road’s residents live in London’s highest-risk fifth for connectivity; London 20%.");
    example.ward.shares[1] = 0.996;
    EXPECT_EQ(example.cardOf(example.ward).shares.rows[1].value, "over 99%");
    EXPECT_EQ(example.cardOf(example.small).shares.sentence, "") << "a small area is in the fifth, or not";
    example.borough.shares[0].reset();
    example.show({MeasureKind::Overall});
    EXPECT_EQ(example.cardOf(example.borough).shares.sentence, "");
    EXPECT_EQ(example.cardOf(example.borough).shares.rows[0].value, "no data");
}

TEST(PeopleWords, WithoutResidentsSharesAreOfSmallAreas) {
    Shared example;
    example.head.residents = kNoFile;
    const CardFacts card = example.cardOf(example.borough);
    EXPECT_EQ(card.shares.sentence,
              "31% of Southwark’s small areas are in London’s highest-risk fifth for digital exclusion; London 20%.");
    EXPECT_EQ(card.shares.title, "Small areas in London’s highest-risk fifth");
}

TEST(PeopleWords, SayNoFifthsOfAFewSmallAreas) {
    Shared example;
    example.findings.shares.smallAreas = 19;
    EXPECT_EQ(example.cardOf(example.borough).shares.sentence, "");
    EXPECT_TRUE(example.cardOf(example.borough).shares.rows.empty());
    EXPECT_TRUE(example.compare({example.borough, example.ward}).rows[1].label == "" &&
                example.compare({example.borough, example.ward}).rows[1].heading == "Risk scores from 0 to 10");
}

TEST(CompareWords, LeadWithPeopleAndDrawBarsOnlyOfWhatCanBeCompared) {
    Shared example;
    const CompareFacts mixed = example.compare({example.borough, example.ward, example.small});
    EXPECT_EQ(mixed.rows[1].heading, "Residents in London’s highest-risk fifth");
    EXPECT_EQ(valuesOf(mixed, "Affordability"), (std::vector<std::string>{"38%", "100%", "100%", "20%"}));
    EXPECT_EQ(barsOf(mixed, "Affordability"), (std::vector<double>{0.38, 1, 1, 0.198}));
    EXPECT_EQ(valuesOf(mixed, "Affordability", 1), (std::vector<std::string>{"9.4", "9.4", "9.4", "–"}));
    EXPECT_TRUE(barsOf(mixed, "Affordability", 1).empty()) << "scores among boroughs, wards and small areas";
    EXPECT_EQ(mixed.columns[0].among, "Scores ranked among London’s 33 boroughs");
    EXPECT_EQ(mixed.columns[1].among, "Scores ranked among London’s 684 wards");
    EXPECT_EQ(mixed.columns[2].among, "Scores ranked among London’s 4,994 small areas");
    EXPECT_EQ(mixed.columns[3].among, "");

    const CompareFacts alike = example.compare({example.ward, example.ward});
    EXPECT_EQ(barsOf(alike, "Affordability", 1), (std::vector<double>{9.4 / 10, 9.4 / 10, -1}));
    EXPECT_EQ(alike.columns[0].among, "") << "the ranks say it";

    // The place beside two small areas is not what they are ranked with.
    example.compare({example.small, example.small});
    example.findings.compared.push_back(example.borough);
    const CompareFacts beside = *writeFacts(example.findings).compare;
    EXPECT_EQ(barsOf(beside, "Affordability", 1), (std::vector<double>{9.4 / 10, 9.4 / 10, -1, -1}));
    EXPECT_NE(beside.columns[2].among, "");

    const CompareFacts small = example.compare({example.small, example.small});
    EXPECT_EQ(small.rows[1].heading, "Risk scores from 0 to 10") << "their shares would be all or nothing";
}

TEST(CompareWords, ComparePeopleOfAnyLevelsInASentence) {
    Shared example;
    EXPECT_EQ(example.compare({example.borough, example.ward}).sentences[0],
              "38% of Southwark’s residents live in London’s highest-risk fifth for affordability; Old Kent Road 100%, "
              "London 20%.");
    EXPECT_EQ(example.compare({example.borough}).sentences[0],
              "None of Southwark’s residents live in London’s highest-risk fifth for connectivity; London 20%.");
    example.ward.shares = example.borough.shares;
    EXPECT_TRUE(example.compare({example.borough, example.ward}).sentences.empty()) << "they do not differ";
}

TEST(CompareWords, SayWhyAnAreaCannotJoin) {
    Shared example;
    example.compare({example.borough, example.ward, example.small});
    EXPECT_EQ(example.card().compare.label, "Compare");
    EXPECT_NE(writeFacts(example.findings).compare->howToAdd, "");
    example.findings.comparedOwn = 4;
    EXPECT_EQ(example.card().compare.label, "");
    EXPECT_EQ(example.card().compare.full, "You can compare up to four areas. Remove one to add this one.");
    EXPECT_EQ(writeFacts(example.findings).compare->howToAdd, "");
    example.findings.selected->isCompared = true;
    EXPECT_EQ(example.card().compare.label, "In comparison");
    EXPECT_EQ(example.card().compare.full, "");
}

TEST(CompareWords, SayWhyAColumnOutsideTheScopeHasNoScore) {
    Shared example;
    example.ward.index.reset();
    example.ward.isOutOfScope = true;
    const CompareFacts compare = example.compare({example.borough, example.ward});
    EXPECT_EQ(compare.columns[1].among, "Outside the areas being ranked, so it has no score");
    EXPECT_EQ(valuesOf(compare, "Overall risk")[1], "62%") << "people can be compared all the same";
    EXPECT_EQ(barsOf(compare, "Overall risk", 1), std::vector<double>{}) << "– has no bar";
}

TEST(CompareWords, SayTheBracketsOfANameOnce) {
    Shared example;
    AreaFinding other = example.ward;
    example.ward.name = "Kilburn (Southwark)";
    other.name = "Kilburn (Brent)";
    other.placeName = "Brent";
    other.shares[2] = 0.1;
    const CompareFacts compare = example.compare({example.ward, other});
    EXPECT_EQ(compare.columns[1].name, "Kilburn (Brent)");
    EXPECT_EQ(compare.columns[1].detail, "");
    EXPECT_EQ(compare.columns[1].removeLabel, "Remove Kilburn (Brent)");
    EXPECT_NE(compare.sentences[0].find("Kilburn (Southwark)’s residents"), std::string::npos) << compare.sentences[0];
    EXPECT_NE(compare.sentences[0].find("; Kilburn (Brent) 10%"), std::string::npos) << compare.sentences[0];
}

struct Briefed : Shared {
    ComparisonFacts brief(std::vector<AreaFinding> areas, std::vector<std::uint32_t> numbered = {},
                          std::vector<std::vector<HighestArea>> highest = {}) {
        compare(std::move(areas));
        return writeComparison(findings, writeFacts(findings), numbered, highest);
    }
};

TEST(ComparisonWords, KeepTheTextForTheMapShort) {
    Briefed example;
    EXPECT_TRUE(
        example.brief({example.borough, example.ward}).map.alt.ends_with("with Southwark and Old Kent Road outlined."));
    for (AreaFinding* area : {&example.borough, &example.ward, &example.small})
        area->name = "A name of an area that is longer than most (with brackets)";
    const std::string alt = example.brief({example.borough, example.ward, example.small}).map.alt;
    EXPECT_TRUE(alt.ends_with("with the three areas compared outlined.")) << alt;
    EXPECT_TRUE(isShortEnoughForAlt(alt));
}

TEST(ComparisonWords, ExplainNumbersOnTheMap) {
    Briefed example;
    const std::vector<AreaFinding> areas{example.borough, example.ward, example.small};
    EXPECT_EQ(example.brief(areas).map.subtitle.find("On the map"), std::string::npos);
    const std::string caption = example.brief(areas, {0, 1}).map.subtitle;
    EXPECT_TRUE(caption.ends_with(" On the map 1 is Southwark, 2 is Old Kent Road.")) << caption;
}

TEST(ComparisonWords, HaveWhatTheCardOfEachAreaSays) {
    Briefed example;
    example.ward.index->steadiness = SteadinessFinding{1000, 1000, 9, 6, 9, 700};
    example.borough.index->steadiness = SteadinessFinding{1000, 1000, 10, 9, 10, 700};
    example.borough.groups[0].count = 1234;
    const CompareFacts compare = example.brief({example.borough, example.ward}).compare;
    EXPECT_EQ(valuesOf(compare, "How steady"), (std::vector<std::string>{"Steady", "Varies somewhat", "–"}));
    const auto factors = valuesOf(compare, "Biggest factors");
    ASSERT_EQ(factors.size(), 3u);
    EXPECT_NE(factors[0], "–");
    EXPECT_EQ(factors[2], "–");
    EXPECT_EQ(compare.rows.back().values[0], "1,234\u00a0·\u00a012.1%");
    EXPECT_EQ(compare.rows.back().values[1], "12.1%");
    example.ward.index->steadiness->done = 10;
    example.borough.index->steadiness.reset();
    EXPECT_TRUE(valuesOf(example.brief({example.borough, example.ward}).compare, "How steady").empty());
}

TEST(ComparisonWords, NameTheHighestRiskSmallAreasOfEachThatHoldsAny) {
    Briefed example;
    const HighestArea first{"Peckham 001A", 12, 4994, false, 0}, joint{"Peckham 001B", 1300, 4994, true, {}};
    const ComparisonFacts facts =
        example.brief({example.small, example.borough, example.ward}, {}, {{}, {first, joint}, {first}});
    EXPECT_EQ(facts.highest.title, "Highest-risk small areas, with their risk rank among London’s 4,994");
    const std::vector<std::string> lines{"Southwark: Peckham 001A, rank 12; Peckham 001B, rank 1,300 (joint)",
                                         "Old Kent Road: Peckham 001A, rank 12"};
    EXPECT_EQ(facts.highest.texts, lines);
    EXPECT_TRUE(example.brief({example.small, example.small}, {}, {{}, {}}).highest.texts.empty());
}

}  // namespace
}  // namespace dex
