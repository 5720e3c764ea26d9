#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dex {

// Why a cell has no number.
enum class Mark : std::uint8_t { NotPublished, Suppressed };

// What a cell's text stands for wherever the recipe does not say otherwise: blank, dashes and dots, "n/a", NULL, #N/A,
// and the shorthand of government statisticians ([c], [x], [z], [u], [low], [w] …). Case does not count.
std::optional<Mark> knownMark(std::string_view text);

// A cell that may hold a number, taken apart: "12.3%" and "45.1 [r]".
struct NumberCell {
    std::string_view number;  // What is left; the whole text where nothing was taken off.
    bool isPercent = false;
    bool isNoted = false;  // A note stood behind it that leaves the number standing: [r], [p], [e] …
};
NumberCell takeApart(std::string_view text);

}  // namespace dex
