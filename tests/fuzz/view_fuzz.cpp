#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "map/view_state.h"

// Whatever a link says, what is kept of it is text that says the same the next time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const dex::ParsedView parsed = dex::parseView({reinterpret_cast<const char*>(data), size});
    const std::string once = dex::formatView(parsed.view);
    DEX_CHECK(dex::isUtf8(once));
    const dex::ParsedView again = dex::parseView(once);
    DEX_CHECK(again.refused.empty() && dex::formatView(again.view) == once);
    return 0;
}
