// Files that nobody meant, brought to the door as a page brings them: cut short, or changed anywhere. Their hashes are
// put right, in their names and in the head that names them, so that the decoders are reached.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "archive/encode.h"
#include "archive/file_name.h"
#include "archive/tile.h"
#include "base/hash.h"
#include "support/samples.h"
#include "tests/abi/allocations.h"
#include "tests/abi/page.h"

namespace dex::test {
namespace {

using File = std::vector<std::uint8_t>;

constexpr std::uint64_t kMaxBytes = 64 << 20;  // Allocated for one file, given back or not.
constexpr std::uint64_t kMaxItems = 64;        // Decoded from each byte of a tile.

ByteSpan spanOf(const File& bytes) { return std::as_bytes(std::span(bytes)); }

struct Named {
    std::string name;
    File bytes;
};

// The town's atlas with one of its files changed, as somebody would publish it.
struct Forged {
    Named head;
    std::vector<Named> before;  // What the changed file leans on.
    Named changed;
};

class HostileFiles : public testing::Test {
protected:
    HostileFiles() : head_(std::move(decodeHead(spanOf(town().files.at(town().head)))).value()) {}

    // `file` is an index of the head's, kNoFile for the head itself.
    Forged forge(FileIndex file, File bytes) const {
        if (file == kNoFile) {
            const std::string name = nameFor(FileKind::Head, spanOf(bytes));
            return {{name, bytes}, {}, {name, std::move(bytes)}};
        }
        AtlasHead head = head_;
        AtlasFile& entry = head.files[file];
        entry.name = nameFor(entry.kind, spanOf(bytes));
        entry.bytes = static_cast<std::uint32_t>(bytes.size());
        Forged forged{{}, {}, {entry.name, std::move(bytes)}};
        if (entry.shared != kNoFile) {
            const std::string& shared = head.files[entry.shared].name;
            forged.before.push_back({shared, town().files.at(shared)});
        }
        const Bytes encoded = encodeHead(head);
        const auto* first = reinterpret_cast<const std::uint8_t*>(encoded.data());
        forged.head = {nameFor(FileKind::Head, encoded), {first, first + encoded.size()}};
        return forged;
    }

    const File& original(FileIndex file) const {
        return town().files.at(file == kNoFile ? town().head : head_.files[file].name);
    }

    // Opens it on a fresh map and returns the changed file's status. What was accepted is drawn too, if `draws`.
    Status open(const Forged& forged, bool draws) {
        Page page(town());
        const bool isHead = forged.head.name == forged.changed.name;
        if (!isHead) {
            EXPECT_EQ(page.supply(forged.head.name, forged.head.bytes), 0u);
        }
        for (const Named& file : forged.before) EXPECT_EQ(page.supply(file.name, file.bytes), 0u);
        const Allocations before = allocationsSoFar();
        const auto status = static_cast<Status>(page.supply(forged.changed.name, forged.changed.bytes));
        const Allocations after = allocationsSoFar();
        maxBytes_ = std::max(maxBytes_, after.bytes - before.bytes);
        maxCalls_ = std::max(maxCalls_, after.count - before.count);
        if (status == Status::Ok && draws) draw(page);
        return status;
    }

    // Frames with whatever else the map asks for and the town's atlas has.
    static void draw(Page& page) {
        page.intercept = [](const std::string& name) { return !town().files.contains(name); };
        dex_resize(page.map(), 640, 480, 1, 1);
        dex_gpu_ready(page.map());
        page.settle();
        page.click(400, 240);
    }

    File mutantOf(const File& original) {
        File mutant = original;
        for (std::uint32_t changes = 1 + random_.below(4); changes > 0; --changes) {
            const auto at = random_.below(static_cast<std::uint32_t>(mutant.size()));
            switch (random_.below(4)) {
                case 0: mutant[at] = static_cast<std::uint8_t>(random_.below(256)); break;
                case 1: mutant[at] = static_cast<std::uint8_t>(mutant[at] ^ (1u << random_.below(8))); break;
                case 2: mutant.insert(mutant.begin() + at, 0xff); break;
                default: mutant.erase(mutant.begin() + at); break;
            }
            if (mutant.empty()) mutant.push_back(0);
        }
        return mutant;
    }

    std::vector<FileIndex> filesOf(std::initializer_list<FileKind> kinds) const {
        std::vector<FileIndex> found{kNoFile};
        for (FileIndex i = 0; i < head_.files.size(); ++i) {
            if (std::find(kinds.begin(), kinds.end(), head_.files[i].kind) != kinds.end()) found.push_back(i);
        }
        return found;
    }

