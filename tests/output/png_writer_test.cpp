#include "output/png_writer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "output/crc32.h"
#include "output/picture_notes.h"
#include "output/read_picture.h"
#include "support/png.h"

namespace dex {
namespace {

// A zlib stream whose blocks are stored as they are: what any reader of PNG takes, and no packer is needed.
class StoringDeflater final : public Deflater {
public:
    void put(ByteSpan bytes, Bytes&) override { held_.insert(held_.end(), bytes.begin(), bytes.end()); }
    void finish(Bytes& packed) override {
        add(packed, {0x78, 0x01});
        std::uint32_t a = 1, b = 0;
        for (std::size_t from = 0; from < held_.size();) {
            const std::size_t size = std::min<std::size_t>(held_.size() - from, 0xffff);
            const auto low = static_cast<int>(size & 255), high = static_cast<int>(size >> 8);
            add(packed, {from + size == held_.size() ? 1 : 0, low, high, ~low & 255, ~high & 255});
            for (std::size_t i = from; i < from + size; ++i) {
                packed.push_back(held_[i]);
                a = (a + std::to_integer<std::uint32_t>(held_[i])) % 65521;
                b = (b + a) % 65521;
            }
            from += size;
        }
        add(packed,
            {static_cast<int>(b >> 8), static_cast<int>(b & 255), static_cast<int>(a >> 8), static_cast<int>(a & 255)});
    }

private:
    static void add(Bytes& packed, std::initializer_list<int> bytes) {
        for (const int byte : bytes) packed.push_back(static_cast<std::byte>(byte));
    }
    Bytes held_;
};

Bytes written(PngHead head, const Bytes& rgba) {
    StoringDeflater deflater;
    const std::size_t row = std::size_t{4} * head.width;
    PngWriter writer(std::move(head), deflater);
    for (std::size_t at = 0; at < rgba.size(); at += row) writer.row(ByteSpan(rgba).subspan(at, row));
    writer.finish();
    return writer.take();
}

std::vector<std::byte> readBack(const Bytes& png) {
    const std::string path = testing::TempDir() + "/written.png";
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
    const auto picture = readPng(path);
    EXPECT_TRUE(picture);
    return picture ? picture->rgba : std::vector<std::byte>();
}

Bytes opaque(const std::vector<PngColour>& pixels) {
    Bytes rgba;
    for (const PngColour colour : pixels) {
        for (const int shift : {16, 8, 0}) rgba.push_back(static_cast<std::byte>(colour >> shift & 255));
        rgba.push_back(std::byte{255});
    }
    return rgba;
}

// Rows that each filter is best for, and some that none is.
TEST(PngWriter, KeepsEveryPixel) {
    constexpr std::uint32_t kWidth = 61, kHeight = 40;
    std::mt19937 random(7);
    std::vector<PngColour> pixels;
    for (std::uint32_t y = 0; y < kHeight; ++y) {
        for (std::uint32_t x = 0; x < kWidth; ++x) {
            const PngColour steps = x * 0x010203 + y * 0x020100;
            pixels.push_back(y % 3 == 0 ? steps & 0xffffff : y % 3 == 1 ? 0xF4F2ED : random() & 0xffffff);
        }
    }
    const Bytes rgba = opaque(pixels);
    EXPECT_EQ(readBack(written({.width = kWidth, .height = kHeight}, rgba)), rgba);
}

TEST(PngWriter, KeepsEveryPixelOfAPaletteOfAnySize) {
    constexpr std::uint32_t kWidth = 37, kHeight = 9;
    for (const std::uint32_t colours : {1u, 2u, 3u, 4u, 5u, 16u, 17u, 256u}) {
        std::vector<PngColour> palette, pixels;
        for (std::uint32_t i = 0; i < colours; ++i) palette.push_back(0xffffff - i * 0x010101);
        for (std::uint32_t i = 0; i < kWidth * kHeight; ++i) pixels.push_back(palette[i * 7 % colours]);
        const Bytes rgba = opaque(pixels);
        const Bytes png = written({.width = kWidth, .height = kHeight, .palette = palette}, rgba);
        EXPECT_EQ(readBack(png), rgba) << colours;
    }
}

std::string textOf(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

TEST(PngWriter, SaysHowManyPixelsAnInchOnPaperHas) {
    const Bytes rgba = opaque({0, 1});
    const std::string onPaper = textOf(written({.width = 2, .height = 1, .dpi = 300}, rgba));
    const std::size_t at = onPaper.find("pHYs");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(onPaper.substr(at + 4, 9), std::string("\0\0\x2e\x23\0\0\x2e\x23\1", 9));  // 11,811 a metre.
    EXPECT_EQ(textOf(written({.width = 2, .height = 1}, rgba)).find("pHYs"), std::string::npos);
}

PictureNotes notes() {
    return {.title = "38 of Camden’s areas",
            .alt = "Map: 38 areas.",
            .description = "All of it.",
            .sources = "Office for National Statistics",
            .licence = "Open Government Licence v3.0",
            .view = "v=1&place=borough:E09000007",
            .spec = "0123456789ab",
            .made = "2026-11-29"};
}

Bytes withNotes(const PictureNotes& notes) {
    return written({.width = 1, .height = 1, .texts = pngTextsOf(notes)}, opaque({0}));
}

TEST(ReadPicture, FindsTheViewOfAPng) {
    EXPECT_EQ(readPictureView(withNotes(notes())).value(), "v=1&place=borough:E09000007");
}

TEST(ReadPicture, SaysThatAPictureHoldsNone) {
    EXPECT_EQ(readPictureView(written({.width = 1, .height = 1}, opaque({0}))).error().status, Status::NotFound);
    EXPECT_EQ(readPictureView(asBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")).error().status,
              Status::NotFound);
    EXPECT_EQ(readPictureView(asBytes("GIF89a")).error().status, Status::BadMagic);
    EXPECT_EQ(readPictureView({}).error().status, Status::BadMagic);
}

// A file from anywhere: cut off at every byte, and with each byte turned.
TEST(ReadPicture, SurvivesDamagedFiles) {
    const Bytes whole = withNotes(notes());
    for (std::size_t size = 0; size < whole.size(); ++size)
        static_cast<void>(readPictureView(ByteSpan(whole).first(size)));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes damaged = whole;
        damaged[i] ^= std::byte{0xff};
        const auto view = readPictureView(damaged);
        if (view.ok()) {
            EXPECT_EQ(view.value(), "v=1&place=borough:E09000007") << i;
        }
    }
}

TEST(ReadPicture, RefusesAChunkThatReachesOutOfTheFile) {
    Bytes png = withNotes(notes());
    for (std::size_t i = 33; i < 37; ++i) png[i] = std::byte{0xff};  // Length of the second chunk.
    EXPECT_EQ(readPictureView(png).error().status, Status::Truncated);
}

// Whatever a picture claims is read as a link would be.
TEST(ReadPicture, TakesNothingButAView) {
    PictureNotes evil = notes();
    evil.view = "v=1&theme=dark&onload=alert(1)&place=<script>&show=" + std::string(100, 'x');
    EXPECT_EQ(readPictureView(withNotes(evil)).value(), "v=1&theme=dark");
    evil.view = std::string(5000, 'v');
    EXPECT_EQ(readPictureView(withNotes(evil)).error().status, Status::TooLarge);
    EXPECT_EQ(readPictureView(
                  asBytes("<svg><metadata><dex:view>v=1&amp;theme=dark&amp;place=&lt;x</dex:view></metadata></svg>"))
                  .value(),
              "v=1&theme=dark");
}

// What a name holds cannot end the element or the text that it stands in.
TEST(PictureNotes, KeepHostileNamesInert) {
    PictureNotes evil = notes();
    evil.title = evil.description = "</dc:title></rdf:RDF><script>alert(1)</script>\x01 & \"quotes\"";
    const std::string rdf = rdfOf(evil);
    EXPECT_EQ(rdf.find("<script"), std::string::npos);
    EXPECT_NE(rdf.find("&lt;script&gt;"), std::string::npos);
    EXPECT_EQ(rdf.find('\x01'), std::string::npos);
    evil.title = std::string("Title\0View\0\0\0\0\0v=1", 18);
    for (const PngText& text : pngTextsOf(evil)) EXPECT_EQ(text.text.find('\0'), std::string::npos) << text.keyword;
    EXPECT_EQ(readPictureView(withNotes(evil)).value(), "v=1&place=borough:E09000007");
}

}  // namespace
}  // namespace dex
