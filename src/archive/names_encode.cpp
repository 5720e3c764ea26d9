#include <algorithm>
#include <optional>
#include <string_view>

#include "archive/encode.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/names_form.h"

namespace dex {

namespace {

void writeLines(ByteWriter& out, std::span<const std::string_view> lines) {
    std::string text;
    for (const std::string_view line : lines) {
        DEX_CHECK(line.find('\n') == std::string_view::npos && isUtf8(line));
        text.append(line).push_back('\n');
    }
    out.text(text);
}

void writeFronted(ByteWriter& out, std::span<const std::string> texts) {
    std::string_view before;
    std::vector<std::string_view> rests;
    for (const std::string_view text : texts) {
        std::size_t same = 0;
        while (same < text.size() && same < before.size() && text[same] == before[same]) ++same;
        // Never in the middle of a character of UTF-8: what is left must be text on its own.
        while (same > 0 && same < text.size() && (static_cast<unsigned char>(text[same]) & 0xc0) == 0x80) --same;
        out.varint(same);
        rests.push_back(text.substr(same));
        before = text;
    }
    writeLines(out, rests);
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct NumberedCodes {
    std::string_view prefix;
    std::size_t digits = 0;
    std::vector<std::uint64_t> numbers;
};

std::optional<NumberedCodes> asNumbered(std::span<const std::string> codes) {
    NumberedCodes found;
    const std::string_view first = codes[0];
    std::size_t begin = first.size();
    // The longest run of digits at the end of the first code; all others must have the same length and prefix.
    while (begin > 0 && isDigit(first[begin - 1]) && first.size() - begin < kMaxCodeDigits) --begin;
    found.prefix = first.substr(0, begin);
    found.digits = first.size() - begin;
    if (found.digits == 0 || begin > kMaxCodePrefix) return std::nullopt;
    for (const std::string& code : codes) {
        if (code.size() != first.size() || !code.starts_with(found.prefix)) return std::nullopt;
        std::uint64_t number = 0;
        for (std::size_t i = begin; i < code.size(); ++i) {
            if (!isDigit(code[i])) return std::nullopt;
            number = number * 10 + static_cast<std::uint64_t>(code[i] - '0');
        }
        const std::uint64_t before = found.numbers.empty() ? 0 : found.numbers.back();
        // Rising strictly, or the numbers would not say in which order the codes were.
        if (!found.numbers.empty() && number <= before) return std::nullopt;
        if (number - before > 0x7fffffff) return std::nullopt;
        found.numbers.push_back(number);
    }
    return found;
}

void writeCodes(ByteWriter& out, std::span<const std::string> codes) {
    const auto numbered = asNumbered(codes);
    out.u8(static_cast<std::uint8_t>(numbered ? CodeForm::Numbered : CodeForm::Texts));
    if (!numbered) return writeFronted(out, codes);
    out.text(numbered->prefix);
    out.u8(static_cast<std::uint8_t>(numbered->digits));
    for (std::size_t i = 0; i < numbered->numbers.size(); ++i) {
        out.varint(i == 0 ? numbered->numbers[0] : numbered->numbers[i] - numbered->numbers[i - 1] - 1);
    }
}

// "Southwark 022B": the stem is "Southwark 022", the suffix 'B'. Without a capital after a digit the suffix is 0.
struct Detail {
    std::string stem;
    char suffix = 0;
};

Detail splitDetail(const std::string& detail) {
    const std::size_t n = detail.size();
    const bool suffixed = n >= 2 && detail[n - 1] >= 'A' && detail[n - 1] <= 'Z' && isDigit(detail[n - 2]);
    return suffixed ? Detail{detail.substr(0, n - 1), detail[n - 1]} : Detail{detail, 0};
}

struct Texts {
    std::vector<std::string> stems;  // In order of first use.
    std::vector<std::uint32_t> stemOf;
    std::vector<char> suffixes;
    std::vector<std::string_view> stemNames;  // Parallel to stems; empty where names are not "stem (detail)".
};

// "Peckham North" of "Peckham North (Southwark 022B)".
std::optional<std::string_view> nameOverDetail(std::string_view name, std::string_view detail) {
    if (detail.empty() || name.size() < detail.size() + 3 || !name.ends_with(")")) return std::nullopt;
    const std::size_t at = name.size() - detail.size() - 3;
    if (name.substr(at, 2) != " (" || name.substr(at + 2, detail.size()) != detail) return std::nullopt;
    return name.substr(0, at);
}

Texts takeApart(const AreaNames& names) {
    Texts texts;
    std::vector<std::pair<std::string, std::uint32_t>> known;  // Sorted by stem.
    bool over = true;
    for (std::size_t i = 0; i < names.codes.size(); ++i) {
        Detail detail = splitDetail(names.details[i]);
        // Found again by name: areas of one stem need not follow each other.
        auto at = std::lower_bound(known.begin(), known.end(), detail.stem,
                                   [](const auto& one, const std::string& stem) { return one.first < stem; });
        if (at == known.end() || at->first != detail.stem) {
            at = known.insert(at, {detail.stem, static_cast<std::uint32_t>(texts.stems.size())});
            texts.stems.push_back(detail.stem);
            texts.stemNames.push_back(nameOverDetail(names.names[i], names.details[i]).value_or(""));
        }
        const auto name = nameOverDetail(names.names[i], names.details[i]);
        // One area that breaks the rule is enough: a form holds for the whole file.
        if (!name || *name != texts.stemNames[at->second]) over = false;
        texts.stemOf.push_back(at->second);
        texts.suffixes.push_back(detail.suffix);
    }
    if (!over) texts.stemNames.clear();
    return texts;
}

void writeTexts(ByteWriter& out, const AreaNames& names, const Texts& texts) {
    const bool over = !texts.stemNames.empty();
    out.u8(static_cast<std::uint8_t>(over ? NameForm::OverDetail : NameForm::Own));
    out.varint(texts.stems.size());
    writeFronted(out, texts.stems);
    std::uint32_t seen = 0;
    for (const std::uint32_t stem : texts.stemOf) {
        // 0 is the next new stem. Other numbers count back from there, and stay small where areas of a stem are close.
        out.varint(stem == seen ? 0 : seen - stem);
        if (stem == seen) ++seen;
    }
    const bool suffixed = std::any_of(texts.suffixes.begin(), texts.suffixes.end(), [](char c) { return c != 0; });
    out.u8(suffixed ? 1 : 0);
    if (suffixed) out.append(std::as_bytes(std::span(texts.suffixes)));
    if (over) return writeLines(out, texts.stemNames);
    writeLines(out, std::vector<std::string_view>(names.names.begin(), names.names.end()));
}

void writePlaces(ByteWriter& out, const AreaNames& names, const Texts& texts) {
    struct Corner {
        std::int64_t x = 0, y = 0;
    };
    std::vector<std::optional<Corner>> ofStem(texts.stems.size());
    Corner last;
    std::vector<Corner> steps;
    for (std::size_t i = 0; i < names.boxes.size(); ++i) {
        const Corner corner{names.boxes[i].minX >> kPlaceShift, names.boxes[i].minY >> kPlaceShift};
        // Areas that share a stem are neighbours, so the last of these is a nearer start than the last area.
        const Corner from = ofStem[texts.stemOf[i]].value_or(last);
        steps.push_back({corner.x - from.x, corner.y - from.y});
        last = corner;
        ofStem[texts.stemOf[i]] = corner;
    }
    for (const Corner& step : steps) out.signedVarint(step.x);
    for (const Corner& step : steps) out.signedVarint(step.y);
    const auto size = [](std::int32_t min, std::int32_t max) {
        return static_cast<std::uint64_t>(max - min) >> kPlaceShift;
    };
    for (const GridBox& box : names.boxes) out.varint(size(box.minX, box.maxX));
    for (const GridBox& box : names.boxes) out.varint(size(box.minY, box.maxY));
}

// The step at which the anchor stands, or none.
std::optional<int> stepOf(const GridBox& box, GridPoint anchor) {
    for (int step = 0; step < kAnchorSteps * kAnchorSteps; ++step) {
        if (anchorAt(box, step) == anchor) return step;
    }
    return std::nullopt;
}

void writeAnchors(ByteWriter& out, const AreaNames& names) {
    std::vector<std::size_t> loose;
    for (std::size_t i = 0; i < names.anchors.size(); ++i) {
        // Step 0 for those that have none; the list of loose ones puts them right.
        const auto step = stepOf(names.boxes[i], names.anchors[i]);
        out.u8(static_cast<std::uint8_t>(step.value_or(0)));
        if (!step) loose.push_back(i);
    }
    out.varint(loose.size());
    for (const std::size_t i : loose) {
        DEX_CHECK(names.boxes[i].contains(names.anchors[i]));
        out.varint(i);
        out.varint(static_cast<std::uint64_t>(names.anchors[i].x - names.boxes[i].minX));
        out.varint(static_cast<std::uint64_t>(names.anchors[i].y - names.boxes[i].minY));
    }
}

std::int64_t squaredDistance(GridPoint a, GridPoint b) {
    const std::int64_t dx = std::int64_t{a.x} - b.x, dy = std::int64_t{a.y} - b.y;
    return dx * dx + dy * dy;
}

GridBox roundedOut(const GridBox& box) {
    constexpr std::int32_t kUnit = 1 << kPlaceShift;
    const auto down = [](std::int32_t v) { return v & ~(kUnit - 1); };
    const auto up = [](std::int32_t v) { return (v + kUnit - 1) & ~(kUnit - 1); };
    return {down(box.minX), down(box.minY), up(box.maxX), up(box.maxY)};
}

}  // namespace

void settlePlaces(AreaNames& names, const InsideArea& inside) {
    for (std::uint32_t i = 0; i < names.boxes.size(); ++i) {
        GridBox& box = names.boxes[i];
        // Outwards, so that no part of an area is ever outside its own box.
        box = roundedOut(box);
        // The nearest of the places that is inside; the anchor stays where it is when none is near.
        const GridPoint wanted = names.anchors[i];
        std::vector<std::pair<std::int64_t, int>> steps;
        for (int step = 0; step < kAnchorSteps * kAnchorSteps; ++step) {
            steps.emplace_back(squaredDistance(anchorAt(box, step), wanted), step);
        }
        std::sort(steps.begin(), steps.end());
        // Only the four nearest of the grid: further off a label would stand beside where a reader looks.
        for (std::size_t s = 0; s < 4; ++s) {
            const GridPoint place = anchorAt(box, steps[s].second);
            if (!inside.contains(i, place)) continue;
            names.anchors[i] = place;
            break;
        }
    }
}

Bytes encodeNames(const AreaNames& names) {
    const std::size_t count = names.codes.size();
    DEX_CHECK(count > 0 && count <= kMaxAreas && names.names.size() == count && names.details.size() == count);
    DEX_CHECK(names.anchors.size() == count && names.boxes.size() == count);
    // settlePlaces has to come first; it is what makes boxes and anchors fit the form.
    for (const GridBox& box : names.boxes) DEX_CHECK(box == roundedOut(box));
    const Texts texts = takeApart(names);
    ByteWriter out;
    writeMagic(out, Magic::Names, kNamesVersion);
    out.varint(count);
    writeCodes(out, names.codes);
    writeTexts(out, names, texts);
    writePlaces(out, names, texts);
    writeAnchors(out, names);
    return out.take();
}

}  // namespace dex
