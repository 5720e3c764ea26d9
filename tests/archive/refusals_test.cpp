// Refusals that no truncated or mutated file of the other tests comes to, each from bytes made for it. All others stand with
// what they are about.

#include <gtest/gtest.h>

#include <limits>

#include "archive/column_form.h"
#include "archive/encode.h"
#include "archive/geometry_build.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/names_form.h"
#include "archive/numbers.h"
#include "archive/tile.h"
#include "support/drawing.h"
#include "support/samples.h"

namespace dex {
namespace {

ByteWriter begun(Magic kind, std::uint8_t version) {
    ByteWriter out;
    writeMagic(out, kind, version);
    return out;
}

// Texts of which none repeats the one before.
void putTexts(ByteWriter& out, std::initializer_list<std::uint32_t> repeated, std::string_view lines) {
    for (const std::uint32_t bytes : repeated) out.varint(bytes);
    out.text(lines);
}

TEST(Refusal, OfMoreAreasThanAnAtlasHas) {
    constexpr std::uint32_t kTooMany = kMaxAreas + 1;
    EXPECT_EQ(decodeNames({}, kTooMany).error().status, Status::TooLarge);
    EXPECT_EQ(decodeColumn({}, kTooMany, nullptr).error().status, Status::TooLarge);
    EXPECT_EQ(decodeClasses({}, kTooMany, 5).error().status, Status::TooLarge);
    EXPECT_EQ(decodeGrouping({}, kTooMany, 1).error().status, Status::TooLarge);
    EXPECT_EQ(decodeGrouping({}, 1, kTooMany).error().status, Status::TooLarge);
}

TEST(Refusal, OfANumberOfClassesThatNoMapHas) {
    const Bytes two = encodeClasses(std::vector<std::uint8_t>{0, 1}, 2);
    for (const std::uint32_t count : {0u, 1u, 10u})
        EXPECT_EQ(decodeClasses(two, 2, count).error().status, Status::BadNumber) << count;
}

ByteWriter columnOf(ColumnForm form, std::size_t cells) {
    ByteWriter out = begun(Magic::Column, kColumnVersion);
    out.u8(static_cast<std::uint8_t>(form));
    out.varint(cells);
    writeRuns(out, std::vector<std::uint8_t>(cells));
    return out;
}

TEST(Refusal, OfMoreDecimalsThanADoubleKeeps) {
    ByteWriter out = columnOf(ColumnForm::Decimals, 1);
    out.u8(kMaxDecimals + 1);
    writeNumbers(out, std::vector<std::int64_t>{5});
    EXPECT_EQ(decodeColumn(out.bytes(), 1, nullptr).error().status, Status::BadNumber);
}

TEST(Refusal, OfWhatIsNoNumberOrTooLargeToReckonWith) {
    using Limits = std::numeric_limits<double>;
    for (const double value : {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(), 1e300, -1e300,
                               9007199254740994.0, -9007199254740994.0}) {
        ByteWriter out = columnOf(ColumnForm::Doubles, 1);
        out.f64(value);
        EXPECT_EQ(decodeColumn(out.bytes(), 1, nullptr).error().status, Status::BadNumber) << value;
    }
}

TEST(Refusal, OfDenominatorsThatAreNoCounts) {
    const Column residents = samples::residents(50);
    const Bytes share = encodeColumn(samples::share(residents), &residents);
    for (const double value : {-1.0, 0.5, 1e18, std::numeric_limits<double>::quiet_NaN()}) {
        Column shared = residents;
        shared.values[7] = value;
        EXPECT_EQ(decodeColumn(share, 50, &shared).error().status, Status::BadIndex) << value;
    }
}

TEST(Refusal, OfASmallestNumberBeyondWhatADoubleHolds) {
    ByteWriter out;
    out.signedVarint(kMaxWhole + 1);
    out.u8(0);
    ByteReader in(out.bytes());
    std::vector<std::int64_t> read(1);
    readNumbers(in, read);
    EXPECT_EQ(in.error().status, Status::BadNumber);
}

TEST(Refusal, OfNoBitsAtAllIsNone) { EXPECT_EQ(BitReader({}).bits(3), 0u); }

TEST(Refusal, OfSegmentsThatAreNoText) {
    AtlasHead head = samples::head();
    head.index->needs[0].segments = {"\xff", "Others"};
    EXPECT_EQ(decodeHead(encodeHead(head)).error().status, Status::BadText);
}

TEST(Refusal, OfAWeightAboveTheMost) {
    AtlasHead head = samples::head();
    head.index->needs[0].indicators = {{0, kMaxWeight + 1}, {1, 1}};
    EXPECT_EQ(decodeHead(encodeHead(head)).error().status, Status::BadNumber);
}

TEST(Refusal, OfABoxAboveTheWorld) {
    AtlasHead head = samples::head();
    head.lods[0].tiles[0].box.maxY = (1 << 20) + 1;
    head.lods[0].tiles[0].box.minY = (1 << 20) - 10;
    EXPECT_EQ(decodeHead(encodeHead(head)).error().status, Status::BadNumber);
}

TEST(Refusal, OfASharedDenominatorOnAnotherLevel) {
    AtlasHead head = samples::head();
    head.indicators[0].level = 1;
    EXPECT_EQ(decodeHead(encodeHead(head)).error().status, Status::BadIndex);
    head.files[head.indicators[0].column].shared = kNoFile;
    EXPECT_TRUE(decodeHead(encodeHead(head)).ok());
}

ByteWriter namesOf(std::uint32_t count) {
    ByteWriter out = begun(Magic::Names, kNamesVersion);
    out.varint(count);
    return out;
}

// Codes "A000000000" and on, and one stem for all areas, which its own lines follow.
void putCodesAndStem(ByteWriter& out, std::uint32_t count, NameForm form, const std::string& stem) {
    out.u8(static_cast<std::uint8_t>(CodeForm::Numbered));
    out.text("A");
    out.u8(9);
    for (std::uint32_t i = 0; i < count; ++i) out.varint(0);
    out.u8(static_cast<std::uint8_t>(form));
    out.varint(1);
    putTexts(out, {0}, stem + "\n");
    for (std::uint32_t i = 0; i < count; ++i) out.varint(i == 0 ? 0 : 1);
    out.u8(0);
}

// A small file would fill the memory: each text repeats all of the one before.
TEST(Refusal, OfCodesThatGrowTooLong) {
    constexpr std::uint32_t kCodes = 513;
    ByteWriter out = namesOf(kCodes);
    out.u8(static_cast<std::uint8_t>(CodeForm::Texts));
    for (std::uint32_t i = 0; i < kCodes; ++i) out.varint(i == 0 ? 0 : kMaxTextBytes);
    out.text(std::string(kMaxTextBytes, 'a') + std::string(kCodes, '\n'));
    EXPECT_EQ(decodeNames(out.bytes(), kCodes).error().status, Status::TooLarge);
}

TEST(Refusal, OfNamesThatGrowTooLong) {
    constexpr std::uint32_t kNames = 300;
    ByteWriter out = namesOf(kNames);
    putCodesAndStem(out, kNames, NameForm::OverDetail, std::string(60'000, 'b'));
    out.text("c\n");
    EXPECT_EQ(decodeNames(out.bytes(), kNames).error().status, Status::TooLarge);
}

TEST(Refusal, OfATextThatIsCutInsideALetter) {
    ByteWriter out = namesOf(2);
    out.u8(static_cast<std::uint8_t>(CodeForm::Texts));
    putTexts(out, {0, 1}, "\u00e9\nx\n");
    EXPECT_EQ(decodeNames(out.bytes(), 2).error().status, Status::BadText);
}

Status statusOfBox(std::int64_t x, std::int64_t y, std::uint32_t width, std::uint32_t height) {
    ByteWriter out = namesOf(1);
    putCodesAndStem(out, 1, NameForm::Own, "");
    out.text("Name\n");
    out.signedVarint(x);
    out.signedVarint(y);
    out.varint(width);
    out.varint(height);
    out.u8(0);
    out.varint(0);
    return decodeNames(out.bytes(), 1).error().status;
}

TEST(Refusal, OfBoxesBeyondTheWorld) {
    constexpr std::int64_t kWorld = std::int64_t{1} << (kAnchorBits - kPlaceShift);
    EXPECT_EQ(statusOfBox(kWorld - 2, kWorld - 2, 2, 2), Status::Ok);
    EXPECT_EQ(statusOfBox(kWorld - 2, 0, 3, 1), Status::BadNumber);
    EXPECT_EQ(statusOfBox(0, kWorld - 2, 1, 3), Status::BadNumber);
    EXPECT_EQ(statusOfBox(-1, 0, 1, 1), Status::BadNumber);
    EXPECT_EQ(statusOfBox(0, -1, 1, 1), Status::BadNumber);
}

// A tile whose head says otherwise: where it lies, and how many points it has where `points` is above 0.
Bytes saying(const Bytes& tile, std::uint32_t x, std::uint32_t y, std::uint32_t points) {
    constexpr std::size_t kMagicAndBits = 5;
    ByteReader in(tile);
    in.take(kMagicAndBits);
    in.varint();
    in.varint();
    const std::uint64_t areas = in.varint(), arcs = in.varint(), pointsThen = in.varint(), components = in.varint();
    ByteWriter out;
    out.append(ByteSpan(tile).first(kMagicAndBits));
    for (const std::uint64_t number :
         {std::uint64_t{x}, std::uint64_t{y}, areas, arcs, points > 0 ? std::uint64_t{points} : pointsThen, components})
        out.varint(number);
    out.append(ByteSpan(tile).subspan(in.position()));
    return out.take();
}

Bytes tileOfASquare() {
    using namespace drawing;
    GeometryReport report;
    const auto built = buildGeometry({area({box(0, 0, 10, 20)})}, {LodSpec{kBits, 0, 0}}, {}, report);
    EXPECT_TRUE(built.ok());
    return built->lods[0].tiles[0].bytes;
}

TEST(Refusal, OfTilesBeyondTheWorld) {
    const Bytes tile = tileOfASquare();
    constexpr std::uint32_t kWorld = 1u << kMaxGridBits;
    EXPECT_TRUE(decodeTile(saying(tile, 7, kWorld - 20, 0), 1).ok());
    EXPECT_EQ(decodeTile(saying(tile, kWorld - 5, 7, 0), 1).error().status, Status::BadShape);
    EXPECT_EQ(decodeTile(saying(tile, 7, kWorld - 5, 0), 1).error().status, Status::BadShape);
}

TEST(Refusal, OfArcsThatHaveMorePointsThanTheirTile) {
    const Bytes tile = tileOfASquare();
    for (const std::uint32_t points : {1u, 2u, 4u, 6u})
        EXPECT_EQ(decodeTile(saying(tile, 7, 7, points), 1).error().status, Status::BadShape) << points;
}

}  // namespace
}  // namespace dex
