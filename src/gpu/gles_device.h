#pragma once

#include <memory>

#include "gpu/device.h"

namespace dex {

// The device over OpenGL ES 3 = WebGL 2, on the context that is current now and stays current. The canvas is best made
// with antialias: false, depth: false, alpha: false; edges are smoothed in our own texture. Fails with NoGpu where the
// context is no ES 3.
Result<std::unique_ptr<Device>> makeGlesDevice();

}  // namespace dex
