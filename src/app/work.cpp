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
    return fitView(view, supplies.library()).view;
}

}  // namespace dex
