#include "app/app.h"

namespace dex {
namespace {

constexpr double kPercent = 100;

}  // namespace

// Begins another order where there is one, and does a step of the one at hand.
std::string App::make(std::string_view text) {
    if (!text.empty()) {
        const auto order = text == kStopOrder ? std::nullopt : readOrder(text);
        taking_.work = order ? workOf(*order) : nullptr;
    }
    std::string made(2, '\0');
    WorkState state = WorkState::Failed;
    if (taking_.work) {
        const bool hasFaces = faces_.areLoaded();
        Supplies supplies({.library = library_,
                           .tiles = tiles_,
                           .answered = asked_.question,
                           .isAnswered = asked_.isFinal,
                           .regular = hasFaces ? &*faces_.regular : nullptr,
                           .semibold = hasFaces ? &*faces_.semibold : nullptr,
                           .hasHeadFailed = taking_.isHeadLost,
                           .haveFacesFailed = taking_.isRegularLost || taking_.isSemiboldLost});
        state = taking_.work->step(supplies, made);
        for (const FileIndex file : supplies.missing()) want(file);
        if (supplies.hasFailed()) state = WorkState::Failed;
        made[1] = static_cast<char>((state == WorkState::Done ? 1 : taking_.work->share()) * kPercent);
    }
    // Tiles beyond the map's own would be gone again before the next step.
    tiles_.keepAll(state == WorkState::Waits);
    made[0] = static_cast<char>(state);
    if (state == WorkState::Done || state == WorkState::Failed) taking_.work.reset();
    return made;
}

}  // namespace dex
