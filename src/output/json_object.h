#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dex {

// Puts together a JSON object, member by member.
class JsonObject {
public:
    void add(std::string_view key, std::string_view text);                       // Blank: left out.
    void add(std::string_view key, std::optional<double> number, int decimals);  // Absent or not finite: null.
    void addJson(std::string_view key, std::string_view json);
    std::string text() const { return "{" + members_ + "}"; }

private:
    std::string members_;
};

// Puts together a JSON array.
class JsonArray {
public:
    void addJson(std::string_view json);
    std::string text() const { return "[" + elements_ + "]"; }

private:
    std::string elements_;
};

}  // namespace dex
