#include "model/answer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "find/within.h"
#include "map/tile_store.h"
#include "model/area_list.h"
#include "model/wanted.h"

namespace dex {
namespace {

// Of a circle or a drawn shape; nothing of an area.
std::optional<AskedShape> shapeOf(const QuestionPart& part) {
    if (const auto* circle = std::get_if<Circle>(&part.what)) return *circle;
    const auto* corners = std::get_if<GroundRing>(&part.what);
    if (!corners) return std::nullopt;
    auto polygon = Polygon::of({corners, 1});
    // One that bounds nothing was refused when it was read.
    return polygon.ok() ? std::optional<AskedShape>(std::move(polygon).value()) : std::nullopt;
}

std::optional<LevelArea> areaCalled(const AreaRef& ref, const AreaList& list, const Library& library) {
    if (auto area = areaWithRef(ref, library)) return area;
    const std::vector<LevelArea> called = list.called(ref.code);
    return called.size() == 1 ? std::optional(called[0]) : std::nullopt;
}

AreaMarks marksOf(LevelArea area, const Library& library) {
    const std::vector<std::uint32_t>& grouping = *library.grouping(area.level);
    AreaMarks marks(grouping.size());
    for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = grouping[i] == area.area ? kListed : AreaMark{0};
    return marks;
}

// `marksIn` gives the marks of a circle or a drawn shape.
template <typename MarksIn>
Answer answerBy(const Question& question, const Library& library, MarksIn marksIn) {
    Answer answer{AreaMarks(library.head()->areaCount()), {}};
    std::optional<AreaList> list;
    // First all that is added, in whatever order it stands.
    for (const bool isTakenAway : {false, true}) {
        for (const QuestionPart& part : question) {
            if (part.isTakenAway != isTakenAway) continue;
            std::optional<AreaMarks> marks;
            if (const auto shape = shapeOf(part)) {
                marks = marksIn(*shape);
            } else if (const auto* ref = std::get_if<AreaRef>(&part.what)) {
                if (!list) list.emplace(library);
                const auto area = areaCalled(*ref, *list, library);
                if (area)
                    marks = marksOf(*area, library);
                else
                    answer.unknown.push_back(ref->text());
            }
            if (!marks) continue;
            if (isTakenAway)
                takeAway(answer.marks, *marks);
            else
                add(answer.marks, *marks);
        }
    }
    return answer;
}

bool namesAreas(const Question& question) {
    return std::any_of(question.begin(), question.end(),
                       [](const QuestionPart& part) { return std::holds_alternative<AreaRef>(part.what); });
}

}  // namespace

std::vector<FileIndex> filesOfAnswer(const Question& question, const AtlasHead& head) {
    std::vector<FileIndex> files;
    if (namesAreas(question)) files = filesOfScopes(head);
    if (head.points != kNoFile) files.push_back(head.points);
    return files;
}

std::vector<std::uint16_t> tilesOfAnswer(const Question& question, const AtlasHead& head) {
    const Lod& finest = head.lods.back();
    std::vector<std::uint16_t> tiles;
    for (const QuestionPart& part : question) {
        const auto shape = shapeOf(part);
        if (!shape) continue;
        const WorldBox box = worldBoxOf(*shape);
        for (std::size_t i = 0; i < finest.tiles.size(); ++i) {
            const auto tile = static_cast<std::uint16_t>(i);
            if (touches(worldBox(finest, finest.tiles[i]), box) &&
                std::find(tiles.begin(), tiles.end(), tile) == tiles.end())
                tiles.push_back(tile);
        }
    }
    return tiles;
}

Answer answer(const Question& question, const Library& library, std::span<GroundTile* const> tiles) {
    return answerBy(question, library,
                    [&](const AskedShape& shape) { return within(shape, library.points()->all, tiles); });
}

Answer answerByPoints(const Question& question, const Library& library) {
    return answerBy(question, library, [&](const AskedShape& shape) {
        AreaMarks marks = chosenByPoint(shape, library.points()->all);
        for (AreaMark& mark : marks) mark = (mark & kChosen) != 0 ? kListed : AreaMark{0};
        return marks;
    });
}

}  // namespace dex
