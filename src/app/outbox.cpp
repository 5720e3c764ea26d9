#include "app/outbox.h"

#include <algorithm>
#include <utility>

namespace dex {
namespace {

bool statesHowThingsAre(EventKind kind) {
    switch (kind) {
        case EventKind::Cursor:
        case EventKind::View:
        case EventKind::Tree:
        case EventKind::Progress:
        case EventKind::Use:
        case EventKind::Text: return true;
        default: return false;
    }
}

}  // namespace

void Outbox::put(Event event) {
    // The page needs only the newest of these, however many frames it has let pass.
    if (statesHowThingsAre(event.kind)) {
        const auto older =
            std::find_if(events_.begin(), events_.end(), [&](const Event& e) { return e.kind == event.kind; });
        if (older != events_.end()) {
            // A new view that has not been fetched yet stays one, whatever pans follow it.
            if (event.kind == EventKind::View) event.number = std::max(event.number, older->number);
            events_.erase(older);
        }
    }
    events_.push_back(std::move(event));
}

bool Outbox::next() {
    if (events_.empty()) return false;
    current_ = std::move(events_.front());
    events_.pop_front();
    return true;
}

}  // namespace dex
