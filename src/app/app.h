#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis.h"
#include "model/chosen.h"
#include "model/findings_of.h"
#include "model/library.h"
#include "app/outbox.h"
#include "model/search.h"
#include "base/bytes.h"
#include "gpu/panel_painter.h"
#include "gpu/renderer.h"
#include "look/tokens.h"
#include "map/camera.h"
#include "map/gestures.h"
#include "map/labels.h"
#include "map/neighbours.h"
#include "map/tile_store.h"
#include "map/view_state.h"
#include "text/face.h"
#include "ui/interface.h"
#include "ui/semantic_tree.h"
#include "words/findings.h"

namespace dex {

// One map: where everything meets. Data flows one way in a frame: input → view → analysis → facts and scene → panels and
// map; what the panels ask for changes the view of the next frame. wasm/dex.h is its face to the page and says what
// each call means.
class App {
public:
    App();
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    Status supply(std::string_view name, Bytes bytes);
    void fail(std::string_view name, Status status);
    void retry();

    void resize(double cssWidth, double cssHeight, double devicePixelRatio, double textScale);
    // Null: there is none (yet, or any more). The device outlives its use here.
    void setDevice(Device* device);
    // For development: Renderer::replaceShader, and a frame with the new one.
    std::string replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader);
    void setOwnPage(bool own);
    // Bits of ui/layout.h.
    void setControls(std::uint32_t shown) {
        interface_.setControls(shown);
        controls_ = shown;
        dirty_ = true;
    }
    void setPreferences(bool reducedMotion, bool dark, bool moreContrast);
    // Without names and borders of the smaller areas, and without classes outside the place: for a picture of few bytes.
    // To be said before the first frame.
    void setPlain() { isPlain_ = true; }

    // When the input that follows was made, on the clock of the frames.
    void setTime(double atMs) { nowMs_ = atMs; }
    void pointer(const PointerInput& input);
    void wheel(double x, double y, double deltaPx, std::uint32_t modifiers);
    void key(std::string_view key, std::uint32_t modifiers);
    void focus(bool has);
    bool inUse() const { return gestures_.inUse(); }

    // Draws if anything has changed; true if it has to be called again without a new input.
    bool frame(double nowMs);
    Outbox& outbox() { return outbox_; }

    Status setView(std::string_view text);
    std::string view() const { return formatView(view_); }
    // Twelve digits for what the scores were made of (docs/method.md); empty while that is not known, or without scores.
    std::string spec() const;
    // The view with its spec id, as it stands in a link.
    std::string link() const;
    const std::string& tree() const { return interface_.tree(); }
    // All of it as a tree for the Text view, as it stands now.
    const std::string& text();
    // Of the picture as it stands now.
    std::string altText();
    bool act(std::string_view node, std::string_view value);
    void reveal(std::string_view node);
    std::string areaNameAt(double x, double y) const;
    // As dex_scores and dex_score_codes say.
    std::vector<double> scores(std::uint32_t which);
    std::string scoreCodes() const;

    // Answers a search as JSON, and asks for the files that it needs. Then choose(ref) selects and frames a place of
    // the answer; locate() where the reader is: false where that is outside the atlas.
    std::string find(std::string_view typed);
    bool choose(std::string_view ref);
    bool locate(LonLat place);
    double counter(std::uint32_t which) const;

private:
    // Input and view (app.cpp).
    void takeIntents();
    void takeActions();
    void doAction(const UiAction& action);
    void select(std::optional<LevelArea> area);
    void selectOnWalk(std::optional<LevelArea> area, std::optional<Compass> towards = {});
    void stepLevel(int by);
    // The small areas in it, once they are known.
    std::optional<AreaSet> setOf(LevelArea area) const;
    void stepNeighbour(int direction);
    void changeView(bool isNew);
    void choosePlace(std::string_view code);
    void changeClasses();
    void changeListing(const UiAction& action);
    void chooseScope(std::string_view id);
    void chooseTwoWay(std::string_view need, std::string_view group);
    void setWeight(std::string_view id, double weight);
    void resetIndex();
    void showChanged();
    void compare(const AreaRef& area);
    void stopComparing(std::string_view id);
    std::optional<LevelArea> areaAtScreen(double x, double y) const;
    Facts factsNow();

