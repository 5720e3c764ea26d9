#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/canvas.h"
#include "app/mail.h"
#include "app/painter.h"
#include "app/work.h"
#include "base/bytes.h"
#include "map/camera.h"
#include "map/gestures.h"
#include "map/neighbours.h"
#include "map/question.h"
#include "map/tile_store.h"
#include "map/view_state.h"
#include "model/analysis.h"
#include "model/chosen.h"
#include "model/findings_of.h"
#include "model/library.h"
#include "model/search.h"
#include "text/face.h"
#include "ui/interface.h"
#include "ui/semantic_tree.h"
#include "words/findings.h"

namespace dex {

// dex_score_kind and dex_counter_kind of wasm/dex.h.
enum class ScoreKind : std::uint32_t { Overall, Rank, Band, Coverage, Leader, Second, FirstNeed };
enum class Counter : std::uint32_t { Frames, MapPictures, DrawCalls, Triangles, TileBytes, Tiles };

// One map: where everything meets. Data flows one way in a frame: input → view → analysis → facts → panels and
// picture; what the panels ask for changes the view of the next frame. The Painter draws what stands here, the Mail tells the
// page of it. wasm/dex.h is its face to the page and says what each call means.
class App {
public:
    App() = default;
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Files (app_files.cpp).
    Status supply(std::string_view name, Bytes bytes);
    void fail(std::string_view name, Status status);
    void retry();
    // All of the program is here: what first pictures do without begins.
    void becomeWhole();

    // Size, GPU, host.
    void resize(const CanvasSize& size);
    bool setDevice(Device* device);  // As Painter::setDevice says.
    // For development: Renderer::replaceShader, and a frame with the new one.
    std::string replaceShader(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader);
    void setOwnPage(bool own);
    void setControls(std::uint32_t shown);  // Bits of ui/layout.h.
    void setPreferences(const Preferences& preferences);
    // Without names and borders of the smaller areas, and without classes outside the place: for a picture of few bytes.
    // To be said before the first frame.
    void setPlain() { painter_.setPlain(); }

    // Hands.
    void setTime(double atMs) { nowMs_ = atMs; }  // Of the input that follows, on the clock of the frames.
    void pointer(const PointerInput& input);
    void wheel(double x, double y, double deltaPx, std::uint32_t modifiers);
    void key(std::string_view key, std::uint32_t modifiers);
    void focus(bool has);
    bool inUse() const { return gestures_.inUse(); }

    // Draws if anything has changed; true if it has to be called again without a new input.
    bool frame(double nowMs);
    Outbox& outbox() { return mail_.outbox(); }
    double counter(Counter which) const;

    // View (app_view.cpp, app_link.cpp).
    Status setView(std::string_view text);
    std::string view() const { return formatView(view_); }
    // As dex_edit_view says; the map's own view stays.
    std::string editView(std::string_view view, std::string_view edits) const;
    bool act(std::string_view node, std::string_view value);
    void reveal(std::string_view node);
    std::string areaNameAt(double x, double y) const;

    // Text (app_text.cpp): the tree of what is on the screen; all of it for the Text view; the picture in one sentence.
    const std::string& tree() const { return interface_.tree(); }
    const std::string& text();
    std::string altText();

    // Scores (app_scores.cpp), as dex_scores and dex_score_codes say.
    std::vector<double> scores(std::uint32_t kind);
    std::string scoreCodes() const;
    // Twelve digits for what the scores were made of (docs/method.md); empty while that is not known, or without scores.
    std::string spec() const;
    std::string link() const;  // The view with its spec id.

    // Search (app_search.cpp). Answers as JSON, and asks for the files that it needs. Then choose(ref) selects and frames
    // a place of the answer; locate() where the reader is: false where that is outside the atlas.
    std::string find(std::string_view typed);
    bool choose(std::string_view ref);
    bool locate(LonLat place);

