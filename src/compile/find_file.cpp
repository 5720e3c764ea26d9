#include "compile/find_file.h"

#include <algorithm>
#include <filesystem>

namespace dex {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxDepth = 6;

std::vector<std::string> below(const fs::path& folder, const fs::path& relative) {
    std::vector<std::string> bySuffix, byName;
    std::error_code failed;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed), end;
    const std::string suffix = "/" + relative.generic_string();
    for (; !failed && at != end; at.increment(failed)) {
        const std::string path = at->path().generic_string();
        const bool hidden = at->path().filename().string().starts_with(".");
        // Hidden folders hold what programs keep for themselves.
        if (at->is_directory(failed) && (hidden || at.depth() >= kMaxDepth)) at.disable_recursion_pending();
        if (!at->is_regular_file(failed)) continue;
        if (path.ends_with(suffix)) bySuffix.push_back(path);
        if (at->path().filename() == relative.filename()) byName.push_back(path);
    }
    // A path that ends as the recipe says is surer than a file that only has the same name.
    auto& found = bySuffix.empty() ? byName : bySuffix;
    std::sort(found.begin(), found.end());
    return std::move(found);
}

}  // namespace

FoundFile findFile(const DataFolders& where, const std::string& relative) {
    for (const std::string& folder : where.folders) {
        std::error_code failed;
        const fs::path path = fs::path(folder) / relative;
        if (fs::is_regular_file(path, failed)) return {{path.generic_string()}};
    }
    // Only if no folder has it in its place: a search takes longer, and may find an old copy.
    for (const std::string& folder : where.folders) {
        auto found = below(folder, relative);
        if (!found.empty()) return {std::move(found)};
    }
    return {};
}

bool isRelative(const std::string& name) {
    const fs::path path(name);
    // A recipe may be anybody's: it is to name files in the data folders and nowhere else.
    if (name.empty() || path.is_absolute()) return false;
    return std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

}  // namespace dex
