#include "compile/say.h"

#include <cstdio>

#include "compile/text.h"

namespace dex {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void say(const std::string& sentence) { std::fprintf(stderr, "dex: %s\n", sentence.c_str()); }

void sayAll(const Problems& problems) {
    // More would push the first, which often explains the rest, off the screen.
    constexpr std::size_t kMax = 20;
    for (std::size_t i = 0; i < problems.count() && i < kMax; ++i) say(problems.sentences()[i]);
    if (problems.count() > kMax) say("and " + grouped(problems.count() - kMax) + " more of the kind");
}

}  // namespace dex
