#include "app/app.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "map/pick.h"
#include "words/write_facts.h"

namespace dex {
namespace {

std::optional<Arithmetic> arithmeticNamed(std::string_view id) {
    if (id == "rank") return Arithmetic::Rank;
    if (id == "minmax") return Arithmetic::MinMax;
    if (id == "winsorised") return Arithmetic::Winsorised;
    if (id == "iod") return Arithmetic::Iod;
    return std::nullopt;
}

// "level:code"
std::optional<AreaRef> refIn(std::string_view id) {
    const auto colon = id.find(':');
    if (colon == id.npos) return std::nullopt;
    return AreaRef{std::string(id.substr(0, colon)), std::string(id.substr(colon + 1))};
}

std::optional<ClassMethod> methodNamed(std::string_view id) {
    if (id == "quantile") return ClassMethod::Quantile;
    if (id == "equal") return ClassMethod::EqualSteps;
    if (id == "natural") return ClassMethod::NaturalBreaks;
    return std::nullopt;
}

}  // namespace

App::App() = default;
App::~App() = default;

void App::resize(double cssWidth, double cssHeight, double devicePixelRatio, double textScale) {
    cssWidth_ = cssWidth;
    cssHeight_ = cssHeight;
    devicePixelRatio_ = devicePixelRatio;
    textScale_ = textScale;
    interface_.resize(cssWidth, cssHeight, devicePixelRatio, textScale);
    if (renderer_) renderer_->setTextScale(textScale);
    dirty_ = true;
}

void App::setDevice(Device* device) {
    panels_.reset();
    renderer_.reset();
    device_ = device;
    uploadedGroupings_ = 0;
    uploadedClasses_ = 0;
    painted_ = nullptr;
    paintedGlyphs_ = 0;
    dirty_ = true;
    if (!device) return;
    renderer_ = std::make_unique<Renderer>(*device);
    panels_ = std::make_unique<PanelPainter>(*device);
    renderer_->setTextScale(textScale_);
    if (regular_ && semibold_) renderer_->setFaces(&*regular_, &*semibold_);
}

std::string App::replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader) {
    dirty_ = true;
    return renderer_ ? renderer_->replaceShader(name, vertexShader, fragmentShader) : std::string();
}

void App::setOwnPage(bool own) {
    gestures_.setOwnPage(own);
    dirty_ = true;
}

void App::setPreferences(bool reducedMotion, bool dark, bool moreContrast) {
    reducedMotion_ = reducedMotion;
    dark_ = dark;
    moreContrast_ = moreContrast;
    camera_.setReducedMotion(reducedMotion);
    dirty_ = true;
}

// A pointer belongs to whom it went down on until it goes up; without a button it belongs to what lies under it.
void App::pointer(const PointerInput& input) {
    dirty_ = true;
    const auto held = std::find(mapPointers_.begin(), mapPointers_.end(), input.id);
    const bool isOfMap = held != mapPointers_.end();
    const bool ends = input.phase == PointerPhase::Up || input.phase == PointerPhase::Cancel;
    const bool toPanels = !isOfMap && (panelHasPointer_ || interface_.wantsPointer(input.x, input.y));

    if (toPanels) {
        if (input.phase == PointerPhase::Down) panelHasPointer_ = true;
        if (ends) panelHasPointer_ = false;
        interface_.pointer(input.phase, input.kind, input.x, input.y);
        hovering_ = false;
        return;
    }
    if (input.phase == PointerPhase::Down) {
        // A press on the map closes what is open over it, as a press anywhere else does.
        interface_.pointer(PointerPhase::Leave, input.kind, input.x, input.y);
        if (!isOfMap) mapPointers_.push_back(input.id);
    } else if (isOfMap && ends) {
        mapPointers_.erase(held);
    } else if (!isOfMap) {
        interface_.pointer(input.phase, input.kind, input.x, input.y);
    }
    gestures_.pointer(input, nowMs_);
    takeIntents();
}

void App::wheel(double x, double y, double deltaPx, std::uint32_t modifiers) {
    dirty_ = true;
    const bool ofPage = !inUse() && (modifiers & (kCtrl | kMeta)) == 0;
    if (interface_.wantsWheel(x, y) && !ofPage) {
        interface_.wheel(x, y, deltaPx);
    } else {
        gestures_.wheel(x, y, deltaPx, modifiers, nowMs_);
    }
}

