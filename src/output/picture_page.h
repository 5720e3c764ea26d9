#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "look/tokens.h"
#include "map/scene.h"

namespace dex {

// A picture as it is laid out, before anybody draws it: in units, from the upper left corner. PNG and SVG are drawn from
// the same page, so that they cannot differ in what they say.

enum class PageGroup : std::uint8_t { Text, Legend, Labels };

// Which end of a line keeps its place where another face is put in for ours.
enum class PageAnchor : std::uint8_t { Start, Middle, End };

// One line.
struct PageText {
    PageGroup group = PageGroup::Text;
    std::string text = {};
    double x = 0, baseline = 0;  // Where the pen begins.
    double width = 0;            // As measured.
    PageAnchor anchor = PageAnchor::Start;
    double px = 13;
    bool isStrong = false;
    Colour ink = {};
    bool hasHalo = false;  // A rim of the page's halo, to be read on any ground.
};

// A rectangle with a hatch over it and a line around it.
struct PageBox {
    PageGroup group = PageGroup::Text;
    PxRect rect = {};
    Colour fill = {};
    Hatch hatch = Hatch::None;
    Colour hatchInk = {};
    double frame = 0;  // Width of the line, inside the rectangle; 0: none.
    Colour frameInk = {};
};

struct PicturePage {
    double width = 0, height = 0;
    Colour ground, halo;
    PxRect map;
    Sight sight;                 // Its viewport is `map`, at one device px a unit.
    std::vector<PageBox> boxes;  // Drawn over the map, in order, and texts over them.
    std::vector<PageText> texts;
    std::vector<std::uint32_t> numbered;  // Which of the outlined areas have a number, from 1, for a name.
};

}  // namespace dex
