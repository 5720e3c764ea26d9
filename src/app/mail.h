#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/outbox.h"
#include "base/result.h"
#include "map/view_state.h"

namespace dex {

// What the Text view is made of: while these stay, so does what it says.
struct TextVersion {
    std::uint32_t analysis = 0;
    std::uint32_t tiles = 0;    // Where an area is selected: they say what lies beside it.
    std::uint32_t changes = 0;  // Of everything else that it says.
    friend bool operator==(const TextVersion&, const TextVersion&) = default;
};

// What stands on the canvas after a frame.
struct Drawn {
    bool hasAreas = false;
    bool isDetailed = false;  // All that the view needs is loaded and drawn.
};

// How things are after a frame. What is absent is not known, and the page is told nothing of it.
struct Now {
    std::string_view cursor;  // As CSS names it.
    std::uint32_t treeVersion = 0;
    TextVersion text = {};
    bool isInUse = false;
    std::optional<std::string> view = {};  // Known while nothing moves.
    std::optional<double> progress = {};
    std::optional<Drawn> drawn = {};
};

// Tells the page. News goes out when it happens, by a call of its own; what states how things are goes out by report(),
// which compares it with what the page was last told.
class Mail {
public:
    void want(std::string name, std::uint32_t bytes);
    void select(const AreaRef& area, std::string_view name);
    void clearSelection();
    void announce(std::string sentence);
    void error(Status status, std::string sentence);
    void open(std::string view);       // On the map's own page.
    void show(std::string_view what);  // As DEX_EVENT_SHOW has it.

    // The view that is told next is a step in the page's history, and no mere pan.
    void markViewNew() { isViewNew_ = true; }
    // The page has set this view itself.
    void knowView(std::string view) { view_ = std::move(view); }
    // The page has read the text: from now on it is told when that changes.
    void knowText(const TextVersion& text) { text_ = text; }
    bool isTextRead() const { return text_.has_value(); }

    // Once a frame. True where it was told of the first picture just now.
    bool report(Now now);
    bool hasFirstPicture() const { return hasFirstPicture_; }
    bool wasDetailed() const { return wasDetailed_; }  // At any time so far.

    Outbox& outbox() { return outbox_; }

private:
    bool reportDrawn(const Drawn& drawn);

    Outbox outbox_;
    // Each as the page was last told.
    std::string cursor_;
    std::string view_;
    std::uint32_t treeVersion_ = 0;
    std::optional<TextVersion> text_;
    bool isInUse_ = false;
    std::optional<double> progress_;
    bool hasFirstPicture_ = false, isDetailed_ = false, wasDetailed_ = false;

    bool isViewNew_ = false;
};

}  // namespace dex