    // What the reader takes away (app_make.cpp), as dex_make says.
    std::string make(std::string_view order);

private:
    struct Faces {
        std::optional<Face> regular, semibold;
        bool areLoaded() const { return regular && semibold; }
    };
    // What the reader takes away.
    struct Taking {
        std::unique_ptr<Work> work;  // Of the order at hand.
        // Could not be loaded, and are not in the list of the library: until they arrive, or somebody tries again.
        bool isHeadLost = false, isRegularLost = false, isSemiboldLost = false;
        bool& isLost(std::string_view face) { return face == "face.semibold" ? isSemiboldLost : isRegularLost; }
    };
    static constexpr double kNever = -1e9;
    struct Hands {
        std::vector<std::uint32_t> onMap;  // Pointers that went down on the map: theirs until they go up.
        bool isOnPanels = false;           // One that went down on the panels is held.
        bool isHovering = false;
        double hoverX = 0, hoverY = 0;
        bool isFocused = false;            // The keyboard is at the canvas.
        double movedMs = kNever;           // When the map last moved, by a hand or by itself.
        std::optional<LevelArea> pointed;  // Under the pointer or the crosshair.
    };
    // The map before its canvas changed: on a canvas of that size again, and unmoved by its reader, it is the same.
    struct Before {
        CanvasSize size;
        Camera camera;
        std::string view;      // Where it stood, as a link has it.
        bool returns = false;  // As soon as the panels are those of then.
    };
    // As it was in the last frame, on the canvas before this one, and before "What changed".
    struct Last {
        PageHint hint = PageHint::None;
        std::string show;              // What the map showed.
        std::optional<Before> canvas;  // Only of a map with something opened, which other sizes move.
    };
    struct TextView {
        SemanticTree tree;
        Analysis ofTop;             // Of its table of larger areas.
        std::uint32_t changes = 0;  // Of what it says besides analysis and tiles.
    };
    // What has been opened and is to be seen: as soon as its box is known, and until the panels that came with it stand.
    struct Opened {
        bool selected = false, compared = false, district = false;
        bool isFramed = false;                             // It fills the part of the map that is clear.
        std::optional<CameraState> camera = std::nullopt;  // Of a link: where the map stands as soon as the panels do.
        Motion motion = Motion::Ease;
        bool any() const { return selected || compared || district; }
    };
    // The small areas in which an outward code has postcodes: outlined, and listed as long as the list is open.
    struct District {
        std::string code;
        std::vector<AreaNumber> areas;       // In order.
        std::vector<std::uint32_t> belongs;  // By small area: 1 for those.
    };
    // What a search leads to.
    struct Sought {
        std::optional<FoundArea> found;
        std::optional<WorldPoint> locating;  // Where the reader is, until the finest tiles there say in which area.
        std::string awaited;                 // An outward code that is gone to once its postcodes are here.
        std::optional<District> district;
    };
    // Copies of the tiles that an answer takes, as they come: the map may let go of its own.
    struct AnswerTiles {
        std::vector<Tile> tiles;
        std::vector<std::uint16_t> numbers;  // Parallel to them.
    };
    // What is selected by the view's question, and how far that is answered (app_ask.cpp).
    struct Asked {
        QuestionText question;
        // Of what the answer was made last; 0: it was not.
        std::uint32_t libraryVersion = 0, tilesVersion = 0;
        std::unique_ptr<AnswerTiles> tiles;  // As far as they are here; null until there is one.
        bool isFinal = true;                 // Nothing more can come.
    };
    // Of the link that was opened last.
    struct Opening {
        std::string spec;  // Until it is compared.
        bool canBeCompared = false;
        // The library's version that the view was held against last; absent: the view is new.
        std::optional<std::uint32_t> fittedWith = std::nullopt;
    };
    // What a change of the view asks of the classes that are drawn.
    enum class Follows : std::uint8_t { Nothing, NewClasses };

    void refresh();
    void frameRequestedPlace();
    void fitUnderPanels(const Layout& layout);
    WorldBox placeBox() const;
    // Opened areas stay in sight (app_sight.cpp).
    void open(const Opened& opened);
    void showOpened(const Layout& layout);
    void finishShowing(const Layout& layout);
    void keepInSight(const Layout& layout);
    bool showsSelected() const;
    void keepSelected();
    bool hasOpened() const {
        return chosen_.selected || !chosen_.compared.empty() || sought_.district || !view_.asked.empty();
    }
    std::string whereItStands() const;
    void rememberSize(const CanvasSize& next);
    void comeBack(const Layout& layout);
    WorldBox openedBox(const Opened& opened) const;
    PxRect freePart(const Layout& layout) const;
    bool tryOtherWeights();
    void point();
    UiState uiState() const;
    Picture picture(const Layout& layout) const;
    void writeCamera();
    void report();
    bool showsAreas() const;
    bool isDetailed() const;
    bool isMoving() const;  // The map, or it pauses in a movement.
    std::string_view cursor() const;
    bool usesKeyboard() const { return hands_.isFocused && gestures_.usesKeyboard(); }
    void takeIntents();

