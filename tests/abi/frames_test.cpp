// Whole frames, panels and all, drawn without a window and compared with tests/golden. A browser draws the same views in
// tests/e2e/golden.test.mjs.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "gpu/egl_native.h"
#include "gpu/gles_device.h"
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

class Frame : public testing::TestWithParam<View> {
protected:
    void SetUp() override {
        auto opened = EglNative::open(GetParam().widthPx(), GetParam().heightPx());
        if (!opened.ok()) GTEST_SKIP() << "There is no EGL with OpenGL ES 3 here.";
        if (face("regular").empty()) GTEST_SKIP() << "build/faces is made by the build.";
        egl_ = std::move(opened).value();
        drawOn([this] {
            auto device = std::move(makeGlesDevice()).value();
            device_ = device.get();
            return device;
        });
    }
    void TearDown() override { drawOn({}); }

    std::unique_ptr<EglNative> egl_;
    Device* device_ = nullptr;
};

TEST_P(Frame, LooksLikeTheGolden) {
    const View& view = GetParam();
    Page page(view.atlas == "mini" ? mini() : boroughs());
    dex_set_preferences(page.map(), 0, view.dark ? 1 : 0, 0);
    EXPECT_EQ(page.setView(view.view), 0u);
    page.begin(view.width, view.height, view.ratio);
    PngPicture picture{view.widthPx(), view.heightPx(), {}};
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    device_->read({}, {0, 0, picture.width, picture.height}, picture.rgba);
    EXPECT_TRUE(isGolden("tests/golden/" + view.name + ".png", picture));
}

INSTANTIATE_TEST_SUITE_P(Golden, Frame, testing::ValuesIn(views()), [](const auto& test) {
    std::string name = test.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace dex::test
