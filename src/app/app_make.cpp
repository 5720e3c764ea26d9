#include "app/app.h"

namespace dex {
namespace {

constexpr double kPercent = 100;

}  // namespace

// Begins another order where there is one, and does a step of the one at hand.
std::string App::make(std::string_view text) {
    if (!text.empty()) {
        const auto order = readOrder(text);
        work_ = order ? workOf(*order) : nullptr;
    }
    std::string made(2, '\0');
    WorkState state = WorkState::Failed;
    if (work_) {
        const bool hasFaces = faces_.areLoaded();
        Bench bench(library_, tiles_, hasFaces ? &*faces_.regular : nullptr, hasFaces ? &*faces_.semibold : nullptr);
        state = work_->step(bench, made);
        for (const FileIndex file : bench.missing()) want(file);
        if (bench.isStuck()) state = WorkState::Failed;
        made[1] = static_cast<char>(work_->share() * kPercent);
    }
    made[0] = static_cast<char>(state);
    if (state != WorkState::GoesOn) work_.reset();
    return made;
}

}  // namespace dex
