#include "model/wanted.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/town.h"

namespace dex {
namespace {

using town::files;

class WantedFor : public testing::Test {
protected:
    void SetUp() override { town::supply(library_, FileKind::Names); }
    Wanted wanted(const char* view) const { return wantedFor(resolve(parseView(view).view, library_), library_); }
    static std::ptrdiff_t placeOf(FileIndex file, const std::vector<FileIndex>& among) {
        return std::find(among.begin(), among.end(), file) - among.begin();
    }
    static bool holds(const std::vector<FileIndex>& among, FileIndex file) {
        return std::find(among.begin(), among.end(), file) != among.end();
    }
    Library library_ = town::opened();
};

TEST_F(WantedFor, TheDefaultViewIsItsClassesAndTheTopLevelFirst) {
    const AtlasHead& head = files().head;
    const std::vector<FileIndex> first{head.defaultView.classes, head.levels[3].names, head.levels[3].grouping};
    EXPECT_EQ(wanted("").first, first);
    EXPECT_EQ(firstFiles(head), first);
}

// A first picture of any other view takes columns.
TEST_F(WantedFor, AnyOtherViewIsAllOfThem) {
    for (const char* view : {"show=N2.rent", "by=ward", "classes=4", "weights=N1:3", "within=district:D0"})
        EXPECT_TRUE(wanted(view).first.empty()) << view;
    EXPECT_FALSE(wanted("place=district:D0").first.empty());
}

TEST_F(WantedFor, BordersComeBeforeTheColumnAndTheIndexBeforeWhatACardSays) {
    const AtlasHead& head = files().head;
    const auto then = wanted("show=G.young&by=ward&area=ward:W1").then;
    EXPECT_LT(placeOf(head.levels[3].grouping, then), placeOf(files().column("G.young"), then));
    EXPECT_LT(placeOf(head.levels[1].grouping, then), placeOf(files().column("G.young"), then));
    EXPECT_LT(placeOf(files().column("G.young"), then), placeOf(files().column("N1.older"), then));
    EXPECT_LT(placeOf(files().column("N1.older"), then), placeOf(head.levels[1].names, then));
}

// A column that is rolled up takes residents, and one that shares its denominators takes those.
TEST_F(WantedFor, NamesWhatAColumnTakes) {
    const auto then = wanted("show=N1.older").then;
    EXPECT_LT(placeOf(files().head.residents, then), placeOf(files().column("N1.older"), then));
}

TEST_F(WantedFor, FiguresOfGroupsComeWithACardOrAComparison) {
    EXPECT_FALSE(holds(wanted("").then, files().column("G.young")));
    EXPECT_TRUE(holds(wanted("area=small-area:S1").then, files().column("G.young")));
    EXPECT_TRUE(holds(wanted("compare=ward:W0").then, files().column("G.young")));
}

TEST_F(WantedFor, NeverAsksForAFileThatIsNone) {
    for (const char* view : {"", "show=N2.rent", "area=small-area:S1&compare=ward:W0"}) {
        EXPECT_FALSE(holds(wanted(view).first, kNoFile)) << view;
        EXPECT_FALSE(holds(wanted(view).then, kNoFile)) << view;
    }
}

// What is asked for is enough: with it the numbers are there.
TEST_F(WantedFor, IsEnough) {
    for (const char* view : {"", "show=N2.rent", "by=district", "show=G.young&by=ward", "show=N2/G.young",
                             "show=moved&weights=N1:3", "within=ward:W0&by=small-area"}) {
        Library library = town::opened();
        town::supply(library, FileKind::Names);
        const Chosen chosen = resolve(parseView(view).view, library);
        for (const FileIndex file : wantedFor(chosen, library).then) town::supply(library, file);
        Analysis analysis;
        EXPECT_TRUE(analysis.update(chosen, library)) << view;
        EXPECT_TRUE(analysis.hasValues()) << view;
    }
}

}  // namespace
}  // namespace dex
