#include <string_view>

#include "archive/atlas.h"
#include "archive/limits.h"
#include "archive/lines.h"
#include "archive/magic.h"
#include "archive/names_form.h"

namespace dex {

namespace {

constexpr std::size_t kMaxNamesTextBytes = 1u << 25;  // Of all codes, names and details together, spelt out.

// Texts of which each repeats the beginning of the one before it.
std::vector<std::string> readFronted(ByteReader& in, std::uint32_t count) {
    std::vector<std::string> texts;
    if (count > in.left()) in.fail(Status::Truncated);
    std::vector<std::uint32_t> repeated(in.ok() ? count : 0);
    for (auto& r : repeated) r = in.count(kMaxTextBytes);
    const auto rests = readLines(in, count);
    std::size_t total = 0;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        if (repeated[i] > (i == 0 ? 0 : texts.back().size())) in.fail(Status::BadIndex);
        // Repeating makes a small file large: a limit on what it spells out stops one that would fill the memory.
        total += repeated[i] + rests[i].size();
        if (total > kMaxNamesTextBytes) in.fail(Status::TooLarge);
        if (!in.ok()) break;
        // A cut may fall inside a character, which the check for UTF-8 of the whole then finds.
        std::string text = repeated[i] == 0 ? std::string() : texts.back().substr(0, repeated[i]);
        text.append(rests[i]);
        if (!isUtf8(text)) in.fail(Status::BadText);
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<std::string> readNumberedCodes(ByteReader& in, std::uint32_t count) {
    std::vector<std::string> codes;
    const std::string_view prefix = in.text(kMaxCodePrefix);
    const int digits = in.u8();
    if (digits < 1 || digits > kMaxCodeDigits) in.fail(Status::BadNumber);
    if (count > in.left()) in.fail(Status::Truncated);
    std::uint64_t number = 0;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        // Codes rise, so each says how many numbers it skips.
        number += in.count(0x7fffffff) + (i == 0 ? 0u : 1u);
        std::string code(prefix);
        code.append(static_cast<std::size_t>(digits), '0');
        std::uint64_t rest = number;
        for (std::size_t d = code.size(); d-- > prefix.size(); rest /= 10) code[d] = static_cast<char>('0' + rest % 10);
        // More digits than the form has room for.
        if (rest != 0) in.fail(Status::BadNumber);
        codes.push_back(std::move(code));
    }
    return codes;
}

std::vector<std::string> readCodes(ByteReader& in, std::uint32_t count) {
    const std::uint8_t form = in.u8();
    if (form > static_cast<std::uint8_t>(CodeForm::Numbered)) in.fail(Status::BadNumber);
    if (static_cast<CodeForm>(form) == CodeForm::Numbered) return readNumberedCodes(in, count);
    return readFronted(in, count);
}

// For each area the stem of its detail: stems are new in order, or so many back from the newest.
std::vector<std::uint32_t> readStemOf(ByteReader& in, std::uint32_t count, std::uint32_t stems) {
    std::vector<std::uint32_t> stemOf;
    if (count > in.left()) in.fail(Status::Truncated);
    std::uint32_t seen = 0;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        const std::uint32_t back = in.count(stems);
        // 0 stands for the next new stem, n for the one that is n back from the newest.
        if (back == 0) ++seen;
        if (back > seen || seen > stems || seen == 0) in.fail(Status::BadIndex);
        stemOf.push_back(back == 0 ? seen - 1 : seen - back);
    }
    return stemOf;
}

// Fills names and details; returns the stem of each area's detail.
std::vector<std::uint32_t> readTexts(ByteReader& in, AreaNames& names, std::uint32_t count) {
    const std::uint8_t form = in.u8();
    if (form > static_cast<std::uint8_t>(NameForm::OverDetail)) in.fail(Status::BadNumber);
    // London's names repeat their detail in brackets, so only "Peckham North" is stored, once for all areas of it.
    const bool over = static_cast<NameForm>(form) == NameForm::OverDetail;
    const std::uint32_t stemCount = in.count(count);
    const auto stems = readFronted(in, stemCount);
    const auto stemOf = readStemOf(in, count, stemCount);
    const ByteSpan suffixes = in.take(in.u8() == 0 ? 0 : count);
    const auto own = readLines(in, over ? stemCount : count);

    std::size_t total = 0;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        std::string detail = stems[stemOf[i]];
        if (!suffixes.empty() && suffixes[i] != std::byte{0}) {
            const auto letter = std::to_integer<char>(suffixes[i]);
            if (letter < 'A' || letter > 'Z') in.fail(Status::BadText);
            detail += letter;
        }
        std::string name(own[over ? stemOf[i] : i]);
        if (over) name.append(" (").append(detail).append(")");
        total += name.size() + detail.size();
        if (total > kMaxNamesTextBytes) in.fail(Status::TooLarge);
        names.names.push_back(std::move(name));
        names.details.push_back(std::move(detail));
    }
    return stemOf;
}