void App::key(std::string_view key, std::uint32_t modifiers) {
    dirty_ = true;
    if (interface_.key(key)) return;
    if (key == "t" || key == "T") return doAction({ActionKind::OpenText, {}, 0, 0, 0});
    gestures_.key(key, modifiers, nowMs_);
    takeIntents();
}

void App::focus(bool has) {
    focused_ = has;
    gestures_.focus(has);
    if (!has) gestures_.endUse();
    dirty_ = true;
}

void App::takeIntents() {
    for (const auto& intent : gestures_.takeIntents()) {
        switch (intent.kind) {
            case IntentKind::Tap: select(areaAtScreen(intent.x, intent.y)); break;
            case IntentKind::Hover:
                hoverX_ = intent.x;
                hoverY_ = intent.y;
                hovering_ = true;
                break;
            case IntentKind::Leave: hovering_ = false; break;
            case IntentKind::SelectAtCrosshair:
                select(areaAtScreen(camera_.crosshair().x, camera_.crosshair().y));
                break;
            case IntentKind::NextArea: stepNeighbour(1); break;
            case IntentKind::PreviousArea: stepNeighbour(-1); break;
            case IntentKind::LargerLevel: stepLevel(1); break;
            case IntentKind::SmallerLevel: stepLevel(-1); break;
            case IntentKind::Home: camera_.home(Motion::Ease, nowMs_); break;
            case IntentKind::Help: interface_.key("?"); break;
            case IntentKind::Escape:
                if (view_.selected) {
                    select(std::nullopt);
                } else {
                    gestures_.endUse();
                }
                break;
        }
    }
}

void App::takeActions() {
    for (const auto& action : interface_.takeActions()) doAction(action);
}

void App::doAction(const UiAction& action) {
    dirty_ = true;
    const double middleX = camera_.crosshair().x, middleY = camera_.crosshair().y;
    switch (action.kind) {
        case ActionKind::ChooseMeasure:
            // What the atlas opens with is not written.
            view_.show =
                action.text == nameOf(*library_.head(), defaultMeasure(*library_.head())) ? std::string() : action.text;
            break;
        case ActionKind::ChoosePlace: return choosePlace(action.text);
        case ActionKind::ChooseLevel:
            view_.level = action.text;
            view_.selected.reset();
            break;
        case ActionKind::ChooseMethod: view_.method = methodNamed(action.text); break;
        case ActionKind::ChooseClassCount: view_.classCount = static_cast<std::uint32_t>(action.number); break;
        case ActionKind::ChooseClass: {
            const auto chosen = static_cast<std::uint32_t>(action.number);
            if (view_.chosenClass == chosen) {
                view_.chosenClass.reset();
            } else {
                view_.chosenClass = chosen;
            }
            return changeView(true);
        }
        case ActionKind::CloseCard: return select(std::nullopt);
        case ActionKind::ZoomIn: return camera_.easeZoom(middleX, middleY, 1, nowMs_);
        case ActionKind::ZoomOut: return camera_.easeZoom(middleX, middleY, -1, nowMs_);
        case ActionKind::Home: return camera_.home(Motion::Ease, nowMs_);
        case ActionKind::Pan: return camera_.easePan(action.x, action.y, nowMs_);
        case ActionKind::ZoomToSelected:
            if (const auto& area = chosen_.selected; area && library_.names(area->level)) {
                const auto& names = *library_.names(area->level);
                camera_.frame(toWorld(names.boxes[area->area], kAnchorBits), Motion::Ease, nowMs_);
            }
            return;
        case ActionKind::Retry: return retry();
        case ActionKind::ToggleTheme: {
            const ThemeChoice now = theme();
            view_.theme = now == ThemeChoice::Light  ? ThemeChoice::Dark
                          : now == ThemeChoice::Dark ? ThemeChoice::Grey
                                                     : ThemeChoice::Light;
            return changeView(true);
        }
        case ActionKind::ChooseTwoWayNeed: return chooseTwoWay(action.text, {});
        case ActionKind::ChooseTwoWayGroup: return chooseTwoWay({}, action.text);
        case ActionKind::ChooseArithmetic: view_.arithmetic = arithmeticNamed(action.text); break;
        case ActionKind::ChooseScope: return chooseScope(action.text);
        case ActionKind::SetWeight: return setWeight(action.text, action.number);
        case ActionKind::ResetIndex: return resetIndex();
        case ActionKind::ShowChanged: return showChanged();
        case ActionKind::Compare:
            if (const auto ref = refIn(action.text)) compare(*ref);
            return;
        case ActionKind::StopComparing: return stopComparing(action.text);
        case ActionKind::SelectArea:
            view_.selected = refIn(action.text);
            refresh();
            return select(chosen_.selected);
        case ActionKind::OpenRanked:
        case ActionKind::ChooseOrder:
        case ActionKind::FindRanked:
        case ActionKind::TurnPage: return changeListing(action);
        case ActionKind::OpenHelpPage: outbox_.put({EventKind::Show, 0, "help", 0}); return;
        case ActionKind::OpenReportPage: outbox_.put({EventKind::Show, 0, "report", 0}); return;
        case ActionKind::OpenFullMap: outbox_.put({EventKind::Open, 0, formatView(view_), 0}); return;
        case ActionKind::OpenText: outbox_.put({EventKind::Show, 0, "text", 0}); return;
        case ActionKind::OpenShare: outbox_.put({EventKind::Show, 0, "share", 0}); return;
    }
    changeClasses();
}

