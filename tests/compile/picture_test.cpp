// Pictures to take away, of the embedded boroughs: from the published files to the finished PNG and SVG.

#include <gtest/gtest.h>
#include <png.h>

#include <memory>

#include "compile/mini.h"
#include "compile/picture_press.h"
#include "compile/zlib_deflater.h"
#include "output/picture_bands.h"
#include "output/picture_png.h"
#include "output/picture_svg.h"
#include "output/read_picture.h"
#include "support/golden.h"

namespace dex {
namespace {

class Collected final : public FileSink {
public:
    bool write(ByteSpan bytes) override {
        file.insert(file.end(), bytes.begin(), bytes.end());
        return true;
    }
    Bytes file;
};

// A view of the boroughs, planned and with its tiles.
struct Planned {
    Planned(const PictureAtlas& atlas, const std::string& text, PictureRequest asked, double pxPerUnit)
        : view(parseView(text).view), request(std::move(asked)), chosen(resolve(view, atlas.library())), of(atlas) {
        analysis.update(chosen, atlas.library());
        plan = planPicture(source(), request);
        const AtlasFolder& folder = atlas.folder();
        tiles.open(folder.head().lods);
        tiles.look(pictureSight(plan.page, pxPerUnit));
        Problems problems;
        for (const TileKey key : std::vector<TileKey>(tiles.wanted()))
            tiles.put(key, folder.tile(key.lod, key.tile, problems).value());
        tiles.look(pictureSight(plan.page, pxPerUnit));
        EXPECT_TRUE(tiles.complete());
    }
    PictureSource source() const {
        return {.library = of.library(),
                .view = view,
                .chosen = chosen,
                .analysis = analysis,
                .regular = of.regular(),
                .semibold = of.semibold()};
    }
    Bytes png(double scale) const {
        ZlibDeflater deflater;
        Collected sink;
        EXPECT_TRUE(drawPng(source(), request, plan, tiles, scale, deflater, sink));
        return sink.file;
    }
    std::string svg() const { return drawSvg(source(), request, plan, tiles); }
    // All bands, one below the other.
    PngPicture picture(double pxPerUnit) const {
        PictureBands bands(source(), plan.page, tiles, tokensOf(request.theme), pxPerUnit);
        PngPicture drawn{bands.width(), bands.height(), {}};
        for (int top = 0; top < bands.height(); top += bands.bandHeight()) {
            const auto band = bands.draw(top);
            drawn.rgba.insert(drawn.rgba.end(), band.begin(), band.end());
        }
        return drawn;
    }

    ViewState view;
    PictureRequest request;
    Chosen chosen;
    Analysis analysis;
    TileStore tiles;
    PicturePlan plan;
    const PictureAtlas& of;
};

constexpr const char* kSelected = "area=borough:E09000028";
constexpr const char* kMoved = "show=moved&weights=N2:9";
constexpr const char* kAddress = "https://maps.example.org/";

class Pictures : public testing::Test {
protected:
    static void SetUpTestSuite() {
        Report report;
        Problems problems;
        DataFolders where;
        where.folders.push_back(DEX_ROOT "/data");
        const auto finished = compileAtlas(mini::textOf(DEX_ROOT "/data/recipes/london-boroughs.json"),
                                           "london-boroughs.json", where, report, problems);
        ASSERT_TRUE(finished) << (problems.any() ? problems.sentences()[0] : "");
        folder_ = std::make_unique<AtlasFolder>(mini::opened(*finished, mini::scratch("pictures")).value());
    }
    static void TearDownTestSuite() { folder_.reset(); }

    void SetUp() override {
        Problems problems, wrong;
        atlas_ = PictureAtlas::open(*folder_, DEX_ROOT "/build/faces", problems);
        if (!atlas_) GTEST_SKIP() << "build/faces is made by the build.";
        for (const char* view : {"", kSelected, "show=N2/G.older", "show=standout", kMoved})
            ASSERT_TRUE(atlas_->prepare(parseView(view).view, wrong, problems)) << view;
    }

