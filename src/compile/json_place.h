#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compile/problems.h"

namespace dex {

// A value of a JSON document and where it stands. Asking for what is not there, or is something else, is reported with
// the path and what was expected, and gives an empty answer.
class JsonPlace {
public:
    using Json = nlohmann::json;

    JsonPlace(const Json& value, std::string path, Problems& problems)
        : value_(&value), path_(std::move(path)), problems_(&problems) {}

    bool has(const char* member) const;
    // The member, or an empty value after a report.
    JsonPlace operator[](const char* member) const;
    std::vector<JsonPlace> list(const char* member, std::size_t min) const;

    std::string words(const char* member, std::size_t max = 4096) const;  // Not empty.
    std::string wordsOr(const char* member, const std::string& otherwise) const;
    std::string id(const char* member) const;
    bool flag(const char* member) const;  // False when absent.
    int whole(const char* member, int min, int max) const;
    double number(const char* member, int min, int max) const;
    std::vector<std::string> texts(const char* member) const;  // At least one.
    // The place of a text among `names`; 0 after a report.
    std::size_t oneOf(const char* member, const std::vector<std::string>& names) const;
    std::size_t oneOf(const char* member, std::span<const std::string_view> names) const {
        return oneOf(member, std::vector<std::string>(names.begin(), names.end()));
    }

    // Reports members that are not in `names`.
    void allowOnly(const std::vector<const char*>& names) const;
    void expected(const std::string& what) const;  // Reports what should stand here and what does.
    void report(const std::string& what) const { problems_->add(path_, what); }

    const Json& value() const { return *value_; }
    const std::string& path() const { return path_; }
    bool isText() const { return value_->is_string(); }

private:
    const Json* value_;
    std::string path_;
    Problems* problems_;
};

// Parses a document; a mistake in its syntax is reported with line and column.
std::optional<nlohmann::json> parseJson(const std::string& text, const std::string& name, Problems& problems);

}  // namespace dex
