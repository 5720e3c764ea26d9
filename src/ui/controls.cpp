#include "ui/controls.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dex {
namespace {

bool touches(const PxRect& a, const PxRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

PxRect common(const PxRect& a, const PxRect& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.x + a.width, b.x + b.width) - x),
            std::max(0.0, std::min(a.y + a.height, b.y + b.height) - y)};
}

}  // namespace

// Not inlined: there are dozens of callers, and every byte of the first file counts.
[[gnu::noinline]] Command Command::toApp(ActionKind kind, std::string_view text) {
    return toApp({.kind = kind, .text = std::string(text)});
}
[[gnu::noinline]] Command Command::toApp(UiAction action) { return {.action = std::move(action)}; }
[[gnu::noinline]] Command Command::toInterface(InterfaceAction action, std::string_view text) {
    return {.isForInterface = true, .forInterface = action, .action = {.text = std::string(text)}};
}

void Controls::beginFrame(Language language, double textScale) {
    language_ = language;
    textScale_ = textScale;
    parents_.clear();
    clips_.clear();
    hits_.clear();
    openChooser_ = nullptr;
    // How far a part is scrolled is kept, so that it comes back where it was.
    for (auto& part : memory_.scrolls) part.shownAs = 0;
    scrollsShown_ = 0;
}

PxRect Controls::cssOf(const PxRect& rect) const {
    // Edges are rounded and not sizes, so that what touches goes on touching.
    const double x = std::floor(rect.x * textScale_ + 0.5), y = std::floor(rect.y * textScale_ + 0.5);
    return {x, y, std::floor((rect.x + rect.width) * textScale_ + 0.5) - x,
            std::floor((rect.y + rect.height) * textScale_ + 0.5) - y};
}

Node& Controls::leave(std::string_view id, Role role, std::string_view name, const PxRect& rect) {
    Node made;
    made.id = id;
    made.role = role;
    made.name = name;
    made.rect = cssOf(rect);
    if (!parents_.empty()) made.parent = parents_.back();
    if (!clips_.empty()) {
        const PxRect& clip = clips_.back();
        if (!touches(rect, clip)) made.states |= state::kHidden;
        if (memory_.reveal == id) {
            // Counts when the frame is made once more, which Interface::draw() does for it.
            for (auto& part : memory_.scrolls) {
                if (part.rect != clip || part.shownAs == 0) continue;
                if (rect.y < clip.y) part.offset -= clip.y - rect.y;
                if (rect.y + rect.height > clip.y + clip.height)
                    part.offset += rect.y + rect.height - clip.y - clip.height;
            }
        }
    }
    if (memory_.reveal == id) memory_.reveal.clear();
    return tree_.add(std::move(made));
}

Node& Controls::node(std::string_view id, Role role, std::string_view name, const PxRect& rect,
                     std::string_view value) {
    Node& left = leave(id, role, name, rect);
    left.value = value;
    return left;
}

void Controls::beginPanel(std::string_view id, Role role, std::string_view name, const PxRect& rect, bool isOnTop) {
    brush_.setLayer(isOnTop ? Layer::Top : Layer::Panels);
    brush_.pushClip(rect);
    hits_.addPanel(cssOf(rect), isOnTop);
    beginGroup(id, role, name, rect);
}

void Controls::endPanel() {
    endGroup();
    brush_.popClip();
    brush_.setLayer(Layer::Ground);
}

void Controls::beginGroup(std::string_view id, Role role, std::string_view name, const PxRect& rect,
                          std::uint8_t states) {
    leave(id, role, name, rect).states |= states;
    parents_.emplace_back(id);
}

void Controls::endGroup() { parents_.pop_back(); }

double Controls::beginScroll(std::string_view id, const PxRect& rect, double contentHeight) {
    ScrollPart& part = memory_.scroll(id);
    part.rect = rect;
    part.contentHeight = contentHeight;
    // The contents may have become shorter since it was scrolled.
    part.offset = std::clamp(part.offset, 0.0, part.max());
    part.shownAs = ++scrollsShown_;
    clips_.push_back(clips_.empty() ? rect : common(rect, clips_.back()));
    brush_.pushClip(rect);
    return rect.y - part.offset;
}

void Controls::endScroll() {
    const PxRect clip = clips_.back();
    clips_.pop_back();
    for (const auto& part : memory_.scrolls) {
        if (part.shownAs == 0 || part.rect != clip || part.max() <= 0) continue;
        // A thumb at the edge says that there is more.
        const double length = std::max(24.0, clip.height * clip.height / part.contentHeight);
        const double y = clip.y + (clip.height - length) * part.offset / part.max();
        brush_.fill({clip.x + clip.width - 5, y + 2, 3, length - 4}, tokens().hatch, 1.5, 150);
    }
    brush_.popClip();
}

void Controls::text(std::string_view id, const PxRect& row, Type type, Colour colour, std::string_view text,
                    Align align, Role role) {
    if (text.empty()) return;
    const double width = std::min(brush_.text(row, type, colour, text, align), row.width);
    const double share = align == Align::Left ? 0 : align == Align::Middle ? 0.5 : 1;
    leave(id, role, text, {row.x + (row.width - width) * share, row.y, width, row.height});
}

double Controls::paragraph(std::string_view id, const PxRect& rect, Type type, Colour colour, std::string_view text,
                           std::size_t maxLines, Role role, double line) {
    if (text.empty()) return 0;
    const double height = brush_.paragraph(rect, type, colour, text, maxLines, line);
    leave(id, role, text, {rect.x, rect.y, rect.width, height});
    return height;
}

Controls::Touch Controls::press(std::string_view id, Role role, std::string_view name, const PxRect& rect,
                                const Command& command, std::uint8_t states, std::string_view value) {
    // What is scrolled out of sight cannot be pressed.
    hits_.add(id, cssOf(clips_.empty() ? rect : common(rect, clips_.back())));
    Node& left = leave(id, role, name, rect);
    left.states |= states;
    left.value = value;
    left.canPress = true;
    left.command = command;
    const bool isHovered = memory_.hovered == id;
    return {isHovered, isHovered && memory_.held == id};
}

}  // namespace dex
