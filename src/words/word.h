#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dex {

// In which language a person reads. One so far; every sentence, number and plural asks it.
enum class Language : std::uint8_t { English };

// A text of src/words/en.json by its key: card.rank → Word::cardRank. Keys that begin with "shell." are the page's.
enum class Word : std::uint16_t {
#define DEX_WORD(name, key, text) name,
#include "words/words_en.inc"
#undef DEX_WORD
    kCount
};

// The text as it stands in the table, {placeholders} and all. Valid for ever.
std::string_view word(Language language, Word word);

// One {name} of a text and what stands in its place. Made by a call, because there are hundreds of them: setting it up
// where it is written takes four times the code.
struct Arg {
    [[gnu::noinline]] Arg(const char* name, const std::string& value);
    [[gnu::noinline]] Arg(const char* name, std::string_view value);
    std::string_view name;
    std::string_view value;
};

// The text with every {name} replaced. A name without a blank stays as it is, so that a test can see it.
std::string fillBlanks(std::string_view text, std::initializer_list<Arg> blanks);
std::string say(Language language, Word word, std::initializer_list<Arg> blanks = {});

// CLDR's plural categories.
enum class Plural : std::uint8_t { Zero, One, Two, Few, Many, Other };
Plural pluralOf(Language language, double count);

// The same for a text that has forms by number: `other` names the key that ends in ".other"; the form for `count` is
// taken if the language has one.
std::string sayPlural(Language language, Word other, double count, std::initializer_list<Arg> blanks = {});

}  // namespace dex
