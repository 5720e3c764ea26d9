#include "compile/csv.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "compile/text.h"

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

// The upper half of Windows-1252 that differs from Latin-1; 0 is undefined there.
constexpr std::array<char16_t, 32> kWindows = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                               0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                               0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                               0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

std::string fromWindows(std::string_view text) {
    std::string utf8;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t code = byte >= 0x80 && byte < 0xa0 ? char32_t{kWindows[byte - 0x80]} : char32_t{byte};
        if (code < 0x80) {
            utf8 += c;
        } else if (code < 0x800) {
            utf8 += static_cast<char>(0xc0 | code >> 6);
            utf8 += static_cast<char>(0x80 | (code & 0x3f));
        } else {
            utf8 += static_cast<char>(0xe0 | code >> 12);
            utf8 += static_cast<char>(0x80 | (code >> 6 & 0x3f));
            utf8 += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
    return utf8;
}

// The separator is the one that occurs most outside quotation marks: figures may have commas inside them.
char separatorOf(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view kSeparators = ",;\t";
    bool quotes = false;
    for (const char c : text.substr(0, std::min<std::size_t>(text.size(), 1 << 20))) {
        if (c == '"') quotes = !quotes;
        const auto at = kSeparators.find(c);
        if (!quotes && at != std::string_view::npos) ++counts[at];
    }
    return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

// Reads one line from `text` at `at` and moves on behind its end.
class LineReader {
public:
    LineReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool atEnd() const { return at_ >= text_.size(); }
    bool openQuote() const { return openQuote_; }

    CsvLine next() {
        CsvLine line{row_, {}};
        for (;;) {
            line.fields.push_back(field());
            if (atEnd()) break;
            const char end = text_[at_++];
            if (end == separator_) continue;
            // Line ends of all systems, also mixed.
            if (end == '\r' && !atEnd() && text_[at_] == '\n') ++at_;
            ++row_;
            break;
        }
        return line;
    }

private:
    std::string field() {
        // Blanks before a quotation mark do not belong to the field.
        while (!atEnd() && text_[at_] == ' ') ++at_;
        if (!atEnd() && text_[at_] == '"') return quotedField();
        const std::size_t start = at_;
        while (!atEnd() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
        return std::string(trimmed(text_.substr(start, at_ - start)));
    }

    std::string quotedField() {
        std::string value;
        for (++at_;; ++at_) {
            if (atEnd()) {
                openQuote_ = true;
                return value;
            }
            // A field may go over several lines. Rows are counted as an editor does, so that a message leads there.
            if (text_[at_] == '\n') ++row_;
            if (text_[at_] == '"') {
                ++at_;
                // Two quotation marks stand for one.
                if (atEnd() || text_[at_] != '"') break;
            }
            value += text_[at_];
        }
        // What follows the closing quote belongs to the field, as spreadsheets read it.
        while (!atEnd() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') value += text_[at_++];
        return std::string(trimmed(value));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    char separator_;
    std::uint32_t row_ = 1;
    bool openQuote_ = false;
};

}  // namespace

std::optional<std::string> readText(const std::string& path, Problems& problems) {
    const auto unpacked = unpackedPath(path, problems);
    if (!unpacked) return std::nullopt;
    auto text = readAll(*unpacked);
    if (!text) problems.add(path, "could not be unzipped");
    return text;
}

std::vector<CsvLine> parseCsv(std::string_view text, const std::string& file, Problems& problems) {
    std::string converted;
    // What is not UTF-8 was most likely saved by a spreadsheet on Windows.
    if (!isUtf8(text)) text = converted = fromWindows(text);
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    std::vector<CsvLine> lines;
    LineReader reader(text, separatorOf(text));
    while (!reader.atEnd()) lines.push_back(reader.next());
    if (reader.openQuote()) {
        problems.add(file + ", row " + std::to_string(lines.back().row),
                     "a quotation mark opens here and never closes");
    }
    return lines;
}

}  // namespace dex
