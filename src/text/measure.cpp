#include "text/measure.h"

#include <algorithm>
#include <cstddef>

namespace dex {
namespace {

bool breaksAfter(char c) { return c == '-' || c == '/'; }

// The end of the longest beginning of `text` (one paragraph) that may stand on a line of its own and fits.
std::size_t lineEnd(const Face& face, std::string_view text, double px, double maxPx) {
    std::size_t end = 0;
    for (std::size_t at = 1; at <= text.size(); ++at) {
        const bool may = at == text.size() || text[at] == ' ' || breaksAfter(text[at - 1]);
        if (!may) continue;
        // The first word stands, however wide it is: or the caller would never come to an end.
        if (end != 0 && textWidth(face, text.substr(0, at), px) > maxPx) break;
        end = at;
    }
    return end;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

double textWidth(const Face& face, std::string_view line, double px) {
    double width = 0;
    char32_t before = 0;
    while (!line.empty()) {
        const char32_t codePoint = takeCodePoint(line);
        if (before != 0) width += face.kerning(before, codePoint, px);
        width += face.advance(codePoint, px);
        before = codePoint;
    }
    return width;
}

std::vector<std::string_view> breakLines(const Face& face, std::string_view text, double px, double maxPx) {
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t paragraphEnd = std::min(text.find('\n'), text.size());
        // A blank one is a line, too.
        std::string_view paragraph = trimmed(text.substr(0, paragraphEnd));
        do {
            const std::size_t end = lineEnd(face, paragraph, px, maxPx);
            lines.push_back(trimmed(paragraph.substr(0, end)));
            paragraph = trimmed(paragraph.substr(end));
        } while (!paragraph.empty());
        if (paragraphEnd == text.size()) return lines;
        text.remove_prefix(paragraphEnd + 1);
    }
}

std::string breakLabel(const Face& face, std::string_view text, double px, double maxPx) {
    if (textWidth(face, text, px) <= maxPx) return std::string(text);
    // Two lines at most, broken where the wider of them is narrowest.
    std::size_t best = std::string_view::npos;
    double bestWidth = 0;
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        // No line ends in "&".
        if (at > 0 && text[at - 1] == '&') continue;
        const double width =
            std::max(textWidth(face, text.substr(0, at), px), textWidth(face, text.substr(at + 1), px));
        if (best != std::string_view::npos && width >= bestWidth) continue;
        best = at;
        bestWidth = width;
    }
    std::string label(text);
    if (best != std::string_view::npos) label[best] = '\n';
    return label;
}

std::string shorten(const Face& face, std::string_view text, double px, double maxPx) {
    if (textWidth(face, text, px) <= maxPx) return std::string(text);
    constexpr std::string_view kMore = "…";
    // May be below 0: then the dots stand alone.
    const double room = maxPx - textWidth(face, kMore, px);
    std::string_view rest = text;
    std::size_t fitting = 0;
    while (!rest.empty()) {
        takeCodePoint(rest);
        const std::size_t size = text.size() - rest.size();
        if (textWidth(face, text.substr(0, size), px) > room) break;
        fitting = size;
    }
    std::string shortened(trimmed(text.substr(0, fitting)));
    return shortened.append(kMore);
}

TextSize textSize(const Face& face, std::string_view text, double px) {
    TextSize size;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        size.width = std::max(size.width, textWidth(face, text.substr(0, end), px));
        size.height += kLabelLine * px;
        if (end == text.size()) return size;
        text.remove_prefix(end + 1);
    }
}

}  // namespace dex
