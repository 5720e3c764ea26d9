#include "find/names.h"

#include <algorithm>

namespace dex {

namespace {

constexpr std::size_t kMaxTyped = 80;  // Bytes that are looked at.

// Plain letters for U+00C0 to U+017F, the first of those for which one stands; a blank for the two that are none.
constexpr std::string_view kPlain =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// The code point that begins at `at`, which moves behind it. The text is UTF-8, or else its bytes stand for themselves.
std::uint32_t nextOf(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at++);
    if (lead < 0xc2 || at >= text.size()) return lead;
    if (lead < 0xe0) return (lead & 31u) << 6 | (byte(at++) & 63u);
    if (lead < 0xf0 && at + 1 < text.size()) {
        at += 2;
        return (lead & 15u) << 12 | (byte(at - 2) & 63u) << 6 | (byte(at - 1) & 63u);
    }
    return lead;
}

bool isWordStart(std::string_view name, std::size_t at) { return at == 0 || name[at - 1] == ' '; }

bool beginsAWord(std::string_view word, std::string_view name) {
    for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
        if (isWordStart(name, at)) return true;
    }
    return false;
}

template <typename Visit>
void eachWord(std::string_view text, const Visit& visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// The least number of typing errors between `typed` and a beginning of `name`, up to `most`; above it: more.
// Optimal string alignment (Damerau 1964) by rows over the characters typed.
std::size_t typosToBeginning(std::string_view typed, std::string_view name, std::size_t max) {
    constexpr std::size_t kWidth = kMaxTyped + 3;
    name = name.substr(0, std::min(name.size(), typed.size() + max));
    if (typed.size() >= kWidth) return max + 1;
    std::uint8_t rows[3][kWidth];
    for (std::size_t j = 0; j <= name.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        std::uint8_t* row = rows[i % 3];
        const std::uint8_t *above = rows[(i + 2) % 3], *twoAbove = rows[(i + 1) % 3];
        row[0] = static_cast<std::uint8_t>(i);
        std::uint8_t min = row[0];
        for (std::size_t j = 1; j <= name.size(); ++j) {
            const bool same = typed[i - 1] == name[j - 1];
            int best = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1])
                best = std::min(best, twoAbove[j - 2] + 1);
            row[j] = static_cast<std::uint8_t>(best);
            min = std::min(min, row[j]);
        }
        // No later row can come below this one: two letters changed over cost one more than the row before it, which is
        // no better.
        if (min > max) return max + 1;
    }
    const std::uint8_t* last = rows[typed.size() % 3];
    return *std::min_element(last, last + name.size() + 1);
}

struct Query {
    std::string text;
    bool hasDigit = false;
    bool hasWords = false;
};

// One search through the levels, the best so far in order.
class Search {
public:
    Search(const Query& query, const LoadedNames& here, std::size_t max) : query_(query), here_(here), max_(max) {}

    const NamesFound& found() const { return found_; }

    void level(std::uint32_t level, bool forgives) {
        const AreaNames& names = *here_.names[level];
        const auto top = query_.hasWords ? topAreas(level) : std::vector<std::uint32_t>();
        for (std::uint32_t area = 0; area < names.names.size(); ++area) {
            Match match = Match::None;
            const std::string name = folded(ownName(names, area));
            if (forgives) {
                match = typosIn(query_.text, name);
            } else {
                match = matchOf(query_.text, name, area < top.size() ? std::string_view(places_[top[area]]) : "");
                if (query_.hasDigit) match = std::min(match, byNumber(names, area));
            }
            if (match != Match::None) keep({level, area, match});
        }
    }

private:
    // Counts it, and keeps it if it is one of the best so far.
    void keep(const NameFound& one) {
        ++found_.count;
        if (one.match == Match::Exact && one.level > 0) ++found_.exact;
        auto& best = found_.best;
        auto place = best.end();
        while (place != best.begin() && isBetter(one, *(place - 1))) --place;
        if (best.size() == max_ && place == best.end()) return;
        if (best.size() == max_) {
            const auto at = place - best.begin();
            best.pop_back();
            place = best.begin() + at;
        }
        best.insert(place, one);
    }

    std::uint32_t rank(const NameFound& one) const {
        // As if its match were two kinds worse: behind larger areas that bear the name or begin with it.
        const std::uint32_t behind = one.level == 0 && !query_.hasDigit ? 2 : 0;
        return static_cast<std::uint32_t>(one.match) + behind;
    }

    bool isBetter(const NameFound& a, const NameFound& b) const {
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        if (a.level != b.level) return a.level > b.level;
        const std::string &nameA = here_.names[a.level]->names[a.area], &nameB = here_.names[b.level]->names[b.area];
        if (nameA.size() != nameB.size()) return nameA.size() < nameB.size();
        return nameA != nameB ? nameA < nameB : a.area < b.area;
    }