    static PictureRequest request(std::string_view size) {
        return {.size = pictureSizeCalled(size).value(), .made = Day{2026, 11, 29}, .address = kAddress};
    }
    Planned planned(const std::string& view, PictureRequest asked, double pxPerUnit = 4) const {
        return {*atlas_, view, std::move(asked), pxPerUnit};
    }

    static std::unique_ptr<AtlasFolder> folder_;
    std::optional<PictureAtlas> atlas_;
};
std::unique_ptr<AtlasFolder> Pictures::folder_;

// As they are laid out for presets, at one pixel a unit: with card and without, in every theme. The card's page on its side
// is held to its room below.
TEST_F(Pictures, AreLaidOutForTheirSize) {
    struct Case {
        const char *size, *view;
        ThemeChoice theme = ThemeChoice::Light;
        bool hasCard = false;
    };
    const Case cases[] = {{"social", ""},
                          {"square", kSelected, ThemeChoice::Dark},
                          {"portrait", "show=N2/G.older"},
                          {"slide", "show=standout", ThemeChoice::Grey},
                          {"a4-portrait", kSelected, ThemeChoice::Light, true},
                          {"a4-landscape", kMoved}};
    for (const Case& one : cases) {
        PictureRequest asked = request(one.size);
        asked.theme = one.theme;
        asked.hasCard = one.hasCard;
        const PngPicture drawn = planned(one.view, asked, 1).picture(1);
        EXPECT_TRUE(isGoldenToTheBit("tests/compile/golden/picture-" + std::string(one.size) + ".png", drawn))
            << one.size;
    }
}

// Byte for byte, so that nothing in the file changes unseen.
TEST_F(Pictures, AreTheirSvg) {
    EXPECT_TRUE(isGoldenText("tests/compile/golden/picture-social.svg", planned("", request("social")).svg()));
}

// Nothing lies over anything else, and nothing over the edge.
TEST_F(Pictures, HavePlaceForEverything) {
    for (const char* size : {"social", "square", "portrait", "slide", "a4-portrait", "a4-landscape", "600x600"}) {
        for (const auto& [hasCard, isWithLegend] :
             {std::pair(false, true), {true, true}, {false, false}, {true, false}}) {
            PictureRequest asked = request(size);
            asked.hasCard = hasCard;
            asked.hasLegend = isWithLegend;
            const PicturePage page = planned(kSelected, asked).plan.page;
            std::vector<PxRect> rects;
            for (const PageText& text : page.texts) {
                const PxRect rect{text.x, text.baseline - 0.7 * text.px, text.width, 0.7 * text.px};
                EXPECT_GE(rect.x, 0) << size << text.text;
                EXPECT_LE(rect.x + rect.width, page.width + 0.5) << size << text.text;
                EXPECT_LE(text.baseline, page.height) << size << text.text;
                for (const PxRect& other : rects) {
                    const bool isApart = rect.x >= other.x + other.width || other.x >= rect.x + rect.width ||
                                         rect.y >= other.y + other.height || other.y >= rect.y + rect.height;
                    EXPECT_TRUE(isApart) << size << ": " << text.text;
                }
                rects.push_back(rect);
            }
            EXPECT_GT(page.map.width, 150) << size;
            EXPECT_GT(page.map.height, 150) << size;
        }
    }
}

bool holds(const PicturePage& page, std::string_view text) {
    std::string all;
    for (const PageText& one : page.texts) all += one.text + ' ';
    return all.find(text) != std::string::npos;
}

TEST_F(Pictures, SayWhatTheyShowAndWhereItIsFrom) {
    const Planned social = planned(kSelected, request("social"));
    const PicturePage& page = social.plan.page;
    for (const char* text : {"Outlined: Southwark. ", "Open Government Licence v3.0", "Made on 29 November 2026.",
                             "Method and figures: ", "Explore the map: https://maps.example.org/#v=1", "km", "No data"})
        EXPECT_TRUE(holds(page, text)) << text;
    EXPECT_LE(social.plan.notes.alt.size(), 150u + 50u);
    EXPECT_NE(social.plan.notes.view.find(kSelected), std::string::npos);
    EXPECT_EQ(social.plan.notes.spec.size(), 12u);
    EXPECT_FALSE(holds(page, "Kinds of need"));
    PictureRequest asked = request("a4-portrait");
    asked.hasCard = true;
    EXPECT_TRUE(holds(planned(kSelected, asked).plan.page, "Kinds of need"));
}

bool hasLabels(const PicturePage& page) {
    return std::any_of(page.texts.begin(), page.texts.end(),
                       [](const PageText& text) { return text.group == PageGroup::Labels; });
}

bool hasLegend(const PicturePage& page) {
    const auto isOfIt = [](const auto& part) { return part.group == PageGroup::Legend; };
    return std::any_of(page.texts.begin(), page.texts.end(), isOfIt) ||
           std::any_of(page.boxes.begin(), page.boxes.end(), isOfIt);
}

double areaOf(const PxRect& rect) { return rect.width * rect.height; }

// The rest of the picture stays, its texts for those who do not see it word for word.
TEST_F(Pictures, CanDoWithoutLabelsAndLegend) {
    for (const char* size : {"social", "portrait", "a4-landscape", "600x600"}) {
        for (const char* view : {"", kSelected}) {
            const PicturePlan whole = planned(view, request(size)).plan;
            EXPECT_TRUE(hasLabels(whole.page) && hasLegend(whole.page)) << size;
            PictureRequest asked = request(size);
            asked.hasLabels = false;
            const PicturePlan unnamed = planned(view, asked).plan;
            EXPECT_FALSE(hasLabels(unnamed.page)) << size;
            EXPECT_TRUE(hasLegend(unnamed.page)) << size;
            EXPECT_EQ(areaOf(unnamed.page.map), areaOf(whole.page.map)) << size;
            asked.hasLegend = false;
            const PicturePlan bare = planned(view, asked).plan;
            EXPECT_FALSE(hasLabels(bare.page) || hasLegend(bare.page)) << size;
            EXPECT_GT(areaOf(bare.page.map), areaOf(whole.page.map)) << size;
            if (*view == 0) {
                EXPECT_EQ(bare.page.map.width, bare.page.width - 2 * bare.page.map.x) << size;
            }
            EXPECT_TRUE(holds(bare.page, "km")) << size;
            EXPECT_EQ(holds(bare.page, "Outlined: Southwark. "), *view != 0) << size;
            EXPECT_EQ(bare.notes.description, whole.notes.description) << size;
            EXPECT_EQ(bare.notes.alt, whole.notes.alt) << size;
        }
    }
}

// A picture of four bands is the picture of one.
TEST_F(Pictures, DoNotDependOnTheirBands) {
    const Planned social = planned("", request("social"));
    const PngPicture first = social.picture(5), again = social.picture(5);
    EXPECT_EQ(first.rgba, again.rgba);
    PictureBands bands(social.source(), social.plan.page, social.tiles, tokensOf(ThemeChoice::Light), 5);
    ASSERT_GT(bands.height(), 2 * bands.bandHeight());
    const int top = bands.bandHeight() * 2;
    const auto alone = bands.draw(top);
    const std::size_t from = std::size_t{4} * static_cast<std::size_t>(bands.width()) * static_cast<std::size_t>(top);
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), first.rgba.begin() + static_cast<std::ptrdiff_t>(from)));
}

