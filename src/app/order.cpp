#include "app/order.h"

#include <algorithm>

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

bool takeKind(Order& order, std::string_view value) {
    const auto* named =
        std::find_if(std::begin(kOrders), std::end(kOrders), [&](const NamedOrder& one) { return one.name == value; });
    if (named == std::end(kOrders)) return false;
    order.kind = named->kind;
    return true;
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

// What is said by its being there takes no value.
bool takeLine(Order& order, std::string_view key, std::string_view value) {
    if (key == "as") return takeKind(order, value);
    if (key == "view") return order.view = parseView(value).view, true;
    if (key == "scores") return order.hasScores = true;
    if (key == "place") return order.isOfPlace = true;
    if (key == "file") return order.file = value, true;
    if (key == "made") return takeDay(order, value);
    if (key == "address") return order.address = value, true;
    if (key == "size") return takeSize(order, value);
    if (key == "scale") return takeScale(order, value);
    if (key == "card") return order.hasCard = true;
    return false;
}

}  // namespace

std::optional<Order> readOrder(std::string_view text) {
    Order order;
    while (!text.empty()) {
        const auto end = static_cast<std::size_t>(std::find(text.begin(), text.end(), '\n') - text.begin());
        const auto line = text.substr(0, end);
        const auto blank = static_cast<std::size_t>(std::find(line.begin(), line.end(), ' ') - line.begin());
        if (!takeLine(order, line.substr(0, blank), line.substr(std::min(blank + 1, line.size())))) return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const double longest = std::max(order.size.width, order.size.height) * order.scale;
    if (order.kind == OrderKind::Png && longest > kMaxPictureSide) return std::nullopt;
    return order;
}

}  // namespace dex
