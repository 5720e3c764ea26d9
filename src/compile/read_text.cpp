#include "compile/read_text.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>

#include "compile/read_workbook.h"
#include "compile/recode.h"
#include "compile/table_words.h"
#include "compile/zip_members.h"
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

}  // namespace

std::optional<std::string> readBytes(const std::string& path, Problems& problems) {
    const auto unpacked = readablePath(path, MemberKind::Table, problems);
    if (!unpacked) return std::nullopt;
    auto bytes = readAll(*unpacked);
    if (!bytes) problems.add(path, *unpacked == path ? "could not be read" : "could not be unzipped");
    return bytes;
}

std::optional<std::string> readText(const std::string& path, Problems& problems) {
    const auto bytes = readBytes(path, problems);
    if (!bytes) return std::nullopt;
    TableProblems found;
    auto text = decodeText(*bytes, found);
    addAll(found, path, problems);
    if (!text) return std::nullopt;
    // Such files are UTF-8 by their standard: nothing is guessed.
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
        // iconv hands a byte-order mark through.
        if (text->utf8.starts_with("\ufeff")) text->utf8.erase(0, 3);
    } else {
        problems.add(name, "is not in the encoding that the recipe gives it, " + settings.encoding);
    }
    std::optional<TextRows> rows;
    if (text) rows = splitRows(text->utf8, found);
    if (rows && !settings.header.empty()) {
        // Row 0, so that the lines of the file keep their numbers in messages.
        TextRow header{0, settings.header};
        // Columns behind the last that is named are nobody's.
        for (const TextRow& row : rows->rows) header.fields.resize(std::max(header.fields.size(), row.fields.size()));
        rows->rows.insert(rows->rows.begin(), std::move(header));
    }
    addAll(found, name, problems);
    if (text && text->encoding == Encoding::Windows1252) {
        problems.note(name, "is not UTF-8 and was read as Windows-1252. If letters are wrong, name its encoding: " +
                                settingText(name, "encoding", "macintosh"));
    }
    return rows;
}

std::optional<TextRows> readRows(const std::string& path, const std::string& name, const FileSettings& settings,
                                 Problems& problems) {
    const auto unpacked = readablePath(path, MemberKind::Table, problems);
    if (!unpacked) return std::nullopt;
    if (isWorkbook(*unpacked)) return readWorkbook(*unpacked, name, settings.sheet, problems);
    const auto bytes = readAll(*unpacked);
    if (!bytes) problems.add(path, *unpacked == path ? "could not be read" : "could not be unzipped");
    return bytes ? rowsOf(*bytes, name, settings, problems) : std::nullopt;
}

}  // namespace dex
