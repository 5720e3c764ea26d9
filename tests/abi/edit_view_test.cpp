// What dex_edit_view makes of a view is what the map's own controls come to.

#include <gtest/gtest.h>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

// The view after a control has been used, and the same by dex_edit_view.
void expectTheSame(Page& page, const std::string& view, const char* node, const char* value, const std::string& edits) {
    page.setView(view);
    page.settle();
    const std::string before = page.view();
    const std::string edited = page.editView(before, edits);
    EXPECT_EQ(page.view(), before) << "the map's own view stays";
    page.text();  // So that its controls are known, on the screen or not.
    ASSERT_EQ(page.act(node, value), 0u) << node;
    page.settle();
    EXPECT_EQ(edited, page.view()) << before << " " << edits;
    EXPECT_NE(edited, before) << edits;
}

TEST(EditView, DoesWhatTheControlsOfALevelAndAPlaceDo) {
    Page page{town()};
    page.begin();
    const std::string withCard = "v=1&area=ward:W3&class=1";
    expectTheSame(page, withCard, "by", "district", "by=district");
    expectTheSame(page, withCard, "by", "small-area", "by=small-area");
    expectTheSame(page, withCard, "where", "D2", "place=district:D2");
    expectTheSame(page, "v=1&place=district:D2", "where", "", "place=");
}

TEST(EditView, DoesWhatTheControlsOfAnIndexDo) {
    Page page{boroughs()};
    page.begin();
    const std::string view = "v=1&area=borough:E09000028&class=1";
    expectTheSame(page, view, "measure.N2", "", "show=N2");
    expectTheSame(page, "v=1&show=N2", "measure.overall", "", "show=overall");
    expectTheSame(page, view, "arithmetic.iod", "", "score=iod");
    expectTheSame(page, view, "weight.N1", "9", "weights=N1:9");
}

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
