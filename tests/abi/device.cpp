#include "tests/abi/device.h"

#include <utility>

#include "gpu/null_device.h"
#include "wasm/device.h"

namespace dex {
namespace {

std::function<std::unique_ptr<Device>()> chosen;

}  // namespace

namespace test {

void drawOn(std::function<std::unique_ptr<Device>()> make) { chosen = std::move(make); }

}  // namespace test

std::unique_ptr<Device> makeDevice() { return chosen ? chosen() : std::make_unique<NullDevice>(); }

}  // namespace dex
