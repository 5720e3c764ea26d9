#include "output/json_object.h"

#include <cmath>

#include "base/json_text.h"
#include "output/number_text.h"

namespace dex {

void JsonObject::addJson(std::string_view key, std::string_view json) {
    if (!members_.empty()) members_ += ',';
    addJsonText(members_, key);
    members_.append(":").append(json);
}

void JsonObject::add(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    std::string json;
    addJsonText(json, text);
    addJson(key, json);
}

void JsonObject::add(std::string_view key, std::optional<double> number, int decimals) {
    addJson(key, number && std::isfinite(*number) ? numberText(*number, decimals) : "null");
}

void JsonArray::addJson(std::string_view json) {
    if (!elements_.empty()) elements_ += ',';
    elements_.append(json);
}

}  // namespace dex
