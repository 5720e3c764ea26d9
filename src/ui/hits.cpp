#include "ui/hits.h"

namespace dex {

Hits::Found Hits::find(double x, double y) const {
    for (const bool isOnTop : {true, false}) {
        // A panel's parts follow it. Backwards they come before it, and the one that is met last was declared first.
        const Hit* part = nullptr;
        for (auto hit = hits_.rbegin(); hit != hits_.rend(); ++hit) {
            const bool isPanel = hit->id.empty(), isHere = hit->isOnTop == isOnTop && hit->rect.contains(x, y);
            if (isPanel && isHere) return {&*hit, part};
            if (isPanel)
                part = nullptr;
            else if (isHere)
                part = &*hit;
        }
    }
    return {};
}

std::string_view Hits::at(double x, double y) const {
    const Hit* part = find(x, y).part;
    return part ? std::string_view(part->id) : std::string_view();
}

}  // namespace dex
