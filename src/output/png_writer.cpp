#include "output/png_writer.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "output/crc32.h"

namespace dex {
namespace {

constexpr std::size_t kChunk = 64 << 10;  // Of packed pixels.
enum Filter { kNone, kSub, kUp, kAverage, kPaeth, kFilters };

void addBig(Bytes& bytes, std::uint32_t value) {
    for (const int shift : {24, 16, 8, 0}) bytes.push_back(static_cast<std::byte>(value >> shift & 255));
}

void addText(Bytes& bytes, std::string_view text) {
    const ByteSpan added = asBytes(text);
    bytes.insert(bytes.end(), added.begin(), added.end());
}

int bitsFor(std::size_t colours) {
    return colours == 0 ? 24 : colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
}

int paeth(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int toLeft = std::abs(guess - left), toAbove = std::abs(guess - above), toCorner = std::abs(guess - corner);
    return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
}

constexpr std::size_t kPixel = 3;           // Bytes.
constexpr std::size_t kGroup = 4 * kPixel;  // So many are looked at together.

// Marks groups of pixels that are all as those to the left and above: much of a map. Every filter but None leaves nothing of them.
void findQuiet(const Bytes& row, const Bytes& above, std::vector<std::uint8_t>& quiet) {
    quiet.assign((row.size() + kGroup - 1) / kGroup, 0);
    const auto isSame = [](const std::byte* a, const std::byte* b) { return std::memcmp(a, b, kGroup) == 0; };
    for (std::size_t at = kGroup; at + kGroup <= row.size(); at += kGroup) {
        const std::byte *here = &row[at], *up = &above[at];
        quiet[at / kGroup] = isSame(here, up) && isSame(here, here - kPixel) && isSame(up, up - kPixel) ? 1 : 0;
    }
}

struct PngRows {
    const Bytes& row;
    const Bytes& above;
    const std::vector<std::uint8_t>& quiet;
};

// Puts what a filter leaves of a row behind its number; returns how far its bytes are from 0, all together, or ends early once that
// is `limit` or more. `guess` takes the bytes to the left, above, and above to the left.
template <bool kSkipsQuiet, typename Guess>
std::uint64_t leave(const PngRows& rows, Bytes& out, std::uint64_t limit, Guess guess) {
    const auto at = [](const Bytes& bytes, std::size_t i) { return std::to_integer<int>(bytes[i]); };
    const auto put = [&](std::size_t i, int left, int corner) {
        const int rest = (at(rows.row, i) - guess(left, at(rows.above, i), corner)) & 255;
        out[i + 1] = static_cast<std::byte>(rest);
        return static_cast<std::uint32_t>(std::min(rest, 256 - rest));
    };
    const std::size_t size = rows.row.size();
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kPixel; ++i) sum += put(i, 0, 0);
    for (std::size_t i = kPixel; i < size && sum < limit;) {
        const std::size_t group = i / kGroup, end = std::min((group + 1) * kGroup, size);
        if (kSkipsQuiet && rows.quiet[group] != 0) {
            std::memset(&out[i + 1], 0, kGroup);
            i = end;
            continue;
        }
        std::uint32_t ofGroup = 0;
        for (; i < end; ++i) ofGroup += put(i, at(rows.row, i - kPixel), at(rows.above, i - kPixel));
        sum += ofGroup;
    }
    return sum;
}

std::uint64_t leave(int filter, const PngRows& rows, Bytes& out, std::uint64_t limit) {
    out[0] = static_cast<std::byte>(filter);
    switch (filter) {
        case kSub: return leave<true>(rows, out, limit, [](int left, int, int) { return left; });
        case kUp: return leave<true>(rows, out, limit, [](int, int up, int) { return up; });
        case kAverage: return leave<true>(rows, out, limit, [](int left, int up, int) { return (left + up) / 2; });
        case kPaeth: return leave<true>(rows, out, limit, paeth);
        default: return leave<false>(rows, out, limit, [](int, int, int) { return 0; });
    }
}

PngColour colourAt(ByteSpan rgba, std::size_t pixel) {
    const auto channel = [&](std::size_t i) { return std::to_integer<PngColour>(rgba[4 * pixel + i]); };
    return channel(0) << 16 | channel(1) << 8 | channel(2);
}

}  // namespace

