// The headline and the line below it, of every kind of measure and place.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/findings_example.h"
#include "words/write_facts.h"

namespace dex {
namespace {

std::ptrdiff_t wordsIn(const std::string& sentence) { return 1 + std::count(sentence.begin(), sentence.end(), ' '); }

TEST(Headline, CountsThePlacesAreasInTheHighestFifth) {
    FindingsExample example;
    Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.shortHeadline, "17 of Southwark’s 173 small areas are in London’s highest fifth");
    EXPECT_EQ(facts.headline, facts.shortHeadline + " for share of people in income deprivation");
    EXPECT_LE(wordsIn(facts.headline), 25);
    example.choose("N1.broadband");
    facts = writeFacts(example.findings);
    EXPECT_EQ(facts.shortHeadline, "17 of Southwark’s 173 small areas are in London’s highest-risk fifth");
    EXPECT_EQ(facts.headline, facts.shortHeadline + " for poor digital connectivity");
    EXPECT_LE(wordsIn(facts.headline), 25);
}

TEST(Headline, SpeaksOfNoRiskWhereAGroupOfPeopleIsCounted) {
    FindingsExample example;
    example.choose("G.older");
    EXPECT_EQ(
        writeFacts(example.findings).headline,
        "17 of Southwark’s 173 small areas are in London’s highest fifth for share of older people (65 and over)");
}

TEST(Headline, KeepsTheCapitalsOfAnIndexsTitle) {
    FindingsExample example;
    example.choose("D.deri");
    EXPECT_TRUE(writeFacts(example.findings).headline.ends_with("for digital exclusion risk (DERI v1.6)"));
}

TEST(Headline, SaysOneNoneAndAllInTheSingular) {
    FindingsExample example;
    example.findings.classes[4].countInPlace = 1;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "1 of Southwark’s 173 small areas is in London’s highest fifth");
    example.findings.classes[4].countInPlace = 0;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "None of Southwark’s 173 small areas is in London’s highest fifth");
    example.findings.classes[4].countInPlace = 173;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "All 173 of Southwark’s small areas are in London’s highest fifth");
}

TEST(Headline, SaysOnlyBothAndNeitherOfOneAndTwo) {
    FindingsExample example;
    example.findings.level = 1;
    example.findings.areasInPlace = 2;
    example.findings.classes[4].countInPlace = 0;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "Neither of Southwark’s 2 wards is in London’s highest fifth");
    example.findings.classes[4].countInPlace = 2;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline, "Both of Southwark’s wards are in London’s highest fifth");
    example.choosePlace("City of London");
    example.findings.areasInPlace = 1;
    example.findings.noDataInPlace = 0;
    for (auto& one : example.findings.classes) one.countInPlace = 0;
    example.findings.classes[0].countInPlace = 1;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline, "The City of London’s only ward is in London’s lowest fifth");
}

TEST(Headline, GivesNamesTheirArticleAndPossessive) {
    FindingsExample example;
    example.choosePlace("City of London");
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "17 of the City of London’s 173 small areas are in London’s highest fifth");
    example.choosePlace("Richmond upon Thames");
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "17 of Richmond upon Thames’ 173 small areas are in London’s highest fifth");
}

TEST(Headline, CountsTheChosenClass) {
    FindingsExample example;
    example.findings.chosenClass = 3;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "60 of Southwark’s 173 small areas are in London’s second-highest fifth");
    example.findings.chosenClass = 2;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "34 of Southwark’s 173 small areas are in London’s middle fifth");
    example.findings.chosenClass = 0;
    EXPECT_EQ(writeFacts(example.findings).shortHeadline,
              "28 of Southwark’s 173 small areas are in London’s lowest fifth");
}

TEST(Headline, NamesQuartersAndThirdsAndClassesOfOtherMethods) {
    FindingsExample example;
    example.findings.classCount = 4;
    example.findings.classes.pop_back();
    EXPECT_TRUE(writeFacts(example.findings).shortHeadline.ends_with("London’s highest quarter"));
    example.findings.classCount = 3;
    example.findings.classes.pop_back();
    EXPECT_TRUE(writeFacts(example.findings).shortHeadline.ends_with("London’s highest third"));
    example.findings.method = ClassMethod::NaturalBreaks;
    EXPECT_TRUE(writeFacts(example.findings).shortHeadline.ends_with("are in the highest of three classes"));
}

