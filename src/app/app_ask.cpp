#include <algorithm>

#include "app/app.h"
#include "base/apart.h"
#include "map/view_edit.h"
#include "model/answer.h"

// What the view asks about a place is answered as far as files are here, and again with each that arrives.

namespace dex {

DEX_APART void App::answerQuestion() {
    if (asked_.question != view_.asked) {
        asked_ = {};
        asked_.question = view_.asked;
        asked_.isFinal = view_.asked.empty();
        dirty_ = true;
        ++textView_.changes;
        if (asked_.isFinal) library_.select({});
    }
    // What a first picture needs comes first.
    if (asked_.isFinal || !(mail_.hasFirstPicture() || mail_.isTextRead())) return;
    if (asked_.libraryVersion == library_.version() && asked_.tilesVersion == tiles_.version()) return;
    asked_.libraryVersion = library_.version();
    asked_.tilesVersion = tiles_.version();
    const Question question = questionOf(view_.asked);
    bool areHere = true;
    for (const FileIndex file : filesOfAnswer(question, *library_.head())) {
        want(file);
        areHere = areHere && library_.state(file) == Library::FileState::Here;
    }
    if (!areHere) return;
    const bool isExact = takeTilesOfAnswer(question);
    std::vector<GroundTile> ground(asked_.tiles->tiles.begin(), asked_.tiles->tiles.end());
    std::vector<GroundTile*> all;
    for (GroundTile& tile : ground) all.push_back(&tile);
    Answer found = isExact ? answer(question, library_, all) : answerByPoints(question, library_);
    library_.select(std::move(found.marks));
    dirty_ = true;
    ++textView_.changes;
    asked_.isFinal = isExact;
    if (isExact) asked_.tiles.reset();
    if (!found.unknown.empty()) forgetUnknown(question, found.unknown);
}

// True once all of them are here. Those that have failed are waited for as long as nobody tries again.
bool App::takeTilesOfAnswer(const Question& question) {
    if (!asked_.tiles) asked_.tiles = std::make_unique<AnswerTiles>();
    auto& [tiles, numbers] = *asked_.tiles;
    const auto lod = static_cast<std::uint16_t>(tiles_.lods().size() - 1);
    bool areHere = true;
    for (const std::uint16_t number : tilesOfAnswer(question, *library_.head())) {
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) continue;
        const TileKey key{lod, number};
        if (const Tile* tile = tiles_.tile(key)) {
            tiles.push_back(*tile);
            numbers.push_back(number);
            continue;
        }
        areHere = false;
        want(tiles_.info(key).file);
    }
    return areHere;
}

// What no area is called leaves the question, and the reader is told.
void App::forgetUnknown(Question question, const std::vector<std::string>& unknown) {
    std::erase_if(question, [&](const QuestionPart& part) {
        const auto* ref = std::get_if<AreaRef>(&part.what);
        return ref && std::find(unknown.begin(), unknown.end(), ref->text()) != unknown.end();
    });
    ask(view_, textOf(question));
    // The answer is the same without them.
    asked_.question = view_.asked;
    if (view_.asked.empty()) asked_ = {};
    if (view_.asked.empty()) library_.select({});
    std::vector<MissingFinding> missing;
    for (const std::string& text : unknown) missing.push_back({ViewKey::Areas, text, {}});
    sayMissing(missing);
}

DEX_APART App::Follows App::changeSelection(const UiAction& action) {
    const auto area = AreaRef::parse(action.text);
    if (!area) return Follows::Nothing;
    if (action.kind == ActionKind::AddToSelection)
        addToSelection(view_, *area);
    else
        takeOfSelection(view_, *area);
    changeView();
    return Follows::Nothing;
}

DEX_APART void App::clearSelection() {
    ask(view_, {});
    changeView();
}

}  // namespace dex
