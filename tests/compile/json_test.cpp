// JSON that nobody meant, as a recipe and as atlas.json, in the spirit of JSONTestSuite: never a crash, always a sentence.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/bytes.h"
#include "compile/json_place.h"
#include "compile/mini.h"
#include "compile/recipe.h"
#include "compile/text.h"

namespace dex {
namespace {

std::string times(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

// Values, or what somebody may take for one.
std::vector<std::string> fragments() {
    return {
        "",
        " ",
        "\n\t\r",
        "null",
        "true",
        "nul",
        "True",
        "NaN",
        "Infinity",
        "-Infinity",
        "undefined",
        "{}",
        "[]",
        "[[]]",
        "{\"\":{}}",
        "\"\"",
        "\"text\"",
        "'text'",
        "text",
        "\"open",
        "\"\\\"",
        "\"\\q\"",
        "\"\\u12\"",
        "\"\\u{41}\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u0000\"",
        "\"a\\u0007b\"",
        "\"\\uffff\"",
        std::string("\"a\0b\"", 5),
        "\"a\nb\"",
        "\"\x7f\"",
        "\"\xff\"",
        "\"\xc0\x80\"",
        "\"\xed\xa0\x80\"",
        "\"\xf4\x90\x80\x80\"",
        "\"\xe2\x82\"",
        "\"../../etc/passwd\"",
        "\"" + times("x", 100'000) + "\"",
        "0",
        "-0",
        "01",
        "+1",
        "-",
        "--1",
        ".5",
        "5.",
        "1e",
        "1e+",
        "0x10",
        "1_000",
        "1e308",
        "1e309",
        "-1e309",
        "1e-400",
        "1e999999999999",
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "0." + times("1", 5'000),
        times("9", 5'000),
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "[1",
        "1]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\"}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1",
        "{\"a\":1}}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"recipe\":1,\"recipe\":1}",
        "/* note */ {}",
        "{} // note",
        "{} {}",
        "{}\x0c",
        "\xc2\xa0{}",
        "\xe2\x80\xa8{}",
        "\xef\xbb\xbf",
        "\xef\xbb\xbf\xef\xbb\xbf{}",
        "\xff\xfe{\x00}",
        "<!DOCTYPE html><html></html>",
        "PK\x03\x04",
        times("[", 100'000),
        times("[", 50'000) + times("]", 50'000),
        times("{\"a\":", 50'000),
        times("{\"a\":", 50'000) + "1" + times("}", 50'000),
        times("[{\"a\":", 20'000) + "1" + times("}]", 20'000),
        times("[[],", 20'000) + "1" + times("]", 20'000),
        "[" + times("1,", 100'000) + "1]",
        "{\"__proto__\":{\"recipe\":1}}",
        "{\"recipe\":1}",
        "{\"recipe\":2}",
        "{\"recipe\":\"1\"}",
        "{\"recipe\":1.0}",
        "{\"recipe\":[1]}",
        "{\"format\":\"dex-atlas\"}",
        "{\"format\":\"dex-atlas\",\"version\":2}",
        "{\"format\":\"dex-atlas\",\"version\":1,\"head\":\"..\",\"first\":[\"x\"]}",
        "{\"format\":\"dex-atlas\",\"version\":1,\"head\":\"a/b\",\"first\":[\"x\"]}",
        "{\"format\":\"dex-atlas\",\"version\":1,\"head\":\"head\\u0000.dex\",\"first\":[\"x\"]}",
        "{\"format\":\"dex-atlas\",\"version\":1,\"head\":\"none.dex\",\"first\":[\"x\"]}",
        "{\"format\":\"dex-atlas\",\"version\":1,\"head\":\"none.dex\",\"first\":[]}",
        "{\"format\":\"dex-atlas\",\"version\":1,\"head\":\".\",\"first\":[\"x\"]}",
    };
}

void expectSentences(const Problems& problems, const std::string& what) {
    ASSERT_TRUE(problems.any()) << what;
    for (const std::string& sentence : problems.sentences()) {
        EXPECT_TRUE(isUtf8(sentence)) << what;
        EXPECT_LT(sentence.size(), 2'000u) << what;
        EXPECT_EQ(sentence.find('\0'), std::string::npos) << what;
    }
}

TEST(OddJson, IsNoRecipe) {
    std::size_t count = 0;
    for (const std::string& one : fragments()) {
        for (const std::string& document :
             {one, "[" + one + "]", "{\"recipe\":" + one + "}", "{\"base\":" + one + "}"}) {
            Problems problems;
            EXPECT_FALSE(readRecipe(document, "r.json", {}, problems)) << inQuotes(document);
            expectSentences(problems, inQuotes(document));
            ++count;
        }
    }
    EXPECT_GE(count, 400u);
}

TEST(OddJson, IsNoAtlas) {
    const std::string folder = mini::scratch("odd-json");
    for (const std::string& one : fragments()) {
        for (const std::string& document :
             {one, "{\"format\":\"dex-atlas\",\"version\":1,\"head\":" + one + ",\"first\":[\"x\"]}"}) {
            std::ofstream(folder + "/atlas.json", std::ios::binary) << document;
            Problems problems;
            EXPECT_FALSE(AtlasFolder::open(folder, problems)) << inQuotes(document);
            expectSentences(problems, inQuotes(document));
        }
    }
}

// Every value of a good recipe in turn is something else.
TEST(OddJson, InPlaceOfAValueIsRefusedOrMeansWhatItSays) {
    const auto good = nlohmann::json::parse(mini::recipe());
    const auto flat = good.flatten();
    std::vector<nlohmann::json::json_pointer> places;
    std::set<std::string> seen;
    for (const auto& [path, value] : flat.items()) {
        // The value itself, and all that it lies in.
        for (nlohmann::json::json_pointer at(path); !at.empty(); at = at.parent_pointer()) {
            if (seen.insert(at.to_string()).second) places.push_back(at);
        }
    }
    EXPECT_GT(places.size(), 150u);
    for (const auto& place : places) {
        if (place.to_string() == "/$schema") continue;
        for (const char* odd : {"null", "{}", "[]", "[null]", "{\"a\":1}", "\"\"", "-1", "1e300",
                                "18446744073709551615", "\"\\u0000\"", "true", "[[[]]]"}) {
            auto changed = good;
            changed[place] = nlohmann::json::parse(odd);
            Problems problems;
            const auto recipe = readRecipe(changed.dump(), "r.json", {}, problems);
            EXPECT_NE(recipe.has_value(), problems.any()) << place.to_string() << " " << odd;
            if (!recipe) expectSentences(problems, place.to_string());
            const bool isNothing = std::string(odd) == "null" || std::string(odd) == "[null]";
            if (isNothing) {
                EXPECT_FALSE(recipe) << place.to_string() << " " << odd;
            }
        }
    }
}

std::string firstOf(const std::string& document) {
    Problems problems;
    EXPECT_FALSE(readRecipe(document, "r.json", {}, problems));
    return problems.any() ? problems.sentences()[0] : std::string();
}

TEST(OddJson, IsAnsweredWithWhatIsWrong) {
    EXPECT_EQ(firstOf("[]"), "r.json: $: expected an object, found a list");
    EXPECT_EQ(firstOf("{\n \"recipe\": 1e999}"), "r.json, line 2, column 16: this number is too large");
    const std::string recipe = mini::recipe();
    EXPECT_EQ(firstOf(mini::replaced(recipe, "\"place\"", "\"title\"")),
              "r.json: the member \"title\" is twice in one object. Leave one of them");
    EXPECT_EQ(firstOf(mini::replaced(recipe, "\"A made-up town\"", "\"A\\u0001\"")),
              "r.json: $.title: has a control character, number 1, which no text can show");
    EXPECT_EQ(firstOf(mini::replaced(recipe, "\"decimals\": 4", "\"decimals\": 18446744073709551615")),
              "r.json: $.carries[0].decimals: expected a whole number from 0 to 9, found 18446744073709551615");
    EXPECT_EQ(firstOf(mini::replaced(recipe, "\"toleranceMetres\": 80", "\"toleranceMetres\": 1e300")),
              "r.json: $.lods[0].toleranceMetres: expected a number from 0 to 100000, found 1e+300");
}

TEST(InQuotes, ShowsNoControlCharacters) {
    EXPECT_EQ(inQuotes("a\x1b[2Jb\nc"), "\"a [2Jb c\"");
    EXPECT_EQ(inQuotes(times("é", 40)), "\"" + times("é", 30) + "…\"");
}

}  // namespace
}  // namespace dex
