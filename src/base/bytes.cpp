#include "base/bytes.h"

#include <bit>

namespace dex {

namespace {

constexpr std::uint8_t number(std::byte byte) { return std::to_integer<std::uint8_t>(byte); }

// The length of the UTF-8 sequence that begins at `text[i]`, or 0 where it is not well formed (RFC 3629: no overlong
// forms, no surrogates, nothing above U+10FFFF).
std::size_t sequenceLength(std::string_view text, std::size_t i) {
    const auto at = [&](std::size_t k) { return static_cast<std::uint8_t>(text[i + k]); };
    const std::uint8_t lead = at(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() - i < length) return 0;
    for (std::size_t k = 1; k < length; ++k) {
        if ((at(k) & 0xc0) != 0x80) return 0;
    }
    if (lead == 0xe0 && at(1) < 0xa0) return 0;
    if (lead == 0xed && at(1) > 0x9f) return 0;
    if (lead == 0xf0 && at(1) < 0x90) return 0;
    if (lead == 0xf4 && at(1) > 0x8f) return 0;
    return length;
}

}  // namespace

std::uint8_t ByteReader::u8() {
    const ByteSpan one = take(1);
    return one.empty() ? std::uint8_t{0} : number(one[0]);
}

std::uint16_t ByteReader::u16() {
    const ByteSpan two = take(2);
    return two.empty() ? std::uint16_t{0} : static_cast<std::uint16_t>(number(two[0]) | number(two[1]) << 8);
}

std::uint32_t ByteReader::u32() {
    std::uint32_t value = 0;
    const ByteSpan four = take(4);
    for (std::size_t i = 0; i < four.size(); ++i) value |= std::uint32_t{number(four[i])} << 8 * i;
    return value;
}

double ByteReader::f64() {
    std::uint64_t bits = 0;
    const ByteSpan eight = take(8);
    for (std::size_t i = 0; i < eight.size(); ++i) bits |= std::uint64_t{number(eight[i])} << 8 * i;
    return std::bit_cast<double>(bits);
}

std::uint64_t ByteReader::varint() {
    const std::size_t start = position_;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::uint8_t byte = u8();
        // An error is reported where the number begins.
        if (!ok()) {
            position_ = start;
            return 0;
        }
        const std::uint64_t bits = byte & 0x7fu;
        // The tenth byte has room for the last bit alone.
        if (shift == 63 && bits > 1) break;
        value |= bits << shift;
        if (byte < 0x80) return value;
    }
    position_ = start;
    fail(Status::BadNumber);
    return 0;
}

std::int64_t ByteReader::signedVarint() {
    const std::uint64_t coded = varint();
    return static_cast<std::int64_t>((coded >> 1) ^ (~(coded & 1) + 1));
}

std::uint32_t ByteReader::count(std::uint32_t max) {
    const std::size_t start = position_;
    const std::uint64_t value = varint();
    if (value <= max) return static_cast<std::uint32_t>(value);
    position_ = start;
    fail(Status::TooLarge);
    return 0;
}

ByteSpan ByteReader::take(std::size_t size) {
    if (!ok()) return {};
    if (size > left()) {
        fail(Status::Truncated);
        return {};
    }
    const ByteSpan view = bytes_.subspan(position_, size);
    position_ += size;
    return view;
}

std::string_view ByteReader::text(std::uint32_t maxBytes) {
    const std::size_t start = position_;
    const ByteSpan bytes = take(count(maxBytes));
    const std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (ok() && isUtf8(view)) return view;
    position_ = start;
    fail(Status::BadText);
    return {};
}

void ByteReader::fail(Status status) {
    // The first failure stands: what follows from it is no news.
    if (ok()) error_ = Error{status, position_};
}

Result<Done> ByteReader::finish() {
    if (ok() && left() > 0) fail(Status::TrailingBytes);
    if (!ok()) return error_;
    return Done{};
}

void ByteWriter::u8(std::uint8_t value) { bytes_.push_back(std::byte{value}); }

void ByteWriter::u16(std::uint16_t value) {
    u8(static_cast<std::uint8_t>(value & 0xff));
    u8(static_cast<std::uint8_t>(value >> 8));
}

void ByteWriter::u32(std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) u8(static_cast<std::uint8_t>(value >> shift & 0xff));
}

void ByteWriter::f64(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) u8(static_cast<std::uint8_t>(bits >> shift & 0xff));
}

void ByteWriter::varint(std::uint64_t value) {
    while (value >= 0x80) {
        u8(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    u8(static_cast<std::uint8_t>(value));
}

void ByteWriter::signedVarint(std::int64_t value) {
    varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

void ByteWriter::append(ByteSpan bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }

void ByteWriter::text(std::string_view utf8) {
    varint(utf8.size());
    append(asBytes(utf8));
}

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

}  // namespace dex
