#include "archive/range_coder.h"

namespace dex {

void RangeEncoder::flush() {
    while (range_ < 1u << 24) {
        shiftLow();
        range_ <<= 8;
    }
}

void RangeEncoder::shiftLow() {
    // A carry would run through every 0xff before it. These wait until it comes or a lower byte rules it out.
    if (low_ < 0xff000000u || low_ > 0xffffffffu || heldCount_ == 0) {
        const auto carry = static_cast<std::uint8_t>(low_ >> 32);
        for (; heldCount_ > 0; --heldCount_) {
            bytes_.push_back(static_cast<std::byte>(held_ + carry));
            held_ = 0xff;
        }
        held_ = static_cast<std::uint8_t>(low_ >> 24);
    }
    ++heldCount_;
    low_ = (low_ & 0x00ffffffu) << 8;
}

Bytes RangeEncoder::take() {
    // The four bytes of low_, and once more to push out the last of them.
    for (int i = 0; i < 5; ++i) shiftLow();
    return std::move(bytes_);
}

}  // namespace dex