PngWriter::PngWriter(PngHead head, Deflater& deflater)
    : head_(std::move(head)), deflater_(deflater), bitsPerPixel_(bitsFor(head_.palette.size())) {
    DEX_CHECK(head_.width > 0 && head_.height > 0 && head_.palette.size() <= 256);
    std::sort(head_.palette.begin(), head_.palette.end());
    const std::size_t bytes = (std::size_t{head_.width} * static_cast<std::size_t>(bitsPerPixel_) + 7) / 8;
    row_.resize(bytes);
    above_.resize(bytes);
    if (head_.palette.empty()) tries_.assign(kFilters, Bytes(bytes + 1));
    writeHead();
}

void PngWriter::chunk(std::string_view type, ByteSpan content) {
    addBig(file_, static_cast<std::uint32_t>(content.size()));
    const std::size_t from = file_.size();
    addText(file_, type);
    file_.insert(file_.end(), content.begin(), content.end());
    addBig(file_, crc32(ByteSpan(file_).subspan(from)));
}

void PngWriter::writeHead() {
    constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
    addText(file_, kSignature);
    Bytes content;
    addBig(content, head_.width);
    addBig(content, head_.height);
    const bool isIndexed = !head_.palette.empty();
    content.push_back(static_cast<std::byte>(isIndexed ? bitsPerPixel_ : 8));
    content.push_back(static_cast<std::byte>(isIndexed ? 3 : 2));
    content.insert(content.end(), 3, std::byte{0});
    chunk("IHDR", content);
    // Colours are sRGB, as on the screen.
    chunk("sRGB", Bytes(1));
    if (head_.dpi > 0) {
        content.clear();
        const auto perMetre = static_cast<std::uint32_t>(head_.dpi / 0.0254 + 0.5);
        addBig(content, perMetre);
        addBig(content, perMetre);
        content.push_back(std::byte{1});
        chunk("pHYs", content);
    }
    if (isIndexed) {
        content.clear();
        for (const PngColour colour : head_.palette) {
            for (const int shift : {16, 8, 0}) content.push_back(static_cast<std::byte>(colour >> shift & 255));
        }
        chunk("PLTE", content);
    }
    // Before the pixels, so that who looks for them need not read these.
    for (const PngText& text : head_.texts) {
        content.clear();
        addText(content, text.keyword);
        content.insert(content.end(), 5, std::byte{0});  // Not packed, no language, no other keyword.
        addText(content, text.text);
        chunk("iTXt", content);
    }
}

void PngWriter::row(ByteSpan rgba) {
    DEX_CHECK(rgba.size() == std::size_t{4} * head_.width);
    if (!head_.palette.empty()) return indexRow(rgba);
    for (std::size_t i = 0; i < head_.width; ++i) std::memcpy(&row_[3 * i], &rgba[4 * i], 3);
    filterRow();
    std::swap(row_, above_);
    flush(kChunk);
}

void PngWriter::indexRow(ByteSpan rgba) {
    std::fill(row_.begin(), row_.end(), std::byte{0});
    const auto& palette = head_.palette;
    for (std::size_t i = 0; i < head_.width; ++i) {
        const auto at = std::lower_bound(palette.begin(), palette.end(), colourAt(rgba, i));
        DEX_CHECK(at != palette.end() && *at == colourAt(rgba, i));
        const auto bits = static_cast<std::size_t>(bitsPerPixel_), bit = i * bits;
        row_[bit / 8] |= static_cast<std::byte>(static_cast<std::size_t>(at - palette.begin()) << (8 - bits - bit % 8));
    }
    const std::byte filter{kNone};
    deflater_.put({&filter, 1}, packed_);
    deflater_.put(row_, packed_);
    flush(kChunk);
}

void PngWriter::filterRow() {
    std::size_t best = 0;
    std::uint64_t least = UINT64_MAX;
    findQuiet(row_, above_, quiet_);
    // Up first: of a page most rows are like the one above, and nothing beats that.
    for (const int filter : {kUp, kSub, kNone, kAverage, kPaeth}) {
        const auto at = static_cast<std::size_t>(filter);
        const std::uint64_t sum = leave(filter, {row_, above_, quiet_}, tries_[at], least);
        if (sum >= least) continue;
        best = at;
        least = sum;
        if (least == 0) break;
    }
    deflater_.put(tries_[best], packed_);
}

void PngWriter::flush(std::size_t atLeast) {
    if (packed_.empty() || packed_.size() < atLeast) return;
    chunk("IDAT", packed_);
    packed_.clear();
}

void PngWriter::finish() {
    deflater_.finish(packed_);
    flush(0);
    chunk("IEND", {});
}

Bytes PngWriter::take() { return std::exchange(file_, {}); }

}  // namespace dex