    // Without the published name behind it, which is asked for by number only.
    static std::string_view ownName(const AreaNames& names, std::uint32_t area) {
        const std::string_view name = names.names[area];
        const std::string_view detail = area < names.details.size() ? std::string_view(names.details[area]) : "";
        const bool hasDetail = !detail.empty() && name.size() > detail.size() + 3 && name.ends_with(')') &&
                               name.substr(name.size() - detail.size() - 1, detail.size()) == detail;
        return hasDetail ? name.substr(0, name.size() - detail.size() - 3) : name;
    }

    Match byNumber(const AreaNames& names, std::uint32_t area) const {
        const Match code = matchOf(query_.text, folded(names.codes[area]));
        Match match = code <= Match::Prefix ? code : Match::None;
        if (area < names.details.size()) match = std::min(match, matchOf(query_.text, folded(names.details[area])));
        return match;
    }

    // For each area of a level its area of the top level.
    std::vector<std::uint32_t> topAreas(std::uint32_t level) {
        const std::size_t topLevel = here_.names.size() - 1;
        if (level == topLevel || !here_.names[topLevel]) return {};
        const auto &own = here_.groupings[level], &top = here_.groupings[topLevel];
        if (own.empty() || top.empty()) return {};
        if (places_.empty()) {
            for (const auto& name : here_.names[topLevel]->names) places_.push_back(folded(name));
        }
        std::vector<std::uint32_t> of(here_.names[level]->names.size());
        for (std::size_t i = 0; i < own.size(); ++i) of[own[i]] = top[i];
        return of;
    }

    const Query& query_;
    const LoadedNames& here_;
    std::size_t max_;
    NamesFound found_;
    std::vector<std::string> places_;
};

}  // namespace

std::string folded(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    const auto endWord = [&] {
        // Both "St Pancras" and "Saint Pancras" are typed, and names hold either.
        if (made.ends_with("saint") && isWordStart(made, made.size() - 5)) made.replace(made.size() - 5, 5, "st");
        if (!made.empty() && made.back() != ' ') made += ' ';
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t c = nextOf(text, at);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            made += static_cast<char>(c);
        } else if (c >= 'A' && c <= 'Z') {
            made += static_cast<char>(c - 'A' + 'a');
        } else if (c == '&') {
            endWord();
            made += "and ";
        } else if (c >= 0xc0 && c - 0xc0 < kPlain.size()) {
            made += kPlain[c - 0xc0];
        } else if (c != '\'' && c != 0x2019 && c != 0x2018) {
            endWord();
        }
    }
    endWord();
    if (!made.empty()) made.pop_back();
    return made;
}

Match matchOf(std::string_view typed, std::string_view name, std::string_view within) {
    if (typed.empty()) return Match::None;
    if (name.starts_with(typed)) return name.size() == typed.size() ? Match::Exact : Match::Prefix;
    bool all = true, any = false;
    eachWord(typed, [&](std::string_view word) {
        const bool inName = beginsAWord(word, name);
        any = any || inName;
        all = all && (inName || beginsAWord(word, within));
    });
    if (all && any) return Match::Words;
    // Two letters stand inside almost every name.
    return typed.size() > 2 && name.find(typed) != std::string_view::npos ? Match::Inside : Match::None;
}

Match typosIn(std::string_view typed, std::string_view name) {
    const std::size_t max = typed.size() < 4 ? 0 : typed.size() < 8 ? 1 : 2;
    if (max == 0 || typed.size() > kMaxTyped) return Match::None;
    std::size_t min = max + 1;
    // One error is as good as it gets: without any the name would have matched before.
    for (std::size_t at = 0; at < name.size() && min > 1; ++at) {
        if (isWordStart(name, at)) min = std::min(min, typosToBeginning(typed, name.substr(at), max));
    }
    if (min > max) return Match::None;
    return min <= 1 ? Match::OneTypo : Match::TwoTypos;
}

NamesFound findNames(std::string_view typed, const LoadedNames& here, std::size_t max) {
    Query query{folded(typed.substr(0, kMaxTyped))};
    query.hasDigit = std::any_of(query.text.begin(), query.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    query.hasWords = query.text.find(' ') != std::string::npos;
    if (query.text.empty()) return {};
    Search search(query, here, max);
    const auto levels = static_cast<std::uint32_t>(here.names.size());
    for (std::uint32_t level = levels; level-- > 0;) {
        if (here.names[level]) search.level(level, false);
    }
    // Not among the small areas, whose names are many and much alike, unless they are all there is.
    for (std::uint32_t level = levels; search.found().count == 0 && level-- > (levels > 1 ? 1 : 0);) {
        if (here.names[level]) search.level(level, true);
    }
    return search.found();
}

}  // namespace dex
