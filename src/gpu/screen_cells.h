#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gpu/software_canvas.h"

namespace dex {

// Adds a number to a sum that stands for many, in their order.
inline std::uint64_t joined(std::uint64_t sum, std::uint64_t next) {
    sum = (sum ^ next) * 0x9e3779b97f4a7c15u;
    return sum ^ sum >> 32;
}

// Says which parts of a screen have to be drawn again. The screen is cut into squares, and a square has a sum of all that is
// drawn on it, in order: where the sum is the one of the picture before, so are the pixels.
class ScreenCells {
public:
    // Begins a picture. One of another size than the last is another all over.
    void begin(int width, int height);
    // Something is drawn inside `box`, which lies within the screen; the same number means the same pixels.
    void add(const Clip& box, std::uint64_t what);
    // Ends the picture: where it differs from the last one, whole squares, a few parts at most. Valid until the next end().
    std::span<const Clip> end();
    // The last picture is not on the screen any more.
    void forget() { before_.clear(); }

private:
    static constexpr int kSide = 32;             // Px.
    static constexpr std::size_t kMaxParts = 6;  // All steps of a picture are gone through for each.

    int columns() const { return (width_ + kSide - 1) / kSide; }
    void addRun(int row, int from, int to);

    int width_ = 0, height_ = 0;
    std::vector<std::uint64_t> now_, before_;  // Rows of squares from the top.
    std::vector<Clip> parts_;
};

}  // namespace dex
