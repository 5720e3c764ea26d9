#include <algorithm>
#include <cmath>

#include "app/app.h"
#include "map/label_text.h"
#include "map/outline.h"
#include "ui/semantic_tree.h"
#include "words/measure_words.h"
#include "words/write_facts.h"

namespace dex {
namespace {

// Small-area borders are drawn from this mean width of a small area on.
constexpr double kHairlineFromPx = 16;

// Trials with other weights in one frame: some 8 ms.
constexpr std::uint32_t kTrialsAFrame = 6;

// How often the card says how far they are.
constexpr std::uint32_t kTrialSteps = 10;

Rgba8 rgba(Colour colour, std::uint8_t alpha = 255) { return {colour.r, colour.g, colour.b, alpha}; }

MapTheme mapTheme(const Tokens& tokens, Palette palette, std::uint32_t classCount) {
    MapTheme theme;
    theme.paper = rgba(tokens.paper);
    for (std::uint32_t i = 0; i < kNoDataClass; ++i) {
        theme.classes[i] = rgba(classColour(tokens, palette, i, classCount));
        theme.hatches[i] = classHatch(tokens, palette, i, classCount);
    }
    theme.noData = rgba(tokens.panel);
    theme.hatch = rgba(tokens.hatch);
    theme.topLine = rgba(tokens.topLine);
    theme.topCasing = rgba(tokens.topCasing);
    theme.levelLine = rgba(tokens.topLine, tokens.levelAlpha);
    theme.hairline = rgba(tokens.topCasing, tokens.areaAlpha);
    theme.focusDark = rgba(tokens.focusDark);
    theme.focusLight = rgba(tokens.focusLight);
    theme.label = rgba(tokens.ink);
    theme.halo = rgba(tokens.topCasing);
    return theme;
}

}  // namespace

ThemeChoice App::theme() const {
    if (view_.theme != ThemeChoice::Auto) return view_.theme;
    return dark_ ? ThemeChoice::Dark : ThemeChoice::Light;
}

bool App::frame(double nowMs) {
    nowMs_ = nowMs;
    const bool moved = camera_.moving();
    camera_.advance(nowMs);
    const PageHint hint = gestures_.hint(nowMs);
    const bool isRough = renderer_ && renderer_->needsFrame();
    const bool isStill = !dirty_ && !moved && !isRough && !interface_.needsFrame() && hint == shownHint_;
    if (isStill && !isTryingWeights_) return false;
    // Between two things to say of them, the trials go on under the picture that stands.
    if (isStill && !tryOtherWeights()) return true;
    dirty_ = false;
    shownHint_ = hint;

    refresh();
    const Layout layout = interface_.layout();
    const bool clearChanged = !(layout.clear == camera_.clear());
    camera_.setViewport(layout.map, layout.clear, devicePixelRatio_);
    const bool hasBanner = layout.banner.height > 0;
    // While it loads, panels come up by themselves, and the banner is as wide as the map; other panels come up under a
    // reader's hand, and the map stays.
    if (clearChanged && (!wasDetailed_ || hasBanner != hadBanner_)) camera_.refit();
    hadBanner_ = hasBanner;
    if (library_.head()) {
        frameRequestedPlace();
        tiles_.look(camera_.sight());
        wantFiles();
        finishLocating();
    }
    point();
    if (!isStill) tryOtherWeights();

    const bool byKeyboard = gestures_.usesKeyboard() && focused_;
    const Facts facts = writeFacts(findingsOf(
        {library_, chosen_, analysis_, pointed_, byKeyboard, messages_, hint, listing_, foundArea(), canHelp()}));
    UiState state;
    state.nowMs = nowMs;
    state.theme = theme();
    state.moreContrast = moreContrast_;
    state.reducedMotion = reducedMotion_;
    state.mapFocused = focused_ && gestures_.usesKeyboard();
    state.pointerX = byKeyboard ? camera_.crosshair().x : hoverX_;
    state.pointerY = byKeyboard ? camera_.crosshair().y : hoverY_;
    interface_.draw(facts, state);
    takeActions();
    if (interface_.layout() != layout) dirty_ = true;

    if (renderer_ && cssWidth_ > 0 && cssHeight_ > 0) {
        drawScene(layout);
        ++frames_;
    }
    report();
    return dirty_ || camera_.moving() || isTryingWeights_ || interface_.needsFrame() || hint != PageHint::None ||
           (renderer_ && renderer_->needsFrame());
}

void App::refresh() {
    if (!library_.head()) return;
    chosen_ = resolve(view_, library_);
    if (analysis_.update(chosen_, library_)) dirty_ = true;
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
    if (isNews) ++textChanges_;
    return !isTryingWeights_ || isNews;
}

void App::frameRequestedPlace() {
    if (!framePlace_) return;
    if (frameMotion_ == Motion::Jump) labels_.startAnew();
    if (view_.camera) {
        camera_.jumpTo(toWorld(view_.camera->centre), view_.camera->zoom);
        framePlace_ = false;
        return;
    }
    if (!view_.place) {
        camera_.home(frameMotion_, nowMs_);
        framePlace_ = false;
        return;
    }
    if (!chosen_.place) return;  // Its names are on their way, or the atlas has no such place.
    const auto& box = library_.names(chosen_.place->level)->boxes[chosen_.place->area];
    camera_.frame(toWorld(box, kAnchorBits), frameMotion_, nowMs_);
    framePlace_ = false;
}

// What is framed where the view says no more than the place.
WorldBox App::placeBox() const {
    const auto& place = chosen_.place;
    return place ? toWorld(library_.names(place->level)->boxes[place->area], kAnchorBits) : wholeBox_;
}

void App::point() {
    pointed_.reset();
    if (gestures_.dragging() || !library_.head()) return;
    if (gestures_.usesKeyboard() && focused_) {
        pointed_ = areaAtScreen(camera_.crosshair().x, camera_.crosshair().y);
    } else if (hovering_) {
        pointed_ = areaAtScreen(hoverX_, hoverY_);
    }
}

void App::drawScene(const Layout& layout) {
    applyTheme();
    scene_.sight = camera_.sight();
    scene_.labels.clear();
    scene_.crosshair = gestures_.usesKeyboard() && focused_;
    if (library_.head()) {
        uploadTiles();
        const bool tilesChanged = scene_.tiles != tiles_.drawn() || outlinesVersion_ != tiles_.version();
        outlinesVersion_ = tiles_.version();
        scene_.tiles = tiles_.drawn();
        outline(scene_.selected, chosen_.selected, outlinedSelected_, tilesChanged);
        outline(scene_.hovered, pointed_ == chosen_.selected ? std::nullopt : pointed_, outlinedHovered_, tilesChanged);
        const auto& head = *library_.head();
        scene_.level = analysis_.shown() ? analysis_.shown()->level : chosen_.level;
        scene_.topLevel = head.topLevel();
        const WorldBox home = wholeBox_;
        const double meanWidth = std::sqrt((home.maxX - home.minX) * (home.maxY - home.minY) / head.areaCount());
        scene_.hairlines = !isPlain_ && scene_.level == 0 && meanWidth * scene_.sight.pxPerWorld > kHairlineFromPx;
        placeLabels(layout);
    }
    const int widthPx = static_cast<int>(std::floor(cssWidth_ * devicePixelRatio_ + 0.5));
    const int heightPx = static_cast<int>(std::floor(cssHeight_ * devicePixelRatio_ + 0.5));
    renderer_->draw(scene_, widthPx, heightPx);

    const auto glyphs = interface_.glyphPicture();
    if (glyphs.version != paintedGlyphs_) {
        panels_->setGlyphs(glyphs.alpha, static_cast<int>(glyphs.width), static_cast<int>(glyphs.height));
        paintedGlyphs_ = glyphs.version;
    }
    if (const auto* data = interface_.drawData()) panels_->draw(*data);
}

void App::uploadTiles() {
    const auto& groupings = library_.groupings();
    const auto here = static_cast<std::uint32_t>(
        std::count_if(groupings.begin(), groupings.end(), [](const auto& grouping) { return !grouping.empty(); }));
    if (here != uploadedGroupings_) {
        renderer_->setGroupings(groupings);
        uploadedGroupings_ = here;
    }
    for (const auto key : tiles_.drawn()) {
        if (const Tile* tile = tiles_.tile(key)) {
            if (renderer_->hasTile(key)) continue;
            renderer_->loadTile(key, *tile);
        } else if (tiles_.failed(key)) {
            renderer_->failTile(key, tiles_.info(key).box, tiles_.lods()[key.lod].gridBits);
        }
    }
    if (analysis_.version() != uploadedClasses_) {
        renderer_->setClasses(analysis_.areaClasses());
        uploadedClasses_ = analysis_.version();
        ++scene_.classesVersion;
    }
}

void App::applyTheme() {
    const std::uint32_t classCount = analysis_.shown() ? analysis_.classes().classCount : kRampSteps;
    const Palette palette = paletteOf(analysis_.shown() ? analysis_.shown()->measure.kind : MeasureKind::Overall);
    const Tokens& tokens = tokensOf(theme(), moreContrast_);
    if (painted_ == &tokens && paintedClassCount_ == classCount && paintedPalette_ == palette) return;
    painted_ = &tokens;
    paintedClassCount_ = classCount;
    paintedPalette_ = palette;
    MapTheme looks = mapTheme(tokens, palette, classCount);
    if (isPlain_) looks.fade = 1;
    renderer_->setTheme(looks);
    ++scene_.themeVersion;
}

void App::outline(Outline& into, std::optional<LevelArea> area, std::optional<LevelArea>& was, bool tilesChanged) {
    if (area == was && !tilesChanged) return;
    was = area;
    into = {};
    if (!area) return;
    const auto* grouping = library_.grouping(area->level);
    if (!grouping) return;
    into = outlineOf(tiles_, tiles_.drawn(),
                     {area->level == 0 ? std::span<const std::uint32_t>{} : *grouping, area->area});
}

void App::placeLabels(const Layout& layout) {
    makeLabelCandidates();
    const PxRect& map = layout.map;
    const PxRect& clear = layout.clear;
    std::vector<PxRect> taken = {
        {map.x, map.y, clear.x - map.x, map.height},
        {clear.x + clear.width, map.y, map.x + map.width - clear.x - clear.width, map.height},
        {map.x, map.y, map.width, clear.y - map.y},
        {map.x, clear.y + clear.height, map.width, map.y + map.height - clear.y - clear.height},
    };
    if (const Node* keys = interface_.semantics().find("keys")) taken.push_back(keys->rect);
    std::erase_if(taken, [](const PxRect& r) { return r.width <= 0 || r.height <= 0; });
    if (chosen_.selected && library_.names(chosen_.selected->level)) {
        const auto box = toWorld(library_.names(chosen_.selected->level)->boxes[chosen_.selected->area], kAnchorBits);
        const auto topLeft = camera_.toScreen({box.minX, box.maxY}),
                   bottomRight = camera_.toScreen({box.maxX, box.minY});
        const PxRect rect{topLeft.x, topLeft.y, bottomRight.x - topLeft.x, bottomRight.y - topLeft.y};
        if (rect.width < clear.width / 3 && rect.height < clear.height / 3) taken.push_back(rect);
    }
    scene_.labels = labels_.place(scene_.sight, taken);
}

// Boroughs, then neighbourhoods: the topmost level and the first above the small areas.
void App::makeLabelCandidates() {
    if (!regular_ || !semibold_) return;
    const std::uint32_t top = library_.head()->topLevel();
    const AreaNames* strong = library_.names(top);
    const AreaNames* other = top > 1 && !isPlain_ ? library_.names(1) : nullptr;
    const auto scale = static_cast<std::uint32_t>(textScale_ * 64);
    const std::uint32_t of = (strong ? 1u : 0u) | (other ? 2u : 0u) | 4u | scale << 3;
    if (of == labelsVersion_) return;
    labelsVersion_ = of;
    std::vector<LabelCandidate> candidates;
    if (strong) candidates = labelCandidates(*strong, {&*semibold_, map_look::kStrongLabelPx * textScale_, true});
    if (other) {
        auto more = labelCandidates(*other, {&*regular_, map_look::kLabelPx * textScale_, false});
        candidates.insert(candidates.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    labels_.setCandidates(std::move(candidates));
}

// Tells the page what has become of the frame.
// A link made with other figures opens, and the reader is told.
void App::checkLink() {
    if (linkSpec_.empty()) return;
    const std::string now = spec();
    if (now.empty()) return;
    if (now != linkSpec_) reportError(Status::OtherFigures, {});
    linkSpec_.clear();
}

void App::report() {
    checkLink();
    const std::string_view fromPanels = interface_.cursor();
    const std::string_view cursor = !fromPanels.empty()    ? fromPanels
                                    : gestures_.dragging() ? "grabbing"
                                    : pointed_             ? "pointer"
                                    : inUse()              ? "grab"
                                                           : "default";
    if (cursor != cursor_) {
        cursor_ = cursor;
        outbox_.put({EventKind::Cursor, 0, cursor_, 0});
    }
    if (interface_.treeVersion() != sentTree_) {
        sentTree_ = interface_.treeVersion();
        outbox_.put({EventKind::Tree, 0, {}, static_cast<double>(sentTree_)});
    }
    if (textVersion_ && *textVersion_ != textVersion()) {
        textVersion_ = textVersion();
        outbox_.put({EventKind::Text, 0, {}, 0});
    }
    if (inUse() != sentUse_) {
        sentUse_ = inUse();
        outbox_.put({EventKind::Use, 0, {}, sentUse_ ? 1.0 : 0.0});
    }
    if (!library_.head()) return;

    if (!camera_.moving() && !framePlace_) {
        if (camera_.frames(placeBox())) {
            view_.camera.reset();
        } else {
            view_.camera = CameraState{toLonLat(camera_.centre()), camera_.zoom()};
        }
        std::string text = formatView(view_);
        if (text != sentView_) {
            sentView_ = text;
            outbox_.put({EventKind::View, 0, std::move(text), viewIsNew_ ? 1.0 : 0.0});
        }
        viewIsNew_ = false;
    }
    const double progress = library_.progress();
    if (progress != sentProgress_) {
        sentProgress_ = progress;
        outbox_.put({EventKind::Progress, 0, {}, progress});
    }
    if (!renderer_ || !analysis_.shown()) return;
    if (!sentFirstPicture_) {
        if (renderer_->counters().mapTriangles == 0) return;
        sentFirstPicture_ = true;
        dirty_ = true;  // What waited for it is asked for in the next frame.
        outbox_.put({EventKind::FirstPicture, 0, {}, 0});
        return;
    }
    const bool detailed = regular_ && semibold_ && tiles_.complete() && !library_.isBusy() &&
                          analysis_.shown() == chosen_ && analysis_.hasValues();
    wasDetailed_ = wasDetailed_ || detailed;
    if (detailed && !sentDetail_) outbox_.put({EventKind::Detail, 0, {}, 0});
    sentDetail_ = detailed;
}

}  // namespace dex
