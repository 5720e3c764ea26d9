// What stands in the place of parts of the C library that would have to be shipped.

#include <emscripten/console.h>

#include "base/result.h"

// Not by way of files.
void dex::reportMistake(const char* sentence) { emscripten_err(sentence); }

// Dear ImGui takes sines of angles between 0 and 2π. The library's reduction of those beyond 2^28 has a table of 2.8 kB,
// which does not compress; no such angle has a sine here.
extern "C" int __rem_pio2_large(double*, double* rest, int, int, int) {
    *rest = __builtin_nan("");
    return 0;
}