    // Selection (app_ask.cpp).
    void answerQuestion();
    bool takeTilesOfAnswer(const Question& question);
    void forgetUnknown(Question question, const std::vector<std::string>& unknown);
    Follows changeSelection(const UiAction& action);
    void clearSelection();
    void addSelected(std::vector<LevelArea>& areas) const;  // Its small areas.

    // View (app_view.cpp).
    void takeActions();
    void doAction(const UiAction& action);
    Follows run(const UiAction& action);
    Follows zoom(double steps);
    Follows zoomToSelected();
    Follows toggleTheme();
    Follows changeTwoWay(std::string_view need, std::string_view group);
    // Of "level:code" and of the areas that are compared; empty for the whole.
    std::vector<AreaRef> scopeCalled(std::string_view id) const;
    Follows resetIndex();
    Follows showChanged();
    Follows compare(const std::optional<AreaRef>& area);
    Follows stopComparing(const std::optional<AreaRef>& area);
    Follows changeListing(const UiAction& action);
    void goToPlace(std::string_view place);  // As ChoosePlace has it.
    void changeClasses();
    void changeView();
    void select(std::optional<LevelArea> area);
    void selectOnWalk(std::optional<LevelArea> area, std::optional<Compass> towards = {});
    void stepLevel(int by);
    void stepNeighbour(int direction);
    std::optional<AreaSet> setOf(LevelArea area) const;  // The small areas in it, once they are known.
    std::optional<LevelArea> areaAtScreen(double x, double y) const;
    ThemeChoice theme() const;

    // What a link asks for (app_link.cpp).
    Status openPicture(ByteSpan file);
    void fitLink();
    void replaceUnknown();
    void sayMissing(const std::vector<MissingFinding>& missing);
    void compareFigures();

    // Files (app_files.cpp).
    Status supplyFace(std::string_view name, Bytes bytes);
    Status supplyTile(FileIndex file);
    void openAtlas();
    void wantFiles();
    void want(FileIndex file);
    void wantLevelOf(const AreaRef& ref);
    void reportError(Status status, std::string_view file);
    void closeMessage(std::size_t which);
    std::string fileInWords(std::string_view file) const;

    // Text and search (app_text.cpp, app_search.cpp).
    FindingsInput findingsInput() const;
    // Nothing is drawn or said yet, because it would be of the whole: the name of the view's place has not arrived.
    bool awaitsPlace() const;
    Facts factsNow() const;
    TextVersion textVersion() const;
    void goTo(LevelArea area);
    void finishLocating();
    void goToDistrict();
    bool hasDistrict() const;
    PxPoint hereOnScreen() const;

    Library library_;
    ViewState view_;
    Chosen chosen_;
    Analysis analysis_;
    TileStore tiles_;
    Camera camera_;
    Gestures gestures_{camera_};
    NeighbourWalk neighbours_;
    Faces faces_;
    Interface interface_;
    Painter painter_;
    Mail mail_;

    CanvasSize size_;
    Preferences preferences_;
    std::uint32_t controls_ = control::kAll;
    double nowMs_ = 0;
    Hands hands_;
    Last last_;
    bool dirty_ = true;  // Something that is seen may have changed since the last frame.
    // How the place is to be framed as soon as its box is known; absent: it is.
    std::optional<Motion> framing_ = Motion::Jump;
    Opened opened_;

    Sought sought_;
    Asked asked_;
    Opening link_;
    Listing listing_;
    bool isTryingWeights_ = false;  // Trials of the selected area's steadiness are left to do.
    std::vector<MessageFinding> messages_;
    TextView textView_;
    Taking taking_;
};

}  // namespace dex
