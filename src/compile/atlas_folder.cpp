#include "compile/atlas_folder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <numeric>

#include "archive/file_name.h"
#include "compile/json_place.h"
#include "model/wanted.h"
#include "words/status_text.h"

namespace dex {

namespace fs = std::filesystem;

namespace {

std::optional<Bytes> readFile(const fs::path& path, Problems& problems) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        problems.add(path.string(), std::string(statusText(Language::English, Status::NotFound)));
        return std::nullopt;
    }
    Bytes bytes;
    std::byte part[1 << 14];
    for (std::size_t size; (size = std::fread(part, 1, sizeof part, file)) > 0;)
        bytes.insert(bytes.end(), part, part + size);
    std::fclose(file);
    return bytes;
}

bool isPlainName(const std::string& name) {
    // Anybody may have written atlas.json: a name in it must not lead out of the folder.
    return !name.empty() && name.find('/') == std::string::npos && name != "..";
}

}  // namespace

std::optional<AtlasFolder> AtlasFolder::open(const std::string& path, Problems& problems) {
    std::error_code failed;
    const fs::path json = fs::is_directory(path, failed) ? fs::path(path) / "atlas.json" : fs::path(path);
    const auto text = readFile(json, problems);
    if (!text) return std::nullopt;
    const std::string content(reinterpret_cast<const char*>(text->data()), text->size());
    const auto document = parseJson(content, json.string(), problems);
    if (!document) return std::nullopt;

    AtlasFolder atlas;
    // Apart from the others at first: each of these sentences has to say which file it is about.
    Problems found;
    const JsonPlace at(*document, "$", found);
    if (at.words("format") != "dex-atlas") at.expected("an atlas, with \"format\": \"dex-atlas\"");
    at.whole("version", 1, 1);
    atlas.headName_ = at.words("head");
    atlas.first_ = at.texts("first");
    if (!isPlainName(atlas.headName_)) at.report("the head is no file beside atlas.json");
    for (const std::string& sentence : found.sentences()) problems.add(json.string(), sentence);
    if (found.any()) return std::nullopt;

    // A file that was named without a folder lies where the command runs.
    atlas.folder_ = json.parent_path().empty() ? "." : json.parent_path().string();
    const auto bytes = readFile(fs::path(atlas.folder_) / atlas.headName_, problems);
    if (!bytes) return std::nullopt;
    if (nameFor(FileKind::Head, *bytes) != atlas.headName_) {
        problems.add(atlas.headName_, std::string(statusText(Language::English, Status::BadHash)));
        return std::nullopt;
    }
    auto head = decodeHead(*bytes);
    if (!head.ok()) {
        problems.add(atlas.headName_ + ", byte " + std::to_string(head.error().where),
                     std::string(statusText(Language::English, head.error().status)));
        return std::nullopt;
    }
    atlas.headBytes_ = bytes->size();
    atlas.head_ = std::move(head).value();
    return atlas;
}

void AtlasFolder::fail(const AtlasFile& file, Error error, Problems& problems) {
    problems.add(file.name + ", byte " + std::to_string(error.where),
                 std::string(statusText(Language::English, error.status)));
}

std::optional<Bytes> AtlasFolder::fileNamed(const std::string& name, Problems& problems) const {
    // The head does not stand in its own list.
    if (name == headName_) return readFile(fs::path(folder_) / name, problems);
    const auto found =
        std::find_if(head_.files.begin(), head_.files.end(), [&](const AtlasFile& file) { return file.name == name; });
    if (found != head_.files.end()) return bytes(*found, problems);
    problems.add(name, std::string(statusText(Language::English, Status::NotFound)));
    return std::nullopt;
}

std::optional<Bytes> AtlasFolder::bytes(FileIndex file, Problems& problems) const {
    return bytes(head_.files[file], problems);
}

std::optional<Bytes> AtlasFolder::bytes(const AtlasFile& wanted, Problems& problems) const {
    auto bytes = readFile(fs::path(folder_) / wanted.name, problems);
    if (!bytes) return std::nullopt;
    // The name is the hash of the bytes: a file that was changed or cut short is found out here, whatever reads it.
    if (bytes->size() == wanted.bytes && nameFor(wanted.kind, *bytes) == wanted.name) return bytes;
    fail(wanted, {Status::BadHash, 0}, problems);
    return std::nullopt;
}

std::optional<AreaNames> AtlasFolder::names(std::uint32_t level, Problems& problems) const {
    const FileIndex file = head_.levels[level].names;
    const auto content = bytes(file, problems);
    if (!content) return std::nullopt;
    auto names = decodeNames(*content, head_.levels[level].areaCount);
    if (names.ok()) return std::move(names).value();
    fail(file, names.error(), problems);
    return std::nullopt;
}

std::optional<std::vector<std::uint32_t>> AtlasFolder::grouping(std::uint32_t level, Problems& problems) const {
    // No file says that each small area is a group of its own.
    if (level == 0) {
        std::vector<std::uint32_t> same(head_.areaCount());
        std::iota(same.begin(), same.end(), 0u);
        return same;
    }
    const FileIndex file = head_.levels[level].grouping;
    const auto content = bytes(file, problems);
    if (!content) return std::nullopt;
    auto grouping = decodeGrouping(*content, head_.areaCount(), head_.levels[level].areaCount);
    if (grouping.ok()) return std::move(grouping).value();
    fail(file, grouping.error(), problems);
    return std::nullopt;
}

