#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace dex {

// What the map wants of the page; the values are DEX_EVENT_* of wasm/dex.h.
enum class EventKind : std::uint32_t {
    Want = 1,
    Cursor,
    View,
    Select,
    Announce,
    Tree,
    Progress,
    FirstPicture,
    Detail,
    Error,
    Open,
    Use,
    Show,
    Text
};

struct Event {
    EventKind kind;
    std::uint32_t status = 0;
    std::string text = {};
    double number = 0;
};

// Events in order, until the page fetches them. Of a kind that states how things are now (cursor, view, tree, progress,
// use), only the newest is kept.
class Outbox {
public:
    void put(Event event);
    bool empty() const { return events_.empty(); }

    // Moves the oldest into `current` and returns true; its text is valid until the next call.
    bool next();
    const Event& current() const { return current_; }

private:
    std::deque<Event> events_;
    Event current_{EventKind::Want, 0, {}, 0};
};

}  // namespace dex
