#include <utility>

#include "app/app.h"
#include "base/apart.h"
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
    sought_.awaited.clear();
    if (ref->kind == PlaceRef::Kind::Outward) {
        const FileIndex file = fileOfOutward(ref->outward, library_);
        if (file == kNoFile) return false;
        want(file);
        sought_.awaited = ref->outward;
        goToDistrict();
        return true;
    }
    const auto found = foundWithRef(*ref, library_);
    if (!found) return false;
    // Before goTo(): selecting keeps what was found only where it names the area that is selected.
    sought_.found = found;
    goTo(found->area);
    return true;
}

// A place of the top level is where the reader wants to be; any other area is one that the reader wants to know.
void App::goTo(LevelArea area) {
    const auto& head = *library_.head();
    const auto& names = *library_.names(area.level);
    sought_.locating.reset();
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
    open({.selected = true, .isFramed = true});
}

bool App::locate(LonLat place) {
    const WorldPoint point = toWorld(place);
    const auto about = areaAt(tiles_, point);
    const AreaNames* names = library_.head() ? library_.names(0) : nullptr;
    if (!about || !names) return false;
    sought_.locating = point;
    camera_.frame(toWorld(names->boxes[*about], kAnchorBits), Motion::Ease, nowMs_);
    dirty_ = true;
    return true;
}

void App::finishLocating() {
    if (!sought_.locating || camera_.moving() || !tiles_.complete()) return;
    const auto area = areaAt(tiles_, *sought_.locating);
    const auto point = std::exchange(sought_.locating, {});
    if (!area) return;
    sought_.found = FoundArea{{0, *area}, {}, false, point};
    goTo({0, *area});
}

// As soon as its postcodes are here: its areas are framed, outlined and listed.
DEX_APART void App::goToDistrict() {
    District district{sought_.awaited, areasOfOutward(sought_.awaited, library_), {}};
    if (district.areas.empty() || !library_.names(0)) return;
    const auto& head = *library_.head();
    sought_.awaited.clear();
    select(std::nullopt);
    view_.place.reset();
    chooseLevel(view_, head.levels[0].id);
    district.belongs.resize(head.areaCount());
    for (const AreaNumber area : district.areas) district.belongs[area] = 1;
    sought_.district = std::move(district);
    listing_ = {.isOpen = true};
    ++textView_.changes;
    interface_.showRanked();
    open({.district = true, .isFramed = true});
    changeView();
    refresh();
    mail_.announce(factsNow().headline);
}

bool App::hasDistrict() const { return sought_.district && listing_.isOpen && chosen_.level == 0 && !chosen_.place; }

DEX_APART PxPoint App::hereOnScreen() const {
    const auto at = camera_.toScreen(*sought_.found->point);
    return {at.x, at.y};
}

}  // namespace dex
