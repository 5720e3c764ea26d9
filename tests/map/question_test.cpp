#include "map/question.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(Question, ReadsACircleAsALinkHasIt) {
    const auto circle = parseCircle("51.47400,-0.06900,800");
    ASSERT_TRUE(circle);
    EXPECT_EQ(circle->centre, (GroundPoint{-690000, 514740000}));
    EXPECT_EQ(circle->metres, 800u);
    EXPECT_EQ(circleText(*circle), "51.47400,-0.06900,800");
    EXPECT_EQ(circleText(*parseCircle("-33.9,151,1")), "-33.90000,151.00000,1");
}

TEST(Question, RoundsACentreToFiveDecimalsBeforeItIsAsked) {
    EXPECT_EQ(parseCircle("51.474004,-0.069006,800"), parseCircle("51.474,-0.06901,800"));
    EXPECT_EQ(asAsked({-0.0690049, 51.4740051}), (GroundPoint{-690000, 514740100}));
    EXPECT_EQ(asAsked({0.000005, 0.000015}), (GroundPoint{0, 200})) << "half to even";
}

TEST(Question, RefusesWhatIsNoCircle) {
    for (const char* text : {"", "51.474", "51.474,-0.069", "51.474,-0.069,800,1", "51.474,-0.069,0",
                             "51.474,-0.069,60001", "51.474,-0.069,800.5", "51.474,-0.069,-800", "90.1,0,800",
                             "0,180.1,800", "51.474,-0.069,800m", "a,b,c", "nan,0,1", "1e1,0,1", "51.474, -0.069, 800"})
        EXPECT_FALSE(parseCircle(text)) << text;
    EXPECT_TRUE(parseCircle("90,180,60000"));
    EXPECT_TRUE(parseCircle("-90,-180,1"));
}

TEST(Question, ReadsADrawnShapeByItsCorners) {
    const auto corners = parseShape("51.5,-0.1,51.51,-0.1,51.51,-0.080001");
    ASSERT_TRUE(corners);
    EXPECT_EQ(*corners, (GroundRing{{-1000000, 515000000}, {-1000000, 515100000}, {-800000, 515100000}}));
    EXPECT_EQ(shapeText(*corners), "51.50000,-0.10000,51.51000,-0.10000,51.51000,-0.08000");
}

TEST(Question, RefusesWhatIsNoShape) {
    for (const char* text : {"", "1,2", "1,2,3,4", "1,2,3,4,5", "1,2,3,4,5,6,", "1,2,3,4,91,6", "1,2,3,4,5,181",
                             "a,b,c,d,e,f", "1,1,1,1,1,1", "1,1,2,2,1,1", "nan,0,1,0,1,1", "0,-170,0,170,1,0"})
        EXPECT_FALSE(parseShape(text)) << text;
}

TEST(Question, HasPartsThatAddAndPartsThatAreTakenAway) {
    QuestionText text;
    ASSERT_TRUE(readCircles("51.5,-0.1,800/~51.5,-0.1,300", text));
    ASSERT_TRUE(readShapes("~51.5,-0.1,51.51,-0.1,51.51,-0.08", text));
    ASSERT_TRUE(readAreas("E01000001,~ward:W1", text));
    EXPECT_EQ(text.circle, "51.50000,-0.10000,800/~51.50000,-0.10000,300");
    const Question question = questionOf(text);
    ASSERT_EQ(question.size(), 5u);
    EXPECT_EQ(question[1], (QuestionPart{Circle{{-1000000, 515000000}, 300}, true}));
    EXPECT_EQ(question[3], (QuestionPart{AreaRef{{}, "E01000001"}, false}));
    EXPECT_EQ(question[4], (QuestionPart{AreaRef{"ward", "W1"}, true}));
    EXPECT_EQ(textOf(question), text);
}

TEST(Question, RefusesAListWithABadPartWhole) {
    QuestionText text;
    EXPECT_FALSE(readCircles("51.5,-0.1,800/51.5,-0.1", text));
    EXPECT_FALSE(readCircles("51.5,-0.1,800/", text));
    EXPECT_FALSE(readCircles("~~51.5,-0.1,800", text));
    EXPECT_FALSE(readAreas("A1,,A2", text));
    EXPECT_FALSE(readAreas("~", text));
    EXPECT_FALSE(readAreas(":A1", text));
    EXPECT_TRUE(text.empty());
}

}  // namespace
}  // namespace dex
