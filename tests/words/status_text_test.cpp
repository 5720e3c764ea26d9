#include "words/status_text.h"

#include <gtest/gtest.h>

#include <string>

namespace dex {
namespace {

TEST(Status, EachHasItsOwnSentence) {
    std::string seen;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(Status::kCount); ++i) {
        const std::string_view sentence = statusText(Language::English, static_cast<Status>(i));
        ASSERT_FALSE(sentence.empty()) << i;
        EXPECT_EQ(sentence.back(), '.');
        EXPECT_EQ(seen.find(sentence), std::string::npos) << sentence;
        seen += sentence;
    }
    EXPECT_TRUE(statusText(Language::English, Status::kCount).empty());
    EXPECT_TRUE(statusText(Language::English, static_cast<Status>(12345)).empty());
}

}  // namespace
}  // namespace dex
