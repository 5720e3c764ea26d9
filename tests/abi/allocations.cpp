#include "abi/allocations.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

// Commands that draw on all cores take and give back at once.
std::atomic<std::uint64_t> countSoFar, bytesSoFar, heldNow, mostHeld;

void* counted(std::size_t size) {
    ++countSoFar;
    bytesSoFar += size;
    void* const memory = std::malloc(size == 0 ? 1 : size);
    const std::uint64_t now = heldNow += malloc_usable_size(memory);
    // A failed exchange brings the peak that another core has left meanwhile.
    std::uint64_t most = mostHeld;
    while (now > most && !mostHeld.compare_exchange_weak(most, now)) {
    }
    return memory;
}

void giveBack(void* memory) {
    heldNow -= malloc_usable_size(memory);
    std::free(memory);
}

}  // namespace

namespace dex::test {

Allocations allocationsSoFar() { return {countSoFar, bytesSoFar}; }
Held held() { return {heldNow, mostHeld}; }
void watchHeld() { mostHeld = heldNow.load(); }

}  // namespace dex::test

// The forms for arrays call these; those for more than the usual alignment are left as they are.
void* operator new(std::size_t size) {
    if (void* memory = counted(size)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* memory) noexcept { giveBack(memory); }
void operator delete(void* memory, std::size_t) noexcept { giveBack(memory); }
