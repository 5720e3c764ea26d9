#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dex {

// What a level, an area, a need or an indicator may be called by in a view: UTF-8 of 1–64 bytes, no control characters.
bool isId(std::string_view text);

// An area of some level, by what stays the same when an atlas is made again: level id and area code.
struct AreaRef {
    std::string level;
    std::string code;
    friend bool operator==(const AreaRef&, const AreaRef&) = default;

    // "borough:E09000028", and the code alone where the level is not known. Read back by parse() where isValid().
    std::string text() const { return level.empty() ? code : level + ':' + code; }

    // Both parts are ids, and the level has no colon.
    bool isValid() const;

    // The level ends at the first colon. Absent where the text is no valid ref.
    static std::optional<AreaRef> parse(std::string_view text);

    // What the reader has selected (ViewState::asked), where a view names areas: "selection".
    static AreaRef selection() { return {{}, "selection"}; }
    bool isSelection() const { return *this == selection(); }
};

}  // namespace dex
