#include "app/app.h"

#include <algorithm>

#include "words/write_facts.h"

namespace dex {
namespace {

// Trials with other weights in one frame: some 8 ms.
constexpr std::uint32_t kTrialsAFrame = 6;

// So long a hand that still holds the map, or turns a wheel, may pause before the map counts as resting.
constexpr double kRestMs = 120;

// How often the card says how far they are.
constexpr std::uint32_t kTrialSteps = 10;

}  // namespace

void App::resize(const CanvasSize& size) {
    if (hasOpened()) rememberSize(size);
    size_ = size;
    interface_.resize(size.width, size.height, size.devicePixelRatio, size.textScale);
    dirty_ = true;
}

bool App::setDevice(Device* device) {
    dirty_ = true;
    return painter_.setDevice(device);
}

std::string App::replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader) {
    dirty_ = true;
    return painter_.replaceShader(name, vertexShader, fragmentShader);
}

void App::setOwnPage(bool own) {
    gestures_.setOwnPage(own);
    dirty_ = true;
}

void App::setControls(std::uint32_t shown) {
    interface_.setControls(shown);
    controls_ = shown;
    dirty_ = true;
}

void App::setPreferences(const Preferences& preferences) {
    preferences_ = preferences;
    camera_.setReducedMotion(preferences.reducedMotion);
    dirty_ = true;
}

// A pointer is captured by whatever it went down on until it goes up; without a button it goes to what lies under it.
void App::pointer(const PointerInput& input) {
    dirty_ = true;
    const auto held = std::find(hands_.onMap.begin(), hands_.onMap.end(), input.id);
    const bool isOfMap = held != hands_.onMap.end();
    const bool ends = input.phase == PointerPhase::Up || input.phase == PointerPhase::Cancel;
    const bool toPanels = !isOfMap && (hands_.isOnPanels || interface_.wantsPointer(input.x, input.y));

    if (toPanels) {
        if (input.phase == PointerPhase::Down) hands_.isOnPanels = true;
        if (ends) hands_.isOnPanels = false;
        interface_.pointer(input.phase, input.kind, input.x, input.y);
        hands_.isHovering = false;
        if (input.phase != PointerPhase::Leave) gestures_.usePointer();
        return;
    }
    if (input.phase == PointerPhase::Down) {
        // A press on the map closes what is open over it, as a press anywhere else does.
        interface_.pointer(PointerPhase::Leave, input.kind, input.x, input.y);
        if (!isOfMap) hands_.onMap.push_back(input.id);
    } else if (isOfMap && ends) {
        hands_.onMap.erase(held);
    } else if (!isOfMap) {
        interface_.pointer(input.phase, input.kind, input.x, input.y);
    }
    gestures_.pointer(input, nowMs_);
    // A hand that lets go leaves it at rest at once.
    if (gestures_.dragging())
        hands_.movedMs = nowMs_;
    else if (ends)
        hands_.movedMs = kNever;
    takeIntents();
}

void App::wheel(double x, double y, double deltaPx, std::uint32_t modifiers) {
    dirty_ = true;
    // On somebody's page the wheel scrolls that page also over our panels, until the map is in use.
    const bool ofPage = !inUse() && (modifiers & (kCtrl | kMeta)) == 0;
    if (interface_.wantsWheel(x, y) && !ofPage) {
        interface_.wheel(x, y, deltaPx);
    } else {
        if (gestures_.wheel(x, y, deltaPx, modifiers, nowMs_)) hands_.movedMs = nowMs_;
        opened_.camera.reset();
    }
}

void App::key(std::string_view key, std::uint32_t modifiers) {
    dirty_ = true;
    if (interface_.key(key)) return;
    if (key == "t" || key == "T") return mail_.show("text");
    const bool shown = showsSelected();
    const double scale = camera_.goalScale();
    gestures_.key(key, modifiers, nowMs_);
    opened_.camera.reset();
    if (shown && camera_.goalScale() != scale) keepSelected();
    takeIntents();
}

void App::focus(bool has) {
    hands_.isFocused = has;
    gestures_.focus(has);
    dirty_ = true;
}

