#include "archive/numbers.h"

#include <algorithm>
#include <bit>

namespace dex {

namespace {

constexpr int kUpperBits = 8;

std::size_t bytesFor(std::size_t count, int bits) { return (count * static_cast<std::size_t>(bits) + 7) / 8; }

}  // namespace

std::uint64_t BitReader::bits(int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i, ++at_) {
        // Past the end there are zeros. The caller has taken as many bytes as the numbers need.
        if (at_ / 8 >= bytes_.size()) return value;
        const auto byte = std::to_integer<std::uint64_t>(bytes_[at_ / 8]);
        value |= (byte >> (at_ % 8) & 1) << i;
    }
    return value;
}

void BitWriter::bits(std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i, ++at_) {
        if (at_ / 8 == bytes_.size()) bytes_.push_back(std::byte{0});
        if ((value >> i & 1) != 0) bytes_.back() |= std::byte{1} << (at_ % 8);
    }
}

void writeNumbers(ByteWriter& out, std::span<const std::int64_t> numbers) {
    const auto [min, max] = numbers.empty() ? std::pair<std::int64_t, std::int64_t>{0, 0}
                                            : std::pair{*std::min_element(numbers.begin(), numbers.end()),
                                                        *std::max_element(numbers.begin(), numbers.end())};
    DEX_CHECK(min >= -kMaxWhole && max <= kMaxWhole);
    // Both ends are within 2^53 of zero, so the difference cannot overflow.
    const int width = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(max - min)));
    // The upper byte of each number has the shape that brotli finds; the bits below it are noise and stay packed.
    const int lower = std::max(0, width - kUpperBits);
    out.signedVarint(min);
    out.u8(static_cast<std::uint8_t>(width));
    if (width == 0) return;
    BitWriter low;
    for (const std::int64_t number : numbers) {
        const auto above = static_cast<std::uint64_t>(number - min);
        out.u8(static_cast<std::uint8_t>(above >> lower));
        low.bits(above, lower);
    }
    out.append(low.bytes());
}

void readNumbers(ByteReader& in, std::span<std::int64_t> numbers) {
    const std::int64_t min = in.signedVarint();
    const int width = in.u8();
    if (min < -kMaxWhole || min > kMaxWhole || width > 55) in.fail(Status::BadNumber);
    const int lower = std::max(0, width - kUpperBits);
    const ByteSpan upper = in.take(width == 0 ? 0 : numbers.size());
    BitReader low(in.take(bytesFor(numbers.size(), lower)));
    if (!in.ok()) return;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::uint64_t above = 0;
        if (width > 0) above = std::to_integer<std::uint64_t>(upper[i]) << lower | low.bits(lower);
        numbers[i] = min + static_cast<std::int64_t>(above);
        // The smallest was checked, and nothing is below it.
        if (numbers[i] > kMaxWhole) return in.fail(Status::BadNumber);
    }
}

void writeRuns(ByteWriter& out, std::span<const std::uint8_t> marks) {
    std::size_t counts[256] = {};
    for (const std::uint8_t mark : marks) ++counts[mark];
    // The mark that most areas have costs nothing; only what differs is listed.
    const auto common = static_cast<std::uint8_t>(std::max_element(counts, counts + 256) - counts);

    struct Run {
        std::size_t gap, length;
        std::uint8_t mark;
    };
    std::vector<Run> runs;
    std::size_t end = 0;
    for (std::size_t i = 0; i < marks.size();) {
        std::size_t next = i + 1;
        while (next < marks.size() && marks[next] == marks[i]) ++next;
        if (marks[i] != common) {
            // A gap counts from the end of the run before, which keeps it small.
            runs.push_back({i - end, next - i, marks[i]});
            end = next;
        }
        i = next;
    }
    out.u8(common);
    out.varint(runs.size());
    for (const Run& run : runs) out.varint(run.gap);
    for (const Run& run : runs) out.varint(run.length - 1);
    for (const Run& run : runs) out.u8(run.mark);
}

void readRuns(ByteReader& in, std::span<std::uint8_t> marks, std::uint8_t below) {
    const auto max = static_cast<std::uint32_t>(marks.size());
    const std::uint8_t common = in.u8();
    if (common >= below) in.fail(Status::BadIndex);
    std::fill(marks.begin(), marks.end(), common);
    const std::uint32_t runs = in.count(max);
    // A run takes three bytes at least, so a hostile count cannot ask for more memory than the file has.
    if (runs > in.left() / 3) in.fail(Status::Truncated);
    if (!in.ok()) return;
    std::vector<std::uint32_t> gaps(runs), lengths(runs);
    for (auto& gap : gaps) gap = in.count(max);
    for (auto& length : lengths) length = in.count(max);
    std::size_t at = 0;
    for (std::size_t i = 0; i < runs; ++i) {
        at += gaps[i];
        const std::size_t length = std::size_t{lengths[i]} + 1;
        const std::uint8_t mark = in.u8();
        if (mark >= below || at + length > marks.size()) in.fail(Status::BadIndex);
        if (!in.ok()) return;
        std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), length, mark);
        at += length;
    }
}

}  // namespace dex
