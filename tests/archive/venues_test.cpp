#include "archive/venues.h"

#include <gtest/gtest.h>

#include "archive/encode.h"
#include "archive/limits.h"
#include "support/samples.h"

namespace dex {
namespace {

Status statusOf(const Venues& venues) { return decodeVenues(encodeVenues(venues)).error().status; }

TEST(Venues, ComeBackAsTheyWere) {
    const Venues written = samples::venues();
    const auto read = decodeVenues(encodeVenues(written));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->all, written.all);
    ASSERT_EQ(read->sources.size(), 2u);
    EXPECT_EQ(read->sources[1].url, "https://another.example/");
    ASSERT_EQ(read->kinds.size(), 2u);
    EXPECT_EQ(read->kinds[1].id, "hub");
    EXPECT_EQ(read->kinds[1].singular, "digital hub");
    EXPECT_EQ(read->kinds[1].plural, "digital hubs");
    const auto none = decodeVenues(encodeVenues({}));
    ASSERT_TRUE(none.ok());
    EXPECT_TRUE(none->all.empty());
}

TEST(Venues, HaveTheBytesThatTheyHad) {
    Venues venues;
    venues.sources = {{"P", "T", "D", "L", "A", ""}};
    venues.kinds = {{"k", "s", "p"}};
    venues.all = {{{1, 2}, 0, 0, "N", "", "", "", "", "", ""}, {{3, 2}, 0, 0, "M", "a", "", "", "", "", ""}};
    const std::uint8_t golden[] = {
        'D', 'X',  'V',  1,   1,    1,    'P',  1,    'T',  1, 'D',  1,    'L', 1,    'A', 0,  // Its source,
        1,   1,    'k',  1,   's',  1,    'p',  2,    0,    0, 0,    0,  // its kind; which two have these.
        2,   2,    0,    2,   4,    0,                                   // Longitudes, latitudes.
        4,   'N',  '\n', 'M', '\n', 3,    '\n', 'a',  '\n',              // Names, addresses.
        2,   '\n', '\n', 2,   '\n', '\n', 2,    '\n', '\n', 2, '\n', '\n', 2,   '\n', '\n'};
    const Bytes bytes = encodeVenues(venues);
    ASSERT_EQ(bytes.size(), std::size(golden));
    for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_EQ(std::to_integer<int>(bytes[i]), golden[i]) << i;
}

TEST(Venues, HaveAKindAndASourceThatAreThere) {
    Venues wrong = samples::venues();
    wrong.all[1].kind = 2;
    EXPECT_EQ(statusOf(wrong), Status::BadIndex);
    wrong = samples::venues();
    wrong.all[1].source = 2;
    EXPECT_EQ(statusOf(wrong), Status::BadIndex);
}

TEST(Venues, HaveAName) {
    Venues wrong = samples::venues();
    wrong.all[2].name.clear();
    EXPECT_EQ(statusOf(wrong), Status::BadText);
}

TEST(Venues, LinkToNothingThatRuns) {
    for (const char* link : {"javascript:alert(1)", "data:text/html,x", "quay.example", " https://quay.example/"}) {
        EXPECT_FALSE(isVenueLink(link));
        Venues wrong = samples::venues();
        wrong.all[0].link = link;
        EXPECT_EQ(statusOf(wrong), Status::BadText) << link;
    }
    for (const char* link : {"", "https://a.example", "http://a.example", "mailto:a@a.example"})
        EXPECT_TRUE(isVenueLink(link));
}

TEST(Venues, HaveKindsWithAnIdOfTheirOwn) {
    Venues wrong = samples::venues();
    wrong.kinds[1].id = wrong.kinds[0].id;
    EXPECT_EQ(statusOf(wrong), Status::BadText);
    wrong.kinds[1].id.clear();
    EXPECT_EQ(statusOf(wrong), Status::BadText);
}

TEST(Venues, LieOnEarth) {
    Venues wrong = samples::venues();
    wrong.all[0].point.lat = 900'000'001;
    EXPECT_EQ(statusOf(wrong), Status::BadNumber);
}

TEST(Venues, AreNotMoreThanThereIsRoomFor) {
    Venues many = samples::venues();
    many.sources.resize(kMaxVenueSources + 1);
    EXPECT_EQ(statusOf(many), Status::TooLarge);
    many = samples::venues();
    while (many.kinds.size() <= kMaxVenueKinds) many.kinds.push_back({"k" + std::to_string(many.kinds.size()), "", ""});
    EXPECT_EQ(statusOf(many), Status::TooLarge);
}

Status statusOf(const WalkingMinutes& minutes) { return decodeMinutes(encodeMinutes(minutes), 3).error().status; }

TEST(WalkingMinutes, ComeBackAsTheyWere) {
    const WalkingMinutes written = samples::minutes();
    const auto read = decodeMinutes(encodeMinutes(written), 3);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->venueCount, 3u);
    ASSERT_EQ(read->all.size(), 1u);
    EXPECT_EQ(read->all[0].kind, 0u);
    EXPECT_EQ(read->all[0].source.licence, "ODbL");
    EXPECT_EQ(read->all[0].bands, written.all[0].bands);
    EXPECT_EQ(read->all[0].bandOf, written.all[0].bandOf);
    EXPECT_EQ(read->all[0].venueOf, written.all[0].venueOf);
    EXPECT_TRUE(read->all[0].isWithin(1));
    EXPECT_FALSE(read->all[0].isWithin(2));
}

