#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "map/scene.h"
#include "ui/command.h"

namespace dex {

// A part that scrolls; `rect` and heights are css px at 16 px text, of the last frame.
struct ScrollPart {
    std::string id;
    PxRect rect;
    double contentHeight = 0;
    double offset = 0;
    std::uint32_t shownAs = 0;  // As the n-th in this frame, from 1, above those before; 0: not shown.
    double max() const { return contentHeight > rect.height ? contentHeight - rect.height : 0; }
};

// What the side panel or the sheet shows.
enum class Page : std::uint8_t { View, Adjust, Ranked };

// What the interface itself remembers between frames: how it looks, nothing of what the map shows.
struct Memory {
    std::string tab;                  // Id of the tab; empty, or not among those there are: the chosen measure's.
    std::string openList;             // Id of the select whose list is open.
    std::string activeOption, typed;  // Of the open list: the option that keys have come to, by what was typed.
    Page page = Page::View;
    std::vector<std::string> openNeeds;  // Their indicators are unfolded.
    bool panelOpen = false;
    bool movesOpen = false;
    bool comparisonClosed = false;  // Put away by its reader; another area in it brings it back.
    Dialog dialog = Dialog::None;
    Sheet sheet = Sheet::Peek;
    double sheetHeight = 0;  // Css px, as drawn now, while it moves to the stop's.
    std::vector<ScrollPart> scrolls;
    bool listWasOpen = false;  // In the last frame.
    PxRect popup;              // Where the open list or dialog stands; css px.
    bool showsChosen = false;  // The list of indicators scrolls to the chosen one.
    std::string reveal;        // Node to be scrolled into sight in the next frame.
    std::string hovered;       // Node under the pointer; while one is held, that one or none.
    std::string held;          // Node that the pointer went down on.

    bool isOpen(std::string_view need) const {
        return std::find(openNeeds.begin(), openNeeds.end(), need) != openNeeds.end();
    }

    ScrollPart& scroll(std::string_view id) {
        for (auto& part : scrolls) {
            if (part.id == id) return part;
        }
        ScrollPart& part = scrolls.emplace_back();
        part.id = id;
        return part;
    }
};

}  // namespace dex