std::optional<Column> AtlasFolder::column(FileIndex file, std::uint32_t areaCount, Problems& problems) const {
    const auto content = bytes(file, problems);
    if (!content) return std::nullopt;
    std::optional<Column> shared;
    if (head_.files[file].shared != kNoFile) {
        // Goes one step deep: decodeHead refuses a shared column that leans on another one.
        shared = column(head_.files[file].shared, areaCount, problems);
        if (!shared) return std::nullopt;
    }
    auto read = decodeColumn(*content, areaCount, shared ? &*shared : nullptr);
    if (read.ok()) return std::move(read).value();
    fail(file, read.error(), problems);
    return std::nullopt;
}

std::optional<Tile> AtlasFolder::tile(std::size_t lod, std::size_t index, Problems& problems) const {
    const TileInfo& info = head_.lods[lod].tiles[index];
    const auto content = bytes(info.file, problems);
    if (!content) return std::nullopt;
    auto tile = decodeTile(*content, head_.areaCount());
    if (tile.ok()) return std::move(tile).value();
    fail(info.file, tile.error(), problems);
    return std::nullopt;
}

std::optional<std::vector<std::uint8_t>> AtlasFolder::classes(Problems& problems) const {
    const DefaultView& view = head_.defaultView;
    const auto content = bytes(view.classes, problems);
    if (!content) return std::nullopt;
    auto classes = decodeClasses(*content, head_.levels[view.level].areaCount, view.classCount);
    if (classes.ok()) return std::move(classes).value();
    fail(view.classes, classes.error(), problems);
    return std::nullopt;
}

std::optional<Gazetteer> AtlasFolder::gazetteer(Problems& problems) const {
    // An atlas need not have one.
    if (head_.gazetteer == kNoFile) return Gazetteer{};
    const auto content = bytes(head_.gazetteer, problems);
    if (!content) return std::nullopt;
    auto gazetteer = decodeGazetteer(*content, static_cast<std::uint32_t>(head_.levels.size()));
    if (gazetteer.ok()) return std::move(gazetteer).value();
    fail(head_.gazetteer, gazetteer.error(), problems);
    return std::nullopt;
}

std::optional<Postcodes> AtlasFolder::postcodes(const Gazetteer::Outward& outward, Problems& problems) const {
    const auto content = bytes(outward.file, problems);
    if (!content) return std::nullopt;
    auto postcodes = decodePostcodes(*content, head_.areaCount());
    // The hash is right even where the gazetteer names the wrong file, and that would find places elsewhere.
    const bool isOther = postcodes.ok() && postcodes->outward != outward.code;
    if (postcodes.ok() && !isOther) return std::move(postcodes).value();
    fail(outward.file, isOther ? Error{Status::BadIndex, 0} : postcodes.error(), problems);
    return std::nullopt;
}

std::optional<AreaPoints> AtlasFolder::points(Problems& problems) const {
    if (head_.points == kNoFile) return AreaPoints{};
    const auto content = bytes(head_.points, problems);
    if (!content) return std::nullopt;
    auto points = decodePoints(*content, head_.areaCount());
    if (points.ok()) return std::move(points).value();
    fail(head_.points, points.error(), problems);
    return std::nullopt;
}

std::optional<Venues> AtlasFolder::venues(Problems& problems) const {
    if (head_.venues == kNoFile) return Venues{};
    const auto content = bytes(head_.venues, problems);
    if (!content) return std::nullopt;
    auto venues = decodeVenues(*content);
    if (venues.ok()) return std::move(venues).value();
    fail(head_.venues, venues.error(), problems);
    return std::nullopt;
}

std::optional<WalkingMinutes> AtlasFolder::minutes(Problems& problems) const {
    if (head_.minutes == kNoFile) return WalkingMinutes{};
    const auto content = bytes(head_.minutes, problems);
    if (!content) return std::nullopt;
    auto minutes = decodeMinutes(*content, head_.areaCount());
    if (minutes.ok()) return std::move(minutes).value();
    fail(head_.minutes, minutes.error(), problems);
    return std::nullopt;
}

bool AtlasFolder::supply(const std::vector<FileIndex>& files, Library& library, Problems& problems) const {
    // As it is: it was checked when the folder was opened.
    if (!library.head()) library.begin(head_);
    for (const FileIndex file : files) {
        if (file == kNoFile || library.state(file) == Library::FileState::Here) continue;
        auto content = bytes(file, problems);
        if (!content) return false;
        const auto supplied = library.supply(head_.files[file].name, std::move(*content));
        if (supplied.ok()) continue;
        fail(file, supplied.error(), problems);
        return false;
    }
    return true;
}

bool AtlasFolder::supplyTable(std::uint32_t level, Library& library, Problems& problems) const {
    return supply(filesOfTable(head_, level), library, problems);
}

}  // namespace dex
