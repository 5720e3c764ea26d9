#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "map/tile_store.h"
#include "model/analysis.h"
#include "model/library.h"
#include "output/picture_page.h"
#include "output/picture_size.h"
#include "text/face.h"
#include "words/picture_words.h"

namespace dex {

// A picture to take away: the map of a view with all that makes it understood and credited, laid out for its size. It is a
// function of an atlas, a view and what was asked for, with the same bytes everywhere.
//
// planPicture lays it out and says what the map in it shows; the caller then brings the tiles of that sight; drawPng
// (output/picture_png.h) and drawSvg (output/picture_svg.h) draw it.

struct PictureRequest {
    PictureSize size;
    ThemeChoice theme = ThemeChoice::Light;  // Auto counts as Light.
    bool hasCard = false;                    // Of the selected area, where one is.
    bool hasLabels = true;                   // Names on the map. Its scale bar is always there.
    bool hasLegend = true;                   // Without it the map takes its room.
    bool hasOutlines = false;                // Of an SVG: letters are shapes instead of text.
    std::optional<Day> made;
    std::string address;  // Of the page with the map; empty: nobody is sent there.
};

// Everything outlives the plan.
struct PictureSource {
    const Library& library;  // Holds all files of the view (model/wanted.h), and the names of the labels.
    const ViewState& view;
    const Chosen& chosen;
    const Analysis& analysis;
    const Face& regular;
    const Face& semibold;
    // A map of these frames them instead of the place, and outlines and names each; their names and borders are here.
    std::span<const LevelArea> outlined = {};
};

// What stands in the file beside the picture, for those who cannot see it and for those who find it later.
struct PictureNotes {
    std::string title, alt, description, sources, licence;
    std::string view;  // As a link has it.
    std::string spec;  // Empty without scores.
    std::string made;  // "2026-11-29"; may be empty.
};

struct PicturePlan {
    PicturePage page;
    PictureNotes notes;
};

PicturePlan planPicture(const PictureSource& source, const PictureRequest& request);

// The map alone, on a page of so many units, with its labels and scale bar.
PicturePage planMap(const PictureSource& source, const Tokens& tokens, double width, double height);

// The sight for which tiles have to be there: as fine as so many device px a unit can show.
Sight pictureSight(const PicturePage& page, double pxPerUnit);

}  // namespace dex
