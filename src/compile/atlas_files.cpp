#include "compile/atlas_files.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "archive/file_name.h"
#include "compile/write_file.h"

namespace dex {

namespace fs = std::filesystem;

namespace {

// `column.0123456789abcdef0123456789abcdef.dex`
bool isAtlasFile(const std::string& name) {
    const Bytes hash = hashIn(name);
    if (hash.size() != 16 || !name.ends_with(".dex")) return false;
    for (const FileKind kind : {FileKind::Head, FileKind::Tile, FileKind::Column, FileKind::Classes, FileKind::Names,
                                FileKind::Grouping, FileKind::Recipe, FileKind::Gazetteer, FileKind::Points,
                                FileKind::Venues, FileKind::Minutes, FileKind::Postcodes}) {
        if (nameOf(kind, hash) == name) return true;
    }
    return false;
}

// A rename from the folder beside it: a file is there whole or not at all.
bool moveInto(const fs::path& folder, const fs::path& from, const std::string& name) {
    std::error_code failed;
    fs::rename(from / name, folder / name, failed);
    return !failed;
}

}  // namespace

FileIndex AtlasFiles::add(FileKind kind, Bytes bytes, std::string what, FileIndex shared) {
    std::string name = nameFor(kind, bytes);
    // The name is the hash, so equal contents are one file: two indicators may have the same column.
    const auto same = std::find_if(files_.begin(), files_.end(), [&](const One& one) { return one.file.name == name; });
    if (same != files_.end()) {
        // Who adds a column has asked isTaken() before: one file can lean on one column only.
        DEX_CHECK(same->file.shared == shared);
        return static_cast<FileIndex>(same - files_.begin());
    }
    const auto size = static_cast<std::uint32_t>(bytes.size());
    files_.push_back({{kind, size, std::move(name), shared}, std::move(bytes), std::move(what)});
    return static_cast<FileIndex>(files_.size() - 1);
}

bool AtlasFiles::isTaken(FileKind kind, const Bytes& bytes, FileIndex shared) const {
    const std::string name = nameFor(kind, bytes);
    return std::any_of(files_.begin(), files_.end(),
                       [&](const One& one) { return one.file.name == name && one.file.shared != shared; });
}

std::vector<AtlasFile> AtlasFiles::list() const {
    std::vector<AtlasFile> files;
    for (const One& one : files_) files.push_back(one.file);
    return files;
}

void writeAtlas(const FinishedAtlas& atlas, const std::string& folder, Problems& problems) {
    std::error_code failed;
    fs::path out = fs::absolute(folder, failed).lexically_normal();
    // A path that ends in a slash has no last name to write ".new" behind.
    if (!out.has_filename()) out = out.parent_path();
    fs::path beside = out;
    beside += ".new";
    // What a run that was broken off has left.
    fs::remove_all(beside, failed);
    if (!fs::create_directories(beside, failed))
        return problems.add(beside.string(), "could not be made: " + failed.message());

    std::set<std::string> names;
    bool good = writeFile(beside / "atlas.json", asBytes(atlas.json));
    for (const auto& one : atlas.files) {
        good = good && writeFile(beside / one.file.name, one.bytes);
        names.insert(one.file.name);
    }
    if (good) fs::create_directories(out, failed);
    good = good && fs::is_directory(out, failed);
    // atlas.json goes last: until then readers have the old atlas, and from then on all that the new one names
    // is there.
    for (const std::string& name : names) good = good && moveInto(out, beside, name);
    good = good && moveInto(out, beside, "atlas.json");
    fs::remove_all(beside, failed);
    if (!good) return problems.add(out.string(), "could not be written");

    // Only what has a name of ours, because the folder may hold other things as well.
    // Listed before any is removed: a folder need not list well what changes meanwhile.
    std::vector<fs::path> stale;
    for (const auto& entry : fs::directory_iterator(out, failed)) {
        const std::string name = entry.path().filename().string();
        if (isAtlasFile(name) && names.count(name) == 0) stale.push_back(entry.path());
    }
    for (const fs::path& path : stale) fs::remove(path, failed);
}

}  // namespace dex