void App::changeListing(const UiAction& action) {
    const bool turns = action.kind == ActionKind::TurnPage;
    if (!turns) listing_.page = 0;
    if (turns && action.number > 0) ++listing_.page;
    if (turns && action.number < 0 && listing_.page > 0) --listing_.page;
    if (action.kind == ActionKind::OpenRanked) listing_ = {action.number > 0, true, 0, {}};
    if (action.kind == ActionKind::ChooseOrder) listing_.fromHighest = action.text == "highest";
    if (action.kind == ActionKind::FindRanked) listing_.typed = action.text;
    ++textChanges_;
}

// Other classes: the one that was singled out is no longer there, and the list begins again.
void App::changeClasses() {
    view_.chosenClass.reset();
    listing_.page = 0;
    changeView(true);
}

// The other side of need × group stays.
void App::chooseTwoWay(std::string_view need, std::string_view group) {
    const auto& head = *library_.head();
    Measure measure = chosen_.measure;
    if (measure.kind != MeasureKind::TwoWay) return;
    if (!need.empty()) measure.index = needWithId(head, need).value_or(measure.index);
    if (!group.empty()) measure.other = indicatorWithId(head, group).value_or(measure.other);
    view_.show = nameOf(head, measure);
    changeClasses();
}

void App::chooseScope(std::string_view id) {
    view_.scope.clear();
    if (id == kComparedScope)
        view_.scope = view_.compared;
    else if (const auto ref = refIn(id))
        view_.scope.push_back(*ref);
    changeClasses();
}

// Only what differs from the recipe is part of the view.
void App::setWeight(std::string_view id, double weight) {
    const auto& head = *library_.head();
    if (!head.index) return;
    const double whole = std::floor(std::clamp(weight, 0.0, static_cast<double>(kMaxWeight)) + 0.5);
    const WeightChoice choice{std::string(id), static_cast<std::uint8_t>(whole)};
    std::erase_if(view_.weights, [&](const WeightChoice& one) { return one.id == id; });
    for (const Need& need : head.index->needs) {
        if (need.id == id && need.weight != choice.weight) view_.weights.push_back(choice);
        for (const NeedIndicator& one : need.indicators) {
            if (head.indicators[one.indicator].id == id && one.weight != choice.weight) view_.weights.push_back(choice);
        }
    }
    changeClasses();
}

void App::resetIndex() {
    view_.weights.clear();
    view_.arithmetic.reset();
    view_.scope.clear();
    if (chosen_.measure.kind == MeasureKind::Moved) view_.show = showBeforeChanged_;
    changeClasses();
}

void App::showChanged() {
    if (chosen_.measure.kind == MeasureKind::Moved) {
        view_.show = showBeforeChanged_;
    } else {
        showBeforeChanged_ = view_.show;
        view_.show = nameOf(*library_.head(), {MeasureKind::Moved, 0, 0});
    }
    changeClasses();
}