std::size_t sizeByLibpng(const PngPicture& picture) {
    std::vector<std::byte> rgb;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
        rgb.insert(rgb.end(), picture.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                   picture.rgba.begin() + static_cast<std::ptrdiff_t>(i + 3));
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, rgb.data(), 0, nullptr);
    return size;
}

TEST_F(Pictures, AreWithinATenthOfLibpngsSizeAndTheSameTwice) {
    const Planned social = planned("", request("social"), 3);
    const Bytes png = social.png(2);
    EXPECT_EQ(png, social.png(2));
    const std::string path = mini::scratch("libpng") + "/picture.png";
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
    const auto read = readPng(path);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->width, 2400);
    EXPECT_EQ(read->height, 1260);
    EXPECT_EQ(read->rgba, social.picture(2 * social.request.size.pxPerUnit).rgba);
    // With its texts.
    EXPECT_LE(static_cast<double>(png.size()), 1.1 * static_cast<double>(sizeByLibpng(*read)));
}

TEST_F(Pictures, BringTheirViewBack) {
    const Planned square = planned(kSelected, request("square"));
    EXPECT_EQ(readPictureView(square.png(1)).value(), square.plan.notes.view);
    EXPECT_EQ(readPictureView(asBytes(square.svg())).value(), square.plan.notes.view);
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

TEST_F(Pictures, AreSvgThatEveryProgramForDrawingTakes) {
    PictureRequest asked = request("portrait");
    asked.theme = ThemeChoice::Grey;
    const std::string svg = planned("show=standout", asked).svg();
    for (const char* id : {"map", "areas", "borders", "labels", "legend", "text"})
        EXPECT_EQ(count(svg, "<g id=\"" + std::string(id) + "\""), 1u) << id;
    for (const char* never : {"<script", "<style", "style=", "<filter", "<clipPath", "clip-path", "<marker", "<pattern",
                              "<mask", "<use", "<image", "href", "url(", "onload", "<foreignObject"})
        EXPECT_EQ(count(svg, never), 0u) << never;
    // One path a class, and one for its lines.
    const std::size_t from = svg.find("<g id=\"areas\""), to = svg.find("</g>", from);
    EXPECT_LE(count(svg.substr(from, to - from), "fill-rule"), 7u);
    EXPECT_GE(
        count(svg.substr(from, to - from), "stroke-opacity") + count(svg.substr(from, to - from), "fill=\"none\""), 3u);
    EXPECT_GT(count(svg, "textLength=\""), 20u);
    EXPECT_EQ(count(svg, "<g"), count(svg, "</g>"));
}

// Each text once more as a shape, with its words beside it for those who look for them.
TEST_F(Pictures, HaveLettersAsShapesWhereAsked) {
    PictureRequest asked = request("social");
    const std::string text = planned(kSelected, asked).svg();
    asked.hasOutlines = true;
    const Planned shaped = planned(kSelected, asked);
    const std::string svg = shaped.svg();
    EXPECT_EQ(count(svg, "<text"), 0u);
    EXPECT_EQ(count(svg, "font"), 0u);
    EXPECT_EQ(count(svg, "<g aria-label=\""), shaped.plan.page.texts.size());
    EXPECT_NE(svg.find("<g aria-label=\"Outlined: Southwark. "), std::string::npos);
    const auto rims = std::count_if(shaped.plan.page.texts.begin(), shaped.plan.page.texts.end(),
                                    [](const PageText& one) { return one.hasHalo; });
    EXPECT_GT(rims, 5);
    EXPECT_EQ(count(svg, "stroke-linejoin=\"round\""), count(text, "stroke-linejoin=\"round\""));
    EXPECT_EQ(count(svg, "<g"), count(svg, "</g>"));
    EXPECT_EQ(count(svg, "<rect"), count(text, "<rect"));
    // The map is the same.
    const auto mapIn = [](const std::string& file) {
        const std::size_t from = file.find("<g id=\"map\">");
        return file.substr(from, file.find("<g id=\"labels\">") - from);
    };
    EXPECT_TRUE(mapIn(svg) == mapIn(text));
}

TEST_F(Pictures, KeepHostileNamesInert) {
    Planned social = planned("", request("social"));
    const std::string evil = "=cmd()</text></svg><script>alert(1)</script>\"'&";
    social.plan.notes.title = social.plan.notes.alt = social.plan.notes.sources = evil;
    for (PageText& text : social.plan.page.texts) text.text = evil;
    for (const bool hasOutlines : {false, true}) {
        social.request.hasOutlines = hasOutlines;
        const std::string svg = social.svg();
        EXPECT_EQ(count(svg, "<script"), 0u);
        EXPECT_EQ(count(svg, "</svg>"), 1u);
    }
    EXPECT_EQ(readPictureView(social.png(1)).value(), social.plan.notes.view);
}

}  // namespace
}  // namespace dex
