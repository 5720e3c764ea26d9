#include "words/write_facts.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/findings_example.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

TEST(Legend, ListsTheHighestClassFirstWithRangeCountAndBar) {
    FindingsExample example;
    const LegendFacts legend = writeFacts(example.findings).legend;
    ASSERT_EQ(legend.rows.size(), 5u);
    EXPECT_EQ(legend.rows[0].range, "39.7% to 99.8%");
    EXPECT_EQ(legend.rows[0].count, "17");
    EXPECT_EQ(legend.rows[0].classIndex, 4u);
    EXPECT_EQ(legend.rows[0].spoken, "39.7% to 99.8%: 17 small areas");
    EXPECT_DOUBLE_EQ(legend.rows[1].share, 1);
    EXPECT_DOUBLE_EQ(legend.rows[0].share, 17.0 / 60);
    EXPECT_EQ(legend.noData.spoken, "No data: 1 small area");
    EXPECT_EQ(legend.noData.classIndex, kNoDataClass);
    EXPECT_EQ(legend.title, "Share of people");
    EXPECT_EQ(legend.explanation, "Fifths of London’s small areas");
    EXPECT_EQ(legend.highWord, "high");
}

TEST(Legend, TakesOneDecimalMoreWhereTwoClassesWouldReadAlike) {
    FindingsExample example;
    example.findings.classes[1].max = 0.2192;
    example.findings.classes[2].min = 0.2194;
    EXPECT_EQ(writeFacts(example.findings).legend.rows[3].range, "13.00% to 21.92%");
    EXPECT_EQ(writeFacts(example.findings).legend.rows[2].range, "21.94% to 30.40%");
    example.findings.classes[2].min = 0.21921;
    EXPECT_EQ(writeFacts(example.findings).legend.rows[3].range, "13.0% to 21.9%") << "where that would not help";
    example.findings.classes[2].min = 0.2192;
    EXPECT_EQ(writeFacts(example.findings).legend.rows[3].range, "13.0% to 21.9%") << "one bound of both";
}

TEST(Legend, SaysHowClassesAreDivided) {
    FindingsExample example;
    example.findings.method = ClassMethod::EqualSteps;
    EXPECT_EQ(writeFacts(example.findings).legend.explanation, "Five classes of equal width");
    example.findings.method = ClassMethod::NaturalBreaks;
    EXPECT_EQ(writeFacts(example.findings).legend.explanation, "Five classes, divided at natural breaks");
}

TEST(Legend, NamesClassesWhoseRangesAreNotHereYet) {
    FindingsExample example;
    example.findings.hasRanges = false;
    EXPECT_EQ(writeFacts(example.findings).legend.rows[0].range, "The highest fifth");
}

TEST(Legend, SaysThatTiesLeaveFewerClasses) {
    FindingsExample example;
    example.findings.classes.resize(2);
    EXPECT_EQ(writeFacts(example.findings).legend.explanation,
              "Two classes, because many small areas have the same value");
    example.findings.classes.resize(1);
    EXPECT_EQ(writeFacts(example.findings).legend.explanation, "All small areas have the same value");
}

TEST(Legend, LeavesOutAQuantileThatTiesHaveEmptied) {
    FindingsExample example;
    example.findings.classes[1] = {0, 0, 0, false};
    const LegendFacts legend = writeFacts(example.findings).legend;
    ASSERT_EQ(legend.rows.size(), 4u);
    EXPECT_EQ(legend.rows[2].classIndex, 2u);
    EXPECT_EQ(legend.rows[3].classIndex, 0u);
    EXPECT_EQ(legend.classCount, 5u);
    EXPECT_EQ(legend.explanation, "Four classes, because many small areas have the same value");
}

TEST(Card, PutsPositionRankAndValueIntoWords) {
    FindingsExample example;
    example.findings.selected = example.area(0.53, 400, 4994, 0.92);
    const CardFacts card = *writeFacts(example.findings).card;
    EXPECT_EQ(card.name, "Peckham North");
    EXPECT_EQ(card.detail, "Southwark 022B · 2,024 residents");
    EXPECT_EQ(card.value, "53.0% of people");
    EXPECT_EQ(card.sentence, "In the highest 10% of London’s small areas for share of people in income deprivation.");
    EXPECT_EQ(card.rank, "400th highest share of 4,994 small areas in London");
    EXPECT_EQ(card.source, "2025 · Ministry of Housing, Communities & Local Government");
    ASSERT_EQ(card.strip.size(), 5u);
    EXPECT_DOUBLE_EQ(card.strip[1].height, 1);
    EXPECT_DOUBLE_EQ(card.strip[2].height, 0.5);
    EXPECT_DOUBLE_EQ(*card.mark, 0.53);
}

