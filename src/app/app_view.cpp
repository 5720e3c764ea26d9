#include "app/app.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "map/pick.h"
#include "map/view_edit.h"
#include "risk/arithmetic.h"
#include "stats/class_method.h"
#include "words/write_facts.h"

namespace dex {
namespace {

std::uint32_t countIn(std::string_view text) {
    std::uint32_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

}  // namespace

void App::takeActions() {
    for (const auto& action : interface_.takeActions()) doAction(action);
}

void App::doAction(const UiAction& action) {
    dirty_ = true;
    if (run(action) == Follows::NewClasses) changeClasses();
}

App::Follows App::run(const UiAction& action) {
    const AtlasHead* head = library_.head();
    switch (action.kind) {
        case ActionKind::ChooseMeasure: chooseMeasure(view_, action.text, *head); return Follows::NewClasses;
        case ActionKind::ChooseLevel: chooseLevel(view_, action.text); return Follows::NewClasses;
        case ActionKind::ChooseMethod: chooseMethod(view_, classMethodWithId(action.text)); return Follows::NewClasses;
        case ActionKind::ChooseClassCount: chooseClassCount(view_, countIn(action.text)); return Follows::NewClasses;
        case ActionKind::ChooseArithmetic:
            chooseArithmetic(view_, arithmeticWithId(action.text));
            return Follows::NewClasses;
        case ActionKind::ChooseTwoWayNeed: return changeTwoWay(action.text, {});
        case ActionKind::ChooseTwoWayGroup: return changeTwoWay({}, action.text);
        case ActionKind::ChooseScope: chooseScope(view_, scopeCalled(action.text)); return Follows::NewClasses;
        case ActionKind::SetWeight: setWeight(view_, action.text, action.number, *head); return Follows::NewClasses;
        case ActionKind::ResetIndex: return resetIndex();
        case ActionKind::ShowChanged: return showChanged();
        case ActionKind::ChooseClass:
            toggleClass(view_, static_cast<std::uint32_t>(action.number));
            changeView();
            return Follows::Nothing;
        case ActionKind::ChoosePlace: goToPlace(action.text); return Follows::Nothing;
        case ActionKind::SelectArea:
            // By way of the view, which knows areas by code: one that does not exist comes back as none, and closes the
            // card.
            view_.selected = AreaRef::parse(action.text);
            refresh();
            select(chosen_.selected);
            return Follows::Nothing;
        case ActionKind::CloseCard:
            if (view_.selected)
                select(std::nullopt);
            else
                clearSelection();
            return Follows::Nothing;
        case ActionKind::AddToSelection:
        case ActionKind::TakeOfSelection: return changeSelection(action);
        case ActionKind::Compare: return compare(AreaRef::parse(action.text));
        case ActionKind::StopComparing: return stopComparing(AreaRef::parse(action.text));
        case ActionKind::OpenRanked:
        case ActionKind::ChooseOrder:
        case ActionKind::FindRanked:
        case ActionKind::TurnPage: return changeListing(action);
        case ActionKind::ToggleTheme: return toggleTheme();
        case ActionKind::ZoomIn: return zoom(1);
        case ActionKind::ZoomOut: return zoom(-1);
        case ActionKind::Home: camera_.home(Motion::Ease, nowMs_); return Follows::Nothing;
        case ActionKind::Pan: camera_.easePan(action.x, action.y, nowMs_); return Follows::Nothing;
        case ActionKind::ZoomToSelected: return zoomToSelected();
        case ActionKind::Retry: retry(); return Follows::Nothing;
        case ActionKind::CloseMessage: closeMessage(static_cast<std::size_t>(action.number)); return Follows::Nothing;
        case ActionKind::OpenFullMap: mail_.open(formatView(view_)); return Follows::Nothing;
        case ActionKind::OpenHelpPage: mail_.show("help"); return Follows::Nothing;
        case ActionKind::OpenReport: mail_.show("report"); return Follows::Nothing;
        case ActionKind::OpenAbout: mail_.show("about"); return Follows::Nothing;
        case ActionKind::OpenMethodPage: mail_.show("method"); return Follows::Nothing;
        case ActionKind::OpenText: mail_.show("text"); return Follows::Nothing;
        case ActionKind::OpenShare: mail_.show(action.text); return Follows::Nothing;
    }
    return Follows::Nothing;
}

App::Follows App::zoom(double steps) {
    const bool shown = showsSelected();
    const Camera::Px middle = camera_.crosshair();
    camera_.easeZoom(middle.x, middle.y, steps, nowMs_);
    if (shown) keepSelected();
    return Follows::Nothing;
}

App::Follows App::zoomToSelected() {
    open({.selected = true, .isFramed = true});
    return Follows::Nothing;
}

App::Follows App::toggleTheme() {
    const ThemeChoice now = theme();
    view_.theme = now == ThemeChoice::Light  ? ThemeChoice::Dark
                  : now == ThemeChoice::Dark ? ThemeChoice::Grey
                                             : ThemeChoice::Light;
    changeView();
    return Follows::Nothing;
}

App::Follows App::changeListing(const UiAction& action) {
    const bool turns = action.kind == ActionKind::TurnPage;
    if (!turns) listing_.page = 0;
    if (turns && action.number > 0) ++listing_.page;
    if (turns && action.number < 0 && listing_.page > 0) --listing_.page;
    if (action.kind == ActionKind::OpenRanked) {
        listing_ = {.isOpen = action.number > 0};
        sought_.district.reset();
    }
    if (action.kind == ActionKind::ChooseOrder) listing_.fromHighest = action.text == "highest";
    if (action.kind == ActionKind::FindRanked) listing_.typed = action.text;
    ++textView_.changes;
    return Follows::Nothing;
}

// Other classes: the list begins again.
void App::changeClasses() {
    listing_.page = 0;
    changeView();
}

App::Follows App::changeTwoWay(std::string_view need, std::string_view group) {
    if (chosen_.measure.kind != MeasureKind::TwoWay) return Follows::Nothing;
    chooseTwoWay(view_, chosen_.measure, need, group, *library_.head());
    return Follows::NewClasses;
}

std::vector<AreaRef> App::scopeCalled(std::string_view id) const {
    if (id == kComparedScope) return view_.compared;
    if (id == AreaRef::selection().text()) return {AreaRef::selection()};
    const auto ref = AreaRef::parse(id);
    return ref ? std::vector{*ref} : std::vector<AreaRef>{};
}

App::Follows App::resetIndex() {
    dex::resetIndex(view_);
    // Against itself nothing has moved.
    if (chosen_.measure.kind == MeasureKind::Moved) view_.show = last_.show;
    return Follows::NewClasses;
}

App::Follows App::showChanged() {
    if (chosen_.measure.kind == MeasureKind::Moved) {
        view_.show = last_.show;
    } else {
        last_.show = view_.show;
        view_.show = nameOf(*library_.head(), {.kind = MeasureKind::Moved});
    }
    view_.chosenClass.reset();
    return Follows::NewClasses;
}

App::Follows App::compare(const std::optional<AreaRef>& area) {
    if (!area) return Follows::Nothing;
    toggleCompared(view_, *area);
    open({.compared = true});
    changeView();
    return Follows::Nothing;
}

// Absent: all of them leave it.
App::Follows App::stopComparing(const std::optional<AreaRef>& area) {
    std::erase_if(view_.compared, [&](const AreaRef& one) { return !area || one == *area; });
    changeView();
    return Follows::Nothing;
}

void App::goToPlace(std::string_view place) {
    const auto& head = *library_.head();
    auto ref = AreaRef::parse(place);
    // A code may have a colon itself.
    if (!ref || !levelWithId(head, ref->level)) ref = AreaRef{head.levels[head.topLevel()].id, std::string(place)};
    choosePlace(view_, place.empty() ? std::nullopt : std::move(ref));
    framing_ = Motion::Ease;
    listing_.page = 0;
    changeView();
}

// What is selected in any way but by stepping is the middle of the next walk round neighbours.
void App::select(std::optional<LevelArea> area) {
    neighbours_.reset();
    selectOnWalk(area);
}

void App::selectOnWalk(std::optional<LevelArea> area, std::optional<Compass> towards) {
    dirty_ = true;
    if (!area || !sought_.found || sought_.found->area != *area) sought_.found.reset();
    if (!area) {
        if (!view_.selected) return;
        view_.selected.reset();
        mail_.clearSelection();
        return changeView();
    }
    const auto* names = library_.names(area->level);
    if (!names) return;  // Its name is still loading, and an area without a name is never shown.
    view_.selected = refOf(library_, *area);
    open({.selected = true});
    changeView();
    mail_.select(*view_.selected, names->names[area->area]);
    refresh();
    mail_.announce(announcement(factsNow(), towards));
}

void App::stepLevel(int by) {
    if (!library_.head()) return;
    const auto& levels = library_.head()->levels;
    const int to = static_cast<int>(chosen_.level) + by;
    if (to < 0 || to >= static_cast<int>(levels.size())) return;
    doAction({.kind = ActionKind::ChooseLevel, .text = levels[static_cast<std::size_t>(to)].id});
}

std::optional<AreaSet> App::setOf(LevelArea area) const {
    const auto* grouping = library_.grouping(area.level);
    if (!grouping) return std::nullopt;
    return AreaSet{area.level == 0 ? std::span<const std::uint32_t>{} : *grouping, area.area};
}

void App::stepNeighbour(int direction) {
    if (!chosen_.selected) return select(areaAtScreen(camera_.crosshair().x, camera_.crosshair().y));
    const LevelArea selected = *chosen_.selected;
    const auto set = setOf(selected);
    if (!set) return;
    const auto next = neighbours_.step(tiles_, tiles_.drawn(), *set, direction);
    if (!next) return;
    selectOnWalk(LevelArea{selected.level, next->area}, next->towards);
}

void App::changeView() {
    mail_.markViewNew();
    dirty_ = true;
}

std::string App::editView(std::string_view view, std::string_view edits) const {
    return formatView(editedView(parseView(view).view, edits, library_.head()));
}

bool App::act(std::string_view node, std::string_view value) {
    dirty_ = true;
    if (interface_.act(node, value)) {
        takeActions();
        return true;
    }
    // Controls of the Text view that are not on the screen now.
    Command command;
    if (!textView_.tree.commandFor(node, value, command)) return false;
    doAction(command.action);
    return true;
}

void App::reveal(std::string_view node) {
    interface_.reveal(node);
    dirty_ = true;
}

std::optional<LevelArea> App::areaAtScreen(double x, double y) const {
    if (!library_.head() || !camera_.sight().viewport.contains(x, y)) return std::nullopt;
    const auto area = areaAt(tiles_, camera_.toWorld(x, y));
    const auto* grouping = library_.grouping(chosen_.level);
    if (!area || !grouping) return std::nullopt;
    return LevelArea{chosen_.level, (*grouping)[*area]};
}

std::string App::areaNameAt(double x, double y) const {
    const auto area = areaAtScreen(x, y);
    const auto* names = area ? library_.names(area->level) : nullptr;
    return names ? names->names[area->area] : std::string();
}

ThemeChoice App::theme() const {
    if (view_.theme != ThemeChoice::Auto) return view_.theme;
    return preferences_.dark ? ThemeChoice::Dark : ThemeChoice::Light;
}

}  // namespace dex
