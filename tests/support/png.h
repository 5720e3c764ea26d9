#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dex {

struct PngPicture {
    int width = 0, height = 0;
    std::vector<std::byte> rgba;  // Rows from the top.
};

bool writePng(const std::string& path, const PngPicture& picture);
std::optional<PngPicture> readPng(const std::string& path);

}  // namespace dex
