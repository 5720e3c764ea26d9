#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dex {

using Bytes = std::vector<std::byte>;
using ByteSpan = std::span<const std::byte>;

// One a thing, 0 or 1. The bits of std::vector<bool> take more code than they save memory.
using Flags = std::vector<std::uint8_t>;

// Reads little-endian numbers, varints and text from bytes that nobody has checked.
//
// After the first failure every read returns zero or nothing and the position stays, so a decoder may read a whole
// record and ask ok() once. error() is that first failure with its byte offset. The bytes must outlive the reader
// and every view it returns.
class ByteReader {
public:
    explicit ByteReader(ByteSpan bytes) : bytes_(bytes) {}

    std::uint8_t u8();
    std::uint16_t u16();
    std::uint32_t u32();
    double f64();
    std::uint64_t varint();       // LEB128, at most 10 bytes; more, or bits beyond 64: BadNumber.
    std::int64_t signedVarint();  // Zigzag.
    // A varint that must be ≤ `most`: counts, indices, sizes. TooLarge otherwise.
    std::uint32_t count(std::uint32_t max);
    ByteSpan take(std::size_t size);                       // A view of the next bytes.
    std::string_view text(std::uint32_t maxBytes = 4096);  // Varint length, then UTF-8, checked: BadText.

    void fail(Status status);  // Keeps the first failure.
    bool ok() const { return error_.status == Status::Ok; }
    Error error() const { return error_; }
    std::size_t position() const { return position_; }
    std::size_t left() const { return bytes_.size() - position_; }
    // Ok when all bytes were read without failure, else the error (TrailingBytes where some are left).
    Result<Done> finish();

private:
    ByteSpan bytes_;
    std::size_t position_ = 0;
    Error error_;
};

// The writing twin of ByteReader.
class ByteWriter {
public:
    void u8(std::uint8_t value);
    void u16(std::uint16_t value);
    void u32(std::uint32_t value);
    void f64(double value);
    void varint(std::uint64_t value);
    void signedVarint(std::int64_t value);
    void append(ByteSpan bytes);
    void text(std::string_view utf8);

    std::size_t size() const { return bytes_.size(); }
    const Bytes& bytes() const { return bytes_; }
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

bool isUtf8(std::string_view text);
inline ByteSpan asBytes(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

}  // namespace dex