TEST(Card, SaysAPositionByTheClassesOnScreen) {
    FindingsExample example;
    const auto sentenceAt = [&](double position, std::uint32_t classIndex) {
        example.findings.selected = example.area(0.5, 3, 4994, position);
        example.findings.selected->standing->classIndex = classIndex;
        return writeFacts(example.findings).card->sentence;
    };
    EXPECT_TRUE(sentenceAt(0.9, 4).starts_with("In the highest 10% of"));
    EXPECT_TRUE(sentenceAt(0.89, 4).starts_with("In the highest fifth of"));
    EXPECT_TRUE(sentenceAt(0.665, 3).starts_with("In the second-highest fifth of"));
    EXPECT_TRUE(sentenceAt(0.5, 2).starts_with("In the middle fifth of"));
    EXPECT_TRUE(sentenceAt(0.3, 1).starts_with("In the second-lowest fifth of"));
    EXPECT_TRUE(sentenceAt(0.15, 0).starts_with("In the lowest fifth of"));
    EXPECT_TRUE(sentenceAt(0.09, 0).starts_with("In the lowest 10% of"));
    example.findings.classCount = 3;
    example.findings.classes.resize(3);
    EXPECT_TRUE(sentenceAt(0.665, 1).starts_with("In the middle third of"));
    example.findings.method = ClassMethod::NaturalBreaks;
    EXPECT_EQ(sentenceAt(0.95, 1),
              "In the highest 10% of London’s small areas for share of people in income deprivation, and in the middle "
              "of three classes on this map.");
}

TEST(Card, TurnsTheClassesOfAMeasureOfWhichLessIsMoreRisk) {
    FindingsExample example;
    example.head.indicators[0].polarity = -1;
    example.show({MeasureKind::Indicator, 0});
    example.findings.selected = example.area(0.2, 3, 4994, 0.85);
    example.findings.selected->standing->classIndex = 0;
    EXPECT_TRUE(writeFacts(example.findings).card->sentence.starts_with("In the highest-risk fifth of"));
    EXPECT_TRUE(writeFacts(example.findings).headline.find("28 of Southwark’s") == 0) << "the lowest values";
    EXPECT_EQ(writeFacts(example.findings).legend.lowWord, "high risk");
    EXPECT_EQ(writeFacts(example.findings).legend.highWord, "low risk");
}

TEST(Card, WordsNoTenthOfFewerThanTwentyAreas) {
    FindingsExample example;
    example.findings.selected = example.area(0.5, 1, 6, 0.95);
    const CardFacts card = *writeFacts(example.findings).card;
    EXPECT_EQ(card.sentence, "");
    EXPECT_EQ(card.rank, "highest share of 6 small areas in London");
}

TEST(Card, CallsTiesJointAndKnowsFirstAndLast) {
    FindingsExample example;
    example.findings.selected = example.area(0.5, 12, 4994, 0.95);
    example.findings.selected->standing->isJoint = true;
    EXPECT_EQ(writeFacts(example.findings).card->rank, "joint 12th highest share of 4,994 small areas in London");
    example.findings.selected->standing->rank = 1;
    EXPECT_EQ(writeFacts(example.findings).card->rank, "joint highest share of 4,994 small areas in London");
    example.findings.selected = example.area(0.5, 4994, 4994, 0.001);
    EXPECT_EQ(writeFacts(example.findings).card->rank, "lowest share of 4,994 small areas in London");
}

