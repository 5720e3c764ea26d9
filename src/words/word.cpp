#include "words/word.h"

#include <array>
#include <cstddef>

#include "base/result.h"

namespace dex {
namespace {

constexpr std::size_t kWordCount = static_cast<std::size_t>(Word::kCount);

// All texts, each ended by a zero. None is empty.
constexpr char kEnglish[] = {
#define DEX_WORD(name, key, text) text "\0"
#include "words/words_en.inc"
#undef DEX_WORD
};

// Where each text begins, and where the last one ends.
using Starts = std::array<std::uint16_t, kWordCount + 1>;
constexpr Starts findStarts() {
    constexpr std::size_t kSizes[] = {
#define DEX_WORD(name, key, text) sizeof(text),
#include "words/words_en.inc"
#undef DEX_WORD
    };
    Starts starts{};
    for (std::size_t i = 0; i < kWordCount; ++i) starts[i + 1] = static_cast<std::uint16_t>(starts[i] + kSizes[i]);
    return starts;
}
constexpr Starts kStarts = findStarts();
static_assert(sizeof(kEnglish) <= 65'536);

// In the browser the texts that no first picture says come with the rest of the program (tools/split.mjs); until then zeros
// stand in their place. This function is of the rest, so that calling it brings the text too. It is called, and the texts are
// read, through pointers that the compiler cannot see through: what it knew of them it would put into the caller.
void bringText(const char* text) { DEX_CHECK(*text != 0); }
void (*const volatile kBringText)(const char*) = bringText;
const char* const volatile kTexts = kEnglish;

constexpr std::array<std::string_view, kWordCount> kKeys = {
#define DEX_WORD(name, key, text) std::string_view(key),
#include "words/words_en.inc"
#undef DEX_WORD
};

constexpr std::array<std::string_view, 6> kCategoryEndings = {".zero", ".one", ".two", ".few", ".many", ".other"};
constexpr std::size_t kCategories = kCategoryEndings.size();

// For each text whose key ends in ".other", how far before or after it in order of key the form for each category
// stands; 0 is the text itself. Worked out by the compiler, so that no key is shipped.
using FormOffsets = std::array<std::array<std::int8_t, kCategories>, kWordCount>;
constexpr FormOffsets findForms() {
    FormOffsets offsets{};
    for (std::size_t i = 0; i < kWordCount; ++i) {
        if (!kKeys[i].ends_with(".other")) continue;
        const auto stem = kKeys[i].substr(0, kKeys[i].size() - 6);
        const std::size_t first = i < kCategories ? 0 : i - kCategories;
        for (std::size_t j = first; j < kWordCount && j < i + kCategories; ++j) {
            if (!kKeys[j].starts_with(stem)) continue;
            for (std::size_t c = 0; c < kCategories; ++c) {
                if (kKeys[j].substr(stem.size()) == kCategoryEndings[c])
                    offsets[i][c] = static_cast<std::int8_t>(static_cast<int>(j) - static_cast<int>(i));
            }
        }
    }
    return offsets;
}
constexpr FormOffsets kForms = findForms();

}  // namespace

Arg::Arg(const char* name_, const std::string& value_) : name(name_), value(value_) {}
Arg::Arg(const char* name_, std::string_view value_) : name(name_), value(value_) {}

std::string_view word(Language, Word word) {
    const auto index = static_cast<std::size_t>(word);
    if (index >= kWordCount) return {};
    const char* const text = kTexts + kStarts[index];
    if (*text == 0) kBringText(text);
    return {text, static_cast<std::size_t>(kStarts[index + 1] - kStarts[index] - 1)};
}

std::string fillBlanks(std::string_view text, std::initializer_list<Arg> blanks) {
    std::string filled;
    filled.reserve(text.size() + 32);
    for (std::size_t at = 0; at < text.size();) {
        const auto open = text.find('{', at);
        const auto close = open == text.npos ? text.npos : text.find('}', open);
        // A brace that nothing closes is text.
        if (close == text.npos) {
            filled += text.substr(at);
            break;
        }
        filled += text.substr(at, open - at);
        const auto name = text.substr(open + 1, close - open - 1);
        // A name that the call does not have stays in its braces, so that a test can see it.
        std::string_view value = text.substr(open, close - open + 1);
        for (const auto& blank : blanks) {
            if (blank.name == name) value = blank.value;
        }
        filled += value;
        at = close + 1;
    }
    return filled;
}

std::string say(Language language, Word chosen, std::initializer_list<Arg> blanks) {
    return fillBlanks(word(language, chosen), blanks);
}

Plural pluralOf(Language, double count) { return count == 1 ? Plural::One : Plural::Other; }

std::string sayPlural(Language language, Word other, double count, std::initializer_list<Arg> blanks) {
    const auto index = static_cast<std::size_t>(other);
    if (index >= kWordCount) return {};
    const int form = static_cast<int>(index) + kForms[index][static_cast<std::size_t>(pluralOf(language, count))];
    return say(language, static_cast<Word>(form), blanks);
}

}  // namespace dex
