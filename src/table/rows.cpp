#include "table/rows.h"

#include <algorithm>
#include <map>

#include "table/clean.h"

namespace dex {

namespace {

// Reads one line from `text` at `at` and moves on behind its end.
class RowReader {
public:
    RowReader(std::string_view text, char separator, std::uint32_t firstRow)
        : text_(text), separator_(separator), row_(firstRow) {}

    bool atEnd() const { return at_ >= text_.size(); }
    bool openQuote() const { return openQuote_; }

    TextRow next() {
        TextRow line{row_, {}};
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
        return cleaned(text_.substr(start, at_ - start));
    }

    std::string quotedField() {
        std::string value;
        for (++at_;; ++at_) {
            if (atEnd()) {
                openQuote_ = true;
                return cleaned(value);
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
        return cleaned(value);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    char separator_;
    std::uint32_t row_;
    bool openQuote_ = false;
};

// How many rows are cut into the same number of fields, two or more, and into how many.
struct Fit {
    std::size_t rows = 0, fields = 0;
    friend auto operator<=>(const Fit&, const Fit&) = default;
};

Fit fitOf(std::string_view text, char separator) {
    std::map<std::size_t, std::size_t> rowsOf;
    for (RowReader reader(text, separator, 1); !reader.atEnd();) ++rowsOf[reader.next().fields.size()];
    Fit best;
    for (const auto& [fields, rows] : rowsOf) {
        if (fields > 1) best = std::max(best, Fit{rows, fields});
    }
    return best;
}

char separatorOf(std::string_view text) {
    // The beginning is enough. Its last line may be cut off in the middle.
    text = text.substr(0, std::size_t{1} << 17);
    // Of two that fit as well the first: figures have commas inside them, and names hardly ever the others.
    constexpr std::string_view kSeparators = "\t;|,";
    char best = ',';
    Fit bestFit;
    for (const char separator : kSeparators) {
        const Fit fit = fitOf(text, separator);
        if (fit <= bestFit) continue;
        bestFit = fit;
        best = separator;
    }
    return best;
}

}  // namespace

TextRows splitRows(std::string_view utf8, TableProblems& problems) {
    TextRows found;
    std::uint32_t firstRow = 1;
    // Excel's own way to say it, with a line end behind it.
    const bool isNamed = utf8.starts_with("sep=") && utf8.size() > 5 && (utf8[5] == '\r' || utf8[5] == '\n');
    if (isNamed) {
        found.separator = utf8[4];
        utf8.remove_prefix(utf8.substr(5).starts_with("\r\n") ? 7 : 6);
        firstRow = 2;
    } else {
        found.separator = separatorOf(utf8);
    }
    RowReader reader(utf8, found.separator, firstRow);
    while (!reader.atEnd()) found.rows.push_back(reader.next());
    if (reader.openQuote()) problems.push_back({TableTrouble::OpenQuote, found.rows.back().row, 0, {}, {}, {}});
    return found;
}

}  // namespace dex
