#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/brush.h"
#include "ui/hits.h"
#include "ui/memory.h"
#include "ui/semantic_tree.h"
#include "words/facts.h"

namespace dex {

// The small layer by which every panel is declared once: a call draws a control with Dear ImGui, says where it can be
// hit and leaves its node in the semantic tree. Lengths are css px at 16 px text.
class Controls {
public:
    Controls(Brush& brush, SemanticTree& tree, Memory& memory) : brush_(brush), tree_(tree), memory_(memory) {}

    Brush& brush() { return brush_; }
    const Tokens& tokens() const { return brush_.tokens(); }
    Language language() const { return language_; }
    std::string_view say(Word word) const { return dex::word(language_, word); }

    // For the frame that begins. `textScale`: css px for one of our px.
    void beginFrame(Language language, double textScale);

    // An opaque panel: nothing is drawn beyond it, and it keeps pointers from the map. Those above all others are
    // `isOnTop`. Panels do not nest; between them one draws on the ground, below all.
    void beginPanel(std::string_view id, Role role, std::string_view name, const PxRect& rect, bool isOnTop = false);
    void endPanel();
    // Nodes until endGroup are children of this one.
    void beginGroup(std::string_view id, Role role, std::string_view name, const PxRect& rect, std::uint8_t states = 0);
    // The same group once more.
    void resumeGroup(std::string_view id) { parents_.emplace_back(id); }
    void endGroup();

    // A part of a panel whose contents may be higher than itself. Returns the y at which the contents begin.
    double beginScroll(std::string_view id, const PxRect& rect, double contentHeight);
    void endScroll();

    void text(std::string_view id, const PxRect& row, Type type, Colour colour, std::string_view text,
              Align align = Align::Left, Role role = Role::Text);
    double paragraph(std::string_view id, const PxRect& rect, Type type, Colour colour, std::string_view text,
                     std::size_t maxLines = 99, Role role = Role::Text, double line = 0);
    // A node for something drawn by itself.
    Node& node(std::string_view id, Role role, std::string_view name, const PxRect& rect, std::string_view value = {});

    Node* latest() { return tree_.latest(); }
    PxRect cssOf(const PxRect& rect) const;

    // How a pressable thing looks now.
    struct Touch {
        bool isHovered = false;
        bool isHeld = false;
    };
    // The bare pressable node: draws nothing.
    Touch press(std::string_view id, Role role, std::string_view name, const PxRect& rect, const Command& command,
                std::uint8_t states = 0, std::string_view value = {});

    void button(std::string_view id, const PxRect& rect, std::string_view label, const Command& command,
                std::uint8_t states = 0);
    // Text that leads elsewhere (Role::Link) or does something here (Role::Button). It stands in the middle of
    // `target`, or at `middle` where that is not 0. It is spoken as `label` unless that says too little by itself.
    void link(std::string_view id, Role role, const PxRect& target, std::string_view label, const Command& command,
              Align align, double middle = 0, std::string_view spoken = {});
    // Quiet text that opens something, two lines at most.
    void quietLink(std::string_view id, const PxRect& target, std::string_view label, const Command& command);
    enum class Icon : std::uint8_t { Plus, Minus, Home, Moves, Left, Right, Up, Down, Close };
    // A square of the zoom buttons, or the cross of a card (without ground).
    void iconButton(std::string_view id, const PxRect& rect, Icon icon, std::string_view name, const Command& command,
                    bool hasGround = true, std::uint8_t states = 0);
    void tabs(std::string_view id, const PxRect& rect, const std::vector<MeasureTab>& all, std::size_t chosen);
    // One line of a radio list.
    void radio(std::string_view id, const PxRect& row, std::string_view label, bool isChosen, const Command& command);
    void select(std::string_view id, const PxRect& rect, std::string_view title, const Chooser& chooser,
                ActionKind kind);
    // A whole number from 0 to `most`, in steps of 1; `command` is done with it.
    void slider(std::string_view id, const PxRect& rect, std::string_view name, std::uint32_t value, std::uint32_t max,
                const Command& command);
    // A line of text that is typed in; the page draws the text itself, over the field. `kind` is done with it.
    void searchBox(std::string_view id, const PxRect& rect, std::string_view name, std::string_view typed,
                   ActionKind kind);
    // Choices side by side.
    void segments(std::string_view id, const PxRect& rect, std::string_view title, const Chooser& chooser,
                  ActionKind kind);

    // The panels and controls of this frame.
    const Hits& hits() const { return hits_; }
    // The select whose list is open was drawn here; css px at 16 px text.
    const PxRect& openSelect() const { return openSelect_; }
    const std::string& openTitle() const { return openTitle_; }
    const Chooser* openChooser() const { return openChooser_; }
    ActionKind openKind() const { return openKind_; }

private:
    Node& leave(std::string_view id, Role role, std::string_view name, const PxRect& rect);

    Brush& brush_;
    SemanticTree& tree_;
    Memory& memory_;
    Language language_ = Language::English;
    double textScale_ = 1;
    std::vector<std::string> parents_;
    std::vector<PxRect> clips_;       // Scrolled parts that are open.
    std::uint32_t scrollsShown_ = 0;  // In this frame.
    Hits hits_;
    PxRect openSelect_;
    std::string openTitle_;
    const Chooser* openChooser_ = nullptr;
    ActionKind openKind_ = ActionKind::Home;
};

// A slider's track begins and ends this far inside its rectangle.
inline constexpr double kThumb = 10;

// The ground and frame of a button.
void drawButtonGround(Brush& brush, const PxRect& rect, Controls::Touch touch, bool isOpen = false);
void drawIcon(Brush& brush, Controls::Icon icon, double x, double y, Colour colour);
void drawCheck(Brush& brush, double x, double y, Colour colour);
void drawChevron(Brush& brush, double x, double y, bool isUp, Colour colour);

}  // namespace dex
