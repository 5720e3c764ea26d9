#include "base/result.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace dex {

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
    reportMistake(said.c_str());
    std::abort();
}

[[gnu::weak]] void reportMistake(const char* sentence) {
    std::fputs(sentence, stderr);
    std::fputs("\n", stderr);
}

}  // namespace dex
