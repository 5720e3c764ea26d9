#include "words/link_words.h"

#include <algorithm>

#include "base/apart.h"
#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

// More of them would be a list, and no sentence. A longer text is cut: it is somebody else's.
constexpr std::size_t kMaxThings = 3, kMaxLetters = 32;

std::string shortened(Language language, std::string_view text) {
    if (text.size() <= kMaxLetters) return std::string(text);
    std::size_t end = kMaxLetters;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return say(language, Word::altCut, {{"text", text.substr(0, end)}});
}

std::string thing(Language language, const AtlasHead& head, const MissingFinding& missing) {
    const std::string text = shortened(language, missing.text);
    switch (missing.key) {
        case ViewKey::Show: return say(language, Word::linkMeasure, {{"text", text}});
        case ViewKey::Level: return say(language, Word::linkLevel, {{"text", text}});
        case ViewKey::Weights: return say(language, Word::linkWeight, {{"text", text}});
        case ViewKey::ChosenClass: return say(language, Word::linkClass, {{"text", text}});
        default: break;
    }
    if (!missing.level) return say(language, Word::linkArea, {{"text", text}});
    return say(language, Word::linkAreaOf, {{"level", head.levels[*missing.level].singular}, {"text", text}});
}

std::string listed(Language language, const AtlasHead& head, const std::vector<MissingFinding>& missing) {
    const std::size_t named = missing.size() > kMaxThings ? kMaxThings - 1 : missing.size();
    std::vector<std::string> things;
    for (std::size_t i = 0; i < named; ++i) things.push_back(thing(language, head, missing[i]));
    if (named < missing.size())
        things.push_back(say(language, Word::linkMore,
                             {{"count", formatCount(language, static_cast<double>(missing.size() - named))}}));
    std::string list = things[0];
    for (std::size_t i = 1; i + 1 < things.size(); ++i) {
        list += word(language, Word::listComma);
        list += things[i];
    }
    return things.size() == 1 ? list : say(language, Word::linkAnd, {{"things", list}, {"last", things.back()}});
}

}  // namespace

DEX_APART std::string linkSentence(Language language, const AtlasHead& head, const LinkFinding& link) {
    const auto misses = [&](ViewKey key) {
        return std::any_of(link.missing.begin(), link.missing.end(),
                           [key](const MissingFinding& one) { return one.key == key; });
    };
    const std::string things = listed(language, head, link.missing);
    std::string instead;
    if (misses(ViewKey::Show))
        instead = lowerFirst(describe(language, head, link.measure).label);
    else if (misses(ViewKey::Level))
        instead = head.levels[link.level].plural;
    if (misses(ViewKey::Place)) {
        const std::string place = withArticle(language, link.place);
        instead = instead.empty() ? place : say(language, Word::linkIn, {{"things", instead}, {"place", place}});
    }
    if (instead.empty()) return say(language, Word::linkMissingOnly, {{"things", things}});
    return say(language, Word::linkMissing, {{"things", things}, {"instead", instead}});
}

}  // namespace dex
