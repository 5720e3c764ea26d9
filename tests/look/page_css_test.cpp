#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "look/tokens.h"

namespace dex {
namespace {

std::string pageCss() {
    std::ifstream file(DEX_PAGE_CSS);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string hex(Colour colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text;
}

// What the page's dark theme leaves out is as in its light one.
std::string property(bool isDark, const std::string& name) {
    const std::string css = pageCss();
    const auto dark = css.find("@media (prefers-color-scheme: dark)");
    EXPECT_NE(dark, std::string::npos);
    const std::string key = "--" + name + ": ";
    const auto at = css.find(key, isDark ? dark : 0);
    if (at == std::string::npos) return isDark ? property(false, name) : "";
    const auto from = at + key.size();
    return css.substr(from, css.find(';', from) - from);
}

TEST(PageCss, HasTheColoursOfTheTokens) {
    for (const bool isDark : {false, true}) {
        const Tokens& tokens = tokensOf(isDark ? ThemeChoice::Dark : ThemeChoice::Light);
        EXPECT_EQ(property(isDark, "paper"), hex(tokens.paper));
        EXPECT_EQ(property(isDark, "panel"), hex(tokens.panel));
        EXPECT_EQ(property(isDark, "ink"), hex(tokens.ink));
        EXPECT_EQ(property(isDark, "quiet"), hex(tokens.inkQuiet));
        EXPECT_EQ(property(isDark, "line"), hex(tokens.hairline));
        EXPECT_EQ(property(isDark, "accent"), hex(tokens.accent));
        EXPECT_EQ(property(isDark, "on-accent"), hex(tokens.onAccent));
        EXPECT_EQ(property(isDark, "focus-dark"), hex(tokens.focusDark));
        EXPECT_EQ(property(isDark, "focus-light"), hex(tokens.focusLight));
    }
}

TEST(PageCss, HasTheShadowOfTheCard) { EXPECT_EQ(property(false, "shadow"), "0 6px 24px rgb(29 27 46 / .14)"); }

}  // namespace
}  // namespace dex