void App::takeIntents() {
    for (const auto& intent : gestures_.takeIntents()) {
        switch (intent.kind) {
            case IntentKind::Tap: select(areaAtScreen(intent.x, intent.y)); break;
            case IntentKind::Hover:
                hands_.hoverX = intent.x;
                hands_.hoverY = intent.y;
                hands_.isHovering = true;
                break;
            case IntentKind::Leave: hands_.isHovering = false; break;
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
                } else if (!view_.asked.empty()) {
                    clearSelection();
                } else {
                    gestures_.endUse();
                }
                break;
        }
    }
}

bool App::frame(double nowMs) {
    nowMs_ = nowMs;
    const bool moved = camera_.moving();
    camera_.advance(nowMs);
    if (camera_.moving())
        hands_.movedMs = nowMs;
    else if (moved)
        hands_.movedMs = kNever;
    const PageHint hint = gestures_.hint(nowMs);
    const bool needsFiner = painter_.needsFrame() && !isMoving();
    const bool isStill = !dirty_ && !moved && !needsFiner && !interface_.needsFrame() && hint == last_.hint;
    if (isStill && !isTryingWeights_) return painter_.needsFrame();
    // Between two things to say of them, the trials go on under the picture that stands.
    if (isStill && !tryOtherWeights()) return true;
    dirty_ = false;
    last_.hint = hint;

    refresh();
    const Layout layout = interface_.layout();
    fitUnderPanels(layout);
    if (library_.head()) {
        frameRequestedPlace();
        if (opened_.any()) showOpened(layout);
        tiles_.look(camera_.sight());
        wantFiles();
        finishLocating();
        if (!sought_.awaited.empty()) goToDistrict();
    }
    point();
    if (!isStill) tryOtherWeights();

    FindingsInput input = findingsInput();
    input.pointed = hands_.pointed;
    input.hint = hint;
    interface_.draw(writeFacts(findingsOf(input)), uiState());
    takeActions();
    // Panels with other words have other sizes: the map and its labels make room in one more frame.
    if (interface_.layout() != layout) dirty_ = true;
    if (opened_.any()) finishShowing(layout);

    // Before there is something of the map to show nobody sees the canvas.
    if (mail_.hasFirstPicture() || (showsAreas() && !tiles_.drawn().empty())) painter_.draw(picture(layout));
    report();
    return dirty_ || camera_.moving() || isTryingWeights_ || interface_.needsFrame() || hint != PageHint::None ||
           painter_.needsFrame();
}

void App::refresh() {
    if (!library_.head()) return;
    fitLink();
    if (asked_.question != view_.asked || !asked_.isFinal) answerQuestion();
    chosen_ = resolve(view_, library_);
    if (analysis_.update(chosen_, library_)) dirty_ = true;
}

// While the atlas loads, panels come up by themselves, and banner and messages are as wide as the map: what is framed is
// framed again. Other panels come up under a reader's hand, and the map stays.
void App::fitUnderPanels(const Layout& layout) {
    const PxRect before = camera_.clear();
    const bool isOther = layout.clear != before || layout.map != camera_.sight().viewport;
    if (isOther && hasOpened()) keepInSight(layout);
    camera_.setViewport(layout.map, layout.clear, size_.devicePixelRatio);
    if (last_.canvas && last_.canvas->returns) comeBack(layout);
    if (layout.clear != before && (!mail_.wasDetailed() || layout.clear.y != before.y)) camera_.refit();
}

// A slice of the trials behind the selected area's steadiness; a change of the scores begins them again. False where
// there are more, and nothing new to say of them.
bool App::tryOtherWeights() {
    isTryingWeights_ = false;
    if (!chosen_.selected || camera_.moving() || analysis_.shown() != chosen_) return true;
    LevelScores* scores = analysis_.scoresAt(chosen_.selected->level, library_);
    if (!scores) return true;
    const auto steps = [&] {
        const Stability* trials = scores->stability();
        return trials ? trials->done() * kTrialSteps / trials->draws() : 0;
    };
    const std::uint32_t before = steps();
    isTryingWeights_ = scores->stepStability(kTrialsAFrame);
    const bool isNews = steps() != before;
    if (isNews) ++textView_.changes;
    return !isTryingWeights_ || isNews;
}

