#pragma once

#include <optional>
#include <string>

#include "compile/atlas_folder.h"
#include "output/picture.h"

namespace dex {

enum class PictureFormat : std::uint8_t { Png, Svg };

// What is asked of a picture that is written into a file.
struct PictureOrder {
    ViewState view;
    PictureRequest request;
    PictureFormat format = PictureFormat::Png;
    double scale = 1;  // Of a PNG.
    int colours = 0;   // Of a PNG: the commonest stay, and nothing else is in the file; 0: all, and its notes.
    std::string path;
};

// An atlas as pictures need it: its names, borders and the figures of the views that are asked for. Read once, and used by
// as many presses at a time as there are.
class PictureAtlas {
public:
    // The folder outlives it. Nothing, and a problem, where faces or names cannot be read.
    static std::optional<PictureAtlas> open(const AtlasFolder& folder, const std::string& faces, Problems& problems);

    // The view as the atlas writes it (fittedView of asked.h), its files brought. A press draws only such a view.
    std::optional<ViewState> prepare(const ViewState& view, Problems& wrong, Problems& problems);

    const AtlasFolder& folder() const { return *folder_; }
    const Library& library() const { return library_; }
    const Face& regular() const { return regular_; }
    const Face& semibold() const { return semibold_; }

private:
    PictureAtlas(const AtlasFolder& folder, Face regular, Face semibold)
        : folder_(&folder), regular_(std::move(regular)), semibold_(std::move(semibold)) {}

    const AtlasFolder* folder_;
    Library library_;
    Face regular_, semibold_;
};

// Reads the tiles of a sight into the store; false, and a problem, where one cannot be read.
bool bringTiles(const AtlasFolder& folder, const Sight& sight, TileStore& tiles, Problems& problems);

// Draws one picture after another; what they have in common is worked out once.
class PicturePress {
public:
    explicit PicturePress(const PictureAtlas& atlas) : atlas_(atlas) { tiles_.open(atlas.folder().head().lods); }

    // The notes of what was written; nothing, and a problem, where it could not be.
    std::optional<PictureNotes> write(const PictureOrder& order, Problems& problems);

private:
    const PictureAtlas& atlas_;
    Analysis analysis_;
    TileStore tiles_;
};

}  // namespace dex
