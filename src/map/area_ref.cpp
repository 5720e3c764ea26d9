#include "map/area_ref.h"

#include "base/bytes.h"

namespace dex {
namespace {

constexpr std::size_t kMaxIdBytes = 64;  // So that no view is longer than what is read.

}  // namespace

bool isId(std::string_view text) {
    if (text.empty() || text.size() > kMaxIdBytes || !isUtf8(text)) return false;
    for (char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
    }
    return true;
}

bool AreaRef::isValid() const { return isId(level) && isId(code) && level.find(':') == std::string::npos; }

std::optional<AreaRef> AreaRef::parse(std::string_view text) {
    // The first ends the level's id; a code may have more of them.
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    AreaRef ref{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
    return ref.isValid() ? std::optional(std::move(ref)) : std::nullopt;
}

}  // namespace dex
