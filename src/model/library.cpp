#include "model/library.h"

#include <algorithm>
#include <utility>

#include "base/apart.h"
#include "base/hash.h"

namespace dex {
namespace {

// `<kind>.<hash>.dex`: the middle part.
std::string_view hashInName(std::string_view name) {
    const auto firstDot = name.find('.');
    if (firstDot == std::string_view::npos) return {};
    const auto lastDot = name.rfind('.');
    return name.substr(firstDot + 1, lastDot - firstDot - 1);
}

bool isHead(std::string_view name) { return name.starts_with("head."); }

// Residents and households are columns of small areas; an indicator says its own level.
std::uint32_t columnLevel(const AtlasHead& head, FileIndex file) {
    for (const auto& indicator : head.indicators) {
        if (indicator.column == file) return indicator.level;
    }
    return 0;
}

}  // namespace

Result<Done> Library::supply(std::string_view name, Bytes bytes) {
    // The name is the hash: bytes that a server or a cache has changed would be shown as the publisher's figures.
    if (hashInName(name) != hexDigits(sha256(bytes), kNameDigits)) {
        giveUp(name);
        return Status::BadHash;
    }
    if (isHead(name)) return openHead(std::move(bytes));
    // A page asks for the first files all at once, and the head need not come first.
    if (!head_) {
        waiting_.push_back({std::string(name), std::move(bytes)});
        return Done{};
    }
    const auto file = fileNamed(name);
    if (!file) return Status::NotFound;
    // Asked for twice, or sent unasked: the first stands.
    if (states_[*file] == FileState::Here) return Done{};
    auto opened = open(*file, bytes);
    states_[*file] = opened.ok() ? FileState::Here : FileState::Failed;
    if (!opened.ok()) return opened;
    // A tile changes nothing that is counted or named, and so makes no new version.
    if (head_->files[*file].kind == FileKind::Tile) {
        bytes_[*file] = std::move(bytes);
    } else {
        ++version_;
    }
    return opened;
}

void Library::giveUp(std::string_view name) {
    if (const auto file = fileNamed(name)) states_[*file] = FileState::Failed;
}

std::uint32_t Library::retry() {
    std::uint32_t count = 0;
    for (auto& state : states_) {
        if (state != FileState::Failed) continue;
        state = FileState::Absent;
        ++count;
    }
    return count;
}

bool Library::want(FileIndex file) {
    if (file >= states_.size() || states_[file] != FileState::Absent) return false;
    states_[file] = FileState::Wanted;
    return true;
}

void Library::forget(FileIndex file) {
    if (file < states_.size()) states_[file] = FileState::Absent;
}

std::optional<FileIndex> Library::fileNamed(std::string_view name) const {
    if (!head_) return std::nullopt;
    const auto& files = head_->files;
    const auto found = std::find_if(files.begin(), files.end(), [&](const AtlasFile& f) { return f.name == name; });
    if (found == files.end()) return std::nullopt;
    return static_cast<FileIndex>(found - files.begin());
}

const AreaNames* Library::names(std::uint32_t level) const {
    return level < names_.size() && names_[level] ? &*names_[level] : nullptr;
}

void Library::select(AreaMarks marks) {
    DEX_CHECK(marks.empty() || marks.size() == head_->areaCount());
    ForQuestions& mine = forQuestions();
    mine.selection = std::move(marks);
    mine.selectionGrouping.resize(mine.selection.size());
    for (std::size_t i = 0; i < mine.selection.size(); ++i)
        mine.selectionGrouping[i] = (mine.selection[i] & kChosen) != 0 ? 0 : 1;
    ++selectionVersion_;
}

std::span<const AreaMark> Library::selection() const {
    return forQuestions_ ? std::span<const AreaMark>(forQuestions_->selection) : std::span<const AreaMark>();
}

std::uint32_t Library::areaCountAt(std::uint32_t level) const {
    return level == selectionLevel() ? 2 : head_->levels[level].areaCount;
}

const std::vector<std::uint32_t>* Library::grouping(std::uint32_t level) const {
    if (forQuestions_ && level == selectionLevel())
        return selection().empty() ? nullptr : &forQuestions_->selectionGrouping;
    return level < groupings_.size() && !groupings_[level].empty() ? &groupings_[level] : nullptr;
}

const Column* Library::column(FileIndex file) const {
    return file < columns_.size() && columns_[file] ? &*columns_[file] : nullptr;
}

// Handed over and not copied: whoever decodes a tile keeps it.
Bytes Library::takeTile(FileIndex file) { return file < bytes_.size() ? std::exchange(bytes_[file], {}) : Bytes{}; }

double Library::progress() const {
    double asked = 0, here = 0;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        // One that has failed would keep the bar from ever being full.
        if (states_[i] == FileState::Absent || states_[i] == FileState::Failed) continue;
        asked += head_->files[i].bytes;
        if (states_[i] == FileState::Here) here += head_->files[i].bytes;
    }
    return asked > 0 ? here / asked : 1;
}

