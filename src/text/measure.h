#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/face.h"

namespace dex {

// Width of one line in px, kerning included.
double textWidth(const Face& face, std::string_view line, double px);

// The letter itself, or the question mark that is drawn in place of one that the face lacks.
inline char32_t drawnAs(const Face& face, char32_t codePoint) { return face.has(codePoint) ? codePoint : U'?'; }

// Calls take(codePoint, pen) for each letter of a line that begins with the pen at `pen`, px, and moves it on.
template <typename Take>
void eachLetter(const Face& face, std::string_view line, double px, double pen, Take take) {
    char32_t before = 0;
    while (!line.empty()) {
        const char32_t codePoint = takeCodePoint(line);
        if (before != 0) pen += face.kerning(before, codePoint, px);
        before = codePoint;
        take(codePoint, pen);
        pen += face.advance(codePoint, px);
    }
}

// Cuts a text into lines no wider than `mostPx`, at spaces and after hyphens and slashes; a word that is too wide stands
// alone. '\n' always breaks. The lines are views into `text`, without the spaces at which they were cut.
std::vector<std::string_view> breakLines(const Face& face, std::string_view text, double px, double maxPx);

// A map label: one line if it is no wider than `mostPx`, else two of as even a width as its spaces allow, separated by
// '\n'; "&" begins a line, never ends one.
std::string breakLabel(const Face& face, std::string_view text, double px, double maxPx);

// The text, or as much of its beginning as fits with "…" behind it.
std::string shorten(const Face& face, std::string_view text, double px, double maxPx);

// Width and height in px of a text of one or more lines separated by '\n', at a line height of kLabelLine × px.
inline constexpr double kLabelLine = 1.15;
struct TextSize {
    double width = 0, height = 0;
};
TextSize textSize(const Face& face, std::string_view text, double px);

}  // namespace dex
