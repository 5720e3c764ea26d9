#include "map/view_state.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace dex {
namespace {

using Keys = std::vector<std::string>;

ViewState full() {
    ViewState view;
    view.show = "N2.income";
    view.level = "small-area";
    view.place = AreaRef{"borough", "E09000028"};
    view.method = ClassMethod::Quantile;
    view.classCount = 5;
    view.selected = AreaRef{"small-area", "E01003987"};
    view.camera = CameraState{{-0.1278, 51.5074}, 10.25};
    view.chosenClass = 3;
    view.theme = ThemeChoice::Dark;
    view.spec = "0123456789af";
    view.arithmetic = Arithmetic::MinMax;
    view.weights = {{"N2", 10}, {"N2.income", 0}};
    view.scope = {{"borough", "E09000028"}, {"ward", "E05011095"}};
    view.compared = {{"borough", "E09000022"}};
    view.asked = {"51.47400,-0.06900,800", "51.50000,-0.10000,51.51000,-0.10000,51.51000,-0.08000",
                  "E01003987,~ward:E05011095"};
    return view;
}

void expectEqual(const ViewState& a, const ViewState& b) {
    EXPECT_EQ(a.show, b.show);
    EXPECT_EQ(a.level, b.level);
    EXPECT_EQ(a.place, b.place);
    EXPECT_EQ(a.method, b.method);
    EXPECT_EQ(a.classCount, b.classCount);
    EXPECT_EQ(a.selected, b.selected);
    ASSERT_EQ(a.camera.has_value(), b.camera.has_value());
    if (a.camera) {
        EXPECT_NEAR(a.camera->centre.lonDeg, b.camera->centre.lonDeg, 1e-3);
        EXPECT_NEAR(a.camera->centre.latDeg, b.camera->centre.latDeg, 1e-3);
        EXPECT_NEAR(a.camera->zoom, b.camera->zoom, 0.005);
    }
    EXPECT_EQ(a.chosenClass, b.chosenClass);
    EXPECT_EQ(a.theme, b.theme);
    EXPECT_EQ(a.spec, b.spec);
    EXPECT_EQ(a.arithmetic, b.arithmetic);
    EXPECT_EQ(a.weights, b.weights);
    EXPECT_EQ(a.scope, b.scope);
    EXPECT_EQ(a.compared, b.compared);
    EXPECT_EQ(a.asked, b.asked);
}

TEST(ViewState, ReadsAsAPersonWouldWriteIt) {
    EXPECT_EQ(formatView(full()),
              "v=1&show=N2.income&by=small-area&place=borough:E09000028&classes=quantile.5"
              "&area=small-area:E01003987&at=51.5074,-0.1278,10.25&class=4&theme=dark"
              "&spec=0123456789af&score=min-max&weights=N2:10,N2.income:0&within=borough:E09000028,ward:E05011095&"
              "compare=borough:E09000022&circle=51.47400,-0.06900,800"
              "&shape=51.50000,-0.10000,51.51000,-0.10000,51.51000,-0.08000&areas=E01003987,~ward:E05011095");
    EXPECT_EQ(formatView({}), "v=1");
}

TEST(ViewState, ComesBackAsItWas) {
    const ParsedView parsed = parseView(formatView(full()));
    EXPECT_TRUE(parsed.refused.empty());
    expectEqual(parsed.view, full());
    expectEqual(parseView("v=1").view, {});
    expectEqual(parseView("").view, {});
    expectEqual(parseView("#" + formatView(full())).view, full());
}

TEST(ViewState, WritesMethodAndCountAlone) {
    ViewState view;
    view.method = ClassMethod::NaturalBreaks;
    EXPECT_EQ(formatView(view), "v=1&classes=natural-breaks");
    view.method.reset();
    view.classCount = 4;
    EXPECT_EQ(formatView(view), "v=1&classes=4");
    EXPECT_EQ(parseView("classes=4").view.classCount, 4u);
    EXPECT_EQ(parseView("classes=equal").view.method, ClassMethod::EqualSteps);
    EXPECT_FALSE(parseView("classes=equal").view.classCount);
}

TEST(ViewState, ReadsTheIdsThatOlderLinksSayAndWritesTheOnesOfNow) {
    const ParsedView parsed = parseView("v=1&classes=natural.4&score=minmax");
    EXPECT_TRUE(parsed.refused.empty());
    EXPECT_EQ(formatView(parsed.view), "v=1&classes=natural-breaks.4&score=min-max");
    EXPECT_EQ(parseView("classes=equal-steps").view.method, ClassMethod::EqualSteps);
}

TEST(ViewState, RefusesListsThatRepeatOverflowOrAreNoWeights) {
    for (const char* weights : {"N2", "N2:", ":3", "N2:1.5", "N2:-1", "N2:11", "N2:3,N2:4", "N2:3,,N3:1", "N2:0x3"})
        EXPECT_EQ(parseView(std::string("weights=") + weights).refused, (Keys{"weights"})) << weights;
    EXPECT_EQ(parseView("compare=a:1,a:2,a:3,a:4,a:5").refused, (Keys{"compare"}));
    EXPECT_EQ(parseView("within=a:1,a:1").refused, (Keys{"within"}));
    EXPECT_EQ(parseView("weights=N2:0").view.weights, (std::vector<WeightChoice>{{"N2", 0}}));
}

TEST(ViewState, LeavesOutAScopeThatIsTooLongForALink) {
    ViewState view;
    view.show = "overall";
    for (int i = 0; i < 64; ++i) view.scope.push_back({"level", std::string(50, 'x') + std::to_string(i)});
    view.compared = {{"ward", "E05011095"}};
    EXPECT_EQ(formatView(view), "v=1&show=overall&compare=ward:E05011095");
}

TEST(ViewState, RanksWithinWhatIsSelected) {
    const ParsedView parsed = parseView("within=selection,ward:W1&circle=51.5,-0.1,800");
    EXPECT_TRUE(parsed.refused.empty());
    EXPECT_EQ(parsed.view.scope, (std::vector<AreaRef>{AreaRef::selection(), {"ward", "W1"}}));
    EXPECT_EQ(formatView(parsed.view), "v=1&within=selection,ward:W1&circle=51.50000,-0.10000,800");
}

TEST(ViewState, RefusesAQuestionThatNobodyCouldAnswer) {
    EXPECT_EQ(parseView("circle=51.5,-0.1,0&shape=1,2,3&areas=").refused, (Keys{"circle", "shape", "areas"}));
    EXPECT_EQ(parseView("circle=51.5,-0.1,800&circle=51.5,-0.1,900").view.asked.circle, "51.50000,-0.10000,800");
}

TEST(ViewState, LeavesOutAListOfAreasThatIsTooLongForALink) {
    ViewState view;
    for (int i = 0; i < 220; ++i) view.asked.areas += (i > 0 ? "," : "") + std::to_string(100000000 + i);
    view.asked.circle = "51.50000,-0.10000,800";
    EXPECT_EQ(formatView(view), "v=1&circle=51.50000,-0.10000,800");
}

TEST(ViewState, PrecisionFollowsTheZoom) {
    ViewState view;
    view.camera = CameraState{{-0.12781234567, 51.50741234567}, 2};
    EXPECT_EQ(formatView(view), "v=1&at=51.51,-0.13,2.00");
    view.camera->zoom = 17;
    EXPECT_EQ(formatView(view), "v=1&at=51.507412,-0.127812,17.00");
    view.camera = CameraState{{-0.00001, 51}, 2};
    EXPECT_EQ(formatView(view), "v=1&at=51.00,0.00,2.00") << "no minus before nothing";
    // Half a css px at every zoom.
    for (double zoom = 0; zoom <= 20; zoom += 0.37) {
        view.camera = CameraState{{0.123456789, 51.123456789}, zoom};
        const auto back = parseView(formatView(view)).view.camera;
        ASSERT_TRUE(back);
        double degreesPerPx = 360.0 / 256;
        for (double z = 0; z + 1 <= zoom; ++z) degreesPerPx /= 2;
        EXPECT_NEAR(back->centre.lonDeg, 0.123456789, degreesPerPx / 2);
    }
}

TEST(ViewState, IgnoresUnknownKeysAndRefusesBadValuesByKey) {
    const ParsedView parsed = parseView(
        "v=1&utm_source=x&show=&by=ward&place=:x&classes=quantile.9&at=51,0&class=0&theme=pink&score=mean&"
        "weights=N2:11&within=x:&compare=&nonsense&=3");
    EXPECT_EQ(parsed.refused,
              (Keys{"show", "place", "classes", "at", "class", "theme", "score", "weights", "within", "compare"}));
    EXPECT_EQ(parsed.view.level, "ward");
    EXPECT_FALSE(parsed.view.method);
    EXPECT_EQ(parsed.view.theme, ThemeChoice::Auto);
}

TEST(ViewState, RefusesAVersionThatItDoesNotKnowAndReadsWhatItCan) {
    const ParsedView parsed = parseView("v=7&by=ward");
    EXPECT_EQ(parsed.refused, (Keys{"v"}));
    EXPECT_EQ(parsed.view.level, "ward");
}

TEST(ViewState, TakesTheFirstOfAKeyAndSaysSo) {
    const ParsedView parsed = parseView("by=ward&by=borough");
    EXPECT_EQ(parsed.view.level, "ward");
    EXPECT_EQ(parsed.refused, (Keys{"by"}));
}

TEST(ViewState, UnderstandsWhatOtherPeoplesPagesMakeOfALink) {
    const std::string view = "v=1&show=N2&by=ward&place=borough:E09000028";
    for (const std::string_view text :
         {"v=1&amp;show=N2&amp;by=ward&amp;place=borough:E09000028",
          "v=1&amp;amp;show=N2&amp;amp;by=ward&amp;amp;place=borough:E09000028&amp;amp;place=borough:E09000028",
          "v=1&show=N2&by=ward&place=borough:E09000028.", "v=1&show=N2&by=ward&place=borough:E09000028)",
          "v=1&show=N2&by=ward&place=borough:E09000028/", "v=1&show=N2&by=ward&place=borough:E09000028,",
          "v=1&show=N2&by=ward&place=borough:E09000028%22", "V=1&Show=N2&By=ward&Place=borough:E09000028%E2%80%9D",
          "v=1&show=N2&by=ward&place=borough:E09000028#?secret=x"}) {
        const ParsedView parsed = parseView(text);
        EXPECT_EQ(formatView(parsed.view), view) << text;
        EXPECT_TRUE(parsed.refused.empty()) << text;
        // What a system that frames the page has written behind the view stays.
        EXPECT_EQ(parsed.hasDeadText, text.find('#') == text.npos) << text;
    }
    EXPECT_FALSE(parseView(view).hasDeadText);
    EXPECT_FALSE(parseView('#' + view).hasDeadText);
    EXPECT_TRUE(parseView(view + "&utm_source=x").hasDeadText);
    EXPECT_TRUE(parseView("by=ward&class=0").hasDeadText);
}

TEST(ViewState, ReadsItsOwnWordsInCapitals) {
    const ParsedView parsed = parseView("classes=Quantile.4&theme=DARK&score=Min-Max&class=None&spec=0123456789AB");
    EXPECT_TRUE(parsed.refused.empty());
    EXPECT_EQ(formatView(parsed.view), "v=1&classes=quantile.4&class=none&theme=dark&spec=0123456789ab&score=min-max");
}

TEST(ViewState, ReadsACodeWithoutItsLevelAndNeverWritesOne) {
    const ParsedView parsed = parseView("place=E09000028&compare=ward:W1,W2");
    EXPECT_EQ(parsed.view.place, (AreaRef{"", "E09000028"}));
    EXPECT_EQ(parsed.view.compared, (std::vector<AreaRef>{{"ward", "W1"}, {"", "W2"}}));
    EXPECT_EQ(formatView(parsed.view), "v=1&compare=ward:W1");
}

TEST(ViewState, RefusesCamerasThatAreNowhere) {
    for (const char* at :
         {"91,0,10", "51,181,10", "51,0,25", "51,0,-1", "nan,0,10", "inf,0,10", "1e3,0,10", "51,0,", ",,", "51,0,10,4",
          "51.,0,10", ".5,0,10", "+51,0,10", " 51,0,10", "51,--1,3", "-,0,3", "", "51.12345678901234567,0,10"}) {
        const ParsedView parsed = parseView(std::string("at=") + at);
        EXPECT_FALSE(parsed.view.camera) << at;
        EXPECT_EQ(parsed.refused, (Keys{"at"})) << at;
    }
    EXPECT_TRUE(parseView("at=-33.9,151.2,9").view.camera);
    ViewState view;
    view.camera = CameraState{{std::numeric_limits<double>::quiet_NaN(), 51}, 10};
    EXPECT_EQ(formatView(view), "v=1");
    view.camera = CameraState{{0, 51}, std::numeric_limits<double>::quiet_NaN()};
    EXPECT_EQ(formatView(view), "v=1");
}

TEST(ViewState, EncodesWhatTheGrammarNeedsAndNoMore) {
    ViewState view;
    view.show = "a&b=c d%é";
    view.place = AreaRef{"ward", "x:y/z"};
    EXPECT_EQ(formatView(view), "v=1&show=a%26b%3Dc%20d%25%C3%A9&place=ward:x:y/z");
    expectEqual(parseView(formatView(view)).view, view);
    EXPECT_EQ(parseView("show=%4e2").view.show, "N2");
}

TEST(ViewState, RefusesBrokenEncodingAndText) {
    for (const char* value : {"%", "%4", "%zz", "%ff", "%00", "a%0Ab", "%C3"}) {
        const ParsedView parsed = parseView(std::string("show=") + value);
        EXPECT_EQ(parsed.refused, (Keys{"show"})) << value;
        EXPECT_TRUE(parsed.view.show.empty());
    }
    EXPECT_EQ(parseView("show=" + std::string(65, 'x')).refused, (Keys{"show"}));
    EXPECT_EQ(parseView("place=:x").refused, (Keys{"place"}));
    EXPECT_EQ(parseView("place=ward:").refused, (Keys{"place"}));
}

TEST(ViewState, ReadsNoMoreThan2048CharactersAndNoPairThatIsCut) {
    const std::string padding = "pad=" + std::string(2030, 'x');
    const ParsedView cut = parseView("by=ward&" + padding + "&show=N2.income");
    EXPECT_EQ(cut.view.level, "ward");
    EXPECT_TRUE(cut.view.show.empty());
    EXPECT_TRUE(cut.refused.empty());
    const std::string exact = "pad=" + std::string(2048 - 4 - 8, 'x') + "&by=ward";
    ASSERT_EQ(exact.size(), 2048u);
    EXPECT_EQ(parseView(exact).view.level, "ward");
    EXPECT_TRUE(parseView("x" + exact).view.level.empty());
    EXPECT_TRUE(parseView(std::string(100000, '%')).refused.empty());
}

TEST(ViewState, RefusesASpecIdThatIsNone) {
    for (const std::string_view value : {"", "0123456789a", "0123456789abc", "0123456789ag"}) {
        const ParsedView parsed = parseView("v=1&spec=" + std::string(value));
        EXPECT_EQ(parsed.refused, Keys{"spec"}) << value;
        EXPECT_TRUE(parsed.view.spec.empty());
    }
}

TEST(ViewState, WritesNothingThatItWouldRefuseAndNeverTooMuch) {
    ViewState view = full();
    view.show = std::string(64, '\xc3');
    view.level = std::string(70, 'a');
    view.place = AreaRef{"a:b", "c"};
    view.classCount = 77;
    view.chosenClass = 9;
    EXPECT_TRUE(parseView(formatView(view)).refused.empty());
    std::string wide;
    for (int i = 0; i < 32; ++i) wide += "é";
    view = full();
    view.show = view.level = wide;
    view.place = view.selected = AreaRef{wide, wide};
    EXPECT_LE(formatView(view).size(), 2048u);
    expectEqual(parseView(formatView(view)).view, view);
}

TEST(ViewState, LeavesOutWhatALinkCannotSay) {
    ViewState view;
    view.camera = CameraState{{0, 86}, 5};
    view.weights = {{"", 1}, {"a,b", 1}, {"N1", 11}, {"N2", 3}};
    view.scope = {{"borough", "a,b"}, {"borough", "E09000028"}};
    EXPECT_EQ(formatView(view), "v=1&weights=N2:3&within=borough:E09000028");
}

TEST(ViewState, TenThousandHostileAndValidStringsAreStableAfterOneRound) {
    std::mt19937 random(2048);
    const std::string valid = formatView(full());
    const std::string alphabet = "&=%:.,-0123456789abvshowbyplacetm#+~/\x01\xff\xc3\xa9";
    for (int round = 0; round < 10000; ++round) {
        std::string text = round % 3 ? valid : std::string();
        const auto edits = random() % 12;
        for (std::uint32_t i = 0; i < edits; ++i) {
            const char c = alphabet[random() % alphabet.size()];
            const std::size_t at = text.empty() ? 0 : random() % text.size();
            switch (random() % 4) {
                case 0: text.insert(at, 1, c); break;
                case 1:
                    if (!text.empty()) text[at] = c;
                    break;
                case 2:
                    if (!text.empty()) text.erase(at, 1 + random() % 5);
                    break;
                case 3: text += valid.substr(random() % valid.size(), random() % 40); break;
            }
        }
        const std::string once = formatView(parseView(text).view);
        const ParsedView again = parseView(once);
        ASSERT_TRUE(again.refused.empty()) << text << "\n" << once;
        ASSERT_EQ(formatView(again.view), once) << text;
        ASSERT_LE(once.size(), 2048u);
    }
}

}  // namespace
}  // namespace dex
