#include <algorithm>

#include "compile/areas.h"
#include "compile/text.h"

namespace dex {

namespace {

constexpr std::uint32_t kNoLabel = 0xffffffff;

// For each area of `from` the area of `to` that holds all its small areas; kNoLabel where there are several.
std::vector<std::uint32_t> holders(const LevelAreas& from, const LevelAreas& to) {
    std::vector<std::uint32_t> holder(from.codes.size(), kNoLabel);
    std::vector<bool> seen(from.codes.size());
    for (std::size_t i = 0; i < from.of.size(); ++i) {
        std::uint32_t& in = holder[from.of[i]];
        if (!seen[from.of[i]]) in = to.of[i];
        // Once in two, always in two: `seen` keeps a later small area from setting it again.
        if (in != to.of[i]) in = kNoLabel;
        seen[from.of[i]] = true;
    }
    return holder;
}

// Texts of a template for all areas of one level.
class Filler {
public:
    Filler(const Recipe& recipe, const Areas& areas, std::size_t level, std::string where, Problems& problems)
        : recipe_(recipe), areas_(areas), level_(level), where_(std::move(where)), problems_(problems) {}

    std::vector<std::string> fill(const std::string& pattern) {
        const std::size_t count = areas_.levels[level_].codes.size();
        std::vector<std::string> texts(count);
        for (std::size_t at = 0; at < pattern.size();) {
            const auto open = std::min(pattern.find('{', at), pattern.size());
            // Part by part for all areas at once, so that a holder is worked out once for the level.
            for (std::string& text : texts) text.append(pattern, at, open - at);
            if (open == pattern.size()) break;
            const auto close = pattern.find('}', open);
            if (close == std::string::npos) {
                problems_.add(where_, "the brace in " + inQuotes(pattern) + " is never closed");
                return texts;
            }
            if (!append(texts, pattern.substr(open + 1, close - open - 1))) return texts;
            at = close + 1;
        }
        return texts;
    }

private:
    bool append(std::vector<std::string>& texts, const std::string& place) {
        const LevelAreas& own = areas_.levels[level_];
        const auto add = [&](const std::vector<std::string>& names) {
            for (std::size_t i = 0; i < texts.size(); ++i) texts[i] += names[i];
            return true;
        };
        if (place == "code") return add(own.codes);
        if (place == "published") return add(own.published);
        if (place == "readable") return add(own.readable);
        for (std::size_t g = 0; g < recipe_.groupings.size(); ++g) {
            if (recipe_.groupings[g].id == place)
                return appendHolder(texts, areas_.levels[g + 1], recipe_.groupings[g]);
        }
        problems_.add(where_, "expected {code}, {published}, {readable} or the id of a grouping, found " +
                                  inQuotes("{" + place + "}"));
        return false;
    }

    bool appendHolder(std::vector<std::string>& texts, const LevelAreas& outer, const Recipe::Grouping& grouping) {
        const auto holder = holders(areas_.levels[level_], outer);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (holder[i] == kNoLabel) {
                problems_.add(where_, "{" + grouping.id + "}: " + inQuotes(areas_.levels[level_].codes[i]) +
                                          " is in more than one " + grouping.singular);
                return false;
            }
            // As people call it, not as it is published.
            texts[i] += outer.readable[holder[i]];
        }
        return true;
    }

    const Recipe& recipe_;
    const Areas& areas_;
    std::size_t level_;
    std::string where_;
    Problems& problems_;
};

}  // namespace

void writeLabels(const Recipe& recipe, Areas& areas, Problems& problems) {
    for (std::size_t level = 0; level < areas.levels.size(); ++level) {
        const std::string at = level == 0 ? "$.base" : "$.groupings[" + std::to_string(level - 1) + "]";
        const std::string& label = level == 0 ? recipe.base.label : recipe.groupings[level - 1].label;
        const std::string& detail = level == 0 ? recipe.base.detail : recipe.groupings[level - 1].detail;
        areas.levels[level].labels = Filler(recipe, areas, level, at + ".label", problems).fill(label);
        areas.levels[level].details = Filler(recipe, areas, level, at + ".detail", problems).fill(detail);
        // A line feed parts names in the archive.
        for (auto* texts : {&areas.levels[level].labels, &areas.levels[level].details}) {
            for (std::string& text : *texts) std::replace(text.begin(), text.end(), '\n', ' ');
        }
    }
}

}  // namespace dex