    // Search (app_search.cpp).
    void goTo(LevelArea area);
    bool canHelp() const { return (controls_ & control::kHelpPage) != 0; }
    const FoundArea* foundArea() const { return found_ ? &*found_ : nullptr; }
    void finishLocating();

    // Files (app_files.cpp).
    Status supplyFace(std::string_view name, Bytes bytes);
    Status supplyTile(FileIndex file);
    void openAtlas();
    void wantFiles();
    void want(FileIndex file);
    void wantLevelOf(const AreaRef& ref);
    void reportError(Status status, std::string_view file);
    std::string fileInWords(std::string_view file) const;

    // One frame (app_frame.cpp).
    void refresh();
    void frameRequestedPlace();
    WorldBox placeBox() const;
    bool tryOtherWeights();
    void point();
    void drawScene(const Layout& layout);
    void outline(Outline& into, std::optional<LevelArea> area, std::optional<LevelArea>& was, bool tilesChanged);
    void placeLabels(const Layout& layout);
    void makeLabelCandidates();
    void uploadTiles();
    void applyTheme();
    void checkLink();
    void report();
    ThemeChoice theme() const;
    std::uint32_t textVersion() const;

    Library library_;
    Outbox outbox_;
    ViewState view_;
    Chosen chosen_;
    Analysis analysis_;
    TileStore tiles_;
    Camera camera_;
    Gestures gestures_{camera_};
    NeighbourWalk neighbours_;
    Labels labels_;
    Interface interface_;
    std::optional<Face> regular_, semibold_;

    Device* device_ = nullptr;
    std::unique_ptr<Renderer> renderer_;
    std::unique_ptr<PanelPainter> panels_;
    std::uint32_t paintedGlyphs_ = 0;

    double cssWidth_ = 0, cssHeight_ = 0, devicePixelRatio_ = 1, textScale_ = 1;
    bool reducedMotion_ = false, dark_ = false, moreContrast_ = false;
    bool focused_ = false;
    std::uint32_t controls_ = control::kAll;
    bool isPlain_ = false;
    double nowMs_ = 0;
    bool dirty_ = true;       // Something that is seen may have changed since the last frame.
    bool framePlace_ = true;  // The place has to be framed as soon as its box is known.
    Motion frameMotion_ = Motion::Jump;

    std::vector<std::uint32_t> mapPointers_;  // Pointers that went down on the map: theirs until they go up.
    bool panelHasPointer_ = false;
    double hoverX_ = 0, hoverY_ = 0;
    bool hovering_ = false;
    std::optional<LevelArea> pointed_;

    Scene scene_;
    std::optional<LevelArea> outlinedSelected_, outlinedHovered_;
    std::uint32_t outlinesVersion_ = 0;  // Which version of the tiles they were made of.
    WorldBox wholeBox_;             // The whole atlas.
    std::uint32_t uploadedGroupings_ = 0, uploadedClasses_ = 0;
    std::uint32_t labelsVersion_ = 0;  // Which names, faces and scale the candidates were made of.
    const Tokens* painted_ = nullptr;
    std::uint32_t paintedClassCount_ = 0;
    Palette paintedPalette_ = Palette::Sequential;

    std::optional<FoundArea> found_;      // What the last search led to.
    std::optional<WorldPoint> locating_;  // Where the reader is, until the finest tiles there say in which area.
    std::string linkSpec_;                // Of the link that was opened, until it is compared.

    std::vector<MessageFinding> messages_;
    PageHint shownHint_ = PageHint::None;
    std::string cursor_;
    std::string sentView_;
    std::uint32_t sentTree_ = 0;
    SemanticTree text_;
    // Which numbers and messages the text was last told of; absent: nobody reads it.
    std::optional<std::uint32_t> textVersion_;
    bool viewIsNew_ = false;
    Listing listing_;
    std::uint32_t textChanges_ = 0;  // Of what the Text view says besides the analysis.
    std::string showBeforeChanged_;  // What the map showed before "What changed".
    bool isTryingWeights_ = false;   // Trials of the selected area's steadiness are left to do.
    bool sentUse_ = false;
    bool sentFirstPicture_ = false, sentDetail_ = false, wasDetailed_ = false;
    bool hadBanner_ = false;
    double sentProgress_ = -1;
    std::uint64_t frames_ = 0;
};

}  // namespace dex
