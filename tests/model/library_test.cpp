#include "model/library.h"

#include <gtest/gtest.h>

#include "archive/encode.h"
#include "archive/file_name.h"
#include "support/samples.h"
#include "support/town.h"

namespace dex {
namespace {

using State = Library::FileState;
using town::files;

TEST(Library, KeepsWhatArrivesBeforeTheHead) {
    Library library;
    town::supply(library, files().head.levels[1].names);
    EXPECT_EQ(library.names(1), nullptr);
    ASSERT_TRUE(library.supply(files().headName, Bytes(files().headBytes)).ok());
    ASSERT_NE(library.names(1), nullptr);
    EXPECT_EQ(library.names(1)->names[0], "Low");
    EXPECT_EQ(library.state(files().head.levels[1].names), State::Here);
}

TEST(Library, RefusesContentsThatAreNotWhatTheNameSays) {
    Library library = town::opened();
    const FileIndex file = files().head.levels[1].names;
    const auto supplied = library.supply(files().head.files[file].name, Bytes{std::byte{1}});
    ASSERT_FALSE(supplied.ok());
    EXPECT_EQ(supplied.error().status, Status::BadHash);
    EXPECT_EQ(library.state(file), State::Failed);
    EXPECT_EQ(library.names(1), nullptr);
    const auto unknown = library.supply(nameFor(FileKind::Names, Bytes{std::byte{1}}), Bytes{std::byte{1}});
    EXPECT_EQ(unknown.error().status, Status::NotFound);
}

TEST(Library, AsksForAFileOnceUntilItIsForgottenOrFails) {
    Library library = town::opened();
    const FileIndex file = files().head.residents;
    EXPECT_TRUE(library.want(file));
    EXPECT_FALSE(library.want(file));
    EXPECT_TRUE(library.isBusy());
    library.forget(file);
    EXPECT_TRUE(library.want(file));
    library.giveUp(files().head.files[file].name);
    EXPECT_FALSE(library.isBusy());
    EXPECT_FALSE(library.want(file));
    EXPECT_EQ(library.retry(), 1u);
    EXPECT_TRUE(library.want(file));
    EXPECT_FALSE(library.want(kNoFile));
}

// A tile arrives whole and only then turns out to be no good.
TEST(Library, GivesUpWhatHadArrived) {
    Library library = town::opened();
    const FileIndex tile = files().head.lods[0].tiles[0].file;
    town::supply(library, tile);
    EXPECT_EQ(library.state(tile), State::Here);
    library.giveUp(files().head.files[tile].name);
    EXPECT_EQ(library.state(tile), State::Failed);
    EXPECT_EQ(library.retry(), 1u);
    EXPECT_EQ(library.state(tile), State::Absent);
    library.giveUp("no such file");
}

TEST(Library, HasThePointsOfSmallAreasOnceTheyAreHere) {
    Library library = town::opened();
    EXPECT_EQ(library.points(), nullptr);
    EXPECT_TRUE(library.want(files().head.points));
    town::supply(library, files().head.points);
    ASSERT_NE(library.points(), nullptr);
    EXPECT_EQ(library.points()->all[2], (GroundPoint{-300'000, 515'000'000}));
    EXPECT_EQ(library.points()->isInterior[3], 1);
}

TEST(Library, HasVenuesAndTheMinutesThatFitThem) {
    const AtlasHead& head = files().head;
    // Whichever comes first.
    for (const auto& [first, second] : {std::pair(head.venues, head.minutes), std::pair(head.minutes, head.venues)}) {
        Library library = town::opened();
        town::supply(library, first);
        EXPECT_EQ(library.minutes(), nullptr);
        town::supply(library, second);
        ASSERT_NE(library.venues(), nullptr);
        EXPECT_EQ(library.venues()->all[1].name, "Hill Hub");
        ASSERT_NE(library.minutes(), nullptr);
        EXPECT_EQ(library.minutes()->all[0].bands[1], 10u);
    }
}

// Both are what their names say, and yet they are not of one atlas.
TEST(Library, RefusesMinutesToOtherVenues) {
    const Bytes few = encodeVenues(samples::venues()),
                others = encodeMinutes({2, {{0, {}, {5}, {1, 1, 1, 1, 1, 1}, {0, 0, 0, 0, 0, 0}}}});
    AtlasHead head = files().head;
    for (const auto& [kind, bytes] : {std::pair(FileKind::Venues, &few), std::pair(FileKind::Minutes, &others)})
        head.files.push_back({kind, static_cast<std::uint32_t>(bytes->size()), nameFor(kind, *bytes), kNoFile});
    for (const bool isMinutesLast : {true, false}) {
        Library library;
        library.begin(head);
        const std::string names[] = {nameFor(FileKind::Venues, few), nameFor(FileKind::Minutes, others)};
        ASSERT_TRUE(library.supply(names[isMinutesLast ? 0 : 1], isMinutesLast ? Bytes(few) : Bytes(others)).ok());
        const auto second = library.supply(names[isMinutesLast ? 1 : 0], isMinutesLast ? Bytes(others) : Bytes(few));
        ASSERT_FALSE(second.ok());
        EXPECT_EQ(second.error().status, Status::BadIndex);
    }
}

TEST(Library, HasANewVersionForAllThatIsOpened) {
    Library library;
    const std::uint32_t none = library.version();
    ASSERT_TRUE(library.supply(files().headName, Bytes(files().headBytes)).ok());
    const std::uint32_t head = library.version();
    EXPECT_NE(head, none);
    town::supply(library, files().head.residents);
    const std::uint32_t residents = library.version();
    EXPECT_NE(residents, head);
    town::supply(library, files().head.residents);              // It is here already.
    town::supply(library, files().head.lods[0].tiles[0].file);  // Tiles are for others.
    library.giveUp(files().head.files[files().head.residents].name);
    EXPECT_FALSE(library.supply(files().head.files[files().column("N1.older")].name, {}).ok());
    EXPECT_EQ(library.version(), residents);
}

TEST(Library, OpensAColumnWhenTheOneItSharesIsThere) {
    Library library = town::opened();
    const FileIndex older = files().column("N1.older");
    town::supply(library, older);
    EXPECT_EQ(library.state(older), State::Here);
    EXPECT_EQ(library.column(older), nullptr);
    const std::uint32_t before = library.version();
    town::supply(library, files().head.residents);
    EXPECT_NE(library.version(), before);
    ASSERT_NE(library.column(older), nullptr);
    EXPECT_EQ(library.column(older)->denominators[0], 100);
}

TEST(Library, HandsOutATileOnce) {
    Library library = town::opened();
    const FileIndex tile = files().head.lods[0].tiles[0].file;
    town::supply(library, tile);
    EXPECT_EQ(library.takeTile(tile).size(), 1u);
    EXPECT_TRUE(library.takeTile(tile).empty());
}

TEST(Library, MeasuresWhatIsWantedInBytes) {
    Library library = town::opened();
    EXPECT_EQ(library.progress(), 1);
    const FileIndex a = files().head.residents, b = files().column("N2.rent");
    library.want(a);
    library.want(b);
    EXPECT_EQ(library.progress(), 0);
    town::supply(library, a);
    const double bytesA = files().head.files[a].bytes, bytesB = files().head.files[b].bytes;
    EXPECT_DOUBLE_EQ(library.progress(), bytesA / (bytesA + bytesB));
    library.giveUp(files().head.files[b].name);
    EXPECT_EQ(library.progress(), 1);
}

}  // namespace
}  // namespace dex
