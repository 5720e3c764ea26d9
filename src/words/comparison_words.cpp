#include "words/comparison_words.h"

#include "words/phrases.h"
#include "words/take_word.h"

namespace dex {
namespace {

// "Southwark, Lambeth and Barnet"
std::string namesOf(const Findings& found) {
    const std::size_t last = found.comparedOwn - 1;
    std::string names = found.compared[0].name;
    for (std::size_t i = 1; i < last; ++i) {
        names += word(found.language, Word::listComma);
        names += found.compared[i].name;
    }
    return say(found.language, TakeWord::comparisonAnd, {{"names", names}, {"last", found.compared[last].name}});
}

BriefingMap mapOf(const Findings& found, const Facts& facts, const std::string& names) {
    const Language language = found.language;
    const std::string& area = levelOf(found).singular;
    BriefingMap map = writeBriefingMap(facts);
    map.headline = say(language, TakeWord::comparisonMap, {{"area", area}});
    map.subtitle = say(language, TakeWord::comparisonCaption, {{"subtitle", map.subtitle}, {"names", names}});
    map.alt = say(language, TakeWord::comparisonAlt, {{"area", area}, {"names", names}});
    // The map ends before the place does.
    map.countTitle =
        say(language, TakeWord::comparisonNumber, {{"areas", map.legend.countTitle}, {"place", countedPlace(found)}});
    return map;
}

}  // namespace

ComparisonFacts writeComparison(const Findings& found, const Facts& facts) {
    const Language language = found.language;
    const std::string names = namesOf(found);
    ComparisonFacts made;
    made.name = say(language, TakeWord::comparisonName, {{"names", names}});
    made.title = say(language, TakeWord::briefingTitle, {{"name", made.name}});
    made.kicker = say(language, TakeWord::briefingKicker, {{"title", found.head->title}});
    made.tableTitle = say(language, TakeWord::comparisonTable);
    made.compare = *facts.compare;
    made.map = mapOf(found, facts, names);
    made.differ.title = say(language, TakeWord::comparisonDiffer);
    for (const std::string& sentence : made.compare.sentences) {
        if (made.lead.empty())
            made.lead = sentence;
        else
            made.differ.texts.push_back(sentence);
    }
    made.read = writeBriefingNotes(found);
    made.sources = facts.sources;
    return made;
}

}  // namespace dex
