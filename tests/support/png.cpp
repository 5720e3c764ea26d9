#include "support/png.h"

#include <cstring>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace dex {

bool writePng(const std::string& path, const PngPicture& picture) {
    stbi_write_png_compression_level = 9;
    return stbi_write_png(path.c_str(), picture.width, picture.height, 4, picture.rgba.data(), picture.width * 4) != 0;
}

std::optional<PngPicture> readPng(const std::string& path) {
    PngPicture picture;
    unsigned char* pixels = stbi_load(path.c_str(), &picture.width, &picture.height, nullptr, 4);
    if (!pixels) return std::nullopt;
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    std::memcpy(picture.rgba.data(), pixels, picture.rgba.size());
    stbi_image_free(pixels);
    return picture;
}

}  // namespace dex
