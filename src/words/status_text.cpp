#include "words/status_text.h"

namespace dex {

std::string_view statusText(Language language, Status status) {
    static constexpr Word kWords[] = {
#define DEX_STATUS(name) Word::status##name,
#include "base/status.def"
#undef DEX_STATUS
    };
    return status < Status::kCount ? word(language, kWords[static_cast<std::uint32_t>(status)]) : std::string_view{};
}

}  // namespace dex
