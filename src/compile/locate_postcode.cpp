#include "compile/locate_postcode.h"

#include <algorithm>

#include "compile/text.h"
#include "find/postcode.h"

namespace dex {

namespace {

// The letters and digits alone, in capitals.
std::string lettersAndDigits(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) kept += c;
        if (c >= 'a' && c <= 'z') kept += static_cast<char>(c - 'a' + 'A');
    }
    return kept;
}

}  // namespace

std::optional<PostcodeFinder> PostcodeFinder::open(const AtlasFolder& atlas, std::size_t column,
                                                   const std::string& name, Problems& problems) {
    auto gazetteer = atlas.gazetteer(problems);
    if (!gazetteer) return std::nullopt;
    if (gazetteer->outwards.empty()) {
        problems.add(name,
                     "has postcodes, and the atlas knows none. Give a point in each row, or compile the atlas with "
                     "\"postcodes\" in its recipe");
        return std::nullopt;
    }
    return PostcodeFinder(atlas, std::move(*gazetteer), column, problems);
}

std::optional<AreaNumber> PostcodeFinder::find(const TextRow& row, std::string& trouble) {
    const std::string text = column_ < row.fields.size() ? row.fields[column_] : std::string();
    if (text.empty()) {
        trouble = "has no postcode";
        return std::nullopt;
    }
    const Postcodes::One* found = oneCalled(text, trouble);
    return found == nullptr ? std::nullopt : std::optional(found->area);
}

std::optional<WorldPoint> PostcodeFinder::pointOf(const std::string& text, const std::vector<GridBox>& boxes,
                                                  std::string& trouble) {
    const Postcodes::One* found = oneCalled(text, trouble);
    return found == nullptr ? std::nullopt : std::optional(dex::pointOf(*found, boxes[found->area]));
}

// Null where there is none, and `trouble` says why.
const Postcodes::One* PostcodeFinder::oneCalled(const std::string& text, std::string& trouble) {
    const auto readings = readPostcode(text);
    // A search forgives typing errors because somebody sees what it finds. Nobody looks at each row of a table.
    const auto exact = std::find_if(readings.begin(), readings.end(), [&](const PostcodeReading& one) {
        return one.inward && one.outward + inwardText(*one.inward) == lettersAndDigits(text);
    });
    if (exact == readings.end()) {
        trouble = "expected a postcode, found " + inQuotes(text);
        const auto meant = std::find_if(readings.begin(), readings.end(),
                                        [](const PostcodeReading& one) { return one.inward.has_value(); });
        if (meant != readings.end())
            trouble += ". If it is " + postcodeText(meant->outward, *meant->inward) + ", write so";
        return nullptr;
    }
    const std::string postcode = postcodeText(exact->outward, *exact->inward);
    const auto outward = outwardIn(gazetteer_, exact->outward);
    // Read when a row first asks for it, and once; one that could not be read is kept as nothing.
    if (outward && read_.count(*outward) == 0)
        read_[*outward] = atlas_.postcodes(gazetteer_.outwards[*outward], problems_);
    const auto* file = outward && read_[*outward] ? &*read_[*outward] : nullptr;
    const auto* found = file == nullptr ? nullptr : postcodeIn(*file, *exact->inward);
    if (found == nullptr) {
        trouble = "the atlas does not have the postcode " + postcode;
        return nullptr;
    }
    if (found->isBeside) trouble = postcode + " lies in no area, and this is the nearest";
    return found;
}

}  // namespace dex
