#pragma once

#include <cstdint>
#include <string>

namespace dex {

// What a person asked for by a control. The interface keeps only how it looks itself (tab, open list, sheet, panel,
// help); all of these are for the app to do.
enum class ActionKind : std::uint8_t {
    ChooseMeasure,      // text: what to show, in the grammar of the view's `show`
    ChooseTwoWayNeed,   // text: need id
    ChooseTwoWayGroup,  // text: indicator id
    ChoosePlace,        // text: area code of the top level, "level:code" of any, empty for the whole
    ChooseLevel,        // text: level id
    ChooseMethod,       // text: id of a class method (stats/class_method.h)
    ChooseArithmetic,   // text: id of an arithmetic (risk/arithmetic.h)
    ChooseScope,        // text: "" for the whole, "level:code", "compared"
    ChooseOrder,        // text: "highest", "lowest"
    ChooseClassCount,   // text: how many classes, in digits
    ChooseClass,        // number: class of the legend; the app takes it back when it was chosen already
    CloseCard,
    SetWeight,        // text: need or indicator id; number: 0–10
    ResetIndex,       // Weights, arithmetic and scope as published.
    ShowChanged,      // The map shows what moved a tenth or more; again: what it showed before.
    Compare,          // text: "level:code" of an area to be added to the comparison
    StopComparing,    // text: "level:code"; empty: all
    SelectArea,       // text: "level:code"
    AddToSelection,   // text: "level:code" of an area that joins what is selected together
    TakeOfSelection,  // text: likewise, of one that leaves it
    OpenRanked,       // number: 1 opened, 0 closed
    TurnPage,         // number: −1 or 1, of the ranked list
    FindRanked,       // text: what the names in the ranked list are to hold; empty: all
    ZoomIn,
    ZoomOut,
    Home,
    Pan,  // x, y: css px by which the map's contents move
    ZoomToSelected,
    Retry,
    CloseMessage,  // number: of the messages, 0 the oldest
    ToggleTheme,
    OpenFullMap,     // Small shape: the map's own page.
    OpenHelpPage,    // What helps: the host's page.
    OpenReport,      // For what is wrong: the page's dialog, which leads to the host's page.
    OpenAbout,       // The page's dialog about the figures.
    OpenMethodPage,  // How they are worked out: the host's page, or ours.
    OpenText,        // The page's Text view.
    OpenShare  // The page's dialog of what readers take along. text: the button's id, whose last part names the tab.
};

// Whether it is chosen from a list, which closes once that is done. Without a default, so that a new kind has to say.
constexpr bool closesList(ActionKind kind) {
    switch (kind) {
        case ActionKind::ChooseMeasure:
        case ActionKind::ChooseTwoWayNeed:
        case ActionKind::ChooseTwoWayGroup:
        case ActionKind::ChoosePlace:
        case ActionKind::ChooseLevel:
        case ActionKind::ChooseMethod:
        case ActionKind::ChooseArithmetic:
        case ActionKind::ChooseScope: return true;
        case ActionKind::ChooseOrder:
        case ActionKind::ChooseClassCount:
        case ActionKind::ChooseClass:
        case ActionKind::CloseCard:
        case ActionKind::SetWeight:
        case ActionKind::ResetIndex:
        case ActionKind::ShowChanged:
        case ActionKind::Compare:
        case ActionKind::StopComparing:
        case ActionKind::SelectArea:
        case ActionKind::AddToSelection:
        case ActionKind::TakeOfSelection:
        case ActionKind::OpenRanked:
        case ActionKind::TurnPage:
        case ActionKind::FindRanked:
        case ActionKind::ZoomIn:
        case ActionKind::ZoomOut:
        case ActionKind::Home:
        case ActionKind::Pan:
        case ActionKind::ZoomToSelected:
        case ActionKind::Retry:
        case ActionKind::CloseMessage:
        case ActionKind::ToggleTheme:
        case ActionKind::OpenFullMap:
        case ActionKind::OpenHelpPage:
        case ActionKind::OpenReport:
        case ActionKind::OpenAbout:
        case ActionKind::OpenMethodPage:
        case ActionKind::OpenText:
        case ActionKind::OpenShare: return false;
    }
    return false;
}

struct UiAction {
    ActionKind kind = ActionKind::Home;
    std::string text = {};
    double number = 0;
    double x = 0, y = 0;
    friend bool operator==(const UiAction&, const UiAction&) = default;
};

}  // namespace dex
