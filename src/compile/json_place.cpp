#include "compile/json_place.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>

#include "compile/text.h"

namespace dex {

namespace {

using Json = nlohmann::json;

const Json& nothing() {
    // One for all that is missing: allowOnly() knows it by its address.
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

// Builds the document and remembers where reading stopped, and why.
class Builder : public nlohmann::detail::json_sax_dom_parser<Json> {
    using Parser = json_sax_dom_parser<Json>;

public:
    explicit Builder(Json& document) : Parser(document, false) {}
    template <typename Exception>
    bool parse_error(std::size_t position, const std::string& token, const Exception& error) {
        constexpr int kOutOfRange = 406;
        // nlohmann gives the byte; line and column are worked out from it.
        at = position;
        isTooLarge = error.id == kOutOfRange;
        Parser::parse_error(position, token, error);
        return false;
    }
    bool start_object(std::size_t size) {
        members_.emplace_back();
        return Parser::start_object(size);
    }
    bool end_object() {
        members_.pop_back();
        return Parser::end_object();
    }
    bool key(std::string& name) {
        if (!members_.back().insert(name).second && !twice) twice = name;
        return Parser::key(name);
    }
    std::size_t at = 0;
    bool isTooLarge = false;           // A number is, and the rest is JSON so far.
    std::optional<std::string> twice;  // The first member that an object has a second time.

private:
    std::vector<std::set<std::string>> members_;  // Of the objects that are open.
};

// The first character that no text should have: a picture or a page that shows it would be broken.
std::optional<int> controlIn(const std::string& text) {
    const auto found = std::find_if(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 && c != '\n' && c != '\t';
    });
    if (found == text.end()) return std::nullopt;
    return static_cast<unsigned char>(*found);
}

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
    // The text is returned all the same: reading goes on, so that all mistakes are said at once.
    if (text.size() > max) at.report("is longer than " + grouped(max) + " bytes");
    if (const auto control = controlIn(text))
        at.report("has a control character, number " + std::to_string(*control) + ", which no text can show");
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
    const bool isWhole = at.value_->is_number_integer();
    // One beyond 63 bits would come back negative.
    const bool isVast = at.value_->is_number_unsigned() &&
                        at.value_->get<std::uint64_t>() > std::uint64_t{std::numeric_limits<int>::max()};
    const auto value = isWhole && !isVast ? at.value_->get<std::int64_t>() : std::int64_t{0};
    const bool good = isWhole && !isVast && value >= min && value <= max;
    if (good) return at.value_->get<int>();
    at.expected("a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return min;
}

double JsonPlace::number(const char* member, int min, int max) const {
    const JsonPlace at = (*this)[member];
    if (!has(member)) return min;
    const double value = at.value_->is_number() ? at.value_->get<double>() : 0;
    if (at.value_->is_number() && value >= min && value <= max) return value;
    at.expected("a number from " + std::to_string(min) + " to " + std::to_string(max));
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
    if (!value_->is_object()) {
        // What is not there at all has been reported already.
        if (value_ != &nothing()) expected("an object");
        return;
    }
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
    if (Json::sax_parse(text, &builder)) {
        if (!builder.twice) return root;
        // Readers of JSON take the last, and whoever wrote the first would not notice.
        problems.add(name, "the member " + inQuotes(*builder.twice) + " is twice in one object. Leave one of them");
        return std::nullopt;
    }
    // nlohmann counts what it has read, the wrong character included.
    const std::string_view before = std::string_view(text).substr(0, builder.at == 0 ? 0 : builder.at - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lastBreak = before.rfind('\n');
    // Both count from 1, as editors do.
    const std::size_t column = before.size() - (lastBreak == std::string_view::npos ? 0 : lastBreak + 1) + 1;
    problems.add(name + ", line " + std::to_string(line) + ", column " + std::to_string(column),
                 builder.isTooLarge ? "this number is too large" : "this is not JSON");
    return std::nullopt;
}

}  // namespace dex
