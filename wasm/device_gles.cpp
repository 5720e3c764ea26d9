#include "gpu/gles_device.h"
#include "wasm/device.h"

namespace dex {

std::unique_ptr<Device> makeDevice() {
    auto device = makeGlesDevice();
    return device.ok() ? std::move(device).value() : nullptr;
}

}  // namespace dex
