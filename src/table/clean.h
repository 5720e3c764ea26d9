#pragma once

#include <string>
#include <string_view>

namespace dex {

// Without blanks, tabs, line ends and no-break spaces at its ends.
std::string_view trimmed(std::string_view text);

// UTF-8 text as it is compared, stored and shown: trimmed; letters and their accents composed; every kind of space a
// blank; line breaks, tabs and control characters, alone or in a run with blanks, one blank; marks that nobody sees
// (zero-width spaces, byte-order marks, soft hyphens, marks of direction) gone. Visible letters stay as they are.
std::string cleaned(std::string_view utf8);

}  // namespace dex