TEST(Card, CountsARankFromItsNearerEnd) {
    FindingsExample example;
    example.choose("N1.broadband");
    const auto rankOf = [&](std::uint32_t rank) {
        example.findings.selected = example.area(0.5, rank, 33, 0.5);
        return writeFacts(example.findings).card->rank;
    };
    EXPECT_EQ(rankOf(17), "17th highest risk of 33 small areas in London");
    EXPECT_EQ(rankOf(18), "16th lowest risk of 33 small areas in London");
    EXPECT_EQ(rankOf(32), "2nd lowest risk of 33 small areas in London");
    example.findings.selected->standing->isJoint = true;
    EXPECT_EQ(writeFacts(example.findings).card->rank, "joint 2nd lowest risk of 33 small areas in London");
    example.choose("D.deri");
    EXPECT_EQ(writeFacts(example.findings).card->rank, "joint 2nd lowest figure of 33 small areas in London");
}

TEST(Card, GivesAScoreItsUnit) {
    FindingsExample example;
    example.choose("N1.broadband");
    example.findings.selected = example.area(42.1, 400, 4994, 0.5);
    EXPECT_EQ(writeFacts(example.findings).card->value, "42.10 (IoD 2025 score)");
}

TEST(Card, SaysWhyThereIsNoNumber) {
    FindingsExample example;
    example.findings.selected = example.area(0, 0, 0, 0);
    example.findings.selected->standing.reset();
    const auto valueFor = [&](CellState state) {
        example.findings.selected->state = state;
        return writeFacts(example.findings).card->value;
    };
    EXPECT_EQ(valueFor(CellState::Suppressed), "The figure is not published, so that nobody can be identified.");
    EXPECT_EQ(valueFor(CellState::NotPublished), "No figure was published for this area.");
    EXPECT_EQ(valueFor(CellState::NotInFile), "The published file has no figure for this area.");
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.card->rank, "");
    EXPECT_TRUE(facts.card->strip.empty());
    EXPECT_EQ(announcement(facts), "Peckham North: The published file has no figure for this area.");
}

TEST(Card, SaysWhereACarriedOrWiderFigureComesFrom) {
    FindingsExample example;
    example.findings.selected = example.area(0.5, 400, 4994, 0.5);
    example.findings.selected->state = CellState::Carried;
    EXPECT_TRUE(writeFacts(example.findings).card->source.ends_with("carried over from 2011 areas"));
    example.findings.selected->state = CellState::WiderArea;
    EXPECT_TRUE(writeFacts(example.findings).card->source.ends_with("the wider neighbourhood’s figure"));
}

TEST(Card, NamesTheBoroughWhereNeitherNameNorDetailDoes) {
    FindingsExample example;
    example.findings.selected = example.area(0.5, 400, 4994, 0.5);
    example.findings.selected->name = "Abbey";
    example.findings.selected->detail = "";
    example.findings.selected->residents.reset();
    EXPECT_EQ(writeFacts(example.findings).card->detail, "Southwark");
}

TEST(Card, AnnouncesNameValueRankAndTenthOnce) {
    FindingsExample example;
    example.findings.selected = example.area(0.53, 400, 4994, 0.92);
    EXPECT_EQ(announcement(writeFacts(example.findings)),
              "Peckham North: 53.0% of people. 400th highest share of 4,994 small areas in London. In the highest 10% "
              "of London’s small areas for share of people in income deprivation.");
    example.findings.selected.reset();
    EXPECT_EQ(announcement(writeFacts(example.findings)), "");
}

TEST(Pointer, PlacesItsMarkInTheRangeOfItsClass) {
    FindingsExample example;
    example.findings.pointed = example.area(0.6975, 400, 4994, 0.92);
    const PointerFacts pointer = *writeFacts(example.findings).pointer;
    EXPECT_EQ(pointer.classIndex, 4u);
    EXPECT_NEAR(pointer.along, 0.5, 1e-9);
    EXPECT_EQ(pointer.name, "Peckham North (Southwark 022B)");
}

TEST(Pointer, StandsAtNoDataWhereThereIsNoNumber) {
    FindingsExample example;
    example.findings.pointed = example.area(0, 0, 0, 0);
    example.findings.pointed->standing.reset();
    example.findings.pointed->classIndex.reset();
    EXPECT_EQ(writeFacts(example.findings).pointer->classIndex, kNoDataClass);
}

