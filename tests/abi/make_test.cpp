// What dex_make gives through the door, against the files that the command line writes of the same atlas.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string_view>

#include "compile/zlib_deflater.h"
#include "output/crc32.h"
#include "tests/abi/making.h"

namespace dex::test {
namespace {

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

TEST_F(Making, GivesWhatAViewShowsAsTheCommandLineDoes) {
    page_.begin();
    page_.settle();
    for (const std::string view :
         {"v=1", "v=1&by=ward&show=N1.older", "v=1&show=N2&weights=N1:9", "v=1&show=standout&by=district"}) {
        EXPECT_EQ(made("as csv\nshown\nview " + view).bytes, shown(view, true)) << view;
        EXPECT_EQ(made("as guide\nshown\nfile out\nview " + view).bytes, contentOf(folder_ + "/out-metadata.json"))
            << view;
        EXPECT_EQ(made("as geojson\nshown\nview " + view).bytes, shown(view, false, 0)) << view;
    }
    const std::string inside = "v=1&by=ward&place=district:D1";
    EXPECT_EQ(made("as csv\nshown\nplace\nview " + inside).bytes, shown(inside, true));
    EXPECT_NE(shown(inside, true), shown("v=1&by=ward", true));
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

// The view of the one link in a page.
std::string linkOf(const std::string& html) {
    std::smatch found;
    if (!std::regex_search(html, found, std::regex("href=\"[^\"#]*#([^\"]*)\""))) return {};
    return std::regex_replace(found[1].str(), std::regex("&amp;"), "&");
}

// The figures are those that the map shows behind the link, whatever the level.
TEST_F(Making, ABriefingsLinkOpensTheMapWithoutANote) {
    page_.begin();
    page_.settle();
    for (const char* order :
         {"area=district:D1", "area=ward:W1", "area=small-area:A01", "area=district:D1&weights=N1:9",
          "compare=ward:W1,ward:W3\ncompared", "compare=district:D1,ward:W1\ncompared"}) {
        const std::string briefing =
            made(std::string("as briefing\nview v=1&") + order + "\nmade " + kMade + "\naddress " + kAddress).bytes;
        const std::string link = linkOf(briefing);
        EXPECT_NE(link.find("&spec="), std::string::npos) << order << ": " << link;
        page_.setView(link);
        page_.settle();
        EXPECT_FALSE(page_.node("message.a").isThere()) << link << ": " << page_.node("message.a").name;
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

TEST_F(MakingOfBoroughs, LeavesOutOfAPictureWhatTheCommandLineDoes) {
    page_.begin();
    page_.settle();
    PictureOptions options;
    options.view = "v=1&area=borough:E09000028";
    options.size = "640x400";
    options.format = "svg";
    const std::string order = pictureOrder("svg", options.view, options.size), whole = made(order).bytes;
    const auto expectSame = [&](const std::string& line) {
        const std::string bytes = made(order + "\n" + line).bytes;
        EXPECT_TRUE(bytes == drawn(options)) << line;
        EXPECT_FALSE(bytes == whole) << line;
    };
    options.hasLabels = false;
    expectSame("no-labels");
    options.hasLegend = false;
    expectSame("no-labels\nno-legend");
    options.format = "png";
    const std::string bare = pictureOrder("png", options.view, options.size) + "\nno-labels\nno-legend";
    EXPECT_EQ(pixelsOf(packed(made(bare).bytes)), pixelsOf(drawn(options)));
    options.format = "svg";
    options.hasLabels = options.hasLegend = true;
    options.hasOutlines = true;
    expectSame("outlines");
    EXPECT_EQ(made(order + "\nno-legend 1").state, DEX_MADE_NONE) << "it takes no value";
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

}  // namespace
}  // namespace dex::test
