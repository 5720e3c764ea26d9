#include "support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace dex {
namespace {

constexpr int kNear = 24;                // Of 255, in any channel: below, a pixel counts as equal.
constexpr double kMaxDiffering = 0.004;  // Share of pixels that may differ by more.

double shareDiffering(const PngPicture& a, const PngPicture& b) {
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int max = 0;
        for (std::size_t c = i; c < i + 4; ++c) {
            max = std::max(max, std::abs(std::to_integer<int>(a.rgba[c]) - std::to_integer<int>(b.rgba[c])));
        }
        if (max > kNear) ++differing;
    }
    return static_cast<double>(differing) / (static_cast<double>(a.rgba.size()) / 4);
}

std::string leave(const std::string& name, const PngPicture& picture) {
    std::filesystem::create_directories("build/pictures");
    std::string path = "build/pictures/" + name;
    writePng(path, picture);
    return path;
}

std::string inRoot(const std::string& path) { return std::string(DEX_ROOT) + "/" + path; }

std::string nameOf(const std::string& path) { return std::filesystem::path(path).stem().string(); }

}  // namespace

testing::AssertionResult isAlike(const std::string& name, const PngPicture& wanted, const PngPicture& drawn) {
    double share = 1;
    if (wanted.width == drawn.width && wanted.height == drawn.height) {
        share = shareDiffering(wanted, drawn);
        if (share <= kMaxDiffering) return testing::AssertionSuccess();
    }
    leave("wanted-" + name + ".png", wanted);
    return testing::AssertionFailure() << share * 100 << "% are other pixels: " << leave(name + ".png", drawn);
}

testing::AssertionResult isGolden(const std::string& path, const PngPicture& drawn) {
    const auto wanted = readPng(inRoot(path));
    if (!wanted) return testing::AssertionFailure() << path << " could not be read";
    return isAlike(nameOf(path), *wanted, drawn) << ", by " << path;
}

testing::AssertionResult isGoldenToTheBit(const std::string& path, const PngPicture& drawn) {
    if (std::getenv("DEX_UPDATE_GOLDENS") != nullptr && !writePng(inRoot(path), drawn)) {
        return testing::AssertionFailure() << path << " could not be written";
    }
    const auto wanted = readPng(inRoot(path));
    if (!wanted) return testing::AssertionFailure() << path << " could not be read";
    if (wanted->width == drawn.width && wanted->height == drawn.height && wanted->rgba == drawn.rgba) {
        return testing::AssertionSuccess();
    }
    return testing::AssertionFailure() << "not " << path << " to the bit: " << leave(nameOf(path) + ".png", drawn);
}

testing::AssertionResult isGoldenText(const std::string& path, const std::string& text) {
    const auto write = [&](const std::string& to) { std::ofstream(to, std::ios::binary) << text; };
    if (std::getenv("DEX_UPDATE_GOLDENS") != nullptr) write(inRoot(path));
    std::ifstream file(inRoot(path), std::ios::binary);
    const std::string wanted{std::istreambuf_iterator<char>(file), {}};
    if (wanted == text) return testing::AssertionSuccess();
    std::filesystem::create_directories("build/pictures");
    const std::string left = "build/pictures/" + std::filesystem::path(path).filename().string();
    write(left);
    return testing::AssertionFailure() << "not " << path << " to the byte: " << left;
}

}  // namespace dex
