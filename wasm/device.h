#pragma once

#include <memory>

#include "gpu/device.h"

namespace dex {

// The GPU that maps draw on, on the context that is current now: WebGL 2 in the browser (wasm/device_gles.cpp), the null
// device where whole sessions are tested through the door (tests/abi/device.cpp). Which, is settled at link
// time. Null when there is none.
std::unique_ptr<Device> makeDevice();

}  // namespace dex
