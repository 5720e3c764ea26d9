#include "stats/class_method.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

TEST(ClassMethod, IsReadBackByItsId) {
    ASSERT_EQ(classMethodIds().size(), 3u);
    for (const ClassMethod method : {ClassMethod::Quantile, ClassMethod::EqualSteps, ClassMethod::NaturalBreaks}) {
        EXPECT_EQ(classMethodIds()[static_cast<std::size_t>(method)], idOf(method));
        EXPECT_EQ(classMethodWithId(idOf(method)), method);
    }
}

TEST(ClassMethod, IsReadAsOlderLinksSayIt) {
    EXPECT_EQ(classMethodWithId("equal"), ClassMethod::EqualSteps);
    EXPECT_EQ(classMethodWithId("natural"), ClassMethod::NaturalBreaks);
}

TEST(ClassMethod, IsNoneByAnyOtherName) {
    for (const char* id : {"", "jenks", "Quantile", "equal-", "5"}) EXPECT_FALSE(classMethodWithId(id)) << id;
}

}  // namespace
}  // namespace dex
