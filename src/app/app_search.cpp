#include "app/app.h"
#include "map/pick.h"
#include "map/view_edit.h"

namespace dex {

std::string App::find(std::string_view typed) {
    SearchAnswer answer;
    answer.isBusy = !library_.head();
    if (library_.head() && isUtf8(typed)) {
        for (const FileIndex file : filesForSearch(*library_.head())) want(file);
        answer = search(typed, library_, Language::English);
        if (answer.wanted != kNoFile) want(answer.wanted);
    }
    return searchJson(answer);
}

bool App::choose(std::string_view text) {
    const auto ref = library_.head() ? PlaceRef::parse(text) : std::nullopt;
    if (!ref) return false;
    if (ref->kind == PlaceRef::Kind::Outward) {
        const GridBox box = outwardBox(ref->outward, library_);
        if (box.empty()) return false;
        select(std::nullopt);
        view_.place.reset();
        camera_.frame(toWorld(box, kAnchorBits), Motion::Ease, nowMs_);
        changeView();
        return true;
    }
    const auto found = foundWithRef(*ref, library_);
    if (!found) return false;
    // Before goTo(): selecting keeps what was found only where it names the area that is selected.
    found_ = found;
    goTo(found->area);
    return true;
}

// A place of the top level is where the reader wants to be; any other area is one that the reader wants to know.
void App::goTo(LevelArea area) {
    const auto& head = *library_.head();
    const auto& names = *library_.names(area.level);
    locating_.reset();
    if (area.level == head.topLevel() && area.level > 0) {
        select(std::nullopt);
        goToPlace(names.codes[area.area]);
        refresh();
        mail_.announce(factsNow().headline);
        return;
    }
    chooseLevel(view_, head.levels[area.level].id);
    const auto& place = chosen_.place;
    // A place that does not hold the area would fade just what was looked for.
    const bool areBordersHere = place && library_.grouping(area.level) && library_.grouping(place->level);
    if (areBordersHere && areaAround(library_, area, place->level) != place->area) view_.place.reset();
    select(area);
    camera_.frame(toWorld(names.boxes[area.area], kAnchorBits), Motion::Ease, nowMs_);
}

bool App::locate(LonLat place) {
    const WorldPoint point = toWorld(place);
    const auto about = areaAt(tiles_, point);
    const AreaNames* names = library_.head() ? library_.names(0) : nullptr;
    if (!about || !names) return false;
    locating_ = point;
    camera_.frame(toWorld(names->boxes[*about], kAnchorBits), Motion::Ease, nowMs_);
    dirty_ = true;
    return true;
}

void App::finishLocating() {
    if (!locating_ || camera_.moving() || !tiles_.complete()) return;
    const auto area = areaAt(tiles_, *locating_);
    locating_.reset();
    if (!area) return;
    found_ = FoundArea{{0, *area}, {}, false};
    goTo({0, *area});
}

}  // namespace dex
