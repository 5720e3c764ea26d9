#include "compile/json_place.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "compile/text.h"

namespace dex {

namespace {

using Json = nlohmann::json;

const Json& nothing() {
    static const Json null;
    return null;
}

std::string shown(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null: return "nothing";
        case Json::value_t::object: return "an object";
        case Json::value_t::array: return "a list";
        case Json::value_t::string: return inQuotes(value.get_ref<const std::string&>());
        default: return value.dump();
    }
}

std::string anyOf(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + inQuotes(names[i]);
    }
    return text;
}

// Builds the document and remembers where reading stopped.
class Builder : public nlohmann::detail::json_sax_dom_parser<Json> {
public:
    explicit Builder(Json& document) : json_sax_dom_parser<Json>(document, false) {}
    template <typename Exception>
    bool parse_error(std::size_t position, const std::string& token, const Exception& error) {
        // nlohmann gives the byte; line and column are worked out from it.
        at = position;
        json_sax_dom_parser<Json>::parse_error(position, token, error);
        return false;
    }
    std::size_t at = 0;
};

}  // namespace

bool JsonPlace::has(const char* member) const { return value_->is_object() && value_->contains(member); }

JsonPlace JsonPlace::operator[](const char* member) const {
    const std::string path = path_ + "." + member;
    if (has(member)) return {value_->at(member), path, *problems_};
    // Only the outermost mistake is reported: a member of what is not an object cannot be missing.
    if (value_->is_object()) problems_->add(path_, "does not have the member " + inQuotes(member));
    return {nothing(), path, *problems_};
}

std::vector<JsonPlace> JsonPlace::list(const char* member, std::size_t min) const {
    std::vector<JsonPlace> places;
    // A list that may be empty may also be left out.
    if (min == 0 && !has(member)) return places;
    const JsonPlace at = (*this)[member];
    if (!has(member)) return places;
    if (!at.value_->is_array() || at.value_->size() < min) {
        at.expected(min == 0 ? "a list" : "a list with at least one entry");
        return places;
    }
    for (std::size_t i = 0; i < at.value_->size(); ++i) {
        places.emplace_back((*at.value_)[i], at.path_ + "[" + std::to_string(i) + "]", *problems_);
        if (!places.back().value_->is_object() && !places.back().isText()) places.back().expected("an object");
    }
    return places;
}

std::string JsonPlace::words(const char* member, std::size_t max) const {
    const JsonPlace at = (*this)[member];
    if (!has(member)) return {};
    if (!at.isText() || at.value_->get_ref<const std::string&>().empty()) {
        at.expected("a text that is not empty");
        return {};
    }
    const auto& text = at.value_->get_ref<const std::string&>();
    if (text.size() > max) at.report("is longer than " + grouped(max) + " bytes");
    return text;
}

std::string JsonPlace::wordsOr(const char* member, const std::string& otherwise) const {
    return has(member) ? words(member) : otherwise;
}

std::string JsonPlace::id(const char* member) const {
    const std::string text = words(member, 64);
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    // Ids stand in links, file names and CSV headers, so they are kept to what needs no escaping there.
    const bool good = !text.empty() && isLetter(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || std::strchr("_.-", c) != nullptr;
    });
    if (!text.empty() && !good) (*this)[member].expected("an id: a letter, then letters, digits, _ . or -");
    return text;
}

bool JsonPlace::flag(const char* member) const {
    if (!has(member)) return false;
    const JsonPlace at = (*this)[member];
    if (!at.value_->is_boolean()) at.expected("true or false");
    return at.value_->is_boolean() && at.value_->get<bool>();
}

int JsonPlace::whole(const char* member, int min, int max) const {
    const JsonPlace at = (*this)[member];
    if (!has(member)) return min;
    const bool good = at.value_->is_number_integer() && at.value_->get<std::int64_t>() >= min &&
                      at.value_->get<std::int64_t>() <= max;
    if (good) return at.value_->get<int>();
    at.expected("a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return min;
}

double JsonPlace::number(const char* member, double min) const {
    const JsonPlace at = (*this)[member];
    if (!has(member)) return min;
    const bool good = at.value_->is_number() && at.value_->get<double>() >= min;
    if (good) return at.value_->get<double>();
    at.expected("a number of at least " + Json(min).dump());
    return min;
}

std::vector<std::string> JsonPlace::texts(const char* member) const {
    std::vector<std::string> texts;
    const JsonPlace at = (*this)[member];
    if (!has(member)) return texts;
    const bool good = at.value_->is_array() && !at.value_->empty() &&
                      std::all_of(at.value_->begin(), at.value_->end(), [](const Json& v) { return v.is_string(); });
    if (!good) at.expected("a list of texts with at least one entry");
    if (good) texts = at.value_->get<std::vector<std::string>>();
    return texts;
}

std::size_t JsonPlace::oneOf(const char* member, const std::vector<std::string>& names) const {
    const JsonPlace at = (*this)[member];
    if (!has(member)) return 0;
    const auto found =
        at.isText() ? std::find(names.begin(), names.end(), at.value_->get_ref<const std::string&>()) : names.end();
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    at.expected(anyOf(names));
    return 0;
}

void JsonPlace::allowOnly(const std::vector<const char*>& names) const {
    if (!value_->is_object()) return;
    for (const auto& [name, value] : value_->items()) {
        const std::string& member = name;
        // A member with a typing error would otherwise be as good as absent.
        if (std::any_of(names.begin(), names.end(), [&](const char* n) { return member == n; })) continue;
        std::vector<std::string> known(names.begin(), names.end());
        problems_->add(path_ + "." + member, "is not a known member. Expected one of " + anyOf(known));
    }
}

void JsonPlace::expected(const std::string& what) const {
    problems_->add(path_, "expected " + what + ", found " + shown(*value_));
}

std::optional<nlohmann::json> parseJson(const std::string& text, const std::string& name, Problems& problems) {
    Json root;
    Builder builder(root);
    if (Json::sax_parse(text, &builder)) return root;
    const std::string_view before = std::string_view(text).substr(0, builder.at == 0 ? 0 : builder.at - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lastBreak = before.rfind('\n');
    // Both count from 1, as editors do.
    const std::size_t column = before.size() - (lastBreak == std::string_view::npos ? 0 : lastBreak + 1) + 1;
    problems.add(name + ", line " + std::to_string(line) + ", column " + std::to_string(column), "this is not JSON");
    return std::nullopt;
}

}  // namespace dex
