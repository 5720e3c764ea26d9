#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/gazetteer.h"
#include "archive/points.h"
#include "archive/tile.h"
#include "archive/venues.h"
#include "compile/problems.h"
#include "model/library.h"

namespace dex {

// An atlas on disk, opened as a stranger's would be: nothing is believed before it has been checked. What fails is
// reported with the file's name and gives nothing.
class AtlasFolder {
public:
    // `path` is atlas.json or its folder.
    static std::optional<AtlasFolder> open(const std::string& path, Problems& problems);

    const AtlasHead& head() const { return head_; }
    const std::string& headName() const { return headName_; }
    std::uint64_t headBytes() const { return headBytes_; }
    const std::vector<std::string>& firstNames() const { return first_; }

    // A file as a page asks for it, by name; the head too.
    std::optional<Bytes> fileNamed(const std::string& name, Problems& problems) const;
    // The contents, whose hash and size are as the head says.
    std::optional<Bytes> bytes(FileIndex file, Problems& problems) const;
    std::optional<AreaNames> names(std::uint32_t level, Problems& problems) const;
    std::optional<std::vector<std::uint32_t>> grouping(std::uint32_t level,
                                                       Problems& problems) const;  // Level 0: itself.
    std::optional<Column> column(FileIndex file, std::uint32_t areaCount, Problems& problems) const;
    std::optional<Tile> tile(std::size_t lod, std::size_t index, Problems& problems) const;
    std::optional<std::vector<std::uint8_t>> classes(Problems& problems) const;

    std::optional<Gazetteer> gazetteer(Problems& problems) const;  // Empty where the atlas has none.
    std::optional<Postcodes> postcodes(const Gazetteer::Outward& outward, Problems& problems) const;

    std::optional<AreaPoints> points(Problems& problems) const;  // Empty where the atlas has none.

    std::optional<Venues> venues(Problems& problems) const;  // The same.
    std::optional<WalkingMinutes> minutes(
        Problems& problems) const;  // The same; that they fit the venues is not asked.

    // Puts files into a library as a page would, and before them the head, so that the atlas answers as it does there.
    // What is there already, and kNoFile, is passed over. False where a file fails; those after it are not read then.
    bool supply(const std::vector<FileIndex>& files, Library& library, Problems& problems) const;
    // All that filesOfTable names (model/wanted.h).
    bool supplyTable(std::uint32_t level, Library& library, Problems& problems) const;

private:
    std::optional<Bytes> bytes(const AtlasFile& wanted, Problems& problems) const;
    static void fail(const AtlasFile& file, Error error, Problems& problems);
    void fail(FileIndex file, Error error, Problems& problems) const { fail(head_.files[file], error, problems); }

    std::string folder_;
    std::string headName_;
    std::uint64_t headBytes_ = 0;
    std::vector<std::string> first_;
    AtlasHead head_;
};

}  // namespace dex
