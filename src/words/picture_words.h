#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "words/facts.h"

namespace dex {

// The sentences that a picture has besides what the screen shows; alt text is in words/write_facts.h.

struct Day {
    int year = 0, month = 1, day = 1;
    friend bool operator==(const Day&, const Day&) = default;
};
// "2026-11-29"; absent where it is no day of the calendar.
std::optional<Day> dayCalled(std::string_view text);
// "29 November 2026"
std::string formatDay(Language language, Day day);

// A length on the ground, of whole metres below a kilometre and whole kilometres from there on.
std::string formatLength(Language language, double metres);

struct PictureWords {
    std::string description;  // All that the picture shows, for those who do not see it.
    std::string outlined;     // The selected area and its value; empty without one.
    std::string made;         // "Made on 29 November 2026. Method and figures: 01ab23cd45ef."; may be empty.
    std::string address;      // Where the map can be explored; empty where nobody said.
};
// `spec` and `address` may be empty.
PictureWords writePictureWords(const Facts& facts, std::string_view spec, std::optional<Day> made,
                               std::string_view address);

}  // namespace dex
