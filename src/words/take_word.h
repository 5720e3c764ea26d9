#pragma once

#include "words/word.h"

namespace dex {

// A text of src/words/en.json that stands in files which people take away, by its key without "take.": take.guide.code →
// TakeWord::guideCode. Its table is apart from Word's: nothing that is drawn reads it, so no first picture brings it.
enum class TakeWord : std::uint16_t {
#define DEX_WORD(name, key, text) name,
#include "words/take_words_en.inc"
#undef DEX_WORD
    kCount
};

std::string_view word(Language language, TakeWord word);
std::string say(Language language, TakeWord word, std::initializer_list<Arg> blanks = {});

}  // namespace dex
