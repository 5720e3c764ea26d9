#include <gtest/gtest.h>

#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

TEST(Head, ComesBackAsItWas) {
    const AtlasHead head = samples::head();
    const auto read = decodeHead(encodeHead(head));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(encodeHead(*read), encodeHead(head));
    EXPECT_EQ(read->title, head.title);
    EXPECT_EQ(read->files[head.indicators[0].column].shared, head.residents);
    EXPECT_EQ(read->files[0].name, head.files[0].name);
    EXPECT_EQ(read->lods[1].tiles[0].box, head.lods[1].tiles[0].box);
    EXPECT_EQ(read->lods[0].toleranceMetres, 80);
    EXPECT_EQ(read->indicators[0].label, head.indicators[0].label);
    EXPECT_EQ(read->indicators[0].polarity, -1);
    EXPECT_TRUE(read->levels[1].bestFit);
    EXPECT_EQ(read->defaultView.method, ClassMethod::NaturalBreaks);
    EXPECT_EQ(read->sources[0].url, head.sources[0].url);
    EXPECT_EQ(read->households, kNoFile);
    EXPECT_EQ(read->gazetteer, head.gazetteer);
    EXPECT_EQ(read->points, head.points);
    EXPECT_EQ(read->venues, head.venues);
    EXPECT_EQ(read->minutes, head.minutes);
    ASSERT_TRUE(read->index);
    EXPECT_EQ(read->index->arithmetic, Arithmetic::Winsorised);
    EXPECT_EQ(read->index->needs[0].segments, head.index->needs[0].segments);
    EXPECT_EQ(read->index->needs[0].indicators[0].weight, 3);
    EXPECT_EQ(read->defaultView.indicator, 0u);
}

TEST(Head, NeedsNoIndex) {
    AtlasHead head = samples::head();
    head.index.reset();
    const auto read = decodeHead(encodeHead(head));
    ASSERT_TRUE(read.ok());
    EXPECT_FALSE(read->index);
}

Status statusOf(const AtlasHead& head) { return decodeHead(encodeHead(head)).error().status; }

TEST(Head, RefusesAFileOfAnotherKind) {
    AtlasHead head = samples::head();
    head.levels[0].names = head.lods[0].tiles[0].file;
    EXPECT_EQ(statusOf(head), Status::BadIndex);
}

TEST(Head, ShowsTheIndexAtFirstWhereThereIsOne) {
    AtlasHead head = samples::head();
    head.defaultView.indicator.reset();
    const auto read = decodeHead(encodeHead(head));
    ASSERT_TRUE(read.ok());
    EXPECT_FALSE(read->defaultView.indicator);
    head.index.reset();
    EXPECT_EQ(statusOf(head), Status::BadIndex);
}

TEST(Head, RefusesAnIndexThatCannotBeScored) {
    AtlasHead head = samples::head();
    head.index->needs[0].weight = kMaxWeight + 1;
    EXPECT_EQ(statusOf(head), Status::BadNumber);
    head = samples::head();
    head.index->needs[0].indicators[0].weight = kMaxWeight + 1;
    EXPECT_EQ(statusOf(head), Status::BadNumber);
    head = samples::head();
    head.index->needs[0].indicators.clear();
    EXPECT_EQ(statusOf(head), Status::BadIndex);
    head = samples::head();
    head.index->needs[0].indicators[0].indicator = 1;
    EXPECT_EQ(statusOf(head), Status::BadIndex);
    head = samples::head();
    head.index->needs.push_back(head.index->needs[0]);
    EXPECT_EQ(statusOf(head), Status::BadIndex);
    head = samples::head();
    head.index->needs.clear();
    EXPECT_EQ(statusOf(head), Status::BadIndex);
}

TEST(Head, RefusesTilesThatDoNotHoldEveryAreaOnce) {
    AtlasHead head = samples::head();
    head.lods[1].tiles[1].areaCount = 2;
    EXPECT_EQ(statusOf(head), Status::BadNumber);
}

TEST(Head, RefusesAColumnThatLeansOnOneThatLeans) {
    AtlasHead head = samples::head();
    head.files[head.residents].shared = head.indicators[0].column;
    EXPECT_EQ(statusOf(head), Status::BadIndex);
}

TEST(Head, RefusesABoxBeyondTheWorld) {
    AtlasHead head = samples::head();
    head.lods[0].tiles[0].box.maxX = (1 << 20) + 1;
    head.lods[0].tiles[0].box.minX = (1 << 20) - 10;
    EXPECT_EQ(statusOf(head), Status::BadNumber);
}

TEST(Head, RefusesALevelWithMoreAreasThanThereAreSmallOnes) {
    AtlasHead head = samples::head();
    head.levels[1].areaCount = 4;
    EXPECT_EQ(statusOf(head), Status::BadNumber);
}

TEST(Head, SaysWhichVersionItCannotRead) {
    Bytes bytes = encodeHead(samples::head());
    bytes[3] = std::byte{99};
    EXPECT_EQ(decodeHead(bytes).error().status, Status::BadVersion);
    bytes[0] = std::byte{'P'};
    EXPECT_EQ(decodeHead(bytes).error().status, Status::BadMagic);
}

TEST(Head, EndsWhereItsFileEnds) {
    Bytes bytes = encodeHead(samples::head());
    bytes.push_back(std::byte{0});
    EXPECT_EQ(decodeHead(bytes).error().status, Status::TrailingBytes);
}

TEST(FileName, HoldsTheFirstDigitsOfTheHash) {
    EXPECT_EQ(nameFor(FileKind::Column, samples::bytesOf("abc")), "column.ba7816bf8f01cfea414140de5dae2223.dex");
    EXPECT_EQ(hashIn("column.ba7816bf8f01cfea414140de5dae2223.dex").size(), 16u);
    EXPECT_TRUE(hashIn("column").empty());
    EXPECT_EQ(hashIn("column.ab").size(), 1u);
    EXPECT_EQ(nameOf(FileKind::Column, Bytes(40)), nameOf(FileKind::Column, Bytes(32)));
}

}  // namespace
}  // namespace dex