    AtlasHead head_;
    samples::Random random_{2026};
    std::uint64_t maxBytes_ = 0;
    std::uint64_t maxCalls_ = 0;
};

TEST_F(HostileFiles, Refuses64TruncationsOfEachOfThem) {
    int refused = 0;
    for (const FileIndex file :
         filesOf({FileKind::Tile, FileKind::Column, FileKind::Classes, FileKind::Names, FileKind::Grouping})) {
        const File& whole = original(file);
        for (std::size_t i = 0; i < 64; ++i) {
            const std::size_t size = whole.size() * i / 64;
            const File cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            EXPECT_NE(open(forge(file, cut), false), Status::Ok)
                << (file == kNoFile ? "head" : head_.files[file].name) << " cut to " << size;
            ++refused;
        }
    }
    std::printf("%d truncations refused, %llu bytes allocated at most\n", refused,
                static_cast<unsigned long long>(maxBytes_));
    EXPECT_LE(maxBytes_, kMaxBytes);
}

// Every run tries the same; the fuzzers of tests/fuzz look further in the decoders.
TEST_F(HostileFiles, Bears20000Mutants) {
    const auto files = filesOf({FileKind::Tile, FileKind::Column});
    int accepted = 0, drawn = 0;
    std::uint64_t maxItems = 0;
    for (int i = 0; i < 20000; ++i) {
        const FileIndex file = files[static_cast<std::size_t>(i) % files.size()];
        const Forged forged = forge(file, mutantOf(original(file)));
        const bool draws = i % 40 < static_cast<int>(files.size());
        if (open(forged, draws) != Status::Ok) continue;
        ++accepted;
        drawn += draws ? 1 : 0;
        if (file == kNoFile || head_.files[file].kind != FileKind::Tile) continue;
        const auto tile = decodeTile(spanOf(forged.changed.bytes), head_.areaCount());
        if (!tile.ok()) continue;
        const std::uint64_t items = tile->areas.size() + tile->ringPoints.size() + tile->triangles.size();
        maxItems = std::max(maxItems, items / forged.changed.bytes.size());
    }
    std::printf(
        "20,000 mutants: %d accepted, %d of them drawn; at most %llu bytes in %llu pieces allocated for one, "
        "%llu items decoded from a byte\n",
        accepted, drawn, static_cast<unsigned long long>(maxBytes_), static_cast<unsigned long long>(maxCalls_),
        static_cast<unsigned long long>(maxItems));
    EXPECT_LE(maxBytes_, kMaxBytes);
    EXPECT_LE(maxItems, kMaxItems);
    EXPECT_GT(drawn, 20);
}

// A mean published by small area, one cell of which is `value`.
class ExtremeNumbers : public HostileFiles, public testing::WithParamInterface<double> {
protected:
    Forged forgeMean(double value) const {
        for (const Indicator& one : head_.indicators) {
            const File& bytes = original(one.column);
            if (one.level != 0 || head_.files[one.column].shared != kNoFile) continue;
            auto column = std::move(decodeColumn(spanOf(bytes), head_.areaCount(), nullptr)).value();
            if (column.hasCounts()) continue;
            const auto cell = std::find_if(column.states.begin(), column.states.end(), hasNumber);
            column.values[static_cast<std::size_t>(cell - column.states.begin())] = value;
            const Bytes encoded = encodeColumn(column, nullptr);
            const auto* first = reinterpret_cast<const std::uint8_t*>(encoded.data());
            return forge(one.column, {first, first + encoded.size()});
        }
        ADD_FAILURE() << "the town has no mean";
        return {};
    }

    // The state of an order at its end, and what it gave.
    static std::pair<int, std::string> made(Page& page, const std::string& order) {
        std::string bytes;
        constexpr int kMaxSteps = 1000;
        for (int i = 0; i < kMaxSteps; ++i) {
            std::uint32_t size = 0;
            const auto* answer =
                dex_make(page.map(), order.data(), i == 0 ? static_cast<std::uint32_t>(order.size()) : 0, &size);
            bytes.append(reinterpret_cast<const char*>(answer) + 2, size - 2);
            if (answer[0] == DEX_MADE_ALL || answer[0] == DEX_MADE_NONE) return {answer[0], bytes};
            page.settle();
        }
        return {-1, bytes};
    }

    static constexpr const char* kOrders[] = {"as csv\nview v=1", "as csv\nview v=1&by=district",
                                              "as csv\nview v=1&score=min-max\nscores", "as csv\nview v=1\nscores",
                                              "as geojson\nview v=1&by=ward"};
};

class TooLargeNumbers : public ExtremeNumbers {};
TEST_P(TooLargeNumbers, AreRefusedAndTheMapGoesOn) {
    const Forged forged = forgeMean(GetParam());
    Page page(town());
    EXPECT_EQ(page.supply(forged.head.name, forged.head.bytes), 0u);
    EXPECT_EQ(static_cast<Status>(page.supply(forged.changed.name, forged.changed.bytes)), Status::BadNumber);
    draw(page);
    for (const char* order : kOrders) EXPECT_EQ(made(page, order).first, DEX_MADE_NONE) << order;
}
INSTANTIATE_TEST_SUITE_P(OfAColumn, TooLargeNumbers, testing::Values(1e300, -1e300, 9007199254740994.0));

class LargestNumbers : public ExtremeNumbers {};
TEST_P(LargestNumbers, AreReckonedWith) {
    const Forged forged = forgeMean(GetParam());
    Page page(town());
    EXPECT_EQ(page.supply(forged.head.name, forged.head.bytes), 0u);
    EXPECT_EQ(static_cast<Status>(page.supply(forged.changed.name, forged.changed.bytes)), Status::Ok);
    draw(page);
    for (const char* order : kOrders) {
        const auto [state, bytes] = made(page, order);
        EXPECT_EQ(state, DEX_MADE_ALL) << order;
        EXPECT_FALSE(bytes.empty()) << order;
    }
}
INSTANTIATE_TEST_SUITE_P(OfAColumn, LargestNumbers,
                         testing::Values(9007199254740992.0, -9007199254740991.0, 1e-300, -5e-324));

TEST_F(HostileFiles, Refuses100MutantsByTheirHash) {
    const auto files = filesOf({FileKind::Tile, FileKind::Column});
    for (int i = 0; i < 100; ++i) {
        const FileIndex file = files[static_cast<std::size_t>(i) % files.size()];
        File mutant = original(file);
        mutant[random_.below(static_cast<std::uint32_t>(mutant.size()))] ^= 0x10;
        Page page(town());
        if (file != kNoFile) {
            EXPECT_EQ(page.supply(town().head, town().files.at(town().head)), 0u);
        }
        const std::string& name = file == kNoFile ? town().head : head_.files[file].name;
        EXPECT_EQ(static_cast<Status>(page.supply(name, mutant)), Status::BadHash);
    }
}

}  // namespace
}  // namespace dex::test
