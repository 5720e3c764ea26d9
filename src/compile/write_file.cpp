#include "compile/write_file.h"

#include <cstdio>

namespace dex {

bool writeFile(const std::string& path, ByteSpan bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return false;
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    // A full disk may show only when the file is closed.
    return std::fclose(file) == 0 && written;
}

}  // namespace dex
