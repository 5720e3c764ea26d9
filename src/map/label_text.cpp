#include "map/label_text.h"

namespace dex {
namespace {

constexpr double kMaxEms = 7.5;  // Longer names get a second line.

}  // namespace

std::string labelText(std::string_view name) {
    // "Peckham North (Southwark 022B)" is "Peckham North" on the map, where Southwark is to be seen.
    const std::size_t bracket = name.find(" (");
    if (bracket != std::string_view::npos && bracket > 0) name = name.substr(0, bracket);
    std::string text;
    for (;;) {
        const std::size_t at = name.find(" and ");
        text += name.substr(0, at);
        if (at == std::string_view::npos) return text;
        text += " & ";
        name.remove_prefix(at + 5);
    }
}

std::vector<LabelCandidate> labelCandidates(const AreaNames& names, const LabelStyle& style) {
    std::vector<LabelCandidate> candidates;
    candidates.reserve(names.names.size());
    for (std::size_t i = 0; i < names.names.size(); ++i) {
        LabelCandidate one;
        one.text = breakLabel(*style.face, labelText(names.names[i]), style.px, style.px * kMaxEms);
        const TextSize size = textSize(*style.face, one.text, style.px);
        one.width = size.width;
        one.height = size.height;
        one.anchor = toWorld(names.anchors[i], kAnchorBits);
        one.box = toWorld(names.boxes[i], kAnchorBits);
        // Larger areas first: they have room for their names.
        one.priority = (one.box.maxX - one.box.minX) * (one.box.maxY - one.box.minY);
        one.strong = style.strong;
        candidates.push_back(std::move(one));
    }
    return candidates;
}

}  // namespace dex
