// What dex_edit_view makes of a view, through the door; the rules themselves are tested in tests/map/view_edit_test.cpp.

#include <gtest/gtest.h>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

TEST(EditView, ClosesTheCardThatWouldOverrideTheAreas) {
    Page page{town()};
    page.begin();
    const std::string edited = page.editView("v=1&by=ward&area=ward:W3", "by=district");
    EXPECT_EQ(edited, "v=1&by=district");
}

TEST(EditView, WorksBeforeThereIsAnAtlas) {
    Page page{town()};
    EXPECT_EQ(page.editView("#by=ward&nonsense", "theme=dark&place=x"), "v=1&by=ward&theme=dark");
    EXPECT_EQ(page.editView("", ""), "v=1");
}

}  // namespace
}  // namespace dex::test
