#include <gtest/gtest.h>

#include <algorithm>

#include "tests/abi/page.h"

// What is pressed does not move: whoever presses again at the same place presses the same.

namespace dex::test {
namespace {

struct Screen {
    const char* name;
    double width, height;
    std::vector<const char*> steps;  // Nodes that are pressed, or "node=value", to get there.
    const char* view = "v=1";
};

void go(Page& page, const Screen& screen) {
    page.setView(screen.view);
    page.settle();
    for (const std::string_view step : screen.steps) {
        const auto sign = step.find('=');
        // What is unfolded already stays so.
        if (page.node(step).has("expanded")) continue;
        page.act(step.substr(0, sign), sign == std::string_view::npos ? "" : step.substr(sign + 1));
        page.settle();
    }
}

bool isPressed(const PageNode& node) {
    const bool has = node.role == "button" || node.role == "radio" || node.role == "tab" || node.role == "option";
    return has && !node.has("hidden") && node.rect[2] > 0 && node.rect[3] > 0;
}

class Press : public testing::TestWithParam<Screen> {};

TEST_P(Press, FourTimesAtOnePlaceIsTheSameControl) {
    const Screen& screen = GetParam();
    Page page{boroughs()};
    page.begin(screen.width, screen.height);
    go(page, screen);
    std::size_t pressed = 0;
    for (const PageNode& control : page.nodes()) {
        // The sheet's grip is pressed to move it.
        if (!isPressed(control) || control.id == "sheet.size") continue;
        const double x = control.rect[0] + control.rect[2] / 2, y = control.rect[1] + control.rect[3] / 2;
        if (y >= screen.height || y < 0) continue;
        go(page, screen);
        for (int times = 1; times <= 4; ++times) {
            page.click(x, y);
            const PageNode now = page.node(control.id);
            // What has gone with its panel, or is scrolled away by its reader, is nothing to press.
            if (!now.isThere() || !isPressed(now)) break;
            ASSERT_TRUE(now.covers(x, y))
                << control.id << " has moved after " << times << " presses, from " << control.rect[0] << ","
                << control.rect[1] << " to " << now.rect[0] << "," << now.rect[1];
        }
        ++pressed;
    }
    // In the small shape there is room for nothing but the card's own.
    EXPECT_GT(pressed, screen.height < 320 ? 0u : 2u);
}

const Screen kScreens[] = {
    {"WideView", 1280, 820, {}},
    {"WideViewLow", 1024, 600, {}},
    {"WideAdjust", 1280, 820, {"page.adjust"}},
    {"WideAdjustUnfolded", 1280, 1400, {"page.adjust", "weight.N2.inside"}},
    {"WideRanked", 1280, 820, {"page.ranked"}},
    {"WideCard", 1280, 820, {}, "v=1&area=borough:E09000028"},
    {"WideCompare", 1280, 820, {}, "v=1&compare=borough:E09000028,borough:E09000010,borough:E09000022"},
    {"MiddleView", 760, 760, {"panel.toggle"}},
    {"MiddleAdjust", 760, 760, {"panel.toggle", "page.adjust"}},
    {"NarrowView", 390, 844, {"sheet.size=full"}},
    {"NarrowAdjust", 390, 844, {"sheet.size=half", "page.adjust"}},
    {"NarrowAdjustFull", 390, 844, {"sheet.size=full", "page.adjust"}},
    {"NarrowRanked", 390, 844, {"sheet.size=full", "page.ranked"}},
    {"NarrowCard", 390, 844, {}, "v=1&area=borough:E09000028"},
    {"Small", 400, 300, {}, "v=1&area=borough:E09000028"},
};

INSTANTIATE_TEST_SUITE_P(Screens, Press, testing::ValuesIn(kScreens),
                         [](const testing::TestParamInfo<Screen>& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace dex::test
