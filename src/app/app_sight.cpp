#include <algorithm>

#include "app/app.h"
#include "base/apart.h"
#include "model/selection_finding.h"
#include "ui/node_ids.h"

// Whatever way an area is opened, it lies where no panel covers it, and stays there while panels come and go.

namespace dex {
namespace {

constexpr double kRoundPx = 6;  // Room for the outline, but never more than a tenth of the part that is free.

void add(WorldBox& all, const GridBox& box) {
    const WorldBox one = toWorld(box, kAnchorBits);
    all = {std::min(all.minX, one.minX), std::min(all.minY, one.minY), std::max(all.maxX, one.maxX),
           std::max(all.maxY, one.maxY)};
}

}  // namespace

void App::open(const Opened& opened) {
    opened_ = opened;
    dirty_ = true;
}

// Empty while names are on the way.
WorldBox App::openedBox(const Opened& opened) const {
    WorldBox box;
    std::vector<LevelArea> areas;
    if (opened.compared) areas = chosen_.compared;
    if (opened.selected && chosen_.selected) areas.push_back(*chosen_.selected);
    if (opened.selected && !chosen_.selected && !library_.selection().empty()) addSelected(areas);
    if (opened.district && sought_.district) {
        for (const AreaNumber area : sought_.district->areas) areas.push_back({0, area});
    }
    for (const LevelArea& area : areas) {
        const AreaNames* names = library_.names(area.level);
        if (!names) return {};
        add(box, names->boxes[area.area]);
    }
    return box;
}

DEX_APART void App::addSelected(std::vector<LevelArea>& areas) const {
    for (const std::uint32_t area : chosenAreas(library_)) areas.push_back({0, area});
}

// What is clear, less the column of the zoom buttons.
PxRect App::freePart(const Layout& layout) const {
    PxRect part = layout.clear;
    if (const Node* keys = interface_.semantics().find(node_id::kKeys); keys && keys->rect.height > 0) {
        const double left = keys->rect.x + keys->rect.width - part.x, right = part.x + part.width - keys->rect.x;
        part.width -= std::min(left, right);
        if (left < right) part.x += left;
    }
    const double roundX = std::min(kRoundPx, part.width / 10), roundY = std::min(kRoundPx, part.height / 10);
    return {part.x + roundX, part.y + roundY, part.width - 2 * roundX, part.height - 2 * roundY};
}

DEX_APART void App::showOpened(const Layout& layout) {
    if (gestures_.dragging()) opened_ = {};
    const WorldBox box = openedBox(opened_);
    // Before the first frame no panel stands anywhere.
    if (framing_ || box.empty() || layout.clear.width < 1 || layout.clear.height < 1) return;
    const PxRect part = freePart(layout);
    if (opened_.isFramed) camera_.frame(box, opened_.motion, nowMs_);
    if (opened_.camera) {
        // How far out and to the side a map may go depends on its panels.
        camera_.jumpTo(toWorld(opened_.camera->centre), opened_.camera->zoom);
        // A link from far within an area brings that picture back.
        if (camera_.isWithin(box, part)) return;
    }
    camera_.show(box, part, opened_.motion, nowMs_);
}

// Card, comparison and sheet come with what is opened: it is shown until they stand.
DEX_APART void App::finishShowing(const Layout& layout) {
    const bool stands = interface_.layout() == layout && !interface_.needsFrame();
    if (!stands) dirty_ = true;
    // An area that the atlas does not have is waited for in vain, and costs nothing.
    if (stands && !framing_ && !openedBox(opened_).empty()) opened_ = {};
}

// Panels and canvas change: what could be seen can be seen afterwards. What a reader has moved out of sight stays there,
// and a sheet that goes all the way up, to be read, moves nothing.
DEX_APART void App::keepInSight(const Layout& layout) {
    if (opened_.any() || layout.sheet.height > layout.canvas.height / 2) return;
    const PxRect part = camera_.clear();
    const Opened all = {.selected = chosen_.selected.has_value() || !library_.selection().empty(),
                        .compared = !chosen_.compared.empty(),
                        .district = hasDistrict()};
    for (const Opened& one :
         {all, Opened{.selected = all.selected}, Opened{.compared = all.compared}, Opened{.district = all.district}}) {
        const WorldBox box = openedBox(one);
        if (box.empty() || !camera_.shows(box, part)) continue;
        opened_ = one;
        return;
    }
}

std::string App::whereItStands() const {
    ViewState only;
    only.camera = view_.camera;
    return formatView(only);
}

DEX_APART void App::rememberSize(const CanvasSize& next) {
    if (last_.canvas && last_.canvas->size == next && last_.canvas->view == whereItStands())
        last_.canvas->returns = true;
    else
        last_.canvas = Before{size_, camera_, whereItStands()};
}

DEX_APART void App::comeBack(const Layout& layout) {
    const Camera& camera = last_.canvas->camera;
    if (gestures_.dragging()) last_.canvas.reset();
    if (!last_.canvas || layout.map != camera.sight().viewport || layout.clear != camera.clear()) return;
    camera_ = camera;
    framing_.reset();
    opened_ = {};
    last_.canvas.reset();
}

DEX_APART bool App::showsSelected() const {
    const WorldBox box = openedBox({.selected = true});
    return !box.empty() && camera_.shows(box, freePart(interface_.layout()));
}

// Keys and buttons zoom about the middle of the map: what was in sight and still fits is so afterwards.
DEX_APART void App::keepSelected() {
    const Opened selected{.selected = true};
    if (camera_.fits(openedBox(selected), freePart(interface_.layout()))) open(selected);
}

}  // namespace dex
