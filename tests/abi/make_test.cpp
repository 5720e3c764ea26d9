// What dex_make gives through the door, against the files that the command line writes of the same atlas.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

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
    // As a page does: it brings files only where the work waits for them.
    Answer made(const std::string& order) { return finished(step(order)); }
    Answer finished(Answer all = {}) {
        constexpr int kMaxSteps = 10'000;
        for (int i = 0; (all.state == DEX_MADE_PART || all.state == DEX_MADE_WAITS) && i < kMaxSteps; ++i) {
            if (all.state == DEX_MADE_WAITS) page_.settle();
            const Answer next = step({});
            all.state = next.state;
            all.bytes += next.bytes;
            all.percents.push_back(next.percents[0]);
        }
        EXPECT_TRUE(all.state == DEX_MADE_ALL || all.state == DEX_MADE_NONE);
        return all;
    }
    // All files of a kind fail, until they may arrive again.
    void failAll(const std::string& kind) {
        page_.intercept = [this, kind](const std::string& name) {
            if (!name.starts_with(kind + ".")) return false;
            fail(name);
            return true;
        };
    }
    void fail(const std::string& name) {
        constexpr std::uint32_t kNoNetwork = 12;
        dex_fail(page_.map(), name.data(), static_cast<std::uint32_t>(name.size()), kNoNetwork);
    }
    void bringAgain() {
        page_.intercept = {};
        dex_retry(page_.map());
    }
    // What a command writes into a file.
    std::string written(const std::function<Exit(const std::string& out)>& run) {
        const std::string out = folder_ + "/out";
        fs::remove(out);
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
    // What a picture is in a file, and here: SVG, for it has all but the map's edges in the form of text.
    void expectSamePicture(const std::string& view, bool card = false) {
        const Answer answer = made(pictureOrder("svg", view, "square") + (card ? "\ncard" : ""));
        // Not EXPECT_EQ, which would show both.
        EXPECT_TRUE(answer.bytes == drawn(view, "square", 1, "svg", card)) << view;
    }
    // The folder into which the atlas is published.
    std::string published() {
        PublishOptions options;
        options.atlas = folder_;
        options.date = kMade;
        options.out = folder_ + "/data";
        EXPECT_EQ(runPublish(options), Exit::Done);
        return options.out;
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
    const std::string table = made("as csv\nview v=1&place=district:D1").bytes;
    const std::string inside = made("as csv\nview v=1&place=district:D1\nplace").bytes;
    EXPECT_EQ(table, figures());
    std::string expected;
    for (std::size_t from = 0, end; (end = table.find('\n', from)) != std::string::npos; from = end + 1) {
        const std::string line = table.substr(from, end + 1 - from);
        if (from == 0 || line.find(",D1,") != std::string::npos) expected += line;
    }
    EXPECT_EQ(inside, expected);
    // The outlines of a place are as fine as there are.
    auto whole = nlohmann::json::parse(exported({}, false));
    const auto all = whole["features"];
    whole["features"] = nlohmann::json::array();
    for (const auto& feature : all) {
        if (feature["properties"]["district.code"] == "D1") whole["features"].push_back(feature);
    }
    EXPECT_GT(whole["features"].size(), 1u);
    EXPECT_LT(whole["features"].size(), all.size());
    EXPECT_EQ(nlohmann::json::parse(made("as geojson\nview v=1&place=district:D1\nplace").bytes), whole);
}

TEST_F(Making, GivesNothingOfAPlaceThatNobodyKnows) {
    page_.begin();
    page_.settle();
    for (const char* view : {"v=1", "v=1&place=district:D99", "v=1&place=county:X"}) {
        for (const char* as : {"csv", "geojson", "guide"}) {
            const Answer answer = made(std::string("as ") + as + "\nview " + view + "\nplace");
            EXPECT_EQ(answer.state, DEX_MADE_NONE) << as << ' ' << view;
            EXPECT_EQ(answer.bytes, "") << as << ' ' << view;
        }
    }
}

TEST_F(Making, GivesTheScoresInOutlinesThatArePublished) {
    page_.begin();
    page_.settle();
    const std::string data = published();
    EXPECT_EQ(made("as geojson\nview v=1&by=small-area\nscores").bytes, contentOf(data + "/whole.geojson"));
    for (const std::string code : {"D1", "D2"}) {
        EXPECT_EQ(made("as geojson\nview v=1&by=small-area&place=district:" + code + "\nscores\nplace").bytes,
                  contentOf(data + "/places/" + code + ".geojson"));
    }
}

TEST_F(MakingOfBoroughs, GivesTheBriefingOfTheCommandLine) {
    page_.begin();
    page_.settle();
    BriefingOptions options;
    options.atlas = folder_;
    options.area = "E09000028";
    // Also as people write it.
    options.view = "weights=n2:5&within=borough:Lambeth,borough:e09000028";
    options.date = kMade;
    options.address = kAddress;
    options.faces = kFaces;
    const std::string briefing = written([&](const std::string& out) {
        options.out = out;
        return runBriefing(options);
    });
    const Answer answer =
        made(std::string(
                 "as briefing\nview v=1&area=borough:E09000028&weights=N2:5&within=borough:E09000022,borough:E09000028"
                 "\nmade ") +
             kMade + "\naddress " + kAddress);
    EXPECT_EQ(answer.bytes, briefing);
    EXPECT_TRUE(std::is_sorted(answer.percents.begin(), answer.percents.end()));
    EXPECT_GT(std::set(answer.percents.begin(), answer.percents.end()).size(), 5u);
    EXPECT_EQ(answer.percents.back(), 100);
    EXPECT_EQ(made("as briefing\nview v=1").state, DEX_MADE_NONE) << "nobody is chosen";
    options.view = "weights=N99:5";
    options.out = folder_ + "/out";
    EXPECT_EQ(runBriefing(options), Exit::AskedWrongly);
    options.view = "within=borough:Atlantis";
    EXPECT_EQ(runBriefing(options), Exit::AskedWrongly);
}

TEST_F(MakingOfBoroughs, GivesThePicturesOfTheCommandLine) {
    page_.begin();
    page_.settle();
    for (const char* view : {"v=1", "v=1&place=borough:E09000028&theme=dark", "v=1&show=N2&theme=grey"}) {
        EXPECT_EQ(made(pictureOrder("svg", view, "square")).bytes, drawn(view, "square", 1, "svg")) << view;
        const Answer png = made(pictureOrder("png", view, "640x400"));
        EXPECT_TRUE(std::is_sorted(png.percents.begin(), png.percents.end()));
        EXPECT_GT(std::set(png.percents.begin(), png.percents.end()).size(), 3u) << "in several steps";
        EXPECT_EQ(png.percents.back(), 100);
        EXPECT_EQ(pixelsOf(packed(png.bytes)), pixelsOf(drawn(view, "640x400", 1, "png"))) << view;
    }
    const std::string card = "v=1&area=borough:E09000028";
    EXPECT_EQ(pixelsOf(packed(made(pictureOrder("png", card, "social") + "\nscale 2\ncard").bytes)),
              pixelsOf(drawn(card, "social", 2, "png", true)));
}

TEST_F(MakingOfBoroughs, GivesThePictureOfEveryKindOfView) {
    page_.begin();
    page_.settle();
    for (const char* view :
         {"v=1&show=N2/G.older", "v=1&show=overall/C.imd", "v=1&show=N2.income&classes=natural-breaks.4",
          "v=1&compare=borough:E09000028,borough:E09000022", "v=1&within=borough:E09000028,borough:E09000022",
          "v=1&weights=N1:9,N2:0", "v=1&place=borough:E09000028", "v=1&show=standout&theme=dark",
          "v=1&show=N5&class=5&theme=grey", "v=1&at=51.5,-0.1,11.5"})
        expectSamePicture(view);
    expectSamePicture("v=1&area=borough:E09000028&score=min-max", true);
}

TEST_F(Making, GivesThePictureOfEveryLevel) {
    page_.begin();
    page_.settle();
    for (const char* view :
         {"v=1&by=small-area", "v=1&by=ward", "v=1&by=district", "v=1&by=ward&show=N2&place=district:D1"})
        expectSamePicture(view);
    expectSamePicture("v=1&area=small-area:A01", true);
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
    for (const char* order :
         {"as poem", "as csv\nwhat 1", "as png\nsize 12x12", "as png\nsize 8000x8000\nscale 2", "as png\nscale 3",
          "as png\nmade 2026-13-01", "\n", "view v=1", "as csv\n\n", "as csv\nscores 1", "as csv\nplace D1",
          "as svg\ncard yes", "as csv\nview v=1&weights=N1:99", "as svg\naddress https://maps.example.org/#v=1",
          "as svg\naddress https://maps.example.org/a b"})
        EXPECT_EQ(step(order).state, DEX_MADE_NONE) << order;
    EXPECT_EQ(step({}).state, DEX_MADE_NONE) << "nothing was ordered";
}

struct FailedKind {
    const char *kind, *order;
};
class MakingWithAFailure : public Making, public testing::WithParamInterface<FailedKind> {};

TEST_P(MakingWithAFailure, GivesUpAndGoesOnAfterIt) {
    failAll(GetParam().kind);
    page_.begin();
    const Answer failed = made(GetParam().order);
    EXPECT_EQ(failed.state, DEX_MADE_NONE);
    EXPECT_EQ(failed.bytes, "");
    EXPECT_EQ(step({}).state, DEX_MADE_NONE) << "it is at an end";
    bringAgain();
    const bool isCsv = std::string_view(GetParam().order).starts_with("as csv");
    EXPECT_EQ(made(GetParam().order).bytes, isCsv ? figures("ward") : exported("ward", false, 0));
}

INSTANTIATE_TEST_SUITE_P(Files, MakingWithAFailure,
                         testing::Values(FailedKind{"column", "as csv\nview v=1&by=ward"},
                                         FailedKind{"names", "as csv\nview v=1&by=ward"},
                                         FailedKind{"grouping", "as geojson\nview v=1&by=ward"},
                                         FailedKind{"tile", "as geojson\nview v=1&by=ward"}),
                         [](const auto& one) { return std::string(one.param.kind); });

// The Text view stands in for a map without letters, and what needs none can be taken from it.
TEST_F(MakingOfBoroughs, GivesUpWhereAFaceHasFailedAndGoesOnAfterIt) {
    page_.hasFaces = false;
    page_.begin();
    const std::string svg = pictureOrder("svg", "v=1", "square");
    EXPECT_EQ(step(svg).state, DEX_MADE_WAITS);
    const std::string briefing = "as briefing\nview v=1&area=borough:E09000028";
    for (const char* face : {"face.regular", "face.semibold"}) {
        fail(face);
        for (const std::string& order : {svg, briefing, std::string("as notes")})
            EXPECT_EQ(made(order).state, DEX_MADE_NONE) << face << '\n' << order;
        EXPECT_EQ(made("as csv\nview v=1").bytes, figures());
        dex_retry(page_.map());
        EXPECT_EQ(step(svg).state, DEX_MADE_WAITS) << "somebody tries again";
    }
    page_.supply("face.regular", {1, 2, 3});
    EXPECT_EQ(made(svg).state, DEX_MADE_NONE) << "a damaged one";
    page_.supplyFaces();
    EXPECT_EQ(made(svg).bytes, drawn("v=1", "square", 1, "svg"));
}

TEST_F(Making, GivesUpWhereTheAtlasHasFailed) {
    EXPECT_EQ(step("as csv\nview v=1").state, DEX_MADE_WAITS);
    fail(served_.head);
    EXPECT_EQ(step({}).state, DEX_MADE_NONE);
    dex_retry(page_.map());
    EXPECT_EQ(step("as csv\nview v=1").state, DEX_MADE_WAITS);
    page_.begin();
    EXPECT_EQ(finished().bytes, figures());
}

TEST_F(MakingOfBoroughs, WaitsForWhatIsNotHereYet) {
    const std::string order = pictureOrder("svg", "v=1&show=N2", "square");
    EXPECT_EQ(step(order).state, DEX_MADE_WAITS) << "there is no atlas";
    EXPECT_EQ(step({}).state, DEX_MADE_WAITS);
    page_.intercept = [](const std::string&) { return true; };
    page_.begin();
    EXPECT_EQ(step({}).state, DEX_MADE_WAITS) << "there is nothing but its list";
    page_.intercept = {};
    for (const auto& [name, bytes] : served_.files) {
        if (name.starts_with("names.") || name.starts_with("grouping.") || name.starts_with("column."))
            page_.supply(name, bytes);
    }
    EXPECT_EQ(step({}).state, DEX_MADE_PART) << "it is planned, for which tiles are not needed";
    EXPECT_EQ(step({}).state, DEX_MADE_PART);
    EXPECT_EQ(step({}).state, DEX_MADE_WAITS) << "it cannot be drawn";
    for (const auto& [name, bytes] : served_.files) {
        if (name.starts_with("tile.")) page_.supply(name, bytes);
    }
    EXPECT_EQ(finished().bytes, drawn("v=1&show=N2", "square", 1, "svg"));
}

TEST_F(Making, TakesAnotherOrderInPlaceOfTheOneAtHand) {
    page_.begin();
    page_.settle();
    step("as png\nview v=1\nsize square");
    page_.settle();
    step({});
    EXPECT_EQ(made("as csv\nview v=1").bytes, figures());
}

TEST_F(MakingOfBoroughs, EndsWithAStopInTheMiddle) {
    page_.begin();
    page_.settle();
    const std::string order = pictureOrder("png", "v=1", "640x400");
    Answer some = step(order);
    while (some.state == DEX_MADE_PART && some.bytes.empty()) some = step({});
    EXPECT_EQ(some.state, DEX_MADE_PART);
    const Answer stopped = step("stop");
    EXPECT_EQ(stopped.state, DEX_MADE_NONE);
    EXPECT_EQ(stopped.bytes, "");
    EXPECT_EQ(step({}).state, DEX_MADE_NONE);
    EXPECT_EQ(step("stop").state, DEX_MADE_NONE);
    EXPECT_EQ(made(order).state, DEX_MADE_ALL);
}

// What the reader does to the map meanwhile is no part of what was ordered.
TEST_F(MakingOfBoroughs, GoesOnWhileTheMapShowsSomethingElse) {
    page_.begin();
    page_.settle();
    const std::string order = pictureOrder("png", "v=1&show=N2", "640x400");
    const std::string alone = made(order).bytes;
    Answer all = step(order);
    for (const char* view : {"v=1&show=N5&theme=dark", "v=1&weights=N1:9&place=borough:E09000028",
                             "v=1&area=borough:E09000022&by=borough"}) {
        page_.setView(view);
        page_.settle();
        const Answer next = step({});
        all.state = next.state;
        all.bytes += next.bytes;
    }
    EXPECT_EQ(all.state, DEX_MADE_PART);
    EXPECT_EQ(finished(all).bytes, alone);
}

// The sanitizer sees what would be left over, or used afterwards.
TEST_F(MakingOfBoroughs, LeavesNothingWhereTheMapEndsInTheMiddle) {
    for (const char* order : {"as png\nview v=1\nsize 640x400", "as briefing\nview v=1&area=borough:E09000028",
                              "as geojson\nview v=1", "as csv\nview v=1\nscores"}) {
        Page page(served_);
        page.begin();
        std::uint32_t size = 0;
        dex_make(page.map(), order, static_cast<std::uint32_t>(std::string_view(order).size()), &size);
        page.settle();
        constexpr int kSteps = 3;
        for (int i = 0; i < kSteps; ++i) EXPECT_NE(dex_make(page.map(), "", 0, &size)[0], DEX_MADE_NONE) << order;
    }
}

}  // namespace
}  // namespace dex::test
