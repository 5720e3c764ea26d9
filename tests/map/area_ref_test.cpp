#include "map/area_ref.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(AreaRef, ComesBackFromItsText) {
    const AreaRef ward{"ward", "E05011104"};
    EXPECT_EQ(ward.text(), "ward:E05011104");
    EXPECT_EQ(AreaRef::parse("ward:E05011104"), ward);
    EXPECT_EQ(AreaRef::parse("ward:x:y/z"), (AreaRef{"ward", "x:y/z"})) << "the level ends at the first colon";
}

TEST(AreaRef, IsNoneWithoutALevelACodeOrAColon) {
    for (const char* text : {"", ":", "ward", "ward:", ":E05011104", ":SE15 4AA", "ward:a\nb", "ward:\xc3"})
        EXPECT_FALSE(AreaRef::parse(text)) << text;
    EXPECT_FALSE(AreaRef::parse("ward:" + std::string(65, 'x')));
}

TEST(AreaRef, IsValidWhereItsTextComesBack) {
    EXPECT_TRUE((AreaRef{"ward", "a:b"}).isValid());
    EXPECT_FALSE((AreaRef{"a:b", "c"}).isValid());
    EXPECT_FALSE((AreaRef{"", "c"}).isValid());
}

}  // namespace
}  // namespace dex
