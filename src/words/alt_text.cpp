#include <algorithm>

#include "words/word.h"
#include "words/write_facts.h"

namespace dex {
namespace {

// Characters of UTF-8: all bytes but those that go on with one.
std::size_t lengthOf(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char unit) { return (unit & 0xC0) != 0x80; }));
}

}  // namespace

bool isShortEnoughForAlt(const std::string& text) { return lengthOf(text) <= kMaxAltText; }

std::string altText(const Facts& facts) {
    std::string text;
    for (const std::string& headline : {facts.headline, facts.shortHeadline}) {
        text = say(facts.language, Word::altTitled, {{"title", facts.title}, {"headline", headline}});
        if (isShortEnoughForAlt(text)) return text;
        text = say(facts.language, Word::altPlain, {{"headline", headline}});
        if (isShortEnoughForAlt(text)) return text;
    }
    // What it counts stands first, so the end can go, by whole words.
    while (lengthOf(text) >= kMaxAltText) text.resize(text.rfind(' ') == std::string::npos ? 0 : text.rfind(' '));
    return say(facts.language, Word::altCut, {{"text", text}});
}

}  // namespace dex
