#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dex {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::byte> rgba;  // Rows from the top.
};

bool writePng(const std::string& path, const Picture& picture);
std::optional<Picture> readPng(const std::string& path);

}  // namespace dex
