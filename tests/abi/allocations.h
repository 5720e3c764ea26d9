#pragma once

#include <cstdint>

namespace dex::test {

// Every `new` of the whole test program since its start, whether it has been given back or not.
struct Allocations {
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
};
Allocations allocationsSoFar();

}  // namespace dex::test
