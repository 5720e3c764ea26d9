#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dex {

// The text of a view as pairs of a key and a value (docs/view-state.md), before anybody asks what a value means. Nothing
// else splits it or puts it together; web/view.js does the same for pages that have no program yet, and both are tested
// against tests/map/views.json.
enum class ViewKey : std::uint8_t {
    Version,
    Show,
    Level,
    Place,
    Classes,
    Selected,
    Camera,
    ChosenClass,
    Theme,
    Spec,
    Arithmetic,
    Weights,
    Within,
    Compared
};

// "by": how the key is written.
std::string_view idOf(ViewKey key);

// Bytes that are read, and that are written at most.
inline constexpr std::size_t kMaxViewText = 2048;

struct ViewPair {
    ViewKey key = ViewKey::Version;
    std::string_view text;     // "by=ward": a view with this pair alone.
    std::string_view encoded;  // "ward"; decodeValue() gives the value.
};

// The pairs with a key that is known, in their order. A `#` at the beginning is skipped, and so is a pair that ends past
// kMaxViewText. They point into `text`.
std::vector<ViewPair> viewPairs(std::string_view text);

// False where a percent sign has no two hexadecimal digits after it; then `value` holds a part.
bool decodeValue(std::string_view encoded, std::string& value);

// "&by=ward", at the beginning of a text "by=ward"; with what the grammar needs for itself percent-encoded.
void appendPair(std::string& text, ViewKey key, std::string_view value);

}  // namespace dex
