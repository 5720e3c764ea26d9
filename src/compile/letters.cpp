#include "compile/letters.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "compile/text.h"

namespace dex {

namespace {

struct Range {
    char32_t first, last;
};

constexpr Range kFaces[] = {{0x20, 0x7e},     {0xa0, 0x148},    {0x14a, 0x17f},   {0x1e80, 0x1e85}, {0x1ef2, 0x1ef3},
                            {0x2009, 0x2009}, {0x2013, 0x2014}, {0x2018, 0x201a}, {0x201c, 0x201e}, {0x2022, 0x2022},
                            {0x2026, 0x2026}, {0x2030, 0x2030}, {0x20ac, 0x20ac}, {0x2190, 0x2193}, {0x2212, 0x2212},
                            {0x2264, 0x2265}, {0xfffd, 0xfffd}};
constexpr std::size_t kMaxMissingNamed = 12;

std::string hexOf(char32_t codePoint) {
    std::string digits;
    // Four digits at least, as code points are written.
    for (char32_t rest = codePoint; rest != 0 || digits.size() < 4; rest >>= 4)
        digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 15]);
    return digits;
}

}  // namespace

bool isInFaces(char32_t codePoint) {
    return std::any_of(std::begin(kFaces), std::end(kFaces),
                       [&](const Range& range) { return codePoint >= range.first && codePoint <= range.last; });
}

void noteLetters(const Areas& areas, Problems& problems) {
    std::map<char32_t, std::string> missing;  // With the first name that has it.
    std::size_t names = 0;
    for (const LevelAreas& level : areas.levels) {
        for (const std::string& name : level.labels) {
            bool isWhole = true;
            for (std::string_view rest = name; !rest.empty();) {
                const char32_t codePoint = takeCodePoint(rest);
                if (isInFaces(codePoint)) continue;
                missing.emplace(codePoint, name);
                isWhole = false;
            }
            if (!isWhole) ++names;
        }
    }
    if (missing.empty()) return;
    std::string list;
    std::size_t count = 0;
    for (const auto& [codePoint, name] : missing) {
        if (++count > kMaxMissingNamed) break;
        list += list.empty() ? "" : ", ";
        addCodePoint(list, codePoint);
        list += " (U+" + hexOf(codePoint) + ")";
    }
    problems.note(counted(names, "name has", "names have") + " letters that the map's faces lack",
                  "the map draws a box for each. They are " + list +
                      (missing.size() > kMaxMissingNamed ? " and more" : "") + ", first in " +
                      inQuotes(missing.begin()->second));
}

}  // namespace dex