TEST(WalkingMinutes, MayBeOfSeveralKindsInOrderOrOfNone) {
    WalkingMinutes written = samples::minutes();
    written.all.push_back(written.all[0]);
    written.all[1].kind = 1;
    const auto several = decodeMinutes(encodeMinutes(written), 3);
    ASSERT_TRUE(several.ok());
    EXPECT_EQ(several->all.size(), 2u);
    const auto none = decodeMinutes(encodeMinutes({}), 0);
    ASSERT_TRUE(none.ok());
    EXPECT_TRUE(none->all.empty());
}

TEST(WalkingMinutes, HaveTheBytesThatTheyHad) {
    const std::uint8_t golden[] = {'D', 'X', 'M', 1,  3,   3, 1,                       // Venues, areas, kinds.
                                   0,   1,   'P', 1,  'T', 1, 'D', 1, 'L', 1, 'A', 0,  // The first kind's source,
                                   3,   5,   5,   20, 0,   2, 3,   2, 0};              // bands, and whose they are.
    WalkingMinutes minutes = samples::minutes();
    minutes.all[0].source = {"P", "T", "D", "L", "A", ""};
    const Bytes bytes = encodeMinutes(minutes);
    ASSERT_EQ(bytes.size(), std::size(golden));
    for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_EQ(std::to_integer<int>(bytes[i]), golden[i]) << i;
}

TEST(WalkingMinutes, AreRefusedWhereTheyPointAtNothing) {
    WalkingMinutes wrong = samples::minutes();
    wrong.all[0].venueOf[0] = 3;
    EXPECT_EQ(statusOf(wrong), Status::BadIndex);
    wrong = samples::minutes();
    wrong.all[0].bandOf[0] = 4;
    EXPECT_EQ(statusOf(wrong), Status::BadIndex);
    wrong = samples::minutes();
    wrong.all[0].kind = kMaxVenueKinds;
    EXPECT_EQ(statusOf(wrong), Status::BadIndex);
    // Two answers for one kind.
    wrong = samples::minutes();
    wrong.all.push_back(wrong.all[0]);
    EXPECT_EQ(statusOf(wrong), Status::BadIndex);
    EXPECT_EQ(decodeMinutes(encodeMinutes(samples::minutes()), 4).error().status, Status::BadIndex);
    EXPECT_EQ(decodeMinutes(encodeMinutes(samples::minutes()), 0xffffffff).error().status, Status::TooLarge);
}

TEST(WalkingMinutes, AreOfOneDayAndRise) {
    WalkingMinutes wrong = samples::minutes();
    wrong.all[0].bands[2] = kMaxMinutes + 1;
    EXPECT_EQ(statusOf(wrong), Status::BadNumber);
    Bytes bytes = encodeMinutes(samples::minutes());
    // Behind magic, three counts, the kind and the source: how many bands, then the first.
    bytes[bytes.size() - 8] = std::byte{0};
    EXPECT_EQ(decodeMinutes(bytes, 3).error().status, Status::BadNumber);
    wrong = samples::minutes();
    wrong.all[0].bands.clear();
    wrong.all[0].bandOf = {0, 0, 0};
    EXPECT_EQ(statusOf(wrong), Status::BadNumber);
}

TEST(WalkingMinutes, FitTheVenuesThatTheyWereMadeFor) {
    Venues venues = samples::venues();
    const WalkingMinutes minutes = samples::minutes();
    EXPECT_TRUE(fits(minutes, venues));
    WalkingMinutes other = minutes;
    other.all[0].kind = 2;
    EXPECT_FALSE(fits(other, venues));
    // The hub's catchment is no library's.
    other = minutes;
    other.all[0].venueOf[0] = 1;
    EXPECT_FALSE(fits(other, venues));
    venues.all.pop_back();
    EXPECT_FALSE(fits(minutes, venues));
}

}  // namespace
}  // namespace dex