TEST(Facts, GroupsTheIndicatorsAndFindsTheChosenOne) {
    FindingsExample example;
    example.choose("D.deri");
    const Facts facts = writeFacts(example.findings);
    ASSERT_EQ(facts.tabs.size(), 3u);
    EXPECT_EQ(facts.tabs[0].id, "need");
    EXPECT_EQ(facts.tabs[0].label, "Need");
    EXPECT_EQ(facts.tabs[2].id, "more");
    EXPECT_EQ(facts.tabs[2].label, "More");
    EXPECT_EQ(facts.chosenTab, 2u);
    EXPECT_EQ(facts.tabs[2].measures.chosen, 0u);
    EXPECT_EQ(facts.tabs[0].measures.chosen, facts.tabs[0].measures.choices.size());
}

TEST(Facts, SaysThatBestFitLevelsAreOne) {
    FindingsExample example;
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.levels.choices[0].note, "");
    EXPECT_EQ(facts.levels.choices[1].note, "Wards are approximated by small areas (best fit).");
    EXPECT_EQ(facts.levels.choices[1].label, "Wards");
}

TEST(Facts, ExplainsEachMethodInASentence) {
    FindingsExample example;
    for (const auto& choice : writeFacts(example.findings).methods.choices)
        EXPECT_TRUE(choice.note.ends_with('.')) << choice.id;
}

TEST(Facts, GivesTheWholeAnEmptyId) {
    FindingsExample example;
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.places.choices[0].id, "");
    EXPECT_EQ(facts.places.choices[0].label, "London");
    EXPECT_EQ(facts.places.chosen, 5u);
}

TEST(Facts, NamesAPlaceThatIsNotOfTheTopLevel) {
    FindingsExample example;
    example.findings.place = {};
    example.findings.place.inner = InnerPlace{1, "ward:E05011103", "Rye Lane", "Southwark"};
    Facts facts = writeFacts(example.findings);
    ASSERT_EQ(facts.places.choices.size(), 7u);
    EXPECT_EQ(facts.places.chosen, 6u);
    EXPECT_EQ(facts.places.choices[6].id, "ward:E05011103");
    EXPECT_EQ(facts.places.choices[6].label, "Rye Lane, Southwark");
    EXPECT_TRUE(facts.headline.find("Rye Lane’s 173 small areas") != std::string::npos) << facts.headline;

    // A ward among wards has none of its own.
    example.findings.level = 1;
    example.findings.areasInPlace = 1;
    example.findings.noDataInPlace = 0;
    EXPECT_EQ(subjectOf(example.findings, 1).text, "Rye Lane");
}

TEST(Facts, ShortensKnownPublishers) {
    FindingsExample example;
    EXPECT_EQ(writeFacts(example.findings).shortSources, "MHCLG, ONS · OGL v3.0");
    example.choose("G.older");
    EXPECT_EQ(writeFacts(example.findings).shortSources, "ONS · OGL v3.0");
}

TEST(Facts, SaysWhatFailedAndWhatWasKept) {
    FindingsExample example;
    example.findings.messages.push_back({Status::NoNetwork, "Southwark’s outlines", true});
    example.findings.messages.push_back({Status::BadHash, "", false});
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.messages[0].sentence,
              "Southwark’s outlines: The file could not be loaded. The rest of the map still works.");
    EXPECT_TRUE(facts.messages[0].canRetry);
    EXPECT_TRUE(facts.messages[1].sentence.ends_with("Everything that has loaded is still here."));
}

TEST(Facts, SaysOfALinkOnlyWhatIsTrueNow) {
    FindingsExample example;
    example.findings.messages = {{Status::OtherFigures, "", false}, {Status::BadView, "", false}};
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(facts.messages[0].sentence, "The figures have changed since this link was made. You see the latest.");
    EXPECT_EQ(facts.messages[1].sentence, "Part of the link could not be read. Showing the default view instead.");
}

