#include "base/bytes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

namespace dex {
namespace {

Bytes bytesOf(std::initializer_list<int> values) {
    Bytes bytes;
    for (const int value : values) bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

TEST(Bytes, NumbersComeBackAsTheyWereWritten) {
    ByteWriter writer;
    writer.u8(0xfe);
    writer.u16(0xfedc);
    writer.u32(0xfedcba98);
    writer.f64(-0.1);
    writer.f64(std::numeric_limits<double>::infinity());
    writer.text("Ynys Môn");
    ByteReader reader(writer.bytes());
    EXPECT_EQ(reader.u8(), 0xfe);
    EXPECT_EQ(reader.u16(), 0xfedc);
    EXPECT_EQ(reader.u32(), 0xfedcba98u);
    EXPECT_EQ(reader.f64(), -0.1);
    EXPECT_TRUE(std::isinf(reader.f64()));
    EXPECT_EQ(reader.text(), "Ynys Môn");
    EXPECT_TRUE(reader.finish().ok());
}

TEST(Bytes, NumbersAreLittleEndian) {
    ByteWriter writer;
    writer.u16(0x0102);
    writer.u32(0x03040506);
    EXPECT_EQ(writer.bytes(), bytesOf({2, 1, 6, 5, 4, 3}));
}

TEST(Bytes, VarintsCoverAll64Bits) {
    ByteWriter writer;
    std::vector<std::uint64_t> values = {0, 1, 127, 128, 300, 0xffffffffu, std::numeric_limits<std::uint64_t>::max()};
    for (int shift = 0; shift < 64; ++shift) values.push_back(std::uint64_t{1} << shift);
    for (const auto value : values) writer.varint(value);
    ByteReader reader(writer.bytes());
    for (const auto value : values) EXPECT_EQ(reader.varint(), value);
    EXPECT_TRUE(reader.finish().ok());
}

TEST(Bytes, SignedVarintsKeepSmallNumbersShort) {
    ByteWriter writer;
    const std::vector<std::int64_t> values = {
        0, -1, 1, -64, 63, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    for (std::size_t i = 0; i < 5; ++i) writer.signedVarint(values[i]);
    EXPECT_EQ(writer.size(), 5u);
    for (std::size_t i = 5; i < values.size(); ++i) writer.signedVarint(values[i]);
    ByteReader reader(writer.bytes());
    for (const auto value : values) EXPECT_EQ(reader.signedVarint(), value);
}

TEST(ByteReader, RefusesAVarintOfMoreThan64Bits) {
    const Bytes tenBytesTooLarge = bytesOf({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2});
    ByteReader reader(tenBytesTooLarge);
    EXPECT_EQ(reader.varint(), 0u);
    EXPECT_EQ(reader.error(), (Error{Status::BadNumber, 0}));

    const Bytes endless(20, std::byte{0x80});
    ByteReader second(endless);
    EXPECT_EQ(second.varint(), 0u);
    EXPECT_EQ(second.error().status, Status::BadNumber);
}

TEST(ByteReader, KeepsItsFirstFailureAndItsPosition) {
    const Bytes bytes = bytesOf({7, 1, 2, 3});
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u8(), 7);
    EXPECT_EQ(reader.u32(), 0u);
    EXPECT_EQ(reader.u8(), 0);
    EXPECT_EQ(reader.varint(), 0u);
    EXPECT_TRUE(reader.take(0).empty());
    EXPECT_EQ(reader.error(), (Error{Status::Truncated, 1}));
    EXPECT_EQ(reader.position(), 1u);
    EXPECT_FALSE(reader.finish().ok());
}

TEST(ByteReader, ATruncatedVarintPointsAtItsStart) {
    const Bytes bytes = bytesOf({0, 0x80, 0x80});
    ByteReader reader(bytes);
    reader.u8();
    reader.varint();
    EXPECT_EQ(reader.position(), 1u);
    EXPECT_EQ(reader.error().status, Status::Truncated);
}

TEST(ByteReader, RefusesACountAboveTheMax) {
    const Bytes bytes = bytesOf({5});
    ByteReader within(bytes);
    EXPECT_EQ(within.count(5), 5u);
    ByteReader above(bytes);
    EXPECT_EQ(above.count(4), 0u);
    EXPECT_EQ(above.error(), (Error{Status::TooLarge, 0}));
}

TEST(ByteReader, RefusesTextThatIsNotUtf8) {
    const Bytes bytes = bytesOf({2, 0xc3, 0x28});
    ByteReader reader(bytes);
    EXPECT_EQ(reader.text(), "");
    EXPECT_EQ(reader.error(), (Error{Status::BadText, 0}));
}

TEST(ByteReader, RefusesTextLongerThanTheMostOrThanTheBytes) {
    const Bytes bytes = bytesOf({3, 'a', 'b', 'c'});
    ByteReader max(bytes);
    EXPECT_EQ(max.text(2), "");
    EXPECT_EQ(max.error().status, Status::TooLarge);
    ByteReader cut(ByteSpan(bytes).first(3));
    EXPECT_EQ(cut.text(), "");
    EXPECT_EQ(cut.error().status, Status::Truncated);
}

TEST(ByteReader, SaysWhereBytesTrail) {
    const Bytes bytes = bytesOf({1, 2});
    ByteReader reader(bytes);
    reader.u8();
    const auto done = reader.finish();
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error(), (Error{Status::TrailingBytes, 1}));
}

TEST(ByteReader, NothingCanBeReadFromNothing) {
    ByteReader reader{ByteSpan{}};
    EXPECT_TRUE(reader.finish().ok());
    EXPECT_EQ(reader.u8(), 0);
    EXPECT_EQ(reader.error(), (Error{Status::Truncated, 0}));
}

TEST(Utf8, AcceptsTheEdgesOfEachLength) {
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("\x7f"));
    EXPECT_TRUE(isUtf8("\xc2\x80\xdf\xbf"));
    EXPECT_TRUE(isUtf8("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf"));
    EXPECT_TRUE(isUtf8("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"));
}

TEST(Utf8, RefusesOverlongSurrogateCutAndTooHigh) {
    for (const char* bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xc3\xc3"}) {
        EXPECT_FALSE(isUtf8(bad)) << bad;
    }
}

}  // namespace
}  // namespace dex
