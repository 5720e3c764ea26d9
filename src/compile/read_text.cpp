#include "compile/read_text.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <array>

#include "compile/recode.h"
#include "compile/table_words.h"
#include "table/decode.h"

namespace dex {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 31;

std::optional<std::string> readAll(const std::string& path) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) return std::nullopt;
    std::string text;
    std::array<char, 1 << 16> part;
    for (;;) {
        const std::size_t size = VSIFReadL(part.data(), 1, part.size(), file);
        // A file that is packed a thousand times over ends here, and what follows finds it cut.
        if (size == 0 || text.size() > kMaxBytes) break;
        text.append(part.data(), size);
    }
    VSIFCloseL(file);
    return text;
}

// A path by which GDAL's file system reads the contents unpacked.
std::optional<std::string> unpackedPath(const std::string& path, Problems& problems) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) {
        problems.add(path, "could not be read");
        return std::nullopt;
    }
    std::array<unsigned char, 4> start{};
    const std::size_t size = VSIFReadL(start.data(), 1, start.size(), file);
    VSIFCloseL(file);
    // By its first bytes and not by its name: publishers' files are renamed on the way.
    if (size >= 2 && start[0] == 0x1f && start[1] == 0x8b) return "/vsigzip/" + path;
    if (size < 4 || start[0] != 'P' || start[1] != 'K') return path;
    char** names = VSIReadDir(("/vsizip/{" + path + "}").c_str());
    // Which of several is the table would be a guess.
    const bool one = names != nullptr && names[0] != nullptr && names[1] == nullptr;
    std::string inner = one ? "/vsizip/{" + path + "}/" + names[0] : std::string();
    CSLDestroy(names);
    if (one) return inner;
    problems.add(path, "contains several files. A table must be the only file in its zip");
    return std::nullopt;
}

}  // namespace

std::optional<std::string> readBytes(const std::string& path, Problems& problems) {
    const auto unpacked = unpackedPath(path, problems);
    if (!unpacked) return std::nullopt;
    auto bytes = readAll(*unpacked);
    if (!bytes) problems.add(path, "could not be unzipped");
    return bytes;
}

std::optional<std::string> readText(const std::string& path, Problems& problems) {
    const auto bytes = readBytes(path, problems);
    if (!bytes) return std::nullopt;
    TableProblems found;
    auto text = decodeText(*bytes, found);
    addAll(found, path, problems);
    if (!text) return std::nullopt;
    if (text->encoding == Encoding::Windows1252) {
        problems.add(path, "is not UTF-8. Save it as UTF-8");
        return std::nullopt;
    }
    return std::move(text->utf8);
}

std::optional<TextRows> rowsOf(std::string_view bytes, const std::string& name, const FileSettings& settings,
                               Problems& problems) {
    TableProblems found;
    std::optional<DecodedText> text;
    if (settings.encoding.empty()) {
        text = decodeText(bytes, found);
    } else if (auto utf8 = recoded(bytes, settings.encoding)) {
        text = DecodedText{std::move(*utf8)};
        if (text->utf8.starts_with("\ufeff")) text->utf8.erase(0, 3);
    } else {
        problems.add(name, "is not in the encoding that the recipe gives it, " + settings.encoding);
    }
    std::optional<TextRows> rows;
    if (text) rows = splitRows(text->utf8, found);
    addAll(found, name, problems);
    if (text && text->encoding == Encoding::Windows1252) {
        problems.note(name, "is not UTF-8 and was read as Windows-1252. If letters are wrong, name its encoding: " +
                                settingText(name, "encoding", "macintosh"));
    }
    return rows;
}

std::optional<TextRows> readRows(const std::string& path, const std::string& name, const FileSettings& settings,
                                 Problems& problems) {
    const auto bytes = readBytes(path, problems);
    if (!bytes) return std::nullopt;
    return rowsOf(*bytes, name, settings, problems);
}

}  // namespace dex