bool Library::isBusy() const { return std::find(states_.begin(), states_.end(), FileState::Wanted) != states_.end(); }

Result<Done> Library::openHead(Bytes bytes) {
    if (head_) return Done{};
    begin(DEX_TRY(decodeHead(bytes)));
    return Done{};
}

void Library::begin(AtlasHead head) {
    head_ = std::move(head);
    ++version_;
    states_.assign(head_->files.size(), FileState::Absent);
    bytes_.assign(head_->files.size(), {});
    columns_.assign(head_->files.size(), std::nullopt);
    names_.assign(head_->levels.size(), std::nullopt);
    groupings_.assign(head_->levels.size(), {});
    // Each small area is a group of its own, so that all levels can be asked alike.
    groupings_[0].resize(head_->areaCount());
    for (std::uint32_t i = 0; i < head_->areaCount(); ++i) groupings_[0][i] = i;

    // What came before the head is opened now; a failure among it marks that file alone.
    for (auto& file : std::exchange(waiting_, {})) {
        if (!supply(file.name, std::move(file.bytes)).ok()) giveUp(file.name);
    }
}

Result<Done> Library::open(FileIndex file, const Bytes& bytes) {
    const auto& head = *head_;
    switch (head.files[file].kind) {
        case FileKind::Names:
            // Files with equal contents are one: two levels may share it.
            for (std::size_t level = 0; level < head.levels.size(); ++level) {
                if (head.levels[level].names != file) continue;
                names_[level] = DEX_TRY(decodeNames(bytes, head.levels[level].areaCount));
            }
            break;
        case FileKind::Grouping:
            for (std::size_t level = 1; level < head.levels.size(); ++level) {
                if (head.levels[level].grouping != file) continue;
                groupings_[level] = DEX_TRY(decodeGrouping(bytes, head.areaCount(), head.levels[level].areaCount));
            }
            break;
        case FileKind::Classes:
            classes_ = DEX_TRY(
                decodeClasses(bytes, head.levels[head.defaultView.level].areaCount, head.defaultView.classCount));
            break;
        case FileKind::Column: return openColumn(file, bytes);
        case FileKind::Gazetteer:
        case FileKind::Postcodes:
        case FileKind::Points:
        case FileKind::Venues:
        case FileKind::Minutes: return openForQuestions(file, bytes);
        case FileKind::Tile:  // The app decodes it.
            if (bytes.empty()) return Status::Truncated;
            break;
        case FileKind::Recipe:
        case FileKind::Head: break;
    }
    return Done{};
}

Library::ForQuestions::~ForQuestions() = default;

DEX_APART Library::ForQuestions& Library::forQuestions() {
    if (!forQuestions_) forQuestions_ = std::make_unique<ForQuestions>();
    return *forQuestions_;
}

