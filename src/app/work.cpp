#include "app/work.h"

#include "model/fit_view.h"
#include "model/wanted.h"

namespace dex {

std::unique_ptr<Work> workOf(Order order) {
    switch (order.kind) {
        case OrderKind::Csv:
        case OrderKind::Guide:
        case OrderKind::GeoJson: return tableWork(std::move(order));
        case OrderKind::Briefing:
            return order.isOfCompared ? comparisonWork(std::move(order)) : briefingWork(std::move(order));
        case OrderKind::Notes:
        case OrderKind::Svg:
        case OrderKind::Png: return pictureWork(std::move(order));
    }
    return nullptr;
}

std::optional<ViewState> viewOn(Supplies& supplies, const ViewState& view) {
    if (!supplies.hasHead() || !supplies.has(filesOfScopes(*supplies.library().head()))) return std::nullopt;
    ViewState fitted = fitView(view, supplies.library()).view;
    return supplies.hasAnswer(fitted.asked) ? std::optional(std::move(fitted)) : std::nullopt;
}

std::optional<ViewState> viewToDraw(Supplies& supplies, const ViewState& view) {
    auto fitted = viewOn(supplies, view);
    // Asked for in any case, so that both load at once.
    const bool hasFaces = supplies.hasFaces();
    return hasFaces ? fitted : std::nullopt;
}

bool DrawnView::open(Supplies& supplies, const ViewState& shown) {
    const Library& library = supplies.library();
    view = shown;
    chosen = resolve(view, library);
    if (!supplies.has(wantedFor(chosen, library).then)) return false;
    analysis.update(chosen, library);
    tiles.open(library.head()->lods);
    source.emplace(PictureSource{.library = library,
                                 .view = view,
                                 .chosen = chosen,
                                 .analysis = analysis,
                                 .regular = supplies.regular(),
                                 .semibold = supplies.semibold()});
    return true;
}

}  // namespace dex
