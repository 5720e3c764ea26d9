#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/order.h"
#include "base/result.h"
#include "output/page_address.h"

// Whatever a page orders, what is read of it can be made: a picture of a size that pictures have, a view that stays the same in a
// link, an address that can stand in a page.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto order = dex::readOrder({reinterpret_cast<const char*>(data), size});
    if (!order) return 0;
    DEX_CHECK(std::min(order->size.width, order->size.height) >= dex::kMinPictureSide);
    DEX_CHECK(order->scale == 1 || order->scale == 2 || order->scale == 4);
    const double maxSide = std::max(order->size.width, order->size.height) * order->scale;
    DEX_CHECK(order->kind != dex::OrderKind::Png || maxSide <= dex::kMaxPictureSide);
    const std::string view = dex::formatView(order->view);
    DEX_CHECK(dex::formatView(dex::parseView(view).view) == view);
    DEX_CHECK(dex::isPageAddress(order->address) && order->address.find('\n') == std::string::npos);
    DEX_CHECK(order->file.find('\n') == std::string::npos);
    return 0;
}
