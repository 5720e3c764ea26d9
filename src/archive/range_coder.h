#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace dex {

// An adaptive binary range coder (docs/format.md, "Range coder"): each decision costs as much as it surprises.

// How likely a decision is to be 1, in 65,536ths. It learns fast at first and slowly later.
class Chance {
public:
    std::uint32_t ofOne() const { return one_; }
    void learn(bool bit) {
        // Rates are 65,536 ÷ (seen + 1.5), down to a 100th.
        const std::uint32_t rate = kRates[seen_];
        if (bit) {
            one_ = static_cast<std::uint16_t>(one_ + ((kMax - one_) * rate >> 16));
        } else {
            one_ = static_cast<std::uint16_t>(one_ - ((one_ - kMin) * rate >> 16));
        }
        if (seen_ + 1 < kRateCount) ++seen_;
    }

private:
    static constexpr std::uint32_t kMin = 48, kMax = 65536 - 48;
    static constexpr std::uint8_t kRateCount = 28;
    static constexpr std::uint16_t kRates[kRateCount] = {
        26214, 18724, 14563, 11915, 10082, 8738, 7710, 6898, 6241, 5698, 5242, 4854, 4519, 4228,
        3971,  3744,  3542,  3360,  3196,  3048, 2500, 2200, 1900, 1600, 1400, 1200, 1000, 800};
    std::uint16_t one_ = 32768;
    std::uint8_t seen_ = 0;
};

class RangeDecoder {
public:
    explicit RangeDecoder(ByteSpan bytes) : bytes_(bytes) {
        for (int i = 0; i < 4; ++i) code_ = code_ << 8 | next();
    }

    bool bit(Chance& chance) {
        const std::uint32_t bound = (range_ >> 16) * chance.ofOne();
        const bool one = code_ < bound;
        if (one) {
            range_ = bound;
        } else {
            code_ -= bound;
            range_ -= bound;
        }
        chance.learn(one);
        refill();
        return one;
    }

    // One of `count` equally likely numbers; 1 ≤ count ≤ 65,536.
    std::uint32_t even(std::uint32_t count) {
        range_ /= count;
        std::uint32_t value = code_ / range_;
        if (value >= count) value = count - 1;  // Only in bytes that no encoder wrote.
        code_ -= value * range_;
        refill();
        return value;
    }

    // Whether more was asked of the bytes than they hold.
    bool isPastEnd() const { return position_ > bytes_.size(); }
    // Whether the bytes end where the decisions do.
    bool isAtEnd() const { return position_ == bytes_.size(); }
    std::size_t position() const { return position_ < bytes_.size() ? position_ : bytes_.size(); }

private:
    // Inlined also where code is to be small: a tile asks for a million bits.
    [[gnu::always_inline]] std::uint32_t next() {
        const std::size_t at = position_++;
        return at < bytes_.size() ? std::to_integer<std::uint32_t>(bytes_[at]) : 0;
    }
    [[gnu::always_inline]] void refill() {
        while (range_ < 1u << 24) {
            code_ = code_ << 8 | next();
            range_ <<= 8;
        }
    }

    ByteSpan bytes_;
    std::size_t position_ = 0;
    std::uint32_t range_ = 0xffffffff;
    std::uint32_t code_ = 0;
};

// The writing twin: the same calls with the value that is to come out.
class RangeEncoder {
public:
    bool bit(Chance& chance, bool one) {
        const std::uint32_t bound = (range_ >> 16) * chance.ofOne();
        if (one) {
            range_ = bound;
        } else {
            low_ += bound;
            range_ -= bound;
        }
        chance.learn(one);
        flush();
        return one;
    }
    std::uint32_t even(std::uint32_t count, std::uint32_t value) {
        range_ /= count;
        low_ += std::uint64_t{value} * range_;
        flush();
        return value;
    }
    // Ends the bytes just where the decoder's reading ends.
    Bytes take();

private:
    void flush();
    void shiftLow();

    Bytes bytes_;
    std::uint64_t low_ = 0;
    std::uint32_t range_ = 0xffffffff;
    std::uint8_t held_ = 0;
    std::uint64_t heldCount_ = 0;  // Bytes that a carry could still change; the first is held_, the others 0xff.
};

}  // namespace dex
