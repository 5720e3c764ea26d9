#include "app/order.h"

#include <algorithm>

#include "output/page_address.h"

namespace dex {
namespace {

struct NamedOrder {
    std::string_view name;
    OrderKind kind;
};
constexpr NamedOrder kOrders[] = {
    {"notes", OrderKind::Notes},     {"csv", OrderKind::Csv},           {"guide", OrderKind::Guide},
    {"geojson", OrderKind::GeoJson}, {"briefing", OrderKind::Briefing}, {"svg", OrderKind::Svg},
    {"png", OrderKind::Png}};

std::optional<OrderKind> kindCalled(std::string_view name) {
    for (const NamedOrder& one : kOrders) {
        if (one.name == name) return one.kind;
    }
    return std::nullopt;
}

// Each of these puts a line's value where it belongs, and says whether it is a good one.
bool takeView(Order& order, std::string_view value) {
    ParsedView parsed = parseView(value);
    order.view = std::move(parsed.view);
    return parsed.refused.empty();
}

bool takeSize(Order& order, std::string_view value) {
    const auto size = pictureSizeCalled(value);
    if (size) order.size = *size;
    return size.has_value();
}

bool takeScale(Order& order, std::string_view value) {
    order.scale = value == "1" ? 1 : value == "2" ? 2 : value == "4" ? 4 : 0;
    return order.scale > 0;
}

bool takeDay(Order& order, std::string_view value) {
    order.made = dayCalled(value);
    return order.made.has_value();
}

bool takeAddress(Order& order, std::string_view value) {
    order.address = value;
    return isPageAddress(value);
}

// All lines but "as". False where there is no such key, or the value is bad.
bool takeLine(Order& order, std::string_view key, std::string_view value) {
    if (key == "view") return takeView(order, value);
    if (key == "scores") return order.table = TableKind::Scored, value.empty();
    if (key == "shown") return order.table = TableKind::Shown, value.empty();
    if (key == "place") return order.isOnlyPlace = true, value.empty();
    if (key == "compared") return order.isOfCompared = true, value.empty();
    if (key == "file") return order.file = value, true;
    if (key == "made") return takeDay(order, value);
    if (key == "address") return takeAddress(order, value);
    if (key == "size") return takeSize(order, value);
    if (key == "scale") return takeScale(order, value);
    if (key == "card") return order.hasCard = true, value.empty();
    if (key == "no-labels") return order.hasLabels = false, value.empty();
    if (key == "outlines") return order.hasOutlines = true, value.empty();
    if (key == "no-legend") return order.hasLegend = false, value.empty();
    return false;
}

}  // namespace

std::optional<Order> readOrder(std::string_view text) {
    Order order;
    std::optional<OrderKind> kind;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::string_view key = line.substr(0, line.find(' '));
        const std::string_view value = line.substr(std::min(key.size() + 1, line.size()));
        const bool isTaken = key == "as" ? (kind = kindCalled(value)).has_value() : takeLine(order, key, value);
        if (!isTaken) return std::nullopt;
    }
    if (!kind) return std::nullopt;
    order.kind = *kind;
    const double maxSide = std::max(order.size.width, order.size.height) * order.scale;
    if (order.kind == OrderKind::Png && maxSide > kMaxPictureSide) return std::nullopt;
    return order;
}

}  // namespace dex
