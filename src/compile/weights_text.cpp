#include "compile/weights_text.h"

#include <charconv>

#include "compile/text.h"
#include "table/clean.h"

namespace dex {

namespace {

// The weight of the need or indicator with this id; null where the index has none.
std::uint8_t* weightOf(std::string_view id, const AtlasHead& head, Weights& weights) {
    const auto& needs = head.index->needs;
    for (std::size_t need = 0; need < needs.size(); ++need) {
        // Needs first: a recipe may give a need and its only indicator the same id.
        if (needs[need].id == id) return &weights.needs[need];
    }
    for (std::size_t need = 0; need < needs.size(); ++need) {
        for (std::size_t i = 0; i < needs[need].indicators.size(); ++i) {
            if (head.indicators[needs[need].indicators[i].indicator].id == id) return &weights.indicators[need][i];
        }
    }
    return nullptr;
}

void readWeight(std::string_view part, const AtlasHead& head, Weights& weights, Problems& problems) {
    const std::size_t equals = part.find('=');
    const std::string_view id = trimmed(part.substr(0, equals));
    const std::string_view number = equals == std::string_view::npos ? "" : trimmed(part.substr(equals + 1));
    std::uint8_t* weight = weightOf(id, head, weights);
    if (weight == nullptr) {
        problems.add("--weights", "expected the id of a need or of one of its indicators, found " + inQuotes(id));
        return;
    }
    std::uint8_t value = 0;
    // Into 8 bits: 256 is refused, and not cut to 0.
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec == std::errc() && read.ptr == number.data() + number.size() && value <= kMaxWeight) {
        *weight = value;
    } else {
        problems.add("--weights", "expected a whole number from 0 to " + std::to_string(kMaxWeight) + " for " +
                                      std::string(id) + ", found " + inQuotes(number));
    }
}

}  // namespace

std::optional<Weights> readWeights(std::string_view text, const AtlasHead& head, Problems& problems) {
    // What is not mentioned keeps its published weight.
    Weights weights = publishedWeights(*head.index);
    const std::size_t before = problems.count();
    for (std::string_view rest = trimmed(text); !rest.empty();) {
        const std::size_t comma = rest.find(',');
        readWeight(rest.substr(0, comma), head, weights, problems);
        rest = comma == std::string_view::npos ? "" : rest.substr(comma + 1);
    }
    // All mistakes are reported, and none of the weights is used.
    if (problems.count() > before) return std::nullopt;
    return weights;
}

std::string weightsText(const Weights& weights, const AtlasHead& head) {
    // All of them, also those that are as published: the text says by itself what was scored with.
    const auto& needs = head.index->needs;
    std::string text;
    for (std::size_t need = 0; need < needs.size(); ++need)
        text += (need > 0 ? "," : "") + needs[need].id + "=" + std::to_string(weights.needs[need]);
    for (std::size_t need = 0; need < needs.size(); ++need) {
        for (std::size_t i = 0; i < needs[need].indicators.size(); ++i) {
            text += "," + head.indicators[needs[need].indicators[i].indicator].id + "=" +
                    std::to_string(weights.indicators[need][i]);
        }
    }
    return text;
}

}  // namespace dex
