#include "output/briefing_style.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

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

// A page that a map opens has the map's policy.
TEST(BriefingStyle, IsAllowedByThePoliciesOfThePagesWithAMap) {
    for (const char* file : {"web/serve/_headers", "web/serve/nginx.conf", "web/index.html", "web/embed.html",
                             "web/demo/index.html", "tools/serve.mjs"}) {
        std::ifstream in(std::string(DEX_ROOT "/") + file);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        EXPECT_NE(text.find(" '" + briefingStyleHash() + '\''), std::string::npos)
            << file << " has to allow " << briefingStyleHash();
    }
}

}  // namespace
}  // namespace dex
