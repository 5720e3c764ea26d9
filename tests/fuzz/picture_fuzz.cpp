#include <cstddef>
#include <cstdint>
#include <span>

#include "base/result.h"
#include "map/view_state.h"
#include "output/read_picture.h"

// Whatever a file claims, what comes out of it is a view as we write them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto view = dex::readPictureView(std::as_bytes(std::span(data, size)));
    if (view.ok()) DEX_CHECK(dex::formatView(dex::parseView(view.value()).view) == view.value());
    return 0;
}
