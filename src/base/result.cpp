#include "base/result.h"

#include <cstdio>

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
    std::fputs("dex: our mistake: ", stderr);
    std::fputs(condition, stderr);
    std::fputs(" at ", stderr);
    std::fputs(file, stderr);
    char digits[16];
    char* end = digits + sizeof digits - 1;
    *end = '\0';
    do {
        *--end = static_cast<char>('0' + line % 10);
        line /= 10;
    } while (line > 0);
    std::fputs(":", stderr);
    std::fputs(end, stderr);
    std::fputs("\n", stderr);
    std::abort();
}

}  // namespace dex
