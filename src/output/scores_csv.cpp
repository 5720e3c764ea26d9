#include "output/scores_csv.h"

#include "output/cell_state_id.h"
#include "output/csv_text.h"
#include "output/number_text.h"
#include "stats/summary.h"

namespace dex {
namespace {

// A share stands in the table as it is kept, a fraction; percent is display.
std::string unitOf(const Indicator& indicator) {
    return (indicator.display == Display::Percent ? "fraction 0 to 1 " : "") + indicator.unit;
}

class Table {
public:
    Table(const Library& library, const LevelScores& of, std::uint32_t level, const ScoresCsv& how)
        : head_(*library.head()), of_(of), how_(how), names_(*library.names(level)) {
        const std::uint32_t top = head_.topLevel();
        const auto& outer = *library.grouping(top);
        parents_ = parentsOf(*library.grouping(level), outer, head_.areaCount(), head_.levels[level].areaCount);
        places_ = library.names(top);
    }

    void addColumn(const Column& column) { columns_.push_back(&column); }

    std::string text() const {
        std::string text = header();
        for (std::uint32_t area = 0; area < names_.codes.size(); ++area) {
            if (of_.isInScope(area)) text += row(area);
        }
        return text;
    }

private:
    std::string header() const {
        std::string line = "code,name," + csvText(head_.levels.back().id) + ",overall,rank,n,band,coverage,dominant";
        for (const Need& need : head_.index->needs) line += "," + csvText(need.id);
        for (const Indicator& one : head_.indicators) {
            for (const char* what : {"", ".unit", ".state"}) line += "," + csvText(one.id + what);
        }
        if (how_.stability) line += ",stability.low,stability.high";
        return line.append(kCsvLineEnd);
    }

    std::string row(std::uint32_t area) const {
        const Scores& scores = of_.scores();
        std::string line = csvText(names_.codes[area]) + "," + csvText(names_.names[area]) + ",";
        if (parents_[area] != kNoParent) line += csvText(places_->names[parents_[area]]);
        line += "," + cell(scores.overall, area) + ",";
        const auto rank = scores.ranking.rank(area);
        if (rank) line += std::to_string(rank->fromHighest);
        line += "," + std::to_string(scores.ranking.count()) + ",";
        if (rank) line += std::to_string(bandOf(scores.ranking, area));
        line += "," + numberText(scores.coverage[area], how_.decimals) + "," + csvText(dominantText(area));
        for (const Column& need : scores.needs) line += "," + cell(need, area);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            line += "," + cell(*columns_[i], area) + "," + csvText(unitOf(head_.indicators[i])) + ",";
            line += idOf(columns_[i]->states[area]);
        }
        if (how_.stability) {
            const auto range = how_.stability->range(area);
            line += range ? "," + std::to_string(range->low) + "," + std::to_string(range->high) : ",,";
        }
        return line.append(kCsvLineEnd);
    }

    std::string cell(const Column& column, std::uint32_t area) const {
        return hasNumber(column.states[area]) ? numberText(column.values[area], how_.decimals) : "";
    }

    std::string dominantText(std::uint32_t area) const {
        const auto [leader, second] = of_.scores().dominant[area];
        std::string text;
        if (leader != kNoNeed) text += head_.index->needs[leader].id;
        if (second != kNoNeed) text += " " + head_.index->needs[second].id;
        return text;
    }

    const AtlasHead& head_;
    const LevelScores& of_;
    const ScoresCsv& how_;
    const AreaNames& names_;
    const AreaNames* places_ = nullptr;   // Of the top level.
    std::vector<std::uint32_t> parents_;  // In the top level.
    std::vector<const Column*> columns_;  // By indicator.
};

}  // namespace

std::optional<std::string> scoresCsv(const Library& library, const Analysis& analysis, const ScoresCsv& how) {
    if (!analysis.shown()) return std::nullopt;
    const AtlasHead& head = *library.head();
    const std::uint32_t level = analysis.shown()->level, top = head.topLevel();
    const LevelScores* of = analysis.scoresAt(level, library);
    const bool areNamesHere = library.names(level) && library.names(top) && library.grouping(top);
    if (!of || !areNamesHere) return std::nullopt;
    Table table(library, *of, level, how);
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) {
        const Column* column = analysis.columns().at(library, i, level);
        if (!column) return std::nullopt;
        table.addColumn(*column);
    }
    return table.text();
}

}  // namespace dex
