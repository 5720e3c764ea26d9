#include "compile/columns.h"

#include <algorithm>
#include <cmath>

#include "archive/numbers.h"
#include "compile/carry.h"
#include "compile/figures.h"
#include "compile/text.h"

namespace dex {

namespace {

Column columnOf(const Figures& figures) {
    Column column;
    for (const Figure& figure : figures) {
        column.states.push_back(figure.state);
        // Where there is none the state says so, and 0 only keeps the place.
        column.values.push_back(hasNumber(figure.state) ? figure.number.toDouble() : 0);
    }
    return column;
}

bool isCount(const Figure& figure) {
    // Whole numbers of a column are at most 2^53 (docs/format.md, "Numbers").
    return !hasNumber(figure.state) ||
           (figure.number.isWhole() && figure.number.scaled >= 0 && figure.number.scaled <= kMaxWhole);
}

void checkCounts(const Figures& figures, const std::string& what, const std::vector<std::string>& codes,
                 Problems& problems) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!isCount(figures[i]))
            problems.add(what, "the area " + inQuotes(codes[i]) + " has a count that is not a whole number");
    }
}

Column shareOf(const Figures& numerators, const Figures& denominators) {
    Column column;
    for (std::size_t i = 0; i < numerators.size(); ++i) {
        const Figure &above = numerators[i], &below = denominators[i];
        CellState state = CellState::Value;
        if (!hasNumber(above.state)) state = above.state;
        // The denominator speaks last: without it the share means nothing, whatever the numerator says.
        if (!hasNumber(below.state)) state = below.state;
        // A share of nobody is no number. It is not 0 either.
        if (hasNumber(state) && below.number.scaled == 0) state = CellState::NotPublished;
        column.states.push_back(state);
        // A share is kept as its two counts and divided when it is used (docs/method.md, "The arithmetic").
        column.numerators.push_back(hasNumber(state) ? static_cast<double>(above.number.scaled) : 0);
        column.denominators.push_back(hasNumber(state) ? static_cast<double>(below.number.scaled) : 0);
        column.values.push_back(hasNumber(state) ? column.numerators.back() / column.denominators.back() : 0);
    }
    return column;
}

void addTooManyDigits(const std::string& what, const std::string& code, Problems& problems) {
    problems.add(what,
                 "the area " + inQuotes(code) +
                     " has a number with more digits than can be reckoned with. Round the figures to 12 decimals");
}

void addTooLarge(const std::string& what, const std::string& code, Problems& problems) {
    problems.add(what, "the area " + inQuotes(code) +
                           " has a number above 9,007,199,254,740,992. Give the figures in a larger unit");
}

// What is shown as a percentage is kept as a fraction: there "12.3%" is 0.123. Everywhere else it is 12.3, like its
// neighbours.
void settlePercent(Figures& figures, Display display, const std::string& what, const std::vector<std::string>& codes,
                   Problems& problems) {
    if (display != Display::Percent) return;
    const auto isMarked = [](const Figure& figure) { return hasNumber(figure.state) && figure.isPercent; };
    const auto isBare = [](const Figure& figure) { return hasNumber(figure.state) && !figure.isPercent; };
    const auto marked = std::find_if(figures.begin(), figures.end(), isMarked);
    const auto bare = std::find_if(figures.begin(), figures.end(), isBare);
    if (marked == figures.end()) return;
    if (bare != figures.end()) {
        const auto codeOf = [&](auto at) { return inQuotes(codes[static_cast<std::size_t>(at - figures.begin())]); };
        problems.add(what, "the area " + codeOf(marked) + " has a percent sign and the area " + codeOf(bare) +
                               " has none. Give all figures one, or show the indicator as \"display\": \"number\"");
        return;
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!hasNumber(figures[i].state)) continue;
        if (const auto part = hundredth(figures[i].number))
            figures[i].number = *part;
        else
            addTooManyDigits(what, codes[i], problems);
    }
}

// Numbers that may not be meant as such. They are read as they stand, and a person is asked to look.
void noteDoubtful(const Figures& figures, Display display, const std::string& what, Problems& problems) {
    const auto isNoData = [](const Number& number) {
        return number.isWhole() &&
               (number.scaled == -99 || number.scaled == -999 || number.scaled == -9999 || number.scaled == -99999);
    };
    const Number* noData = nullptr;
    bool isOtherNegative = false;
    double max = 0;
    for (const Figure& figure : figures) {
        if (!hasNumber(figure.state)) continue;
        if (isNoData(figure.number)) noData = &figure.number;
        isOtherNegative = isOtherNegative || (figure.number.scaled < 0 && !isNoData(figure.number));
        max = std::max(max, figure.number.toDouble());
    }
    if (noData != nullptr && !isOtherNegative) {
        const std::string text = std::to_string(noData->scaled);
        problems.note(what, "has " + text +
                                " and no other negative number. If it stands for no data, say so in the table: " +
                                "\"marks\": {\"" + text + "\": \"not-published\"}");
    }
    if (display == Display::Percent && max > 1) {
        problems.note(what,
                      "is shown as a percentage, where 1 is 100%, and has numbers above 1. If they are percentages "
                      "already, show it as \"display\": \"number\" with the unit \"%\"");
    }
}

class Joiner {
public:
    Joiner(const Recipe& recipe, const Areas& areas, SourceFiles& files, Report& report, Problems& problems)
        : recipe_(recipe), areas_(areas), files_(files), report_(report), problems_(problems) {}

