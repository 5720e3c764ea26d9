#pragma once

#include <memory>

#include "base/result.h"

namespace dex {

// An OpenGL ES 3 context without a window, for pictures from the command line and for tests. Current on the calling thread
// from open() until it is destroyed.
class EglNative {
public:
    // A screen of so many device pixels can be drawn on and read; with 0 there is none, only targets.
    static Result<std::unique_ptr<EglNative>> open(int screenWidth = 0, int screenHeight = 0);
    ~EglNative();
    EglNative(const EglNative&) = delete;
    EglNative& operator=(const EglNative&) = delete;

private:
    EglNative() = default;
    void* display_ = nullptr;
    void* context_ = nullptr;
    void* screen_ = nullptr;
};

}  // namespace dex
