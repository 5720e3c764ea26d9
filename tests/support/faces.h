#pragma once

#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "text/face.h"

namespace dex {

inline Bytes readBytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const ByteSpan bytes = asBytes(text);
    return {bytes.begin(), bytes.end()};
}

// A face as the build makes it ("regular", "semibold"); none where it was not built.
inline std::optional<Face> builtFace(const std::string& name) {
    auto face = Face::open(readBytes(DEX_ROOT "/build/faces/" + name + ".otf"));
    if (!face.ok()) return std::nullopt;
    return std::move(face).value();
}

#define DEX_FACE_OR_SKIP(variable, name)                                                   \
    const std::optional<Face> variable##Built = builtFace(name);                           \
    if (!variable##Built) GTEST_SKIP() << "build/faces/" name ".otf is made by the build"; \
    const Face& variable = *variable##Built

}  // namespace dex
