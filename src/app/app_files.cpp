#include <algorithm>

#include "app/app.h"
#include "model/wanted.h"
#include "words/status_text.h"
#include "words/word.h"

namespace dex {

Status App::supply(std::string_view name, Bytes bytes) {
    dirty_ = true;
    if (name.starts_with("face.")) return supplyFace(name, std::move(bytes));
    if (name == "picture") return openPicture(bytes);

    const bool hadHead = library_.head() != nullptr;
    const auto supplied = library_.supply(name, std::move(bytes));
    if (!supplied.ok()) {
        fail(name, supplied.error().status);
        return supplied.error().status;
    }
    if (!library_.head()) return Status::Ok;
    if (!hadHead) openAtlas();
    const auto file = library_.fileNamed(name);
    if (file && library_.head()->files[*file].kind == FileKind::Tile) return supplyTile(*file);
    return Status::Ok;
}

Status App::supplyFace(std::string_view name, Bytes bytes) {
    auto face = Face::open(std::move(bytes));
    taking_.isLost(name) = !face.ok();
    if (!face.ok()) {
        reportError(face.error().status, name);
        return face.error().status;
    }
    (name == "face.semibold" ? faces_.semibold : faces_.regular) = std::move(face).value();
    if (faces_.areLoaded()) {
        interface_.setFaces(&*faces_.regular, &*faces_.semibold);
        painter_.setFaces(&*faces_.regular, &*faces_.semibold);
    }
    return Status::Ok;
}

Status App::supplyTile(FileIndex file) {
    const auto key = tiles_.keyOf(file);
    Bytes bytes = library_.takeTile(file);
    if (!key || bytes.empty()) return Status::Ok;
    auto tile = decodeTile(bytes, library_.head()->areaCount());
    if (!tile.ok()) {
        const Status status = tile.error().status;
        fail(library_.head()->files[file].name, status);
        return status;
    }
    // Sound in itself, and on the grid of another level of detail: its outlines would be scaled wrongly.
    if (tile->gridBits != tiles_.lods()[key->lod].gridBits) {
        fail(library_.head()->files[file].name, Status::BadNumber);
        return Status::BadNumber;
    }
    tiles_.put(*key, std::move(tile).value());
    return Status::Ok;
}

void App::openAtlas() {
    const auto& head = *library_.head();
    tiles_.open(head.lods);
    camera_.setHome(worldBox(head.lods[0]));
    // Tiles that came before the head.
    for (FileIndex file = 0; file < head.files.size(); ++file) {
        if (head.files[file].kind == FileKind::Tile && library_.state(file) == Library::FileState::Here)
            static_cast<void>(supplyTile(file));
    }
}

void App::fail(std::string_view name, Status status) {
    dirty_ = true;
    if (name.starts_with("face.")) taking_.isLost(name) = true;
    if (name.starts_with("head.")) taking_.isHeadLost = true;
    library_.giveUp(name);
    if (const auto file = library_.fileNamed(name)) {
        if (const auto key = tiles_.keyOf(*file)) tiles_.fail(*key);
    }
    reportError(status, name);
}

void App::retry() {
    dirty_ = true;
    // What trying again cannot change stays said.
    std::erase_if(messages_, [](const MessageFinding& one) { return one.canRetry; });
    ++textView_.changes;
    taking_.isHeadLost = taking_.isRegularLost = taking_.isSemiboldLost = false;
    tiles_.retry();
    library_.retry();
}

// One message a kind of trouble: ten tiles that cannot be loaded are one sentence.
void App::reportError(Status status, std::string_view file) {
    dirty_ = true;
    const std::string what = fileInWords(file);
    const bool known = std::any_of(messages_.begin(), messages_.end(),
                                   [&](const MessageFinding& m) { return m.status == status && m.what == what; });
    if (!known) {
        messages_.push_back({.status = status, .what = what, .canRetry = !isOfTheLink(status)});
        ++textView_.changes;
    }
    mail_.error(status, std::string(statusText(Language::English, status)));
}

void App::closeMessage(std::size_t which) {
    if (which >= messages_.size()) return;
    messages_.erase(messages_.begin() + static_cast<std::ptrdiff_t>(which));
    ++textView_.changes;
}

std::string App::fileInWords(std::string_view file) const {
    const auto index = library_.fileNamed(file);
    if (!index) return {};
    const auto& head = *library_.head();
    switch (head.files[*index].kind) {
        case FileKind::Tile: return say(Language::English, Word::fileOutlines);
        case FileKind::Names:
        case FileKind::Grouping:
        case FileKind::Gazetteer:
        case FileKind::Points:
        case FileKind::Venues:
        case FileKind::Minutes:
        case FileKind::Postcodes: return say(Language::English, Word::fileNames);
        case FileKind::Column:
        case FileKind::Classes:
            for (const auto& indicator : head.indicators) {
                if (indicator.column == *index) return indicator.label;
            }
            return say(Language::English, Word::fileValues);
        case FileKind::Head:
        case FileKind::Recipe: return {};
    }
    return {};
}

void App::want(FileIndex file) {
    if (!library_.want(file)) return;
    const auto& entry = library_.head()->files[file];
    mail_.want(entry.name, entry.bytes);
}

// Names and members of the level that an area is named by, so that it can be found. Where there is no such level: of all
// levels, once it is not one of the largest areas.
void App::wantLevelOf(const AreaRef& ref) {
    const AtlasHead& head = *library_.head();
    const auto level = levelWithId(head, ref.level);
    if (!level && !library_.names(head.topLevel())) return;
    for (std::uint32_t i = 0; i < head.levels.size(); ++i) {
        if (level && i != *level) continue;
        if (head.levels[i].names != kNoFile) want(head.levels[i].names);
        if (head.levels[i].grouping != kNoFile) want(head.levels[i].grouping);
    }
}

// The first picture needs classes, borders and the coarsest tiles; all else waits until it stands, or the text is read.
void App::wantFiles() {
    const auto& head = *library_.head();
    const Wanted wanted = wantedFor(chosen_, library_);
    for (const FileIndex file : wanted.first) want(file);
    if (wanted.first.empty() || mail_.hasFirstPicture() || mail_.isTextRead()) {
        for (const FileIndex file : wanted.then) want(file);
    }
    for (const auto key : tiles_.wanted()) want(tiles_.info(key).file);
    if (view_.place) wantLevelOf(*view_.place);
    if (view_.selected) wantLevelOf(*view_.selected);
    for (const AreaRef& ref : view_.scope) wantLevelOf(ref);
    for (const AreaRef& ref : view_.compared) wantLevelOf(ref);
    if (mail_.hasFirstPicture() && head.topLevel() > 1) want(head.levels[1].names);  // Labels of neighbourhoods.
    for (const auto key : tiles_.takeDropped()) {
        // Not here any more, so that it is asked for again when it comes into sight.
        library_.forget(tiles_.info(key).file);
        painter_.dropTile(key);
    }
}

}  // namespace dex