// Again: it leaves the comparison.
void App::compare(const AreaRef& area) {
    const auto found = std::find(view_.compared.begin(), view_.compared.end(), area);
    if (found != view_.compared.end())
        view_.compared.erase(found);
    else if (view_.compared.size() < kMaxCompared)
        view_.compared.push_back(area);
    changeView(true);
}

void App::stopComparing(std::string_view id) {
    const auto area = refIn(id);
    std::erase_if(view_.compared, [&](const AreaRef& one) { return !area || one == *area; });
    changeView(true);
}

void App::choosePlace(std::string_view code) {
    const auto& head = *library_.head();
    if (code.empty()) {
        view_.place.reset();
    } else {
        view_.place = AreaRef{head.levels[head.topLevel()].id, std::string(code)};
    }
    view_.camera.reset();
    framePlace_ = true;
    frameMotion_ = Motion::Ease;
    listing_.page = 0;
    changeView(true);
}

// What is selected in any way but by stepping is the middle of the next walk round neighbours.
void App::select(std::optional<LevelArea> area) {
    neighbours_.reset();
    selectOnWalk(area);
}

void App::selectOnWalk(std::optional<LevelArea> area, std::optional<Compass> towards) {
    dirty_ = true;
    if (!area || !found_ || found_->area != *area) found_.reset();
    if (!area) {
        if (!view_.selected) return;
        view_.selected.reset();
        outbox_.put({EventKind::Select, 0, {}, 0});
        return changeView(true);
    }
    const auto* names = library_.names(area->level);
    if (!names) return;  // Its name is on the way, and an area without a name is never shown.
    const auto& head = *library_.head();
    view_.selected = AreaRef{head.levels[area->level].id, names->codes[area->area]};
    changeView(true);
    outbox_.put({EventKind::Select, 0,
                 head.levels[area->level].id + '\t' + names->codes[area->area] + '\t' + names->names[area->area], 0});
    refresh();
    outbox_.put({EventKind::Announce, 0, announcement(factsNow(), towards), 0});
}

void App::stepLevel(int by) {
    if (!library_.head()) return;
    const auto& levels = library_.head()->levels;
    const int to = static_cast<int>(chosen_.level) + by;
    if (to < 0 || to >= static_cast<int>(levels.size())) return;
    doAction({ActionKind::ChooseLevel, levels[static_cast<std::size_t>(to)].id, 0, 0, 0});
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
    if (const auto* names = library_.names(selected.level)) {
        camera_.reveal(toWorld(names->boxes[next->area], kAnchorBits), Motion::Ease, nowMs_);
    }
}

void App::changeView(bool isNew) {
    viewIsNew_ = viewIsNew_ || isNew;
    dirty_ = true;
}

Status App::setView(std::string_view text) {
    auto parsed = parseView(text);
    // Who changes the theme alone must not be moved by it.
    const bool staysFramed = !parsed.view.camera && !view_.camera && parsed.view.place == view_.place;
    view_ = std::move(parsed.view);
    linkSpec_ = std::exchange(view_.spec, {});
    neighbours_.reset();
    if (!staysFramed) {
        framePlace_ = true;
        frameMotion_ = Motion::Jump;
    }
    sentView_ = formatView(view_);
    dirty_ = true;
    if (parsed.refused.empty()) return Status::Ok;
    reportError(Status::BadView, {});
    return Status::BadView;
}

bool App::act(std::string_view node, std::string_view value) {
    dirty_ = true;
    if (interface_.act(node, value)) {
        takeActions();
        return true;
    }
    // Controls of the Text view that are not on the screen now.
    Command command;
    if (!text_.commandFor(node, value, command)) return false;
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

double App::counter(std::uint32_t which) const {
    if (which == 5) return tiles_.tileCount();
    if (which == 0) return static_cast<double>(frames_);
    if (!renderer_) return 0;
    const auto& counters = renderer_->counters();
    switch (which) {
        case 1: return static_cast<double>(counters.mapPictures);
        case 2: return counters.drawCalls;
        case 3: return counters.mapTriangles;
        case 4: return static_cast<double>(tiles_.bytes());
        default: return 0;
    }
}

}  // namespace dex
