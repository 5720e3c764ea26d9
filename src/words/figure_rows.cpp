#include "words/format.h"
#include "words/phrases.h"

namespace dex {

FigureRow figureRow(const Findings& findings, std::string label, std::string value, std::string whole) {
    FigureRow row{.label = std::move(label), .value = std::move(value), .whole = std::move(whole), .spoken = {}};
    row.spoken =
        say(findings.language, row.whole.empty() ? Word::cardGroupPlain : Word::cardGroup,
            {{"group", row.label}, {"value", row.value}, {"whole", findings.head->place}, {"wholeValue", row.whole}});
    return row;
}

std::vector<FigureRow> figureRows(const Findings& findings, std::span<const FigureFinding> figures, Counts counts) {
    const Language language = findings.language;
    std::vector<FigureRow> rows;
    for (const FigureFinding& figure : figures) {
        const Indicator& indicator = findings.head->indicators[figure.indicator];
        std::string label = indicator.shortLabel;
        // People take a figure for the area on the card. If it is the neighbourhood's, the row says so.
        if (figure.state == CellState::WiderArea) label += say(language, Word::cardWider);
        std::string value(word(language, Word::cardNoData));
        if (hasNumber(figure.state)) value = formatValue(language, indicator, figure.value);
        if (counts == Counts::Shown && hasNumber(figure.state) && figure.count)
            value = say(language, Word::selectionGroup,
                        {{"count", formatCount(language, *figure.count)}, {"share", value}});
        std::string whole = figure.whole ? formatValue(language, indicator, *figure.whole) : std::string();
        rows.push_back(figureRow(findings, std::move(label), std::move(value), std::move(whole)));
    }
    return rows;
}

}  // namespace dex