std::int32_t cells(std::int64_t units) { return static_cast<std::int32_t>(units << kPlaceShift); }

// A box stands so far from the last box of the same stem, else from the last of all.
void readPlaces(ByteReader& in, AreaNames& names, std::span<const std::uint32_t> stemOf) {
    const auto count = static_cast<std::uint32_t>(stemOf.size());
    if (count > in.left() / 5) in.fail(Status::Truncated);
    if (!in.ok()) return;
    // All x before all y, all widths before all heights: numbers of one kind press better side by side.
    constexpr std::int64_t kMaxUnits = std::int64_t{1} << (kAnchorBits - kPlaceShift);
    struct Corner {
        std::int64_t x = 0, y = 0;
    };
    std::vector<Corner> corners(count);
    for (auto& corner : corners) corner.x = in.signedVarint();
    for (auto& corner : corners) corner.y = in.signedVarint();
    std::vector<std::int64_t> widths(count), heights(count);
    for (auto& width : widths) width = in.count(static_cast<std::uint32_t>(kMaxUnits));
    for (auto& height : heights) height = in.count(static_cast<std::uint32_t>(kMaxUnits));

    std::vector<Corner> ofStem(count);
    Flags known(count);
    Corner last;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Corner& corner = corners[i];
        // Areas of one stem are neighbours, so their corners are near each other.
        const Corner from = known[stemOf[i]] ? ofStem[stemOf[i]] : last;
        // Tested before adding, so that the sum cannot overflow.
        const auto near = [](std::int64_t step) { return step >= -kMaxUnits && step <= kMaxUnits; };
        if (!near(corner.x) || !near(corner.y)) return in.fail(Status::BadNumber);
        corner = {corner.x + from.x, corner.y + from.y};
        const bool inWorld =
            corner.x >= 0 && corner.y >= 0 && corner.x + widths[i] <= kMaxUnits && corner.y + heights[i] <= kMaxUnits;
        if (!inWorld) return in.fail(Status::BadNumber);
        names.boxes.push_back(
            {cells(corner.x), cells(corner.y), cells(corner.x + widths[i]), cells(corner.y + heights[i])});
        last = ofStem[stemOf[i]] = corner;
        known[stemOf[i]] = true;
    }
}

void readAnchors(ByteReader& in, AreaNames& names) {
    const ByteSpan steps = in.take(names.boxes.size());
    // The few whose name stands at none of the steps are listed after the rest, with their exact place.
    const std::uint32_t loose = in.count(static_cast<std::uint32_t>(names.boxes.size()));
    if (!in.ok()) return;
    for (std::size_t i = 0; i < names.boxes.size(); ++i) {
        names.anchors.push_back(anchorAt(names.boxes[i], std::to_integer<int>(steps[i])));
    }
    for (std::uint32_t i = 0; i < loose && in.ok(); ++i) {
        const std::uint32_t area = in.count(static_cast<std::uint32_t>(names.boxes.size()) - 1);
        const GridBox& box = names.boxes[area];
        const std::uint32_t x = in.count(1u << kAnchorBits), y = in.count(1u << kAnchorBits);
        names.anchors[area] = {box.minX + static_cast<std::int32_t>(x), box.minY + static_cast<std::int32_t>(y)};
        if (!box.contains(names.anchors[area])) in.fail(Status::BadNumber);
    }
}

}  // namespace

Result<AreaNames> decodeNames(ByteSpan bytes, std::uint32_t areaCount) {
    if (areaCount > kMaxAreas) return Status::TooLarge;
    ByteReader in(bytes);
    readMagic(in, Magic::Names, kNamesVersion);
    if (in.count(kMaxAreas) != areaCount) in.fail(Status::BadIndex);
    AreaNames names;
    if (in.ok()) names.codes = readCodes(in, areaCount);
    std::vector<std::uint32_t> stemOf;
    if (in.ok()) stemOf = readTexts(in, names, areaCount);
    if (in.ok()) readPlaces(in, names, stemOf);
    if (in.ok()) readAnchors(in, names);
    DEX_TRY(in.finish());
    return names;
}

}  // namespace dex
