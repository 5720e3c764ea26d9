#include "archive/numbers.h"

#include <gtest/gtest.h>

#include "support/samples.h"

namespace dex {
namespace {

std::vector<std::int64_t> thereAndBack(const std::vector<std::int64_t>& numbers) {
    ByteWriter out;
    writeNumbers(out, numbers);
    ByteReader in(out.bytes());
    std::vector<std::int64_t> read(numbers.size());
    readNumbers(in, read);
    EXPECT_TRUE(in.finish().ok());
    return read;
}

TEST(Numbers, ComeBackAsTheyWere) {
    for (const auto& numbers : std::vector<std::vector<std::int64_t>>{
             {}, {0}, {-5, -5, -5}, {0, 255}, {0, 256}, {-1500, 1000, 3}, {kMaxWhole, -kMaxWhole, 0}}) {
        EXPECT_EQ(thereAndBack(numbers), numbers);
    }
}

TEST(Numbers, OfOneValueTakeNoBytesEach) {
    ByteWriter out;
    writeNumbers(out, std::vector<std::int64_t>(5000, 42));
    EXPECT_EQ(out.size(), 2u);
}

TEST(Numbers, AreNotPaddedToBytes) {
    ByteWriter out;
    std::vector<std::int64_t> numbers;
    for (int i = 0; i < 1024; ++i) numbers.push_back(i);
    writeNumbers(out, numbers);
    EXPECT_EQ(out.size(), 2u + 1024 + 1024 * 2 / 8);
}

TEST(Numbers, BeyondWhatADoubleHoldsAreRefused) {
    ByteWriter out;
    out.signedVarint(kMaxWhole);
    out.u8(1);
    out.u8(1);
    ByteReader in(out.bytes());
    std::vector<std::int64_t> read(1);
    readNumbers(in, read);
    EXPECT_EQ(in.error().status, Status::BadNumber);
}

TEST(Runs, ComeBackAsTheyWere) {
    for (const auto& marks :
         std::vector<std::vector<std::uint8_t>>{{}, {3}, {0, 0, 1, 1, 2, 0}, {1, 2, 1, 2, 1}, {4, 4, 4}}) {
        ByteWriter out;
        writeRuns(out, marks);
        ByteReader in(out.bytes());
        std::vector<std::uint8_t> read(marks.size());
        readRuns(in, read, 5);
        EXPECT_TRUE(in.finish().ok());
        EXPECT_EQ(read, marks);
    }
}

TEST(Runs, RefuseAMarkThatIsNone) {
    ByteWriter out;
    writeRuns(out, std::vector<std::uint8_t>{0, 0, 6});
    ByteReader in(out.bytes());
    std::vector<std::uint8_t> read(3);
    readRuns(in, read, 6);
    EXPECT_EQ(in.error().status, Status::BadIndex);
}

TEST(Runs, RefuseToRunBeyondTheEnd) {
    ByteWriter out;
    writeRuns(out, std::vector<std::uint8_t>{0, 0, 0, 0, 1, 1});
    ByteReader in(out.bytes());
    std::vector<std::uint8_t> read(5);
    readRuns(in, read, 2);
    EXPECT_EQ(in.error().status, Status::BadIndex);
}

}  // namespace
}  // namespace dex
