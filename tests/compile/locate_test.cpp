// Lists of rows with a point or a postcode, as people keep them.

#include <gtest/gtest.h>

#include "compile/locate_rows.h"
#include "compile/mini.h"

namespace dex {
namespace {

class Locate : public testing::Test {
protected:
    void SetUp() override {
        const auto run = mini::compile(mini::recipe());
        ASSERT_TRUE(run.atlas) << run.firstProblem();
        atlas_ = mini::opened(*run.atlas, mini::scratch("locate"));
        ASSERT_TRUE(atlas_);
    }

    std::string csv(const std::string& text, const LocateOptions& options = {}) {
        problems_ = {};
        const auto located = locateRows(*atlas_, text, "list", options, problems_);
        sentences_ = located ? located->sentences : std::vector<std::string>{};
        return located ? located->csv : std::string();
    }
    std::string refused(const std::string& text, const LocateOptions& options = {}) {
        EXPECT_EQ(csv(text, options), "");
        return problems_.any() ? problems_.sentences()[0] : std::string();
    }

    std::optional<AtlasFolder> atlas_;
    std::vector<std::string> sentences_;
    Problems problems_;
};

TEST_F(Locate, ByPostcodeGivesBackEveryColumn) {
    EXPECT_EQ(csv("id;Postcode;note\n1;TN1 1AB;\"a, b\"\n2;tn11aa;\n"),
              "id,Postcode,note,code,name\n"
              "1,TN1 1AB,\"a, b\",A03,Upper Town (North 001C)\n"
              "2,tn11aa,,A01,Upper Town (North 001A)\n");
    EXPECT_TRUE(sentences_.empty());
}

TEST_F(Locate, PutsItsAnswersBelowTheirHeadingsInRowsOfAnyLength) {
    EXPECT_EQ(csv("postcode,note\nTN1 1AB,a,more\nTN1 1AA\n"),
              "postcode,note,,code,name\n"
              "TN1 1AB,a,more,A03,Upper Town (North 001C)\n"
              "TN1 1AA,,,A01,Upper Town (North 001A)\n");
}

TEST_F(Locate, ByPostcodeAnswersABadRowWithBlanksAndSaysWhy) {
    EXPECT_EQ(csv("postcode\nTN1 1A8\nTN1\n\"\"\nTN9 1AA\nTNI 1AB\nLibrary\n"),
              "postcode,code,name\nTN1 1A8,,\nTN1,,\nTN9 1AA,,\nTNI 1AB,,\nLibrary,,\n");
    const std::vector<std::string> said = {
        "list, row 2: expected a postcode, found \"TN1 1A8\"", "list, row 3: expected a postcode, found \"TN1\"",
        "list, row 5: the atlas does not have the postcode TN9 1AA",
        "list, row 6: expected a postcode, found \"TNI 1AB\". If it is TN1 1AB, write so",
        "list, row 7: expected a postcode, found \"Library\""};
    EXPECT_EQ(sentences_, said);
    EXPECT_EQ(csv("id,postcode\n1,\n"), "id,postcode,code,name\n1,,,\n");
    EXPECT_EQ(sentences_, std::vector<std::string>{"list, row 2: has no postcode"});
}

TEST_F(Locate, ByPostcodeSaysWhereAnAreaIsOnlyTheNearest) {
    EXPECT_NE(csv("postcode\nTN1 1AD\n"), "");
    ASSERT_EQ(sentences_.size(), 1u);
    EXPECT_EQ(sentences_[0], "list, row 2: TN1 1AD lies in no area, and this is the nearest");
}

TEST_F(Locate, PrefersThePointToThePostcodeUnlessOneIsNamed) {
    const std::string both = "pcds,lon,lat,home\nTN1 1AB,10,10,TN1 1AA\n";
    EXPECT_EQ(csv(both), "pcds,lon,lat,home,code,name\nTN1 1AB,10,10,TN1 1AA,,\n");
    LocateOptions options;
    options.postcode = "Home";
    EXPECT_EQ(csv(both, options), "pcds,lon,lat,home,code,name\nTN1 1AB,10,10,TN1 1AA,A01,Upper Town (North 001A)\n");
    options.postcode = "work";
    EXPECT_NE(refused(both, options).find("no line names the columns"), std::string::npos);
    LocateOptions named;
    named.east = "east";
    named.north = "north";
    EXPECT_NE(refused(both, named).find("no line names the columns"), std::string::npos);
}

TEST_F(Locate, ByPostcodeNeedsAnAtlasThatHasThem) {
    const auto run = mini::compile(mini::replaced(mini::recipe(), "\"postcodes.csv\"", "\"none.csv\""));
    ASSERT_TRUE(run.atlas);
    atlas_ = mini::opened(*run.atlas, mini::scratch("locate-none"));
    ASSERT_TRUE(atlas_);
    EXPECT_EQ(refused("postcode\nTN1 1AB\n"),
              "list: has postcodes, and the atlas knows none. Give a point in each row, or compile the atlas with "
              "\"postcodes\" in its recipe");
}

TEST_F(Locate, ByPostcodeFailsWhereAFileOfPostcodesIsBroken) {
    const std::string folder = mini::scratch("locate");
    const auto run = mini::compile(mini::recipe());
    atlas_ = mini::opened(*run.atlas, folder);
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with("postcodes.")) std::ofstream(entry.path()) << "x";
    }
    EXPECT_NE(refused("postcode\nTN1 1AB\n").find("postcodes."), std::string::npos);
}

TEST_F(Locate, ByPointKnowsTheGridAndHintsAtTurnedCoordinates) {
    EXPECT_EQ(csv("name,Latitude,Longitude\nHall,51.505,-0.045\n"),
              "name,Latitude,Longitude,code,name\nHall,51.505,-0.045,A01,Upper Town (North 001A)\n");
    csv("lon,lat\n51.505,-0.045\n51.505,-0.035\n");
    ASSERT_EQ(sentences_.size(), 1u);
    EXPECT_EQ(sentences_[0],
              "list: no point is in an area, and 2 would be with the coordinates the other way round. Name the "
              "columns: --east, --north");
    // The same point on the British grid, and by a decimal comma.
    EXPECT_NE(csv("Easting,Northing\n535782,180263\n").find("A01"), std::string::npos);
    EXPECT_NE(csv("lon;lat\n-0,045;51,505\n").find("A01"), std::string::npos);
    LocateOptions grid;
    grid.plane = "EPSG:27700";
    EXPECT_NE(csv("x,y\n535782,180263\n", grid).find("A01"), std::string::npos);
    EXPECT_EQ(refused("lon;lat\n-0,045;51.5\n"),
              "list: has numbers with a decimal point and with a decimal comma. Write all of them alike");
}

TEST_F(Locate, ByPointAnswersABadRowWithBlanksAndSaysWhy) {
    EXPECT_EQ(csv("id,lon,lat\n1,0,north\n2,,\n3,181,0\n4,10,10\n"),
              "id,lon,lat,code,name\n1,0,north,,\n2,,,,\n3,181,0,,\n4,10,10,,\n");
    const std::vector<std::string> said = {"list, row 2: expected a number, found \"north\"",
                                           "list, row 3: has no point",
                                           "list, row 4: is no place on the earth: 181, 0"};
    EXPECT_EQ(sentences_, said);
}

}  // namespace
}  // namespace dex
