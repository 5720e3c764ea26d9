#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>

#include "archive/range_coder.h"

namespace dex {

// What reading and writing a tile have in common: each function codes one thing with the chances that it has learnt
// and returns it. A coder is Reading, which takes no notice of the value given, or Writing.

class Reading {
public:
    static constexpr bool kWrites = false;
    explicit Reading(ByteSpan bytes) : decoder(bytes) {}
    bool bit(Chance& chance, bool) { return decoder.bit(chance); }
    std::uint32_t even(std::uint32_t count, std::uint32_t) { return decoder.even(count); }
    RangeDecoder decoder;
};

class Writing {
public:
    static constexpr bool kWrites = true;
    bool bit(Chance& chance, bool value) { return encoder.bit(chance, value); }
    std::uint32_t even(std::uint32_t count, std::uint32_t value) { return encoder.even(count, value); }
    RangeEncoder encoder;
};

// A number of `kBits` bits, highest first, each bit knowing those before it.
template <int kBits>
struct TreeModel {
    Chance chances[1 << kBits];

    template <typename Coder>
    std::uint32_t code(Coder& coder, std::uint32_t value) {
        std::uint32_t node = 1;
        for (int i = kBits - 1; i >= 0; --i) node = node << 1 | coder.bit(chances[node], value >> i & 1);
        return node - (1u << kBits);
    }
};

// A count: steps up to 15 one by one, then the bit length of the rest in steps and its bits evenly.
struct CountModel {
    static constexpr std::uint32_t kSteps = 15;
    Chance steps[kSteps];
    Chance lengths[32];

    template <typename Coder>
    std::uint32_t code(Coder& coder, std::uint32_t value) {
        std::uint32_t count = 0;
        while (count < kSteps && coder.bit(steps[count], value > count)) ++count;
        return count < kSteps ? count : kSteps + codeLong(coder, lengths, value - kSteps);
    }

    // Elias gamma of value + 1, its length learnt. Below 2^24.
    template <typename Coder>
    static std::uint32_t codeLong(Coder& coder, Chance* lengths, std::uint32_t value) {
        const auto wanted = static_cast<std::uint32_t>(std::bit_width(value + 1)) - 1;
        std::uint32_t length = 0;
        while (length < 24 && coder.bit(lengths[length], wanted > length)) ++length;
        std::uint32_t result = 1;
        for (std::uint32_t left = length; left > 0;) {
            const std::uint32_t step = std::min(left, 8u);
            left -= step;
            result = result << step | coder.even(1u << step, (value + 1) >> left & ((1u << step) - 1));
        }
        return result - 1;
    }
};

// A difference: whether it is zero, its sign, its size.
struct DifferenceModel {
    Chance zero, sign;
    Chance lengths[32];

    template <typename Coder>
    std::int32_t code(Coder& coder, std::int32_t value) {
        if (coder.bit(zero, value == 0)) return 0;
        const bool negative = coder.bit(sign, value < 0);
        const auto bits = static_cast<std::uint32_t>(value);
        const std::uint32_t size = CountModel::codeLong(coder, lengths, (value < 0 ? 0u - bits : bits) - 1) + 1;
        return negative ? -static_cast<std::int32_t>(size) : static_cast<std::int32_t>(size);
    }
};

}  // namespace dex
