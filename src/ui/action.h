#pragma once

#include <cstdint>
#include <string>

namespace dex {

// What a person asked for by a control. The interface keeps only how it looks itself (tab, open list, sheet, panel,
// help); all of these are for the app to do.
enum class ActionKind : std::uint8_t {
    ChooseIndicator,   // text: indicator id
    ChoosePlace,       // text: area code of the top level, empty for the whole
    ChooseLevel,       // text: level id
    ChooseMethod,      // text: "quantile", "equal", "natural"
    ChooseClassCount,  // number: 3–5
    ChooseClass,       // number: class of the legend; the app takes it back when it was chosen already
    CloseCard,
    ZoomIn,
    ZoomOut,
    Home,
    Pan,  // x, y: css px by which the map's contents move
    ZoomToSelected,
    Retry,
    ToggleTheme,
    OpenFullMap  // Small shape: the map's own page.
};

struct UiAction {
    ActionKind kind = ActionKind::Home;
    std::string text;
    double number = 0;
    double x = 0, y = 0;
    friend bool operator==(const UiAction&, const UiAction&) = default;
};

}  // namespace dex