TEST(Facts, SaysInASentenceWhatALinkAskedForAndWhatIsShownInstead) {
    FindingsExample example;
    const auto sentence = [&](std::vector<MissingFinding> missing) {
        example.findings.messages = {{.status = Status::NotOnMap, .link = {std::move(missing), {}, 0, "London"}}};
        return writeFacts(example.findings).messages.at(0).sentence;
    };
    const auto top = example.findings.head->topLevel();
    const std::string shown = lowerFirst(describe(Language::English, *example.findings.head, {}).label);
    EXPECT_EQ(sentence({{ViewKey::Place, "E99999999", top}}),
              "This link asks for the borough “E99999999”, which this map does not have. Showing London instead.");
    EXPECT_EQ(
        sentence({{ViewKey::Show, "N2/older", {}}}),
        "This link asks for the measure “N2/older”, which this map does not have. Showing " + shown + " instead.");
    EXPECT_EQ(sentence({{ViewKey::Show, "N9", {}}, {ViewKey::Place, "moon:X", {}}}),
              "This link asks for the measure “N9” and the area “moon:X”, which this map does not have. Showing " +
                  shown + " in London instead.");
    EXPECT_EQ(sentence({{ViewKey::Level, "parish", {}}}),
              "This link asks for areas called “parish”, which this map does not have. Showing small areas instead.");
    EXPECT_EQ(sentence({{ViewKey::Selected, "E05000001", top}, {ViewKey::Weights, "N9", {}}}),
              "This link asks for the borough “E05000001” and a weight for “N9”, which this map does not have. "
              "Everything else is shown.");
    EXPECT_EQ(sentence({{ViewKey::ChosenClass, "9", {}}}),
              "This link asks for class 9, which this map does not have. Everything else is shown.");
}

TEST(Facts, CountsWhatALinkAskedForWhereThatIsMuchAndCutsWhatIsLong) {
    FindingsExample example;
    LinkFinding link{{4, {ViewKey::Within, "W", {}}}, {}, 0, "London"};
    link.missing[0].text = "a text of somebody else’s that says: call this number";
    example.findings.messages = {{.status = Status::NotOnMap, .link = link}};
    EXPECT_EQ(writeFacts(example.findings).messages[0].sentence,
              "This link asks for the area “a text of somebody else’s that…”, the area “W” and 2 more, which this "
              "map does not have. Everything else is shown.");
}

TEST(Facts, HasMessagesAndProgressBeforeTheHeadIsHere) {
    Findings findings;
    findings.progress = 0.25;
    findings.messages.push_back({Status::NoNetwork, "", true});
    const Facts facts = writeFacts(findings);
    EXPECT_FALSE(facts.isReady);
    EXPECT_EQ(facts.progressText, "Loading the map: 25%");
    EXPECT_EQ(facts.messages.size(), 1u);
}

TEST(Facts, LeaveNoBlankUnfilled) {
    FindingsExample example;
    for (std::uint32_t indicator = 0; indicator < example.head.indicators.size(); ++indicator) {
        for (std::uint32_t level = 0; level < 3; ++level) {
            example.show({MeasureKind::Indicator, indicator});
            example.findings.level = level;
            example.findings.selected = example.area(0.5, 400, 4994, 0.5);
            const Facts facts = writeFacts(example.findings);
            for (const auto& text :
                 {facts.headline, facts.subtitle, facts.shortSubtitle, facts.legend.title, facts.legend.explanation,
                  facts.card->sentence, facts.card->rank, facts.card->stripText, announcement(facts)})
                EXPECT_EQ(text.find('{'), text.npos) << text;
        }
    }
}

TEST(AltText, NamesTheMapAndWhatItCounts) {
    FindingsExample example;
    const Facts facts = writeFacts(example.findings);
    EXPECT_EQ(altText(facts), "Map: " + facts.title + ". " + facts.headline + ".");
}

TEST(AltText, LeavesAwayWhatDoesNotFit) {
    Facts facts;
    facts.title = "Digital exclusion in London";
    facts.shortHeadline = "A short one’s end";
    facts.headline = std::string(130, 'x');
    EXPECT_EQ(altText(facts), "Map: " + facts.headline + ".");
    facts.headline = std::string(160, 'x');
    EXPECT_EQ(altText(facts), "Map: Digital exclusion in London. A short one’s end.");
    for (int i = 0; i < 40; ++i) facts.shortHeadline += " Llanfair’s";
    const std::string cut = altText(facts);
    EXPECT_TRUE(cut.ends_with(" Llanfair’s…")) << cut;
    EXPECT_LE(std::count_if(cut.begin(), cut.end(), [](char unit) { return (unit & 0xC0) != 0x80; }),
              static_cast<std::ptrdiff_t>(kMaxAltText));
}

}  // namespace
}  // namespace dex
