#pragma once

#include <memory>
#include <ostream>

#ifndef __EMSCRIPTEN__
#include "gpu/gles_device.h"
#include "support/egl_native.h"
#endif
#include "gpu/software_device.h"

namespace dex {

// Who draws a picture: the shaders, on a GPU in software without a window, or the processor.
enum class DrawnBy { Shaders, Processor };
inline void PrintTo(DrawnBy by, std::ostream* out) { *out << (by == DrawnBy::Shaders ? "Shaders" : "Processor"); }

// A device that draws in truth, and the context under it.
class DrawingDevice {
public:
    // With a screen of that size, where one is given; false where this machine (or wasm) runs no shaders.
    bool open(DrawnBy by, int screenWidth = 0, int screenHeight = 0) {
        if (by == DrawnBy::Processor) {
            device_ = std::make_unique<SoftwareDevice>();
            return true;
        }
#ifdef __EMSCRIPTEN__
        static_cast<void>(screenWidth), static_cast<void>(screenHeight);
        return false;
#else
        auto opened = EglNative::open(screenWidth, screenHeight);
        if (!opened.ok()) return false;
        egl_ = std::move(opened).value();
        device_ = std::move(makeGlesDevice()).value();
        return true;
#endif
    }
    void close() {
        device_.reset();
#ifndef __EMSCRIPTEN__
        egl_.reset();
#endif
    }
    Device& operator*() { return *device_; }
    Device* operator->() { return device_.get(); }
    std::unique_ptr<Device> take() { return std::move(device_); }

private:
#ifndef __EMSCRIPTEN__
    std::unique_ptr<EglNative> egl_;
#endif
    std::unique_ptr<Device> device_;
};

}  // namespace dex
