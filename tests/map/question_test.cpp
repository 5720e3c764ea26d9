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

}  // namespace
}  // namespace dex