void App::frameRequestedPlace() {
    if (!framing_) return;
    if (framing_ == Motion::Jump) painter_.jump();
    if (view_.camera) {
        camera_.jumpTo(toWorld(view_.camera->centre), view_.camera->zoom);
    } else if (!view_.place) {
        camera_.home(*framing_, nowMs_);
    } else if (chosen_.place) {
        camera_.frame(placeBox(), *framing_, nowMs_);
    } else {
        return;  // Its names are still loading, or the atlas has no such place.
    }
    framing_.reset();
}

// What is framed where the view says no more than the place.
WorldBox App::placeBox() const {
    const auto& place = chosen_.place;
    return place ? toWorld(library_.names(place->level)->boxes[place->area], kAnchorBits) : camera_.homeBox();
}

void App::point() {
    hands_.pointed.reset();
    if (gestures_.dragging() || !library_.head()) return;
    if (usesKeyboard()) {
        hands_.pointed = areaAtScreen(camera_.crosshair().x, camera_.crosshair().y);
    } else if (hands_.isHovering) {
        hands_.pointed = areaAtScreen(hands_.hoverX, hands_.hoverY);
    }
}

UiState App::uiState() const {
    UiState state;
    state.nowMs = nowMs_;
    state.theme = theme();
    state.moreContrast = preferences_.moreContrast;
    state.reducedMotion = preferences_.reducedMotion;
    state.mapFocused = usesKeyboard();
    if (sought_.found && sought_.found->point) state.here = hereOnScreen();
    state.pointerX = usesKeyboard() ? camera_.crosshair().x : hands_.hoverX;
    state.pointerY = usesKeyboard() ? camera_.crosshair().y : hands_.hoverY;
    return state;
}

Picture App::picture(const Layout& layout) const {
    return {.library = library_,
            .analysis = analysis_,
            .chosen = chosen_,
            .tiles = tiles_,
            .camera = camera_,
            .interface = interface_,
            .layout = layout,
            .size = size_,
            .theme = theme(),
            .moreContrast = preferences_.moreContrast,
            .pointed = hands_.pointed,
            .district = hasDistrict() ? std::span<const std::uint32_t>(sought_.district->belongs)
                                      : std::span<const std::uint32_t>(),
            .hasCrosshair = usesKeyboard(),
            .isMoving = isMoving()};
}

bool App::isMoving() const { return nowMs_ - hands_.movedMs < kRestMs; }

// What is framed as the place says needs no camera in the view.
void App::writeCamera() {
    if (camera_.frames(placeBox())) {
        view_.camera.reset();
    } else {
        view_.camera = CameraState{toLonLat(camera_.centre()), camera_.zoom()};
    }
}

void App::report() {
    if (link_.canBeCompared && !link_.spec.empty()) compareFigures();
    Now now = {.cursor = cursor(), .treeVersion = interface_.treeVersion(), .text = textVersion(), .isInUse = inUse()};
    if (library_.head()) {
        if (!camera_.moving() && !framing_) {
            writeCamera();
            now.view = formatView(view_);
        }
        now.progress = library_.progress();
        if (painter_.hasDevice() && showsAreas())
            now.drawn = Drawn{.hasAreas = painter_.counters().mapTriangles > 0, .isDetailed = isDetailed()};
    }
    // What waited for the first picture is asked for in the next frame.
    if (mail_.report(std::move(now))) dirty_ = true;
}

bool App::showsAreas() const { return analysis_.shown() && !awaitsPlace(); }

bool App::isDetailed() const {
    return faces_.areLoaded() && tiles_.complete() && !library_.isBusy() && analysis_.shown() == chosen_ &&
           analysis_.hasValues() && asked_.isFinal;
}

std::string_view App::cursor() const {
    const std::string_view fromPanels = interface_.cursor();
    return !fromPanels.empty()    ? fromPanels
           : gestures_.dragging() ? "grabbing"
           : hands_.pointed       ? "pointer"
           : inUse()              ? "grab"
                                  : "default";
}

double App::counter(Counter which) const {
    const RenderCounters counters = painter_.counters();
    switch (which) {
        case Counter::Frames: return static_cast<double>(painter_.frames());
        case Counter::MapPictures: return static_cast<double>(counters.mapPictures);
        case Counter::DrawCalls: return counters.drawCalls;
        case Counter::Triangles: return counters.mapTriangles;
        case Counter::TileBytes: return static_cast<double>(tiles_.bytes());
        case Counter::Tiles: return tiles_.tileCount();
    }
    return 0;
}

}  // namespace dex
