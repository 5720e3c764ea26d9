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
    Compared,
    Circle,
    Shape,
    Areas
};
inline constexpr std::size_t kViewKeys = static_cast<std::size_t>(ViewKey::Areas) + 1;

// "by": how the key is written.
std::string_view idOf(ViewKey key);

// Bytes that are read, and that are written at most.
inline constexpr std::size_t kMaxViewText = 2048;

struct ViewPair {
    ViewKey key = ViewKey::Version;
    std::string_view text;     // "by=ward": with closeView(), a view with this pair alone.
    std::string_view encoded;  // "ward"; decodeValue() gives the value.
};

// The view in a link as it stands on somebody's page: without a `#` at its beginning, without what stands behind another `#` or
// a `?`, and without the punctuation, blanks and quotation marks that a sentence or mark-up has left at its end.
std::string_view viewIn(std::string_view link);

// Ends a text so that viewIn() takes nothing of it away.
void closeView(std::string& text);

// The pairs of viewIn() with a key that is known, in their order; one that ends past kMaxViewText is skipped. Keys may be
// written in capitals. "amp;" and brackets before a key and punctuation behind a value are left away. They point into `text`.
std::vector<ViewPair> viewPairs(std::string_view text);

// False where a percent sign has no two hexadecimal digits after it; then `value` holds a part.
bool decodeValue(std::string_view encoded, std::string& value);

// "&by=ward", at the beginning of a text "by=ward"; percent-encoded is what the grammar needs for itself, and punctuation at
// the end of the value.
void appendPair(std::string& text, ViewKey key, std::string_view value);

}  // namespace dex
