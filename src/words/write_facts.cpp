#include "words/write_facts.h"

#include "base/apart.h"
#include "map/scene.h"
#include "stats/class_method.h"
#include "words/format.h"
#include "words/link_words.h"
#include "words/measure_words.h"
#include "words/phrases.h"
#include "words/status_text.h"

namespace dex {
namespace {

void addInnerPlace(const Findings& findings, Chooser& places) {
    const InnerPlace& inner = *findings.place.inner;
    places.chosen = static_cast<std::uint32_t>(places.choices.size());
    places.choices.push_back(
        {inner.ref, inner.name + std::string(word(findings.language, Word::listComma)) + inner.beside, ""});
}

Chooser writePlaces(const Findings& findings) {
    Chooser places;
    places.choices.push_back({"", findings.head->place, ""});
    for (const auto& place : findings.places) places.choices.push_back({place.code, place.name, ""});
    // The whole is choice 0, so a place comes one later.
    places.chosen = findings.place.atTop ? *findings.place.atTop + 1 : 0;
    if (findings.place.inner) addInnerPlace(findings, places);
    return places;
}

Chooser writeLevels(const Findings& findings) {
    Chooser levels;
    for (const auto& level : findings.head->levels) {
        levels.choices.push_back({level.id, upperFirst(level.plural),
                                  level.bestFit
                                      ? say(findings.language, Word::byBestFit, {{"areas", upperFirst(level.plural)}})
                                      : std::string()});
    }
    levels.chosen = findings.level;
    return levels;
}

void writeMethods(const Findings& findings, Facts& facts) {
    const Language language = findings.language;
    const auto id = [](ClassMethod method) { return std::string(idOf(method)); };
    facts.methods.choices = {
        {id(ClassMethod::Quantile), say(language, Word::methodQuantile), say(language, Word::methodQuantileNote)},
        {id(ClassMethod::EqualSteps), say(language, Word::methodEqual), say(language, Word::methodEqualNote)},
        {id(ClassMethod::NaturalBreaks), say(language, Word::methodNatural), say(language, Word::methodNaturalNote)}};
    facts.methods.chosen = static_cast<std::uint32_t>(findings.method);
    for (std::uint32_t count = kMinClassesAsked; count <= kMaxClassesAsked; ++count) {
        const std::string number = formatCount(language, count);
        facts.classCounts.choices.push_back(
            {number, number, say(language, Word::methodCountChoice, {{"count", number}})});
    }
    // An atlas may open with 2 classes, or with more than five, which no button offers; then none is pressed.
    facts.classCounts.chosen = findings.classCount >= kMinClassesAsked
                                   ? findings.classCount - kMinClassesAsked
                                   : static_cast<std::uint32_t>(facts.classCounts.choices.size());
}

// " · your own weights": what a picture of them says must not pass for what is published. The scope is said in any case.
DEX_APART std::string ownSettings(const Findings& findings) {
    const Index& index = *findings.head->index;
    const bool isOwn = findings.adjust.weights != publishedWeights(index);
    if (!isOwn && findings.adjust.arithmetic == index.arithmetic) return {};
    return std::string(word(findings.language, Word::listSeparator)) +
           lowerFirst(say(findings.language, isOwn ? Word::adjustOwnWeights : Word::adjustOwnArithmetic));
}

void writeSubtitles(const Findings& findings, Facts& facts) {
    const Language language = findings.language;
    const Indicator& indicator = indicatorOf(findings);
    // A score says among whom it is ranked, which need not be what is shown.
    const bool isRanked = findings.measure.kind != MeasureKind::Indicator;
    const std::string place =
        say(language, isRanked ? Word::subtitleRanked : Word::subtitlePlace,
            {{"place", isRanked ? possessive(language, rankedWithin(findings)) : shownName(findings)},
             {"areas", levelOf(findings).plural}});
    facts.subtitle = say(language, Word::subtitleWhole,
                         {{"measure", measureWithUnit(findings)}, {"place", place}, {"date", indicator.date}});
    // There is no room to name the subject and own settings.
    const bool namesSubject = findings.measure.kind == MeasureKind::Overall && findings.adjust.isPublished;
    facts.shortSubtitle =
        say(language, Word::subtitleShort,
            {{"measure", namesSubject ? word(language, Word::subtitleOverall) : std::string_view(indicator.label)},
             {"place", isRanked ? say(language, Word::measureWithin, {{"whole", rankedWithin(findings)}})
                                : shownName(findings)}});
    if (!isRanked || findings.adjust.isPublished) return;
    const std::string own = ownSettings(findings);
    facts.subtitle += own;
    facts.shortSubtitle += own;
}

// Publishers and licences that are known by their initials.
std::string_view initials(Language language, std::string_view name) {
    constexpr Word kKnown[][2] = {{Word::publisherOns, Word::publisherOnsShort},
                                  {Word::publisherMhclg, Word::publisherMhclgShort},
                                  {Word::publisherGmca, Word::publisherGmcaShort},
                                  {Word::publisherOgl, Word::publisherOglShort}};
    for (const auto& known : kKnown) {
        if (word(language, known[0]) == name) return word(language, known[1]);
    }
    return name;
}

// Who made the figures and the outlines, and the licence: "MHCLG, ONS · OGL v3.0".
std::string shortSources(const Findings& findings) {
    const Language language = findings.language;
    const auto& sources = findings.head->sources;
    const Indicator& indicator = indicatorOf(findings);
    if (indicator.source >= sources.size()) return findings.head->attribution;
    const Source& own = sources[indicator.source];
    std::string text(initials(language, own.publisher));
    // The outlines are the first source of an atlas, and their licence asks to be named too.
    if (sources[0].publisher != own.publisher) {
        text += word(language, Word::listComma);
        text += initials(language, sources[0].publisher);
    }
    text += word(language, Word::listSeparator);
    text += initials(language, own.licence);
    return text;
}

std::vector<MessageFacts> writeMessages(const Findings& findings) {
    std::vector<MessageFacts> messages;
    for (const auto& message : findings.messages) {
        const auto sentence = statusText(findings.language, message.status);
        messages.push_back(
            {!message.link.missing.empty() ? linkSentence(findings.language, *findings.head, message.link)
             : isOfTheLink(message.status) ? std::string(sentence)
             : message.what.empty()
                 ? say(findings.language, Word::errorPlain, {{"sentence", sentence}})
                 : say(findings.language, Word::errorFile, {{"what", message.what}, {"sentence", sentence}}),
             message.canRetry});
    }
    return messages;
}

DEX_APART PointerFacts writePointer(const Findings& findings) {
    const AreaFinding& area = *findings.pointed;
    PointerFacts pointer;
    pointer.name = area.name;
    pointer.value = valueWithUnit(findings, area);
    if (area.standing) {
        pointer.classIndex = area.standing->classIndex;
        pointer.along = alongClass(findings, *area.standing);
        // The stored classes of the first picture give a colour before there is a value to place the mark by.
    } else if (area.classIndex) {
        pointer.classIndex = *area.classIndex;
        pointer.along = 0.5;
    } else if (area.isOutOfScope) {
        pointer.classIndex = kOutOfScopeClass;
    }
    return pointer;
}

}  // namespace

Facts writeFacts(const Findings& findings) {
    const Language language = findings.language;
    Facts facts;
    facts.language = language;
    facts.progress = findings.progress;
    facts.progressText =
        say(language, Word::progressText, {{"percent", formatPercent(language, findings.progress, 0)}});
    facts.messages = writeMessages(findings);
    if (findings.hint != Hint::None)
        facts.hint = say(language, findings.hint == Hint::Touch ? Word::hintTouch : Word::hintWheel);
    // Before the head has loaded there is only progress and messages.
    if (!findings.head) return facts;

    facts.isReady = true;
    facts.title = findings.head->title;
    writeHeadline(findings, facts);
    writeSubtitles(findings, facts);
    writeMeasures(findings, facts);
    facts.places = writePlaces(findings);
    facts.levels = writeLevels(findings);
    if (isScale(findings.measure.kind)) writeMethods(findings, facts);
    facts.legend = writeLegend(findings);
    if (findings.pointed) facts.pointer = writePointer(findings);
    if (findings.selected) facts.card = writeCard(findings, *findings.selected);
    if (findings.selection) facts.card = writeSelectionCard(findings, *findings.selection);
    facts.adjust = writeAdjust(findings);
    if (!findings.compared.empty() && findings.head->index) facts.compare = writeCompare(findings);
    if (findings.ranked) facts.ranked = writeRanked(findings);
    facts.sources = findings.head->attribution;
    facts.shortSources = shortSources(findings);
    return facts;
}

std::string announcement(const Facts& facts, std::optional<Compass> towards) {
    if (!facts.card) return {};
    const CardFacts& card = *facts.card;
    if (towards)
        return say(facts.language, Word::announceNeighbour,
                   {{"direction", compassWord(facts.language, *towards)}, {"area", announcement(facts)}});
    const std::string before = card.postcode.empty() ? std::string() : card.postcode + ' ';
    if (card.rank.empty()) {
        return before + say(facts.language, Word::announceAreaPlain, {{"name", card.name}, {"value", card.value}});
    }
    return before + say(facts.language, Word::announceArea,
                        {{"name", card.name},
                         {"value", card.value},
                         {"rank", upperFirst(card.rank)},
                         {"sentence", card.sentence}});
}

}  // namespace dex
