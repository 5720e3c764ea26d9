#include "app/mail.h"

#include <utility>

namespace dex {
namespace {

// Takes over what is new; true if it was.
template <typename T, typename New>
bool differs(T& was, New&& now) {
    if (was == now) return false;
    was = std::forward<New>(now);
    return true;
}

}  // namespace

void Mail::want(std::string name, std::uint32_t bytes) {
    outbox_.put({.kind = EventKind::Want, .text = std::move(name), .number = static_cast<double>(bytes)});
}

void Mail::select(const AreaRef& area, std::string_view name) {
    outbox_.put({.kind = EventKind::Select, .text = area.level + '\t' + area.code + '\t' + std::string(name)});
}

void Mail::clearSelection() { outbox_.put({.kind = EventKind::Select}); }

void Mail::announce(std::string sentence) { outbox_.put({.kind = EventKind::Announce, .text = std::move(sentence)}); }

void Mail::error(Status status, std::string sentence) {
    outbox_.put({.kind = EventKind::Error, .status = static_cast<std::uint32_t>(status), .text = std::move(sentence)});
}

void Mail::open(std::string view) { outbox_.put({.kind = EventKind::Open, .text = std::move(view)}); }

void Mail::show(std::string_view what) { outbox_.put({.kind = EventKind::Show, .text = std::string(what)}); }

bool Mail::report(Now now) {
    if (differs(cursor_, now.cursor)) outbox_.put({.kind = EventKind::Cursor, .text = cursor_});
    if (differs(treeVersion_, now.treeVersion))
        outbox_.put({.kind = EventKind::Tree, .number = static_cast<double>(treeVersion_)});
    if (text_ && differs(*text_, now.text)) outbox_.put({.kind = EventKind::Text});
    if (differs(isInUse_, now.isInUse)) outbox_.put({.kind = EventKind::Use, .number = isInUse_ ? 1.0 : 0.0});
    if (now.view) {
        if (differs(view_, std::move(*now.view)))
            outbox_.put({.kind = EventKind::View, .text = view_, .number = isViewNew_ ? 1.0 : 0.0});
        // Also where the view is what it was: then the step that was marked led nowhere.
        isViewNew_ = false;
    }
    if (now.progress && differs(progress_, *now.progress))
        outbox_.put({.kind = EventKind::Progress, .number = *progress_});
    return now.drawn && reportDrawn(*now.drawn);
}

// The first picture is told of alone: what is asked for only once it stands belongs to the detail.
bool Mail::reportDrawn(const Drawn& drawn) {
    if (!hasFirstPicture_) {
        hasFirstPicture_ = drawn.hasAreas;
        if (hasFirstPicture_) outbox_.put({.kind = EventKind::FirstPicture});
        return hasFirstPicture_;
    }
    wasDetailed_ = wasDetailed_ || drawn.isDetailed;
    if (drawn.isDetailed && !isDetailed_) outbox_.put({.kind = EventKind::Detail});
    isDetailed_ = drawn.isDetailed;
    return false;
}

}  // namespace dex
