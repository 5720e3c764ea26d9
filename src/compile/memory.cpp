#include "compile/memory.h"

#include <cstdio>
#include <cstdlib>
#include <new>

#include "compile/commands.h"

namespace dex {

namespace {

// Allocates nothing itself. What was printed but not written yet is dropped: half an answer looks like a whole one.
[[noreturn]] void endWithoutMemory() {
    std::fputs("dex: there is not enough memory, so this was not finished\n", stderr);
    std::_Exit(static_cast<int>(Exit::Failed));
}

}  // namespace

void endWhereMemoryRunsOut() { std::set_new_handler(endWithoutMemory); }

}  // namespace dex
