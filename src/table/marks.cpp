#include "table/marks.h"

#include <algorithm>

#include "table/clean.h"

namespace dex {

namespace {

// Official shorthand (gov.uk, "Symbols in tables"), and what spreadsheets, databases and publishers write for nothing.
constexpr std::string_view kNotPublished[] = {"",     "-",    "–",   "—",   ".",    "..",    "...",
                                              "…",    ":",    "na",  "n/a", "n.a.", "#n/a",  "nan",
                                              "null", "none", "[x]", "[z]", "[w]",  "[low]", "[nd]"};
constexpr std::string_view kSuppressed[] = {"*", "c", "[c]", "x", "[u]"};

// Notes that say something about a number and do not take it away.
constexpr std::string_view kNotes[] = {"[r]",  "[p]", "[e]",  "[b]",   "[f]",  "[u]",
                                       "[ns]", "[s]", "[ss]", "[sss]", "[low]"};

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

bool holds(const auto& list, std::string_view text) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

}  // namespace

std::optional<Mark> knownMark(std::string_view text) {
    const std::string lower = lowerCase(text);
    if (holds(kNotPublished, lower)) return Mark::NotPublished;
    if (holds(kSuppressed, lower)) return Mark::Suppressed;
    return std::nullopt;
}

NumberCell takeApart(std::string_view text) {
    NumberCell cell{text};
    while (cell.number.ends_with(']')) {
        const std::size_t open = cell.number.rfind('[');
        // What begins with its note is a mark and no number.
        const bool isNote =
            open != std::string_view::npos && open > 0 && holds(kNotes, lowerCase(cell.number.substr(open)));
        if (!isNote) return {text};
        cell.number = trimmed(cell.number.substr(0, open));
        cell.isNoted = true;
    }
    if (cell.number.ends_with('%')) {
        cell.number = trimmed(cell.number.substr(0, cell.number.size() - 1));
        cell.isPercent = true;
    }
    return cell;
}

}  // namespace dex
