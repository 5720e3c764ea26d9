#include "risk/spec_id.h"

#include <algorithm>

#include "base/hash.h"
#include "risk/arithmetic.h"

namespace dex {

std::string specText(const AtlasHead& head, const Weights& weights, Arithmetic arithmetic, std::uint32_t level,
                     std::span<const std::uint8_t> smallAreas) {
    const Index& index = *head.index;
    std::string text = "arithmetic " + std::to_string(kArithmeticVersion) + " ";
    text += idOf(arithmetic);
    text += "\nlevel " + head.levels[level].id;
    const auto addFile = [&](FileIndex file) {
        if (file != kNoFile) text += " " + head.files[file].name;
    };
    if (level > 0) addFile(head.levels[level].grouping);
    text += "\nscope ";
    // A scope that holds every small area ranks as no scope does.
    if (std::find(smallAreas.begin(), smallAreas.end(), 0) == smallAreas.end()) {
        text += "all";
    } else {
        for (const std::uint8_t mark : smallAreas) text += mark != 0 ? '1' : '0';
    }
    text += "\nresidents";
    addFile(head.residents);
    text += "\n";
    for (std::size_t need = 0; need < index.needs.size(); ++need) {
        text += index.needs[need].id + " " + std::to_string(weights.needs[need]) + "\n";
        for (std::size_t i = 0; i < index.needs[need].indicators.size(); ++i) {
            const Indicator& one = head.indicators[index.needs[need].indicators[i].indicator];
            text += one.id + " " + std::to_string(weights.indicators[need][i]) + (one.polarity < 0 ? " -" : " +");
            addFile(one.column);
            addFile(head.files[one.column].shared);
            text += "\n";
        }
    }
    return text;
}

std::string specId(const AtlasHead& head, const Weights& weights, Arithmetic arithmetic, std::uint32_t level,
                   std::span<const std::uint8_t> smallAreas) {
    return hexDigits(sha256(asBytes(specText(head, weights, arithmetic, level, smallAreas))), 12);
}

}  // namespace dex
