// Posters, drawn without a window as the build draws them.

#include "compile/poster.h"

#include <gtest/gtest.h>

#include <set>

#include "compile/indexed_png.h"
#include "compile/mini.h"
#include "compile/write_file.h"
#include "support/png.h"
#include "words/write_facts.h"

namespace dex {
namespace {

Bytes pixels(std::initializer_list<std::uint32_t> colours) {
    Bytes rgba;
    for (const std::uint32_t colour : colours) {
        for (const int shift : {16, 8, 0}) rgba.push_back(static_cast<std::byte>(colour >> shift & 255));
        rgba.push_back(std::byte{255});
    }
    return rgba;
}

PngPicture readBack(const Bytes& png) {
    const std::string path = mini::scratch("png") + "/picture.png";
    EXPECT_TRUE(writeFile(path, png));
    auto picture = readPng(path);
    EXPECT_TRUE(picture);
    return picture.value_or(PngPicture{});
}

TEST(IndexedPng, KeepsEveryPixelWhereTheColoursAreFew) {
    const Bytes rgba = pixels({0xFFFFFF, 0x000000, 0x4D2F8F, 0x4D2F8F, 0xFFFFFF, 0x010203});
    const PngPicture picture = readBack(indexedPng(rgba, 3, 2, 4));
    EXPECT_EQ(picture.width, 3);
    EXPECT_EQ(picture.height, 2);
    EXPECT_EQ(picture.rgba, rgba);
}

TEST(IndexedPng, TakesTheNearestOfTheCommonestColoursForTheRest) {
    const Bytes rgba = pixels({0xFF0000, 0xFF0000, 0x0000FF, 0x0000FF, 0xEE0011, 0x1100EE});
    EXPECT_EQ(readBack(indexedPng(rgba, 6, 1, 2)).rgba,
              pixels({0xFF0000, 0xFF0000, 0x0000FF, 0x0000FF, 0xFF0000, 0x0000FF}));
}

TEST(IndexedPng, RefusesASizeThatThePixelsDoNotFill) {
    EXPECT_TRUE(indexedPng({}, 0, 0, 16).empty());
    EXPECT_TRUE(indexedPng(pixels({0, 0}), 3, 2, 16).empty());
}

class PosterTest : public testing::Test {
protected:
    void SetUp() override {
        const auto run = mini::compile(mini::recipe());
        ASSERT_TRUE(run.atlas);
        atlas_ = mini::opened(*run.atlas, mini::scratch("poster"));
        ASSERT_TRUE(atlas_);
        press_ = std::make_unique<PosterPress>(*atlas_, PosterSize{600, 375});
        if (!press_->readFaces(DEX_ROOT "/build/faces", problems_)) GTEST_SKIP() << "build/faces is made by the build.";
    }

    Poster draw(const std::string& view) {
        auto poster = press_->draw(view, problems_);
        for (const auto& sentence : problems_.sentences()) ADD_FAILURE() << sentence;
        return poster.value_or(Poster{});
    }

    std::optional<AtlasFolder> atlas_;
    std::unique_ptr<PosterPress> press_;
    Problems problems_;
};

TEST_F(PosterTest, ShowsAMapAndSaysWhat) {
    const Poster poster = draw("");
    EXPECT_EQ(poster.rgba.size(), std::size_t{600} * 375 * 4);
    std::set<std::uint32_t> colours;
    for (std::size_t i = 0; i + 3 < poster.rgba.size(); i += 4)
        colours.insert(std::to_integer<std::uint32_t>(poster.rgba[i]) << 16 |
                       std::to_integer<std::uint32_t>(poster.rgba[i + 1]) << 8 |
                       std::to_integer<std::uint32_t>(poster.rgba[i + 2]));
    EXPECT_GT(colours.size(), 20u);
    EXPECT_FALSE(poster.alt.empty());
    EXPECT_LE(poster.alt.size(), kMaxAltText);
}

TEST_F(PosterTest, IsTheSameWhateverWasDrawnBefore) {
    const std::string& level = atlas_->head().levels[atlas_->head().topLevel()].id;
    const auto names = atlas_->names(atlas_->head().topLevel(), problems_);
    ASSERT_TRUE(names);
    const std::string view = "place=" + level + ":" + names->codes[0];
    const Poster first = draw(view), whole = draw(""), again = draw(view);
    EXPECT_TRUE(first.rgba == again.rgba);
    EXPECT_FALSE(first.rgba == whole.rgba);
    EXPECT_EQ(first.alt, again.alt);
    EXPECT_NE(first.alt.find(names->names[0]), std::string::npos) << first.alt;
}

TEST_F(PosterTest, NamesAViewThatTheAtlasCannotRead) {
    EXPECT_FALSE(press_->draw("place=", problems_));
    EXPECT_TRUE(problems_.any());
}

}  // namespace
}  // namespace dex
