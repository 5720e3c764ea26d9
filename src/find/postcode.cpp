#include "find/postcode.h"

#include <algorithm>

#include "archive/atlas.h"

namespace dex {

namespace {

constexpr std::string_view kInwardLetters = "ABDEFGHJLNPQRSTUWXYZ";
constexpr std::size_t kMaxPostcode = 7;
constexpr double kShares = 256;  // Of a box's side.

// What may stand at a place of a code: A a letter, 9 a digit, the rest as named below.
constexpr std::string_view kOutwardShapes[] = {"A9", "A99", "AA9", "A9t", "AA99", "AA9f"};
constexpr std::string_view kInwardShape = "9ii";

// Royal Mail's letters for the third place of A9A, the fourth of AA9A, and inward codes.
constexpr bool fits(char c, char place) {
    const bool isLetter = c >= 'A' && c <= 'Z';
    switch (place) {
        case 'A': return isLetter;
        case '9': return c >= '0' && c <= '9';
        case 't': return std::string_view("ABCDEFGHJKPSTUW").find(c) != std::string_view::npos;
        case 'f': return std::string_view("ABEHMNPRVWXY").find(c) != std::string_view::npos;
        default: return kInwardLetters.find(c) != std::string_view::npos;
    }
}

// What a character is easily typed for; itself where there is nothing.
constexpr char twinOf(char c) {
    switch (c) {
        case '0': return 'O';
        case '1': return 'I';
        case 'O': return '0';
        case 'I':
        case 'L': return '1';
        default: return c;
    }
}

// Puts characters right by the shape; how many had to be, or nothing where it cannot be.
std::optional<std::uint32_t> putRight(std::string& text, std::string_view shape) {
    std::uint32_t slips = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (fits(text[i], shape[i])) continue;
        text[i] = twinOf(text[i]);
        if (!fits(text[i], shape[i])) return std::nullopt;
        ++slips;
    }
    return slips;
}

struct Typed {
    std::string characters;  // Capitals and digits.
    std::size_t parted = 0;  // How many stand before the last blank; 0: there is none within.
    bool isPossible = true;
};

Typed take(std::string_view text) {
    Typed typed;
    std::size_t blankAt = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool isDigit = c >= '0' && c <= '9';
        if (isDigit || (c >= 'A' && c <= 'Z')) {
            // A blank counts only once something follows it.
            if (blankAt > 0) typed.parted = blankAt;
            blankAt = 0;
            typed.characters += c;
        } else if (c == ' ' || c == '-' || c == '.' || c == '\t' || c == '\xc2' || c == '\xa0') {
            blankAt = typed.characters.size();  // The last two: a no-break space.
        } else {
            typed.isPossible = false;
        }
        if (typed.characters.size() > kMaxPostcode) typed.isPossible = false;
        if (!typed.isPossible) break;
    }
    return typed;
}

std::vector<PostcodeReading> read(const Typed& typed) {
    std::vector<PostcodeReading> readings;
    if (!typed.isPossible) return readings;
    const std::string& all = typed.characters;
    for (const std::string_view shape : kOutwardShapes) {
        if (shape.size() > all.size() || all.size() - shape.size() > kInwardShape.size()) continue;
        PostcodeReading reading;
        reading.outward = all.substr(0, shape.size());
        std::string inward = all.substr(shape.size());
        const auto outwardSlips = putRight(reading.outward, shape), inwardSlips = putRight(inward, kInwardShape);
        if (!outwardSlips || !inwardSlips) continue;
        reading.inward = inwardNumber(inward);
        reading.isPart = !inward.empty() && !reading.inward;
        const bool isMisplaced = typed.parted > 0 && typed.parted != shape.size();
        reading.cost = 2 * (*outwardSlips + *inwardSlips) + (reading.isPart ? 1 : 0) + (isMisplaced ? 2 : 0);
        auto place = readings.begin();
        // Of equal cost the one whose shape comes first in the list.
        while (place != readings.end() && place->cost <= reading.cost) ++place;
        readings.insert(place, std::move(reading));
    }
    return readings;
}

}  // namespace