DEX_APART Result<Done> Library::openForQuestions(FileIndex file, const Bytes& bytes) {
    switch (head_->files[file].kind) {
        case FileKind::Gazetteer: return openGazetteer(bytes);
        case FileKind::Postcodes: return openPostcodes(file, bytes);
        case FileKind::Venues: return openVenues(bytes);
        case FileKind::Minutes: return openMinutes(bytes);
        default: break;
    }
    forQuestions().points = DEX_TRY(decodePoints(bytes, head_->areaCount()));
    return Done{};
}

const Gazetteer* Library::gazetteer() const {
    return forQuestions_ && forQuestions_->gazetteer ? &*forQuestions_->gazetteer : nullptr;
}

const AreaPoints* Library::points() const {
    return forQuestions_ && forQuestions_->points ? &*forQuestions_->points : nullptr;
}

const Venues* Library::venues() const {
    return forQuestions_ && forQuestions_->venues ? &*forQuestions_->venues : nullptr;
}

const WalkingMinutes* Library::minutes() const {
    return venues() && forQuestions_->minutes ? &*forQuestions_->minutes : nullptr;
}

const Postcodes* Library::postcodes(std::size_t outward) const {
    if (!forQuestions_ || outward >= forQuestions_->postcodes.size()) return nullptr;
    const auto& found = forQuestions_->postcodes[outward];
    return found ? &*found : nullptr;
}

Result<Done> Library::openGazetteer(const Bytes& bytes) {
    ForQuestions& mine = forQuestions();
    mine.gazetteer = DEX_TRY(decodeGazetteer(bytes, static_cast<std::uint32_t>(head_->levels.size())));
    // Behind the atlas's own files, so that none of these gets another number.
    firstPostcodes_ = static_cast<FileIndex>(head_->files.size());
    for (const auto& outward : mine.gazetteer->outwards) head_->files.push_back(outward.file);
    states_.resize(head_->files.size(), FileState::Absent);
    bytes_.resize(head_->files.size());
    columns_.resize(head_->files.size());
    mine.postcodes.resize(mine.gazetteer->outwards.size());
    return Done{};
}

Result<Done> Library::openPostcodes(FileIndex file, const Bytes& bytes) {
    const FileIndex outward = file - firstPostcodes_;
    auto postcodes = DEX_TRY(decodePostcodes(bytes, head_->areaCount()));
    // Its hash is right, and yet it is another code's file: a mistake of whoever made the atlas.
    if (postcodes.outward != forQuestions_->gazetteer->outwards[outward].code) return Status::BadIndex;
    forQuestions_->postcodes[outward] = std::move(postcodes);
    return Done{};
}

Result<Done> Library::openVenues(const Bytes& bytes) {
    auto venues = DEX_TRY(decodeVenues(bytes));
    ForQuestions& mine = forQuestions();
    if (mine.minutes && !fits(*mine.minutes, venues)) return Status::BadIndex;
    mine.venues = std::move(venues);
    return Done{};
}

Result<Done> Library::openMinutes(const Bytes& bytes) {
    auto minutes = DEX_TRY(decodeMinutes(bytes, head_->areaCount()));
    // Whichever of the two comes second is held against the first.
    ForQuestions& mine = forQuestions();
    if (mine.venues && !fits(minutes, *mine.venues)) return Status::BadIndex;
    mine.minutes = std::move(minutes);
    return Done{};
}

// A column whose denominators are differences from another waits until that one is here.
Result<Done> Library::openColumn(FileIndex file, const Bytes& bytes) {
    const FileIndex shared = head_->files[file].shared;
    if (shared != kNoFile && !column(shared)) {
        bytes_[file] = bytes;
        return Done{};
    }
    const std::uint32_t areas = head_->levels[columnLevel(*head_, file)].areaCount;
    columns_[file] = DEX_TRY(decodeColumn(bytes, areas, shared == kNoFile ? nullptr : column(shared)));
    for (FileIndex other = 0; other < head_->files.size(); ++other) {
        // Columns that came first and have waited for this one.
        if (head_->files[other].shared != file || bytes_[other].empty()) continue;
        if (!openColumn(other, std::exchange(bytes_[other], {})).ok()) states_[other] = FileState::Failed;
    }
    return Done{};
}

}  // namespace dex
