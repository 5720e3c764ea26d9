// Whole frames, panels and all, drawn by the shaders and by the processor and compared with tests/golden. A browser draws the
// same views in tests/e2e/golden.test.mjs.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/drawing_device.h"
#include "support/golden.h"
#include "tests/abi/device.h"
#include "tests/abi/page.h"

namespace dex::test {
namespace {

struct View {
    std::string name, atlas, view;
    double width = 0, height = 0, ratio = 1;
    bool dark = false;

    int widthPx() const { return static_cast<int>(std::lround(width * ratio)); }
    int heightPx() const { return static_cast<int>(std::lround(height * ratio)); }
};

void PrintTo(const View& view, std::ostream* out) { *out << view.name; }

std::vector<View> views() {
    std::ifstream file(DEX_ROOT "/tests/golden/views.json");
    std::vector<View> views;
    for (const auto& one : nlohmann::json::parse(file)) {
        views.push_back({one.at("name"), one.at("atlas"), one.at("view"), one.at("width"), one.at("height"),
                         one.at("ratio"), one.value("dark", false)});
    }
    return views;
}

PngPicture drawn(const View& view, DrawnBy by) {
    DrawingDevice on;
    if (!on.open(by, view.widthPx(), view.heightPx())) return {};
    Device* device = &*on;
    drawOn([&on] { return on.take(); });
    PngPicture picture{view.widthPx(), view.heightPx(), {}};
    {
        Page page(view.atlas == "mini" ? town() : boroughs());
        dex_set_preferences(page.map(), 0, view.dark ? 1 : 0, 0);
        EXPECT_EQ(page.setView(view.view), 0u);
        page.begin(view.width, view.height, view.ratio);
        picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
        device->read({}, {0, 0, picture.width, picture.height}, picture.rgba);
    }
    drawOn({});
    return picture;
}

class Frame : public testing::TestWithParam<View> {
protected:
    void SetUp() override {
        if (face("regular").empty()) GTEST_SKIP() << "build/faces is made by the build.";
    }
    const View& view() const { return GetParam(); }
};

// So does the module that ships (tests/web/pixels.test.mjs): the same bits natively and as WebAssembly.
TEST_P(Frame, ByTheProcessorIsTheGolden) {
    EXPECT_TRUE(isGoldenToTheBit("tests/golden/" + view().name + ".png", drawn(view(), DrawnBy::Processor)));
}

TEST_P(Frame, ByTheShadersLooksLikeTheGolden) {
    const PngPicture picture = drawn(view(), DrawnBy::Shaders);
    if (picture.rgba.empty()) GTEST_SKIP() << "There is no EGL with OpenGL ES 3 here.";
    EXPECT_TRUE(isGolden("tests/golden/" + view().name + ".png", picture));
}

// Together the views meet every ratio and every theme; the small ones alone the largest ratio.
TEST_P(Frame, IsTheSameByBothAtOtherRatiosAndInOtherThemes) {
    View other = view();
    other.ratio = view().width > 500 ? (view().dark ? 2 : 1.5) : 3;
    other.dark = !view().dark;
    if (view().dark) other.view += "&theme=grey";
    const PngPicture shaders = drawn(other, DrawnBy::Shaders);
    if (shaders.rgba.empty()) GTEST_SKIP() << "There is no EGL with OpenGL ES 3 here.";
    EXPECT_TRUE(isAlike(view().name + "-other", shaders, drawn(other, DrawnBy::Processor)));
}

INSTANTIATE_TEST_SUITE_P(Golden, Frame, testing::ValuesIn(views()), [](const auto& test) {
    std::string name = test.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace dex::test