std::optional<std::uint16_t> inwardNumber(std::string_view inward) {
    if (inward.size() != 3 || !fits(inward[0], '9')) return std::nullopt;
    const auto first = kInwardLetters.find(inward[1]), second = kInwardLetters.find(inward[2]);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const std::size_t letters = kInwardLetters.size();
    return static_cast<std::uint16_t>((static_cast<std::size_t>(inward[0] - '0') * letters + first) * letters + second);
}

std::string inwardText(std::uint16_t number) {
    const std::size_t letters = kInwardLetters.size();
    return {static_cast<char>('0' + number / (letters * letters) % 10), kInwardLetters[number / letters % letters],
            kInwardLetters[number % letters]};
}

std::string postcodeText(std::string_view outward, std::uint16_t inward) {
    return std::string(outward) + ' ' + inwardText(inward);
}

std::vector<PostcodeReading> readPostcode(std::string_view typed) { return read(take(typed)); }

std::optional<PostcodeMeant> postcodeMeant(std::string_view text, const Gazetteer& gazetteer) {
    const Typed typed = take(text);
    const auto readings = read(typed);
    for (const auto& reading : readings) {
        if (const auto outward = outwardIn(gazetteer, reading.outward)) return PostcodeMeant{reading, outward};
    }
    // "Soho" is no postcode that went wrong: only what is written as one is one of elsewhere.
    if (readings.empty() || readings[0].cost > 0) return std::nullopt;
    return PostcodeMeant{readings[0], std::nullopt};
}

std::optional<std::size_t> outwardIn(const Gazetteer& gazetteer, std::string_view code) {
    const auto& known = gazetteer.outwards;
    const auto at = std::lower_bound(known.begin(), known.end(), code,
                                     [](const auto& one, std::string_view text) { return one.code < text; });
    if (at == known.end() || at->code != code) return std::nullopt;
    return static_cast<std::size_t>(at - known.begin());
}

const Postcodes::One* postcodeIn(const Postcodes& postcodes, std::uint16_t inward) {
    const auto at = std::lower_bound(postcodes.all.begin(), postcodes.all.end(), inward,
                                     [](const Postcodes::One& one, std::uint16_t code) { return one.inward < code; });
    return at != postcodes.all.end() && at->inward == inward ? &*at : nullptr;
}

WorldPoint pointOf(const Postcodes::One& postcode, const GridBox& box) {
    const WorldBox world = toWorld(box, kAnchorBits);
    return {world.minX + (world.maxX - world.minX) * (postcode.east + 0.5) / kShares,
            world.minY + (world.maxY - world.minY) * (postcode.north + 0.5) / kShares};
}

void setPoint(Postcodes::One& postcode, WorldPoint point, const GridBox& box) {
    const WorldBox world = toWorld(box, kAnchorBits);
    const auto share = [](double at, double min, double max) {
        const double passed = max > min ? (at - min) / (max - min) * kShares : 0;
        return static_cast<std::uint8_t>(std::clamp(passed, 0.0, kShares - 1));
    };
    postcode.east = share(point.x, world.minX, world.maxX);
    postcode.north = share(point.y, world.minY, world.maxY);
}

std::string begunBy(std::string_view typed) { return take(typed).characters; }

OutwardRange outwardsThatBegin(std::string_view text, const Gazetteer& gazetteer) {
    const Typed typed = take(text);
    const std::string& begun = typed.characters;
    if (!typed.isPossible || begun.empty()) return {};
    const auto& known = gazetteer.outwards;
    const auto first = std::lower_bound(known.begin(), known.end(), begun,
                                        [](const auto& one, const std::string& code) { return one.code < code; });
    const bool isLetters = !fits(begun.back(), '9');
    auto end = first;
    OutwardRange range{static_cast<std::size_t>(first - known.begin()), 0};
    for (; end != known.end() && end->code.starts_with(begun); ++end) {
        if (isLetters && end->code.size() > begun.size() && !fits(end->code[begun.size()], '9')) break;
        ++range.count;
    }
    return range;
}

}  // namespace dex
