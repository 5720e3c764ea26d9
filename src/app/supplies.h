#pragma once

#include <span>
#include <vector>

#include "map/question.h"
#include "map/tile_store.h"
#include "model/library.h"
#include "text/face.h"

namespace dex {

// Copies of the tiles of one level of detail, by their number, as they arrive.
struct TilesOfLod {
    std::vector<Tile> tiles;
    std::vector<bool> areHere;
};

// What the map has by now that something to take away could be made of.
struct LoadedFiles {
    const Library& library;
    const TileStore& tiles;
    const QuestionText& answered;  // What the library's selection is the answer to,
    bool isAnswered = true;        // and whether it is all of it.
    // Null until both faces are here.
    const Face* regular = nullptr;
    const Face* semibold = nullptr;
    // Could not be loaded, and nobody has tried again since.
    bool hasHeadFailed = false, haveFacesFailed = false;
};

// What one step of a work finds here of all that it needs. Each question that is answered with no is remembered: the map then
// asks the page for the files, and a later step finds them. Everything that it refers to outlives the step.
class Supplies {
public:
    explicit Supplies(const LoadedFiles& loaded) : loaded_(loaded) {}

    const Library& library() const { return loaded_.library; }
    // Once hasFaces().
    const Face& regular() const { return *loaded_.regular; }
    const Face& semibold() const { return *loaded_.semibold; }

    bool hasHead();
    bool hasFaces();
    // Whether the library selects what a view asks for. Another question than the map's own is answered by nobody.
    bool hasAnswer(const QuestionText& question);
    // Whether all of these files are here.
    bool has(std::span<const FileIndex> files);
    // Whether all that the sight needs is in a store, into which copies of the map's own tiles are put.
    bool has(const Sight& sight, TileStore& tiles);
    // The same of all tiles of a level of detail.
    bool has(std::uint16_t lod, TilesOfLod& copies);

    // The files that were not here.
    const std::vector<FileIndex>& missing() const { return missing_; }
    // Something that was not here has failed, so that waiting for it is no use.
    bool hasFailed() const { return hasFailed_; }

private:
    void miss(FileIndex file);

    LoadedFiles loaded_;
    std::vector<FileIndex> missing_;
    bool hasFailed_ = false;
};

}  // namespace dex