TEST(Headline, SaysNoFifthsOfFewerThanTwentyAreas) {
    FindingsExample example;
    example.findings.rankedCount = 19;
    EXPECT_TRUE(writeFacts(example.findings).shortHeadline.ends_with("are in the highest of five classes"));
}

TEST(Headline, NamesWhichPlaceLeadsWhereTheWholeIsShown) {
    FindingsExample example;
    example.findings.place = {};
    example.findings.areasInPlace = 4994;
    example.findings.leader = LeaderFinding{"Barking and Dagenham", 94, 115};
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.shortHeadline,
              "Barking and Dagenham has the most small areas in London’s highest fifth: 94 of 115");
    EXPECT_LE(wordsIn(facts.headline), 25);
    example.findings.leader.reset();
    EXPECT_EQ(writeFacts(example.findings).shortHeadline, "17 of London’s 4,994 small areas are in the highest fifth");
}

TEST(Headline, NamesTheHighestOfTheTopLevel) {
    FindingsExample example;
    example.findings.place = {};
    example.findings.level = 2;
    example.findings.areasInPlace = example.findings.rankedCount = 33;
    example.findings.highest.name = "City of London";
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Among London’s 33 boroughs, the City of London has the highest share of people in income deprivation");
    example.choose("N1.broadband");
    EXPECT_EQ(
        writeFacts(example.findings).headline,
        "Among London’s 33 boroughs, the City of London has the highest-risk figure for poor digital connectivity");
    example.choose("D.deri");
    EXPECT_EQ(
        writeFacts(example.findings).headline,
        "Among London’s 33 boroughs, the City of London has the highest figure for digital exclusion risk (DERI v1.6)");
    example.addIndex();
    example.show({MeasureKind::Need, 0});
    EXPECT_EQ(writeFacts(example.findings).headline,
              "The City of London has the highest need for help with connectivity of London’s 33 boroughs");
    example.show({MeasureKind::Overall});
    EXPECT_EQ(writeFacts(example.findings).headline,
              "The City of London has the highest overall risk of London’s 33 boroughs");
    example.findings.adjust.scopeName = "the City of London";
    example.findings.noDataInPlace = 0;
    example.findings.areasInPlace = example.findings.rankedCount = 1;
    EXPECT_EQ(writeFacts(example.findings).headline,
              "The City of London is the only borough compared, so it has no risk rank");
}

TEST(Headline, NamesBothWhereTwoReadAlike) {
    FindingsExample example;
    example.findings.place = {};
    example.findings.level = 2;
    example.findings.areasInPlace = example.findings.rankedCount = 33;
    example.findings.highest.name = "Barnet";
    example.findings.highest.beside = "City of London";
    example.findings.classes.back().max = 0.176;
    example.choose("G.older");
    EXPECT_EQ(
        writeFacts(example.findings).headline,
        "Among London’s 33 boroughs, Barnet and the City of London have the highest share of older people (65 and "
        "over), both 17.6%");
    EXPECT_EQ(writeFacts(example.findings).shortHeadline, writeFacts(example.findings).headline);
    example.choose("N1.broadband");
    EXPECT_TRUE(writeFacts(example.findings)
                    .headline.ends_with("Barnet has the highest-risk figure for poor digital "
                                        "connectivity"))
        << "what is no share cannot follow the highest";
}

TEST(Headline, SaysHigherOfTwoAndYourOfASelection) {
    FindingsExample example;
    example.addIndex();
    example.show({MeasureKind::Overall});
    example.findings.place = {};
    example.findings.level = 2;
    example.findings.areasInPlace = example.findings.rankedCount = 2;
    example.findings.noDataInPlace = 0;
    example.findings.highest.name = "Southwark";
    example.findings.adjust.scopeName = "your selection";
    EXPECT_EQ(writeFacts(example.findings).headline, "Of your 2 boroughs, Southwark has the higher overall risk");
    EXPECT_EQ(writeFacts(example.findings).legend.explanation, "Only two boroughs to compare");
}

