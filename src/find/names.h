#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"

namespace dex {

// How well a name answers what was typed, the best first.
enum class Match : std::uint8_t { Exact, Prefix, Words, Inside, OneTypo, TwoTypos, None };

// What is compared: small letters and digits with single blanks between words; accents and apostrophes are gone, "&" is
// "and", "Saint" is "St".
std::string folded(std::string_view text);

// Both folded. Words: each word typed begins a word of the name or of `within`, the place that it is a part of, and one
// at least of the name itself.
Match matchOf(std::string_view typed, std::string_view name, std::string_view within = {});

// Typing errors (a letter wrong, missing, too many, or two changed over): one from four letters on, two from eight, in a
// name, its beginning, or the beginning of one of its words.
Match typosIn(std::string_view typed, std::string_view name);

// The names of an atlas that are here, by level; null where they are not.
struct LoadedNames {
    std::span<const AreaNames* const> names;
    std::span<const std::vector<std::uint32_t>> groupings;  // Empty where they are not here.
};

struct NameFound {
    std::uint32_t level = 0;
    std::uint32_t area = 0;
    Match match = Match::None;
    friend bool operator==(const NameFound&, const NameFound&) = default;
};

// The likeliest `most` of the areas that a text may mean, by name or code, and how many there are in all. Of equally
// good ones larger areas come first; a small area is named after its neighbourhood, so it comes behind those that bear
// a name of their own unless it is asked for by number. Typing errors are forgiven only where nothing else fits.
struct NamesFound {
    std::vector<NameFound> best;
    std::size_t count = 0;
    std::size_t exact = 0;  // Of these, how many larger areas bear the very name.
};
NamesFound findNames(std::string_view typed, const LoadedNames& here, std::size_t max);

}  // namespace dex
