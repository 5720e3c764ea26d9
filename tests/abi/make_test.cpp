// What dex_make gives through the door, against the files that the command line writes of the same atlas.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>

#include "compile/commands.h"
#include "compile/zlib_deflater.h"
#include "output/crc32.h"
#include "support/png.h"
#include "tests/abi/page.h"

namespace dex::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAddress = "https://maps.example.org/";
constexpr const char* kMade = "2026-11-29";
constexpr const char* kFaces = DEX_ROOT "/build/faces";

std::string contentOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in.good()) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Answer {
    int state = DEX_MADE_PART;
    std::string bytes;
    std::vector<int> percents;
};

// An atlas in a folder, and a map that shows it.
class Making : public testing::Test {
protected:
    explicit Making(const ServedAtlas& atlas = town()) : served_(atlas), page_(atlas) {
        static int count = 0;
        folder_ = testing::TempDir() + "/dex-make-" + std::to_string(++count);
        fs::create_directories(folder_);
        for (const auto& [name, bytes] : atlas.files)
            std::ofstream(folder_ + "/" + name, std::ios::binary)
                .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    ~Making() override { fs::remove_all(folder_); }

    Answer step(const std::string& order) {
        std::uint32_t size = 0;
        const auto* bytes = dex_make(page_.map(), order.data(), static_cast<std::uint32_t>(order.size()), &size);
        EXPECT_GE(size, 2u);
        return {bytes[0], std::string(reinterpret_cast<const char*>(bytes) + 2, size - 2), {bytes[1]}};
    }
    // As a page does: files come between two steps.
    Answer made(const std::string& order) {
        constexpr int kMaxSteps = 10'000;
        Answer all = step(order);
        for (int i = 0; all.state == DEX_MADE_PART && i < kMaxSteps; ++i) {
            page_.settle();
            const Answer next = step({});
            all.state = next.state;
            all.bytes += next.bytes;
            all.percents.push_back(next.percents[0]);
        }
        EXPECT_NE(all.state, DEX_MADE_PART);
        return all;
    }
    // What a command writes into a file.
    std::string written(const std::function<Exit(const std::string& out)>& run) {
        const std::string out = folder_ + "/out";
        EXPECT_EQ(run(out), Exit::Done);
        return contentOf(out);
    }
    std::string scores(const std::string& level = {}, const std::string& scope = {}, const std::string& method = {},
                       const std::string& weights = {}) {
        ScoreOptions options;
        options.atlas = folder_;
        options.request = {level, scope, method, weights};
        options.hasMark = true;
        return written([&](const std::string& out) {
            options.csv = out;
            return runScore(options);
        });
    }
    std::string exported(const std::string& level, bool isCsv, std::optional<int> lod = {}) {
        ExportOptions options;
        options.atlas = folder_;
        options.level = level;
        options.isCsv = options.hasMark = isCsv;
        options.lod = lod;
        return written([&](const std::string& out) {
            options.out = out;
            return runExport(options);
        });
    }
    std::string figures(const std::string& level = {}) { return exported(level, true); }
    std::string drawn(const std::string& view, const std::string& size, double scale, const std::string& format,
                      bool card = false) {
        PictureOptions options;
        options.atlas = folder_;
        options.view = view;
        options.size = size;
        options.scale = scale;
        options.format = format;
        options.card = card;
        options.date = kMade;
        options.address = kAddress;
        options.faces = kFaces;
        return written([&](const std::string& out) {
            options.out = out;
            return runPicture(options);
        });
    }
    std::string pictureOrder(const std::string& as, const std::string& view, const std::string& size) {
        return "as " + as + "\nview " + view + "\nsize " + size + "\nmade " + kMade + "\naddress " + kAddress;
    }
    std::vector<std::byte> pixelsOf(const std::string& png) {
        const std::string path = folder_ + "/pixels.png";
        std::ofstream(path, std::ios::binary) << png;
        const auto picture = readPng(path);
        EXPECT_TRUE(picture);
        return picture ? picture->rgba : std::vector<std::byte>();
    }

    const ServedAtlas& served_;
    std::string folder_;
    Page page_;
};

class MakingOfBoroughs : public Making {
protected:
    MakingOfBoroughs() : Making(boroughs()) {}
};

std::uint32_t bigAt(const std::string& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string big(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 255);
    return bytes;
}

// With its rows packed, as the page does it.
std::string packed(const std::string& png) {
    constexpr std::size_t kSignature = 8, kFrame = 12;
    std::string before = png.substr(0, kSignature), rows, after;
    for (std::size_t at = kSignature; at < png.size();) {
        const std::size_t size = bigAt(png, at);
        const std::string type = png.substr(at + 4, 4), chunk = png.substr(at, size + kFrame);
        if (type == "IDAT")
            rows += chunk.substr(8, size);
        else
            (type == "IEND" ? after : before) += chunk;
        at += size + kFrame;
    }
    ZlibDeflater deflater;
    Bytes bytes;
    deflater.put(asBytes(rows), bytes);
    deflater.finish(bytes);
    const std::string content = "IDAT" + std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return before + big(static_cast<std::uint32_t>(bytes.size())) + content + big(crc32(asBytes(content))) + after;
}

TEST_F(Making, GivesTheTablesOfTheCommandLine) {
    page_.begin();
    page_.settle();
    EXPECT_EQ(made("as csv\nview v=1\nscores").bytes, scores());
    EXPECT_EQ(made("as csv\nview v=1&by=ward\nscores").bytes, scores("ward"));
    EXPECT_EQ(made("as csv\nview v=1&by=ward&show=N1\nscores").bytes, scores("ward"));
    EXPECT_EQ(made("as csv\nview v=1&score=min-max&weights=N1:9\nscores").bytes, scores({}, {}, "min-max", "N1=9"));
    EXPECT_EQ(made("as csv\nview v=1&within=district:D1\nscores").bytes, scores({}, "D1"));
    EXPECT_EQ(made("as csv\nview v=1").bytes, figures());
    EXPECT_EQ(made("as csv\nview v=1&by=district").bytes, figures("district"));
    EXPECT_EQ(made("as geojson\nview v=1&by=ward").bytes, exported("ward", false, 0));
}

TEST_F(Making, GivesTheGuideThatStandsBesideATable) {
    page_.begin();
    page_.settle();
    const std::string table = scores("ward");
    EXPECT_EQ(made("as guide\nview v=1&by=ward\nscores\nfile out").bytes, contentOf(folder_ + "/out-metadata.json"));
    figures();
    EXPECT_EQ(made("as guide\nview v=1\nfile out").bytes, contentOf(folder_ + "/out-metadata.json"));
}

TEST_F(Making, GivesWhatLiesInAPlaceAlone) {
    page_.begin();
    page_.settle();
    const std::string all = made("as csv\nview v=1&place=district:D1").bytes;
    const std::string inside = made("as csv\nview v=1&place=district:D1\nplace").bytes;
    EXPECT_EQ(all, figures());
    std::string expected;
    for (std::size_t from = 0, end; (end = all.find('\n', from)) != std::string::npos; from = end + 1) {
        const std::string line = all.substr(from, end + 1 - from);
        if (from == 0 || line.find(",D1,") != std::string::npos) expected += line;
    }
    EXPECT_EQ(inside, expected);
    // The outlines of a place are as fine as there are.
    const auto place = nlohmann::json::parse(made("as geojson\nview v=1&place=district:D1\nplace").bytes);
    const auto whole = nlohmann::json::parse(exported({}, false));
    for (const auto& feature : place["features"])
        EXPECT_NE(std::find(whole["features"].begin(), whole["features"].end(), feature), whole["features"].end());
}

TEST_F(MakingOfBoroughs, GivesTheBriefingOfTheCommandLine) {
    page_.begin();
    page_.settle();
    BriefingOptions options;
    options.atlas = folder_;
    options.area = "E09000028";
    options.view = "weights=N2:5";
    options.date = kMade;
    options.address = kAddress;
    options.faces = kFaces;
    const std::string briefing = written([&](const std::string& out) {
        options.out = out;
        return runBriefing(options);
    });
    const Answer answer = made(std::string("as briefing\nview v=1&area=borough:E09000028&weights=N2:5\nmade ") + kMade +
                               "\naddress " + kAddress);
    EXPECT_EQ(answer.bytes, briefing);
    EXPECT_TRUE(std::is_sorted(answer.percents.begin(), answer.percents.end() - 1));
    EXPECT_EQ(made("as briefing\nview v=1").state, DEX_MADE_NONE) << "nobody is chosen";
}

TEST_F(MakingOfBoroughs, GivesThePicturesOfTheCommandLine) {
    page_.begin();
    page_.settle();
    for (const char* view : {"v=1", "v=1&place=borough:E09000028&theme=dark", "v=1&show=N2&theme=grey"}) {
        EXPECT_EQ(made(pictureOrder("svg", view, "square")).bytes, drawn(view, "square", 1, "svg")) << view;
        const Answer png = made(pictureOrder("png", view, "640x400"));
        EXPECT_GT(png.percents.size(), 3u) << "in several steps";
        EXPECT_EQ(pixelsOf(packed(png.bytes)), pixelsOf(drawn(view, "640x400", 1, "png"))) << view;
    }
    const std::string card = "v=1&area=borough:E09000028";
    EXPECT_EQ(pixelsOf(packed(made(pictureOrder("png", card, "social") + "\nscale 2\ncard").bytes)),
              pixelsOf(drawn(card, "social", 2, "png", true)));
}

TEST_F(MakingOfBoroughs, SaysWhatStandsBesideAPicture) {
    page_.begin();
    page_.settle();
    const auto notes = nlohmann::json::parse(made("as notes\nview v=1&show=N2").bytes);
    EXPECT_FALSE(notes["title"].get<std::string>().empty());
    EXPECT_LE(notes["alt"].get<std::string>().size(), 150u);
    EXPECT_NE(notes["sources"].get<std::string>().find("Open Government Licence"), std::string::npos);
    EXPECT_NE(notes["view"].get<std::string>().find("show=N2"), std::string::npos);
}

TEST_F(Making, RefusesWhatNobodyKnows) {
    page_.begin();
    page_.settle();
    for (const char* order : {"as poem", "as csv\nwhat 1", "as png\nsize 12x12", "as png\nsize 8000x8000\nscale 2",
                              "as png\nscale 3", "as png\nmade 2026-13-01", "\n"})
        EXPECT_EQ(step(order).state, DEX_MADE_NONE) << order;
    EXPECT_EQ(step({}).state, DEX_MADE_NONE) << "nothing was ordered";
}

TEST_F(Making, GivesUpWhereAFileHasFailedAndGoesOnAfterIt) {
    page_.begin();
    page_.settle();
    page_.intercept = [&](const std::string& name) {
        if (!name.starts_with("column.")) return false;
        dex_fail(page_.map(), name.data(), static_cast<std::uint32_t>(name.size()), 12);
        return true;
    };
    EXPECT_EQ(made("as csv\nview v=1&by=ward").state, DEX_MADE_NONE);
    page_.intercept = {};
    dex_retry(page_.map());
    EXPECT_EQ(made("as csv\nview v=1&by=ward").bytes, figures("ward"));
}

TEST_F(Making, TakesAnotherOrderInPlaceOfTheOneAtHand) {
    page_.begin();
    page_.settle();
    step("as png\nview v=1\nsize square");
    page_.settle();
    step({});
    EXPECT_EQ(made("as csv\nview v=1").bytes, figures());
}

}  // namespace
}  // namespace dex::test
