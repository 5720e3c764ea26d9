#include "output/table_form.h"

#include "output/number_text.h"

namespace dex {

TableForm shownForm(const Chosen& chosen, bool hasDots) {
    TableForm form{.shape = {.level = chosen.level, .hasScores = true, .hasDots = hasDots}, .style = {}};
    TableShape& shape = form.shape;
    switch (chosen.measure.kind) {
        case MeasureKind::Overall:
        case MeasureKind::Standout:
        case MeasureKind::Need:
        case MeasureKind::Moved: shape.figures = FigureColumns::None; break;
        case MeasureKind::TwoWay:
        case MeasureKind::Difference:
            shape.figures = FigureColumns::WithUnit;
            shape.indicators = {chosen.measure.other};
            break;
        case MeasureKind::Indicator:
            shape.hasScores = false;
            shape.indicators = {chosen.measure.index};
            form.style.decimals = kExactly;
            break;
    }
    return form;
}

std::optional<AreaCells> cellsOf(const Library& library, const Analysis& analysis, const TableForm& form) {
    const LevelScores* scores = form.shape.hasScores ? analysis.scoresAt(form.shape.level, library) : nullptr;
    if (form.shape.hasScores && !scores) return std::nullopt;
    return AreaCells::of(library, analysis.columns(), scores, form.shape, form.style);
}

}  // namespace dex
