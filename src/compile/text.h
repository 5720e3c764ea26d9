#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dex {

// 12345 as "12,345".
std::string grouped(std::uint64_t number);

// "1 row", "2 rows".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

// “Text” as it stands in a message: quoted, cut when long.
std::string inQuotes(std::string_view text);

// In small letters, of ASCII alone.
std::string lowerCase(std::string text);

// "rank, min-max or iod".
std::string eitherOf(std::span<const std::string_view> words);

}  // namespace dex
