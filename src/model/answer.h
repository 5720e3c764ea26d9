#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "find/area_marks.h"
#include "find/ground_tile.h"
#include "map/question.h"
#include "model/library.h"

namespace dex {

// Which small areas a question about a place selects (docs/method.md, "Questions about a place").

// The files that have to be here for any answer: where small areas are, and what areas are called.
std::vector<FileIndex> filesOfAnswer(const Question& question, const AtlasHead& head);

// The tiles of the finest level of detail into which its circles and shapes reach, by number: with them the answer is exact.
std::vector<std::uint16_t> tilesOfAnswer(const Question& question, const AtlasHead& head);

struct Answer {
    AreaMarks marks;
    // What it calls areas by that no area is called, or several are.
    std::vector<std::string> unknown;
};
// All of those tiles are here.
Answer answer(const Question& question, const Library& library, std::span<GroundTile* const> tiles);
// Until they are: by the points of the small areas alone, so that nobody knows which of them lie inside and which reach
// beyond. All that are chosen count as inside.
Answer answerByPoints(const Question& question, const Library& library);

}  // namespace dex
