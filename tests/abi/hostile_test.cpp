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
