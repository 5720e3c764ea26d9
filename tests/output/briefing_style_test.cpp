#include "output/briefing_style.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

// RFC 4648, section 10.
TEST(Base64, IsThatOfTheStandard) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xfe"), "//4=");
}

TEST(BriefingStyle, IsNamedByItsHashAndCannotEndItsElement) {
    EXPECT_EQ(briefingStyleHash().size(), 7u + 44u);
    EXPECT_EQ(briefingStyle().find('<'), std::string::npos);
}

}  // namespace
}  // namespace dex
