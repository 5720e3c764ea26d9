#include "archive/lines.h"

namespace dex {

namespace {

constexpr std::uint32_t kMaxLinesBytes = 1u << 24;

}  // namespace

std::vector<std::string_view> readLines(ByteReader& in, std::uint32_t count) {
    std::string_view text = in.text(kMaxLinesBytes);
    std::vector<std::string_view> lines;
    // Every line takes a byte at least, so a hostile count cannot ask for more memory than the file has.
    if (count > text.size()) in.fail(Status::BadText);
    if (!in.ok()) return lines;
    lines.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) {
            in.fail(Status::BadText);
            return lines;
        }
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    // What is left over belongs to none.
    if (!text.empty()) in.fail(Status::BadText);
    return lines;
}

}  // namespace dex
