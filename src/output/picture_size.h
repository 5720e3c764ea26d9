#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dex {

// How large a picture is, and how large its letters are in it.
struct PictureSize {
    std::uint32_t width = 1200, height = 630;  // Pixels at 1×.
    double pxPerUnit = 1;                      // Pixels for one of the units in which pages are laid out: a css px.
    double dpi = 0;                            // Of paper; 0: a screen.
};

inline constexpr std::uint32_t kMinPictureSide =
    320;  // Pixels at 1×: below that there is no room for a map and its words.
inline constexpr std::uint32_t kMaxPictureSide = 8000;  // Of the finished picture.

// The sizes that have a name: "social", "square", "portrait", "slide", "a4-portrait", "a4-landscape".
struct PicturePreset {
    std::string_view id;
    PictureSize size;
};
const std::vector<PicturePreset>& picturePresets();

// A preset, or a size of one's own, "1200x630", with letters that grow with it. Absent where the text is neither, or a side
// is out of bounds.
std::optional<PictureSize> pictureSizeCalled(std::string_view text);

}  // namespace dex
