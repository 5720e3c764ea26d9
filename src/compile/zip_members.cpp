#include "compile/zip_members.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "compile/text.h"

namespace dex {

namespace {

constexpr int kMaxZipDepth = 3;  // Of zips within zips.
constexpr std::size_t kMaxListed = 12;

std::array<unsigned char, 4> firstBytes(const std::string& path) {
    std::array<unsigned char, 4> start{};
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) return start;
    if (VSIFReadL(start.data(), 1, start.size(), file) == 0) start = {};
    VSIFCloseL(file);
    return start;
}

// What programs leave in a zip for themselves.
bool isLitter(const std::string& name) {
    const std::size_t slash = name.rfind('/');
    const std::string_view last = std::string_view(name).substr(slash == std::string::npos ? 0 : slash + 1);
    return name.ends_with('/') || name.find("__MACOSX") != std::string::npos || last.starts_with('.');
}

std::string_view stemOf(std::string_view member) { return member.substr(0, member.rfind('.')); }

std::vector<std::string> membersOf(const std::string& path) {
    // In braces, because a zip need not be called one.
    char** names = VSIReadDirRecursive(("/vsizip/{" + path + "}").c_str());
    std::vector<std::string> members;
    for (char** name = names; name != nullptr && *name != nullptr; ++name) {
        if (!isLitter(*name)) members.emplace_back(*name);
    }
    CSLDestroy(names);
    std::sort(members.begin(), members.end());
    return members;
}

std::vector<std::string> endingIn(const std::vector<std::string>& members, std::span<const std::string_view> ends) {
    std::vector<std::string> found;
    for (const std::string& member : members) {
        const std::string lower = lowerCase(member);
        if (std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return lower.ends_with(end); }))
            found.push_back(member);
    }
    return found;
}

// A geodatabase is a folder of many files.
std::vector<std::string> geodatabasesIn(const std::vector<std::string>& members) {
    std::vector<std::string> found;
    for (const std::string& member : members) {
        const std::size_t at = lowerCase(member).find(".gdb/");
        if (at == std::string::npos) continue;
        const std::string folder = member.substr(0, at + 4);
        if (found.empty() || found.back() != folder) found.push_back(folder);
    }
    return found;
}

// The members that could be meant: by the surest kinds of name first, at last everything.
std::vector<std::string> fitting(const std::vector<std::string>& members, MemberKind kind) {
    constexpr std::array<std::string_view, 6> kTables = {".tsv", ".tab", ".txt", ".xlsx", ".xls", ".ods"};
    constexpr std::array<std::string_view, 10> kLayers = {".shp", ".gpkg", ".geojson", ".topojson", ".fgb",
                                                          ".gml", ".kml",  ".tab",     ".mif",      ".sqlite"};
    constexpr std::array<std::string_view, 1> kTablesFirst = {".csv"}, kJson = {".json"}, kZip = {".zip"};
    std::vector<std::string> found =
        kind == MemberKind::Table ? endingIn(members, kTablesFirst) : endingIn(members, kLayers);
    if (found.empty()) found = kind == MemberKind::Table ? endingIn(members, kTables) : endingIn(members, kJson);
    if (found.empty() && kind == MemberKind::Layer) found = geodatabasesIn(members);
    // A zip within, where nothing else could be meant.
    if (found.empty()) found = endingIn(members, kZip);
    return found.empty() ? members : found;
}

std::optional<std::string> readable(const std::string& path, MemberKind kind, int depth, Problems& problems) {
    const auto start = firstBytes(path);
    if (start[0] == 0x1f && start[1] == 0x8b) return "/vsigzip/" + path;
    if (start[0] != 'P' || start[1] != 'K') return path;
    const auto members = membersOf(path);
    // A workbook is a zip of its own kind, and read as a whole.
    const auto holds = [&](const char* name) {
        return std::find(members.begin(), members.end(), name) != members.end();
    };
    if (holds("xl/workbook.xml") || holds("content.xml")) return path;
    if (members.empty() || depth == kMaxZipDepth) {
        problems.add(path, "is a zip that contains no file, or cannot be unzipped");
        return std::nullopt;
    }
    const auto found = fitting(members, kind);
    // One that fits may be packed again, and is looked into as well.
    if (found.size() == 1) {
        const std::string inner = "/vsizip/{" + path + "}/" + found[0];
        // Parts of one layer have one name; anything else in there was passed over.
        const bool isAlone = std::all_of(members.begin(), members.end(), [&](const std::string& member) {
            return stemOf(member) == stemOf(found[0]) || found[0].ends_with(".gdb");
        });
        if (!isAlone) problems.note(path, "is a zip with other files beside. " + inQuotes(found[0]) + " was read");
        return readable(inner, kind, depth + 1, problems);
    }
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < kMaxListed; ++i) list += (i == 0 ? "" : ", ") + inQuotes(found[i]);
    const std::string name = path.substr(path.rfind('/') + 1);
    problems.add(path, "contains several files: " + list + (found.size() > kMaxListed ? " and more" : "") +
                           ". Name the one that is meant: \"file\": \"" + name + "/" + found[0] + "\"");
    return std::nullopt;
}

}  // namespace

bool isZip(const std::string& path) {
    const auto start = firstBytes(path);
    return start[0] == 'P' && start[1] == 'K';
}

std::optional<std::string> memberPath(const std::string& path, const std::string& inner) {
    std::string whole = "/vsizip/{" + path + "}/" + inner;
    VSIStatBufL status;
    if (VSIStatExL(whole.c_str(), &status, VSI_STAT_EXISTS_FLAG) != 0) return std::nullopt;
    return whole;
}

std::optional<std::string> readablePath(const std::string& path, MemberKind kind, Problems& problems) {
    return readable(path, kind, 0, problems);
}

}  // namespace dex
