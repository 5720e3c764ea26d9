#include "words/take_word.h"

#include <array>

namespace dex {
namespace {

constexpr std::array kTakenTexts = {
#define DEX_WORD(name, key, text) std::string_view(text),
#include "words/take_words_en.inc"
#undef DEX_WORD
};

}  // namespace

std::string_view word(Language, TakeWord word) {
    const auto index = static_cast<std::size_t>(word);
    return index < kTakenTexts.size() ? kTakenTexts[index] : std::string_view{};
}

std::string say(Language language, TakeWord chosen, std::initializer_list<Arg> blanks) {
    return fillBlanks(word(language, chosen), blanks);
}

}  // namespace dex
