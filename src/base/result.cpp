#include "base/result.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#ifdef __EMSCRIPTEN__
#include <emscripten/console.h>
#endif

namespace dex {

std::string_view statusText(Status status) {
    static constexpr std::string_view kSentences[] = {
#define DEX_STATUS(name, sentence) sentence,
#include "base/status.def"
#undef DEX_STATUS
    };
    const auto index = static_cast<std::uint32_t>(status);
    return index < static_cast<std::uint32_t>(Status::kCount) ? kSentences[index] : std::string_view{};
}

void failCheck(const char* condition, const char* file, int line) {
    char digits[16];
    char* number = digits + sizeof digits - 1;
    *number = '\0';
    do {
        *--number = static_cast<char>('0' + line % 10);
        line /= 10;
    } while (line > 0);
    std::string said = "dex: our mistake: ";
    for (const char* const part : {condition, " at ", file, ":", static_cast<const char*>(number)}) said += part;
#ifdef __EMSCRIPTEN__
    emscripten_err(said.c_str());  // Files of the C library would have to be shipped for stderr.
#else
    std::fputs((said + '\n').c_str(), stderr);
#endif
    std::abort();
}

}  // namespace dex
