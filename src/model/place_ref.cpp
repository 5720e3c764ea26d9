#include "model/place_ref.h"

#include "find/postcode.h"

namespace dex {

std::string PlaceRef::text() const {
    switch (kind) {
        case Kind::Area: return area.text();
        case Kind::Postcode: return ':' + postcodeText(outward, inward);
        case Kind::Outward: return ':' + outward;
    }
    return {};
}

std::optional<PlaceRef> PlaceRef::parse(std::string_view text) {
    // A level's id begins with a letter, so that no area's ref begins with a colon.
    if (!text.starts_with(':')) {
        auto area = AreaRef::parse(text);
        return area ? std::optional(ofArea(std::move(*area))) : std::nullopt;
    }
    text.remove_prefix(1);
    const std::size_t blank = text.find(' ');
    if (blank == 0 || text.empty()) return std::nullopt;
    std::string outward(text.substr(0, blank));
    if (blank == std::string_view::npos) return ofOutward(std::move(outward));
    const auto inward = inwardNumber(text.substr(blank + 1));
    return inward ? std::optional(ofPostcode(std::move(outward), *inward)) : std::nullopt;
}

}  // namespace dex
