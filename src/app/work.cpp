#include "app/work.h"

#include "model/fit_view.h"
#include "model/wanted.h"

namespace dex {

std::unique_ptr<Work> workOf(Order order) {
    switch (order.kind) {
        case OrderKind::Csv:
        case OrderKind::Guide:
        case OrderKind::GeoJson: return tableWork(std::move(order));
        case OrderKind::Briefing: return briefingWork(std::move(order));
        case OrderKind::Notes:
        case OrderKind::Svg:
        case OrderKind::Png: return pictureWork(std::move(order));
    }
    return nullptr;
}

std::optional<ViewState> viewOn(Bench& bench, const ViewState& view) {
    const AtlasHead* head = bench.library().head();
    if (!head || !bench.has(filesOfScopes(*head))) return std::nullopt;
    return fitView(view, bench.library()).view;
}

}  // namespace dex
