#include "compile/figures.h"

#include <algorithm>
#include <set>

#include "compile/match_codes.h"
#include "compile/table_words.h"
#include "compile/text.h"
#include "table/clean.h"
#include "table/marks.h"

namespace dex {

namespace {

constexpr std::size_t kMaxCodesNamed = 5;

CellState stateOf(Mark mark) { return mark == Mark::Suppressed ? CellState::Suppressed : CellState::NotPublished; }

// All columns of a table that anything in the recipe asks for, and those of them that hold numbers and not classes.
struct AskedColumns {
    std::set<std::string> all, numbers;
};

AskedColumns columnsOf(const Recipe& recipe, std::size_t table) {
    AskedColumns asked;
    const auto ask = [&](const Recipe::Quantity& quantity) {
        asked.all.insert(quantity.columns.begin(), quantity.columns.end());
        for (const auto& [column, texts] : quantity.where) asked.all.insert(column);
        // Of a sum over rows the first column holds the class, and its texts are no numbers.
        asked.numbers.insert(quantity.columns.begin() + (quantity.rows ? 1 : 0), quantity.columns.end());
    };
    for (const auto& one : recipe.indicators) {
        if (one.table != table) continue;
        ask(one.value.number);
        if (one.value.denominator) ask(*one.value.denominator);
    }
    for (const auto* measure : {&recipe.residents, &recipe.households}) {
        if (*measure && (*measure)->table == table) ask((*measure)->value);
    }
    return asked;
}

// Whether a quantity picks or sums rows: then an area may have several.
bool isLong(const Recipe& recipe, std::size_t table) {
    const auto rows = [&](std::size_t of, const Recipe::Quantity& quantity) {
        return of == table && (quantity.rows || !quantity.where.empty());
    };
    for (const auto* measure : {&recipe.residents, &recipe.households}) {
        if (*measure && rows((*measure)->table, (*measure)->value)) return true;
    }
    return std::any_of(recipe.indicators.begin(), recipe.indicators.end(), [&](const auto& one) {
        return rows(one.table, one.value.number) || (one.value.denominator && rows(one.table, *one.value.denominator));
    });
}

// The first of the two that has no number speaks for the sum.
Figure sum(Figure a, const Figure& b, const std::string& where, Problems& problems) {
    if (!hasNumber(a.state)) return a;
    if (!hasNumber(b.state)) return b;
    const auto number = add(a.number, b.number);
    if (!number) problems.add(where, "the sum has more than 18 digits");
    // Of one that is too large that has been said, and the atlas is not made.
    return {CellState::Value, number.value_or(Number{}), a.isPercent || b.isPercent, a.isNoted || b.isNoted};
}

}  // namespace

std::optional<FigureTable> FigureTable::read(const Recipe& recipe, std::size_t table,
                                             const std::vector<std::string>& codes, SourceFiles& files,
                                             Report::OfTable& report, Problems& problems) {
    const Recipe::Table& source = recipe.tables[table];
    const AskedColumns asked = columnsOf(recipe, table);
    auto read = files.table(source.file, source.key, {asked.all.begin(), asked.all.end()}, problems);
    if (!read) return std::nullopt;
    FigureTable figures;
    figures.table_ = std::move(*read);
    figures.setMarks(source.marks);
    for (const std::string& name : figures.table_.columns) {
        const std::size_t column = figures.table_.columnAt(name);
        const bool hasNumbers = asked.numbers.count(name) > 0;
        // A column of classes has no decimal sign to find, and could seem to have two.
        const auto decimal = hasNumbers ? files.decimal(figures.table_, {column}, problems) : '.';
        if (!decimal) return std::nullopt;
        figures.decimals_.push_back(*decimal);
    }
    figures.codes_ = codes;
    figures.rowsOf_.resize(codes.size());
    report.id = source.id;
    report.file = source.file;
    report.rowsRead = figures.table_.rowsRead;
    report.notes = figures.table_.notes;
    report.areas = static_cast<std::uint32_t>(codes.size());

    const CodeIndex index = indexOf(codes);
    matchCodes(figures.table_, index, problems);
    // Wide: a row an area. Long: a row for each area and class, as Nomis also publishes them.
    const bool wide = !isLong(recipe, table);
    std::set<std::string> unknown;
    for (std::uint32_t i = 0; i < figures.table_.rows.size(); ++i) {
        const auto& row = figures.table_.rows[i];
        const auto area = index.find(row.key);
        if (area == index.end()) {
            ++report.unknownRows;
            if (unknown.size() < kMaxCodesNamed) unknown.insert(row.key);
            continue;
        }
        auto& rows = figures.rowsOf_[area->second];
        // A row that is there twice with the same figures is skipped and counted.
        const bool again = wide && !rows.empty();
        if (again && figures.table_.rows[rows[0]].cells != row.cells) {
            problems.add(whereIn(figures.table_, row),
                         "the area " + inQuotes(row.key) + " is already in row " +
                             std::to_string(figures.table_.rows[rows[0]].row) +
                             ", with other figures. Where an area has several rows, say which are meant: \"where\"");
        }
        if (again) ++report.repeatedRows;
        if (again) continue;
        rows.push_back(i);
        ++report.rowsUsed;
    }
    report.unknownCodes.assign(unknown.begin(), unknown.end());
    for (std::size_t area = 0; area < codes.size(); ++area) {
        if (!figures.rowsOf_[area].empty()) {
            ++report.areasMatched;
        } else if (report.unmatchedCodes.size() < kMaxCodesNamed) {
            report.unmatchedCodes.push_back(codes[area]);
        }
    }
    // Nearly always the wrong column or another year's codes, so both kinds of code are shown.
    if (report.areasMatched == 0) {
        problems.add(source.file, "none of its codes is the code of an area. The first are " +
                                      (report.unknownCodes.empty() ? "missing" : inQuotes(report.unknownCodes[0])) +
                                      " there and " + inQuotes(codes[0]) + " here");
    }
    return figures;
}

Figures FigureTable::figures(const Recipe::Quantity& quantity, Problems& problems) const {
    const RowsOfAreas chosen = quantity.where.empty() ? RowsOfAreas{} : rowsWhere(quantity, problems);
    const RowsOfAreas& rowsOf = quantity.where.empty() ? rowsOf_ : chosen;
    std::vector<std::string> classes;
    if (quantity.rows) classes = classesOf(quantity, rowsOf, problems);
    std::vector<std::size_t> columns;
    for (const std::string& name : quantity.columns) columns.push_back(table_.columnAt(name));
    Figures figures(rowsOf_.size());
    for (std::uint32_t area = 0; area < figures.size(); ++area) {
        // Stays "not in file".
        if (rowsOf[area].empty()) continue;
        figures[area] = quantity.rows ? sumOfRows(area, rowsOf[area], quantity, classes, problems)
                                      : sumOfColumns(area, rowsOf[area], columns, problems);
    }
    return figures;
}

FigureTable::RowsOfAreas FigureTable::rowsWhere(const Recipe::Quantity& quantity, Problems& problems) const {
    RowsOfAreas chosen = rowsOf_;
    for (const auto& [column, texts] : quantity.where) {
        const std::size_t at = table_.columnAt(column);
        std::set<std::string> met;
        for (Rows& rows : chosen) {
            std::erase_if(rows, [&](std::uint32_t row) {
                const std::string& cell = table_.rows[row].cells[at];
                const bool isMeant = std::find(texts.begin(), texts.end(), cell) != texts.end();
                if (isMeant) met.insert(cell);
                return !isMeant;
            });
        }
        for (const std::string& text : texts) {
            // A typing error in the recipe would leave the rows of another text, or none.
            if (met.count(text) == 0)
                problems.add(table_.file,
                             "no row that is meant has " + inQuotes(text) + " in the column " + inQuotes(column));
        }
    }
    return chosen;
}

void FigureTable::setMarks(const std::map<std::string, CellState>& marks) {
    for (const auto& [text, state] : marks) {
        marks_[cleaned(text)] = state;
        // "-999" is meant however many decimals a program has given it.
        if (const auto number = parseNumber(text)) numberMarks_.emplace_back(*number, state);
    }
}

Figure FigureTable::cell(const Table::Row& row, std::size_t column, Problems& problems) const {
    const std::string& text = row.cells[column];
    // The recipe's own marks first: one publisher's "-" means 0, another's means withheld.
    if (const auto mark = marks_.find(text); mark != marks_.end()) return {mark->second, {}};
    const NumberCell cell = takeApart(text);
    if (const auto number = parseNumber(cell.number, decimals_[column])) {
        const auto mark = std::find_if(numberMarks_.begin(), numberMarks_.end(),
                                       [&](const auto& one) { return one.first == *number; });
        if (mark != numberMarks_.end()) return {mark->second, {}};
        return {CellState::Value, *number, cell.isPercent, cell.isNoted};
    }
    if (const auto mark = knownMark(text)) return {stateOf(*mark), {}};
    std::string what = "expected a number, found " + inQuotes(text);
    // What can be done depends on whether it is a number after all, by the other sign.
    if (parseNumber(cell.number, decimals_[column] == '.' ? ',' : '.')) {
        what += std::string(". The decimal sign of this column is \"") + decimals_[column] + "\"";
    } else if (text.find_first_not_of("0123456789+-., eE") == std::string::npos) {
        what += ". A number has 18 digits before its decimals at most, and its thousands in groups of three";
    } else {
        what +=
            ". If it stands for no number, say so in the table: \"marks\": {" + inQuotes(text) + ": \"not-published\"}";
    }
    problems.add(whereIn(table_, row, column), what);
    return {};
}

// A long table repeats what belongs to the area in each of its rows; all have to say the same.
Figure FigureTable::agreed(std::uint32_t area, const Rows& rows, std::size_t column, Problems& problems) const {
    for (const std::uint32_t row : rows) {
        if (table_.rows[row].cells[column] == table_.rows[rows[0]].cells[column]) continue;
        problems.add(whereIn(table_, table_.rows[row], column),
                     "the area " + inQuotes(codes_[area]) + " has " + inQuotes(table_.rows[row].cells[column]) +
                         " here and " + inQuotes(table_.rows[rows[0]].cells[column]) + " in row " +
                         std::to_string(table_.rows[rows[0]].row) + ". Say which rows are meant: \"where\"");
        break;
    }
    return cell(table_.rows[rows[0]], column, problems);
}

Figure FigureTable::sumOfColumns(std::uint32_t area, const Rows& rows, const std::vector<std::size_t>& columns,
                                 Problems& problems) const {
    Figure total = agreed(area, rows, columns[0], problems);
    for (std::size_t i = 1; i < columns.size(); ++i) {
        total = sum(total, agreed(area, rows, columns[i], problems), whereIn(table_, table_.rows[rows[0]]), problems);
    }
    return total;
}

Figure FigureTable::sumOfRows(std::uint32_t area, const Rows& rows, const Recipe::Quantity& quantity,
                              const std::vector<std::string>& classes, Problems& problems) const {
    const std::size_t classAt = table_.columnAt(quantity.columns[0]), countAt = table_.columnAt(quantity.columns[1]);
    std::vector<const Table::Row*> ofClass(classes.size(), nullptr);
    for (const std::uint32_t i : rows) {
        const Table::Row& row = table_.rows[i];
        const auto found = std::lower_bound(classes.begin(), classes.end(), row.cells[classAt]);
        // Classes that the sum does not ask for are passed over.
        if (found == classes.end() || *found != row.cells[classAt]) continue;
        const Table::Row*& kept = ofClass[static_cast<std::size_t>(found - classes.begin())];
        if (kept != nullptr) {
            problems.add(whereIn(table_, row), "the area " + inQuotes(codes_[area]) + " has the class " +
                                                   inQuotes(*found) + " in row " + std::to_string(kept->row) +
                                                   " already. Say which rows are meant: \"where\"");
        }
        kept = &row;
    }
    Figure total{CellState::Value, {}};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        // A missing class is not a class of 0: publishers leave out what they withhold.
        if (ofClass[c] == nullptr) {
            problems.add(table_.file,
                         "the area " + inQuotes(codes_[area]) + " has no row of the class " + inQuotes(classes[c]));
            return {};
        }
        total = sum(total, cell(*ofClass[c], countAt, problems), whereIn(table_, *ofClass[c]), problems);
    }
    return total;
}

// In byte order; all of them occur.
std::vector<std::string> FigureTable::classesOf(const Recipe::Quantity& quantity, const RowsOfAreas& rowsOf,
                                                Problems& problems) const {
    std::set<std::string> known;
    const std::size_t at = table_.columnAt(quantity.columns[0]);
    for (const Rows& rows : rowsOf) {
        for (const std::uint32_t row : rows) known.insert(table_.rows[row].cells[at]);
    }
    if (quantity.allClasses) return {known.begin(), known.end()};
    std::vector<std::string> classes;
    for (const std::string& one : quantity.classes) {
        // A class that no row has is a typing error in the recipe, and would be summed as nothing.
        if (known.count(one) > 0) {
            classes.push_back(one);
        } else {
            problems.add(table_.file,
                         "no row has the class " + inQuotes(one) + " in the column " + inQuotes(quantity.columns[0]));
        }
    }
    std::sort(classes.begin(), classes.end());
    return classes;
}

}  // namespace dex
