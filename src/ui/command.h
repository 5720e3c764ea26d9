#pragma once

#include <cstdint>
#include <string_view>

#include "ui/action.h"
#include "ui/layout.h"

namespace dex {

enum class Dialog : std::uint8_t { None, Help, Sources };

// What the interface does by itself, without the app.
enum class InterfaceAction : std::uint8_t {
    ShowTab,     // text: id of the tab
    ToggleList,  // text: id of the select
    ShowPage,    // text: "adjust", "ranked"; empty: the view
    ToggleNeed,  // text: id of the need whose indicators unfold
    TogglePanel,
    ToggleMoves,
    ToggleComparison,  // Shown or put away; the areas stay in it.
    OpenHelp,
    OpenSources,
    CloseAll,  // List, dialog.
    SheetTo,   // text: "peek", "half", "full"; empty: the next one up, from the top back to the peek
};

// What happens when a control is pressed: by pointer or through the tree, it is the same.
struct Command {
    bool isForInterface = false;
    InterfaceAction forInterface = InterfaceAction::CloseAll;
    UiAction action;  // For the app; of one for the interface only the text counts.

    // Not inline: panels call them in every other line.
    static Command toApp(ActionKind kind, std::string_view text = {});
    static Command toApp(UiAction action);
    static Command toInterface(InterfaceAction action, std::string_view text = {});
    friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace dex