TEST(Headline, SaysThatAllWeightsAreNone) {
    FindingsExample example;
    example.addIndex();
    example.show({MeasureKind::Overall});
    example.findings.rankedCount = 0;
    example.findings.noDataInPlace = example.findings.areasInPlace;
    EXPECT_EQ(writeFacts(example.findings).headline, "There are no figures for Southwark’s small areas");
    example.findings.adjust.weights.needs.assign(2, 0);
    EXPECT_EQ(writeFacts(example.findings).headline, "All weights are 0, so there is no score");
    EXPECT_EQ(writeFacts(example.findings).legend.explanation, "All weights are 0, so there is no score");
}

TEST(Subtitle, SaysTheYearsAsASpanOnlyWhereTheyAreOne) {
    FindingsExample example;
    example.addIndex();
    const auto subtitle = [&] {
        example.show({MeasureKind::Overall});
        return writeFacts(example.findings).subtitle;
    };
    EXPECT_EQ(subtitle(),
              "Overall risk score, 0 (low risk) to 10 (high risk) · ranked among London’s small areas · 2025 data");
    example.head.indicators[2].date = "21 March 2021";
    EXPECT_TRUE(subtitle().ends_with("· 2021 and 2025 data")) << subtitle();
    example.head.indicators[1].date = "mid-2023";
    EXPECT_TRUE(subtitle().ends_with("· 2021 to 2025 data")) << subtitle();
}

// A phone has no room for it in the headline, and a reader may have come by a link to the map alone.
TEST(Subtitle, NamesTheSubjectOfTheMap) {
    FindingsExample example;
    example.addIndex();
    example.show({MeasureKind::Overall});
    const Facts facts = writeFacts(example.findings);
    EXPECT_TRUE(facts.headline.ends_with("for digital exclusion")) << facts.headline;
    EXPECT_TRUE(facts.shortSubtitle.starts_with("Risk of digital exclusion · ")) << facts.shortSubtitle;
}

TEST(Subtitle, SaysThatScoresAreNotThePublishedOnes) {
    FindingsExample example;
    example.addIndex();
    example.show({MeasureKind::Overall});
    example.findings.adjust.isPublished = false;
    example.findings.adjust.scopeName = "Southwark";
    EXPECT_TRUE(writeFacts(example.findings).subtitle.ends_with("2025 data")) << "the scope has been said";
    example.findings.adjust.arithmetic = Arithmetic::Iod;
    EXPECT_TRUE(writeFacts(example.findings).subtitle.ends_with("2025 data · scores worked out another way"));
    example.findings.adjust.weights.needs[0] = 9;
    EXPECT_TRUE(writeFacts(example.findings).subtitle.ends_with("2025 data · your own weights"));
    EXPECT_TRUE(writeFacts(example.findings).shortSubtitle.ends_with("· your own weights"));
    example.choose("G.older");
    EXPECT_TRUE(writeFacts(example.findings).subtitle.ends_with("2025 data")) << "no weight changes a share";
}

TEST(Headline, SaysInWhichFifthASingleAreaIs) {
    FindingsExample example;
    example.findings.level = 2;
    example.findings.areasInPlace = 1;
    example.findings.noDataInPlace = 0;
    example.findings.rankedCount = 33;
    for (auto& one : example.findings.classes) one.countInPlace = 0;
    example.findings.classes[1].countInPlace = 1;
    EXPECT_EQ(writeFacts(example.findings).headline,
              "Southwark is in London’s second-lowest fifth for share of people in income deprivation");
}

TEST(Headline, SaysWhenThereIsNoFigure) {
    FindingsExample example;
    example.findings.noDataInPlace = 173;
    EXPECT_EQ(writeFacts(example.findings).headline, "There are no figures for Southwark’s small areas");
    example.findings.areasInPlace = example.findings.noDataInPlace = 1;
    EXPECT_EQ(writeFacts(example.findings).headline, "There is no figure for Southwark");
    example.findings.areasInPlace = example.findings.noDataInPlace = 0;
    EXPECT_EQ(writeFacts(example.findings).headline, "Southwark has no small areas of its own");
}

TEST(Headline, IsTheTitleUntilClassesAreKnown) {
    FindingsExample example;
    example.findings.classes.clear();
    example.findings.rankedCount = example.findings.noDataInPlace = 0;
    EXPECT_EQ(writeFacts(example.findings).headline, "Digital exclusion in London");
}

}  // namespace
}  // namespace dex
