#pragma once

#include <string>
#include <string_view>

namespace dex {

// A text as the content of an XML element or of an attribute in double quotes. What XML cannot hold (control characters,
// broken UTF-8) becomes U+FFFD, so that no name can end the element it stands in.
std::string xmlText(std::string_view text);

// The five entities that xmlText writes, back again; others stay as they are.
std::string fromXmlText(std::string_view text);

// The text without what XML and PNG cannot hold.
std::string plainText(std::string_view text);

}  // namespace dex
