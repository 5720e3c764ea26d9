#include "output/table_columns.h"

#include <algorithm>

#include "words/take_word.h"

namespace dex {
namespace {

std::string withoutDots(std::string_view name, const std::vector<TableColumn>& taken) {
    std::string plain;
    for (const char c : name) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        plain += isLetter ? c : '_';
    }
    // Two names may have become the same.
    const auto isTaken = [&](const std::string& text) {
        return std::any_of(taken.begin(), taken.end(), [&](const TableColumn& one) { return one.name == text; });
    };
    std::string free = plain;
    for (int number = 2; isTaken(free); ++number) free = plain + "_" + std::to_string(number);
    return free;
}

class ColumnList {
public:
    ColumnList(const AtlasHead& head, const TableShape& shape) : head_(head), shape_(shape) {}

    std::vector<TableColumn> all() {
        addPlaces();
        if (shape_.hasScores) addScores();
        for (std::uint32_t i = 0; i < head_.indicators.size(); ++i) addIndicator(i);
        if (shape_.hasStability) {
            add(ColumnKind::LowBand, "stability.low");
            add(ColumnKind::HighBand, "stability.high");
        }
        return std::move(columns_);
    }

private:
    void add(ColumnKind kind, const std::string& name, std::uint32_t of = 0) {
        columns_.push_back({kind, of, shape_.hasDots ? name : withoutDots(name, columns_)});
    }

    void addPlaces() {
        add(ColumnKind::Code, "code");
        add(ColumnKind::Name, "name");
        if (shape_.hasDetail) add(ColumnKind::Detail, "detail");
        for (std::uint32_t level = firstParentLevel(head_, shape_.level); level < head_.levels.size(); ++level) {
            add(ColumnKind::ParentCode, head_.levels[level].id + ".code", level);
            add(ColumnKind::ParentName, head_.levels[level].id, level);
        }
    }

    void addScores() {
        add(ColumnKind::Overall, "overall");
        add(ColumnKind::Rank, "rank");
        add(ColumnKind::Ranked, "n");
        add(ColumnKind::Band, "band");
        add(ColumnKind::Coverage, "coverage");
        add(ColumnKind::Dominant, "dominant");
        for (std::uint32_t need = 0; need < head_.index->needs.size(); ++need)
            add(ColumnKind::Need, head_.index->needs[need].id, need);
    }

    void addIndicator(std::uint32_t indicator) {
        const auto& only = shape_.indicators;
        const bool isLeftOut = only && std::find(only->begin(), only->end(), indicator) == only->end();
        if (shape_.figures == FigureColumns::None || isLeftOut) return;
        const Indicator& one = head_.indicators[indicator];
        add(ColumnKind::Value, one.id, indicator);
        if (shape_.figures == FigureColumns::WithUnit) {
            add(ColumnKind::Unit, one.id + ".unit", indicator);
        } else if (shape_.figures == FigureColumns::WithCounts && one.rollUp == RollUp::Counts) {
            add(ColumnKind::Numerator, one.id + ".numerator", indicator);
            add(ColumnKind::Denominator, one.id + ".denominator", indicator);
        }
        add(ColumnKind::State, one.id + ".state", indicator);
    }

    const AtlasHead& head_;
    const TableShape& shape_;
    std::vector<TableColumn> columns_;
};

}  // namespace

std::vector<TableColumn> tableColumnsOf(const AtlasHead& head, const TableShape& shape) {
    return ColumnList(head, shape).all();
}

std::string tableUnit(const Indicator& indicator) {
    if (indicator.display != Display::Percent) return indicator.unit;
    return say(Language::English, TakeWord::guideFraction, {{"unit", indicator.unit}});
}

std::uint32_t firstParentLevel(const AtlasHead& head, std::uint32_t level) {
    return std::min(level + 1, head.topLevel());
}

}  // namespace dex
