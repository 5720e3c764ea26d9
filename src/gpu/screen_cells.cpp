#include "gpu/screen_cells.h"

#include <algorithm>

namespace dex {

void ScreenCells::begin(int width, int height) {
    if (width != width_ || height != height_) forget();
    width_ = width;
    height_ = height;
    const int rows = (height + kSide - 1) / kSide;
    now_.assign(static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows), 0);
}

void ScreenCells::add(const Clip& box, std::uint64_t what) {
    if (box.left >= box.right || box.top >= box.bottom) return;
    for (int row = box.top / kSide; row <= (box.bottom - 1) / kSide; ++row) {
        std::uint64_t* const sums = now_.data() + std::ptrdiff_t{row} * columns();
        for (int column = box.left / kSide; column <= (box.right - 1) / kSide; ++column) {
            sums[column] = joined(sums[column], what);
        }
    }
}

std::span<const Clip> ScreenCells::end() {
    parts_.clear();
    const std::size_t columnCount = static_cast<std::size_t>(columns());
    // Forgotten, as after a change of size: there is nothing to compare with, and all has changed.
    const bool isNew = before_.size() != now_.size();
    for (std::size_t i = 0; i < now_.size(); i += columnCount) {
        std::size_t from = 0;
        // One past the last column ends a run that reaches the edge.
        for (std::size_t column = 0; column <= columnCount; ++column) {
            if (column < columnCount && (isNew || now_[i + column] != before_[i + column])) continue;
            if (from < column)
                addRun(static_cast<int>(i / columnCount), static_cast<int>(from), static_cast<int>(column));
            from = column + 1;
        }
    }
    now_.swap(before_);
    return parts_;
}

// Squares of one row, side by side: below what stands above them, if that is as wide.
void ScreenCells::addRun(int row, int from, int to) {
    const Clip run{from * kSide, row * kSide, std::min(to * kSide, width_), std::min((row + 1) * kSide, height_)};
    for (Clip& part : parts_) {
        if (part.bottom == run.top && part.left == run.left && part.right == run.right) {
            part.bottom = run.bottom;
            return;
        }
    }
    if (parts_.size() < kMaxParts) return parts_.push_back(run);
    // One box around all.
    for (const Clip part : parts_) parts_.front() = around(parts_.front(), part);
    parts_.front() = around(parts_.front(), run);
    parts_.resize(1);
}

}  // namespace dex
