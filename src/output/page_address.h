#pragma once

#include <algorithm>
#include <string_view>

namespace dex {

// Whether a text can be the address of the page with the map, to which a view is added after a #: without blanks and without
// one. An empty one can, and so can one that opens no page: who makes a link of it asks further (output/briefing_page.cpp).
inline bool isPageAddress(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0x20 && c != '#' && c != 0x7F; });
}

}  // namespace dex
