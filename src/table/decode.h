#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "table/problem.h"

namespace dex {

enum class Encoding : std::uint8_t { Utf8, Utf16, Windows1252 };

struct DecodedText {
    std::string utf8;  // Valid, without a byte-order mark.
    Encoding encoding = Encoding::Utf8;
};

// Text files as spreadsheets save them: UTF-8, UTF-16 in both orders, with a byte-order mark or without; what is none of
// these and could be Windows-1252 is read as that, and the caller should say so. Everything else is refused: text whose
// encoding is unclear is never taken at a guess.
std::optional<DecodedText> decodeText(std::string_view bytes, TableProblems& problems);

// The same for one text of a file whose bytes are either UTF-8 or Windows-1252; nothing where they are neither.
std::optional<DecodedText> decodeBytes(std::string_view bytes);

}  // namespace dex
