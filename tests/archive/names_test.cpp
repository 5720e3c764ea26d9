#include <gtest/gtest.h>

#include "archive/encode.h"
#include "support/samples.h"

namespace dex {
namespace {

AreaNames thereAndBack(const AreaNames& names) {
    const auto read = decodeNames(encodeNames(names), static_cast<std::uint32_t>(names.codes.size()));
    EXPECT_TRUE(read.ok());
    return read.ok() ? *read : AreaNames{};
}

void expectSameNames(const AreaNames& a, const AreaNames& b) {
    EXPECT_EQ(a.codes, b.codes);
    EXPECT_EQ(a.names, b.names);
    EXPECT_EQ(a.details, b.details);
    EXPECT_EQ(a.anchors, b.anchors);
    EXPECT_EQ(a.boxes, b.boxes);
}

TEST(Names, ComeBackAsTheyWere) { expectSameNames(thereAndBack(samples::names()), samples::names()); }

TEST(Names, OfAnyFormComeBack) {
    AreaNames names = samples::names();
    names.codes = {"Süd", "Südwest", "Übersee"};
    names.names = {"One", "Two, three (and four)", "Ångström"};
    names.details = {"", "", "Somewhere"};
    expectSameNames(thereAndBack(names), names);
}

TEST(Names, OfWhichSomeEndInALetterComeBack) {
    AreaNames names = samples::names();
    names.details = {"Harbour 001A", "Somewhere", "Harbour 002"};
    expectSameNames(thereAndBack(names), names);
}

TEST(Names, WithoutDetailAreTheirOwn) {
    AreaNames names = samples::names();
    for (auto& detail : names.details) detail.clear();
    expectSameNames(thereAndBack(names), names);
}

TEST(Names, RepeatNoNeighbourhoodsText) {
    AreaNames names;
    for (int i = 0; i < 26; ++i) {
        const std::string detail = std::string("Harbour 001") + static_cast<char>('A' + i);
        names.codes.push_back("E010000" + std::to_string(10 + i));
        names.details.push_back(detail);
        names.names.push_back("A neighbourhood with a long name (" + detail + ")");
        names.boxes.push_back({0, 0, 16, 16});
        names.anchors.push_back({8, 8});
    }
    const Bytes bytes = encodeNames(names);
    EXPECT_LT(bytes.size(), 26u * 9 + 120);
    expectSameNames(thereAndBack(names), names);
}

class Everywhere : public InsideArea {
public:
    bool contains(std::uint32_t, GridPoint) const override { return true; }
};
class Nowhere : public InsideArea {
public:
    bool contains(std::uint32_t, GridPoint) const override { return false; }
};

TEST(Names, SettlePlacesOnWhatTheFormatHolds) {
    AreaNames names = samples::names();
    names.boxes[0] = {1603, 3207, 1751, 3359};
    names.anchors[0] = {1660, 3290};
    settlePlaces(names, Everywhere());
    EXPECT_EQ(names.boxes[0], (GridBox{1600, 3200, 1760, 3360}));
    EXPECT_LE(std::abs(names.anchors[0].x - 1660), 5);
    expectSameNames(thereAndBack(names), names);
}

TEST(Names, KeepAnAnchorThatHasNoPlaceNearby) {
    AreaNames names = samples::names();
    names.anchors[0] = {1661, 3291};
    settlePlaces(names, Nowhere());
    EXPECT_EQ(names.anchors[0], (GridPoint{1661, 3291}));
    expectSameNames(thereAndBack(names), names);
}

TEST(Names, RefuseAnotherCount) {
    EXPECT_EQ(decodeNames(encodeNames(samples::names()), 4).error().status, Status::BadIndex);
}

}  // namespace
}  // namespace dex
