#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "map/input.h"
#include "ui/action.h"
#include "ui/glyph_picture.h"
#include "ui/layout.h"
#include "ui/ui_state.h"
#include "words/facts.h"

struct ImDrawData;

namespace dex {

class Face;
class SemanticTree;

// All panels: headline, choices, legend, card, buttons, sheet, sources, help, messages. Declared once, drawn with Dear
// ImGui and left behind as a semantic tree. Several may live side by side.
//
// A frame: feed input, then draw(facts, state), then takeActions(). A pointer goes to the panels or to the map by
// wantsPointer, asked when it goes down; a wheel by wantsWheel. Lists, tabs, sheet and dialogs are its own business.
class Interface {
public:
    Interface();
    ~Interface();
    Interface(const Interface&) = delete;
    Interface& operator=(const Interface&) = delete;

    // They outlive the interface, or are set again. Until both are here nothing is drawn, but the layout holds.
    void setFaces(const Face* regular, const Face* semibold);
    // Bits of ui/layout.h.
    void setControls(std::uint32_t shown);
    void resize(double cssWidth, double cssHeight, double devicePixelRatio, double textScale);

    // As if the ranked list had been opened, without the action.
    void showRanked();

    // As of the last draw: a long headline or a dragged sheet change it.
    const Layout& layout() const;

    // The page of weights is what the side panel or the sheet shows.
    bool showsAdjust() const;

    // True where a panel, list or dialog is at this point, or holds the pointer.
    bool wantsPointer(double x, double y) const;
    bool wantsWheel(double x, double y) const { return wantsPointer(x, y); }
    void pointer(PointerPhase phase, InputKind kind, double x, double y);
    void wheel(double x, double y, double deltaPx);
    // KeyboardEvent.key; true if it was taken: Escape closes what is open, "?" opens the help, and an open list or dialog takes
    // every key.
    bool key(std::string_view key);

    void draw(const Facts& facts, const UiState& state);
    // Null before faces are here. Valid until the next draw. Vertices are in device px; the one texture is the picture.
    const ImDrawData* drawData() const;
    GlyphPicture glyphPicture() const;

    // True while something moves or an input needs another frame to be seen.
    bool needsFrame() const;
    std::vector<UiAction> takeActions();
    // A CSS cursor for the last point fed, empty when the map decides.
    std::string_view cursor() const;

    // The semantic tree; its version changes only when its contents do. JSON text, as web/semantics.js reads it.
    std::uint32_t treeVersion() const;
    const std::string& tree() const;
    // Does what the node offers. `value`: the option of a list, "peek", "half" or "full" of the sheet; otherwise
    // empty. False where there is no such node or value.
    bool act(std::string_view node, std::string_view value);
    // Scrolls a node into sight.
    void reveal(std::string_view node);

    // For tests: the tree's nodes, and every text that is drawn from now on.
    const SemanticTree& semantics() const;
    void recordTexts(std::vector<std::string>* heard);

private:
    bool keyOverMap(std::string_view key);

    struct Body;
    std::unique_ptr<Body> body_;
};

}  // namespace dex
