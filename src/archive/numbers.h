#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace dex {

// Many whole numbers of one kind (docs/format.md, "Numbers"): the least of them, then what each lies above it, its
// upper eight bits as a byte and the bits below packed. The upper bits carry the shape that brotli can press; the lower
// ones are noise, which no coder presses and which are therefore not padded to bytes.
void writeNumbers(ByteWriter& out, std::span<const std::int64_t> numbers);

// Fills `numbers`. Each is at most 2^53 from zero, else BadNumber.
void readNumbers(ByteReader& in, std::span<std::int64_t> numbers);
inline constexpr std::int64_t kMaxWhole = std::int64_t{1} << 53;

// Bits from the lowest upwards, bytes in order.
class BitReader {
public:
    explicit BitReader(ByteSpan bytes) : bytes_(bytes) {}
    std::uint64_t bits(int count);  // At most 64; zeros beyond the end.

private:
    ByteSpan bytes_;
    std::size_t at_ = 0;  // In bits.
};

class BitWriter {
public:
    void bits(std::uint64_t value, int count);
    const Bytes& bytes() const { return bytes_; }

private:
    Bytes bytes_;
    std::size_t at_ = 0;
};

// A small number for each area that is nearly always the same one (docs/format.md, "Runs"): the common one, and the
// stretches where it is another.
void writeRuns(ByteWriter& out, std::span<const std::uint8_t> marks);

// Each mark is below `below`, else BadIndex.
void readRuns(ByteReader& in, std::span<std::uint8_t> marks, std::uint8_t below);

}  // namespace dex
