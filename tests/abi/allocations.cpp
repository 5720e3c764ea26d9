#include "abi/allocations.h"

#include <cstdlib>
#include <new>

namespace {

dex::test::Allocations soFar;

void* counted(std::size_t size) {
    ++soFar.count;
    soFar.bytes += size;
    return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

namespace dex::test {

Allocations allocationsSoFar() { return soFar; }

}  // namespace dex::test

// The forms for arrays call these; those for more than the usual alignment are left as they are.
void* operator new(std::size_t size) {
    if (void* memory = counted(size)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
