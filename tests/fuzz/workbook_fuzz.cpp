#include "fuzz/packed_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    dex::readAsFile("list.xlsx", data, size);
    return 0;
}
