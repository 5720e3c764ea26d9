#pragma once

#include <cstdint>

namespace dex::test {

// Every `new` of the whole test program since its start, whether it has been given back or not.
struct Allocations {
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
};
Allocations allocationsSoFar();

// Bytes of `new` that have not been given back: now, and at most at once since watchHeld() was last called. What is taken by
// malloc itself, by C libraries, is not among them, and neither is what has more than the usual alignment.
struct Held {
    std::uint64_t now = 0;
    std::uint64_t most = 0;
};
Held held();
void watchHeld();

}  // namespace dex::test
