#pragma once

#include <functional>
#include <memory>

#include "gpu/device.h"

namespace dex::test {

// What every map of this program draws on from its next dex_gpu_ready on; the null device when there is none here.
void drawOn(std::function<std::unique_ptr<Device>()> make);

}  // namespace dex::test