    void readTables() {
        // Before the tables: those of old areas are read by the codes that a carry knows.
        for (const auto& carry : recipe_.carries) {
            links_.push_back(CarryLinks::read(carry, areas_.levels[0].codes, files_, report_, problems_));
        }
        for (std::size_t i = 0; i < recipe_.tables.size(); ++i) {
            Report::OfTable& shown = report_.tables.emplace_back();
            // A place for each table, also for one that is not read: indicators name them by number.
            const auto* codes = codesOf(i);
            tables_.push_back(codes == nullptr ? std::nullopt
                                               : FigureTable::read(recipe_, i, *codes, files_, shown, problems_));
            shown.geography = geographyOf(i);
        }
    }

    Column measure(const Recipe::Measure& measure, const std::string& what) {
        // Why it could not be read has been said.
        if (!tables_[measure.table]) return {};
        const Figures figures = tables_[measure.table]->figures(measure.value, problems_);
        checkCounts(figures, what, areas_.levels[0].codes, problems_);
        return columnOf(figures);
    }

    Column indicator(const Recipe::IndicatorRecipe& one) {
        const auto& table = tables_[one.table];
        if (!table) return {};
        const std::string what = one.shown.id;
        Figures figures = table->figures(one.value.number, problems_);
        noteMarked(figures, one.table);
        // No counts are carried: the recipe was refused if it asked for that (readIndicator).
        if (one.value.denominator) {
            const Figures below = table->figures(*one.value.denominator, problems_);
            checkCounts(figures, what, *codesOf(one.table), problems_);
            checkCounts(below, what, *codesOf(one.table), problems_);
            return shareOf(figures, below);
        }
        settlePercent(figures, one.shown.display, what, *codesOf(one.table), problems_);
        // A number that is taken from another is judged by none of the two.
        if (!one.value.subtractFrom) noteDoubtful(figures, one.shown.display, what, problems_);
        const auto& geography = recipe_.tables[one.table].geography;
        if (geography.kind == Recipe::GeographyKind::Carry) {
            // There is a table, so its links were read.
            figures = links_[geography.index]->carry(figures, what, problems_);
            const auto carried = std::count_if(figures.begin(), figures.end(),
                                               [](const Figure& f) { return f.state == CellState::Carried; });
            // Several indicators share a table; the largest number of carried cells is what its line says.
            report_.tables[one.table].carried =
                std::max(report_.tables[one.table].carried, static_cast<std::uint32_t>(carried));
        }
        // What is carried is of small areas by now.
        const auto& codes =
            geography.kind == Recipe::GeographyKind::Carry ? areas_.levels[0].codes : *codesOf(one.table);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            Figure& figure = figures[i];
            if (!hasNumber(figure.state)) continue;
            if (one.value.subtractFrom) {
                const auto rest = subtract(*one.value.subtractFrom, figure.number);
                if (!rest) addTooManyDigits(what, codes[i], problems_);
                figure.number = rest.value_or(Number{});
            }
            // No reader of columns takes more (docs/format.md, "Column").
            if (std::fabs(figure.number.toDouble()) > static_cast<double>(kMaxWhole))
                addTooLarge(what, codes[i], problems_);
            // A recipe may say that a whole column is of the wider area. What was carried stays so.
            if (figure.state == CellState::Value) figure.state = one.value.state;
        }
        return columnOf(figures);
    }

private:
    // Several indicators share a table; the largest number of marked cells is what its line says.
    void noteMarked(const Figures& figures, std::size_t table) {
        const auto marked = std::count_if(figures.begin(), figures.end(), [](const Figure& f) { return f.isNoted; });
        report_.tables[table].noted = std::max(report_.tables[table].noted, static_cast<std::uint32_t>(marked));
    }

    const std::vector<std::string>* codesOf(std::size_t table) const {
        const auto& geography = recipe_.tables[table].geography;
        if (geography.kind == Recipe::GeographyKind::Level) return &areas_.levels[geography.index].codes;
        const auto& links = links_[geography.index];
        // A carry that could not be read has been reported; its tables are left out without another message.
        return links ? &links->oldCodes() : nullptr;
    }

    std::string geographyOf(std::size_t table) const {
        const auto& geography = recipe_.tables[table].geography;
        if (geography.kind == Recipe::GeographyKind::Carry) return recipe_.carries[geography.index].words;
        return geography.index == 0 ? recipe_.base.plural : recipe_.groupings[geography.index - 1].plural;
    }

    const Recipe& recipe_;
    const Areas& areas_;
    SourceFiles& files_;
    Report& report_;
    Problems& problems_;
    std::vector<std::optional<CarryLinks>> links_;
    std::vector<std::optional<FigureTable>> tables_;
};

}  // namespace

std::optional<Columns> readColumns(const Recipe& recipe, const Areas& areas, SourceFiles& files, Report& report,
                                   Problems& problems) {
    const std::size_t before = problems.count();
    Joiner joiner(recipe, areas, files, report, problems);
    joiner.readTables();
    Columns columns;
    if (recipe.residents) columns.residents = joiner.measure(*recipe.residents, "residents");
    report.isWeighted = recipe.residents.has_value();
    if (recipe.households) columns.households = joiner.measure(*recipe.households, "households");
    for (const auto& one : recipe.indicators) {
        columns.ofIndicator.push_back(joiner.indicator(one));
        Report::OfIndicator& shown = report.indicators.emplace_back();
        shown.id = one.shown.id;
        shown.level = one.shown.level == 0 ? recipe.base.id : recipe.groupings[one.shown.level - 1].id;
        for (const CellState state : columns.ofIndicator.back().states) ++shown.cells[static_cast<std::size_t>(state)];
    }
    if (problems.count() != before) return std::nullopt;
    return columns;
}

}  // namespace dex
