#include "words/picture_words.h"

#include <charconv>
#include <vector>

#include "words/format.h"
#include "words/word.h"

namespace dex {
namespace {

constexpr int kMonths = 12;

int daysOf(int month, int year) {
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2) return isLeap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Digits alone; −1 for anything else.
int numberOf(std::string_view text) {
    int number = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ptr == text.data() + text.size() ? number : -1;
}

std::string_view monthName(Language language, int month) {
    std::string_view names = word(language, Word::pictureMonths);
    for (int i = 1; i < month; ++i) names.remove_prefix(names.find(',') + 1);
    return names.substr(0, names.find(','));
}

void addSentence(Language language, std::string& text, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += ' ';
    text +=
        sentence.ends_with('.') ? std::string(sentence) : say(language, Word::pictureSentence, {{"text", sentence}});
}

std::string describe(const Facts& facts, const PictureWords& words) {
    std::string text;
    const auto add = [&](std::string_view sentence) { addSentence(facts.language, text, sentence); };
    add(facts.title);
    add(facts.headline);
    add(facts.subtitle);
    const LegendFacts& legend = facts.legend;
    add(legend.title);
    if (legend.explanation != legend.title) add(legend.explanation);
    for (const LegendRow& row : legend.rows) add(row.spoken);
    add(legend.noData.spoken);
    add(words.outlined);
    if (facts.card) add(facts.card->sentence);
    return text;
}

}  // namespace

std::optional<Day> dayCalled(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const Day day = {numberOf(text.substr(0, 4)), numberOf(text.substr(5, 2)), numberOf(text.substr(8, 2))};
    if (day.year < 1 || day.month < 1 || day.month > kMonths) return std::nullopt;
    if (day.day < 1 || day.day > daysOf(day.month, day.year)) return std::nullopt;
    return day;
}

std::string formatDay(Language language, Day day) {
    return say(language, Word::pictureDate,
               {{"day", std::to_string(day.day)},
                {"month", monthName(language, day.month)},
                {"year", std::to_string(day.year)}});
}

std::string formatLength(Language language, double metres) {
    const bool isFar = metres >= 1000;
    return say(language, isFar ? Word::pictureKilometres : Word::pictureMetres,
               {{"number", formatCount(language, isFar ? metres / 1000 : metres)}});
}

PictureWords writePictureWords(const Facts& facts, std::string_view spec, std::optional<Day> made,
                               std::string_view address) {
    const Language language = facts.language;
    PictureWords words;
    if (facts.card)
        words.outlined =
            say(language, Word::pictureOutlined, {{"name", facts.card->name}, {"value", facts.card->value}});
    if (made) words.made = say(language, Word::pictureMade, {{"date", formatDay(language, *made)}});
    if (!spec.empty()) addSentence(language, words.made, say(language, Word::pictureSpec, {{"spec", spec}}));
    if (!address.empty()) words.address = say(language, Word::pictureAddress, {{"address", address}});
    words.description = describe(facts, words);
    return words;
}

}  // namespace dex
