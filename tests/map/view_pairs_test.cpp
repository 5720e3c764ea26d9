#include "map/view_pairs.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/bytes.h"
#include "map/view_edit.h"

namespace dex {
namespace {

// tests/web/view.test.mjs reads the same, for web/view.js.
nlohmann::json shared() { return nlohmann::json::parse(std::ifstream(DEX_ROOT "/tests/map/views.json")); }

std::optional<std::string> valueIn(std::string_view text, std::string_view key) {
    for (const ViewPair& pair : viewPairs(text)) {
        if (idOf(pair.key) != key) continue;
        std::string value;
        return decodeValue(pair.encoded, value) && isUtf8(value) ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

TEST(ViewPairs, ReadsWhatThePageReads) {
    const auto cases = shared();
    ASSERT_FALSE(cases.at("read").empty());
    for (const auto& one : cases.at("read")) {
        const std::string text = one.at("text");
        for (const auto& [key, value] : one.at("values").items()) {
            const auto expected = value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
            EXPECT_EQ(valueIn(text, key), expected) << text << " " << key;
        }
    }
}

TEST(ViewPairs, WritesWhatThePageWrites) {
    const auto cases = shared();
    ASSERT_FALSE(cases.at("write").empty());
    for (const auto& one : cases.at("write")) {
        const std::string view = one.at("view"), key = one.at("key"), value = one.at("value");
        std::string edits = key + '=';
        if (!value.empty()) {
            edits.clear();
            appendPair(edits, viewPairs(key + '=').at(0).key, value);
            closeView(edits);
        }
        EXPECT_EQ(formatView(editedView(parseView(view).view, edits, nullptr)), one.at("gives").get<std::string>());
    }
}

TEST(ViewPairs, KnowsEachKeyByItsId) {
    const auto last = static_cast<int>(ViewKey::Compared);
    for (int i = 0; i <= last; ++i) {
        const auto key = static_cast<ViewKey>(i);
        const std::string text = std::string(idOf(key)) + "=x";
        ASSERT_EQ(viewPairs(text).size(), 1u) << text;
        EXPECT_EQ(viewPairs(text)[0].key, key);
        EXPECT_EQ(viewPairs(text)[0].text, text);
        EXPECT_EQ(viewPairs(text)[0].encoded, "x");
    }
}

TEST(ViewPairs, BeginsATextWithoutAMark) {
    std::string text;
    appendPair(text, ViewKey::Place, "borough:E09000028");
    EXPECT_EQ(text, "place=borough:E09000028");
}

}  // namespace
}  // namespace dex
