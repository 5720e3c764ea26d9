#pragma once

#include <memory>

#include "base/result.h"

namespace dex {

// An OpenGL ES 3 context without a window or a screen, for pictures from the command line and for tests. Current on the
// calling thread from open() until it is destroyed; there is no screen to draw to, only targets.
class EglNative {
public:
    static Result<std::unique_ptr<EglNative>> open();
    ~EglNative();
    EglNative(const EglNative&) = delete;
    EglNative& operator=(const EglNative&) = delete;

private:
    EglNative() = default;
    void* display_ = nullptr;
    void* context_ = nullptr;
};

}  // namespace dex
