#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/gazetteer.h"
#include "archive/points.h"
#include "archive/venues.h"
#include "base/bytes.h"
#include "base/result.h"
#include "find/area_marks.h"

namespace dex {

// The files of one open atlas except its tiles: which are here, which are asked for, which failed, and what they hold.
//
// A file is known by its name, and its name says its hash, so whatever arrives is checked before it is read. Files
// may arrive in any order, also before the head; they wait undecoded until the head says what they are.
class Library {
public:
    enum class FileState : std::uint8_t { Absent, Wanted, Here, Failed };

    // Takes a file that has arrived. The head's success makes head() non-null. A tile's bytes are kept for takeTile.
    // Fails with BadHash where the contents do not match the name, NotFound where the atlas has no such file, and
    // with the decoder's error; the file then counts as failed. What was here before stays.
    Result<Done> supply(std::string_view name, Bytes bytes);

    // Takes a head that did not come as a file: of an atlas that is being made, or has been opened elsewhere. It is sound,
    // and there was none before.
    void begin(AtlasHead head);

    // Says that a file could not be loaded, or that its contents are no good: it counts as failed until retry(), also
    // where it had arrived.
    void giveUp(std::string_view name);

    // Failed files become absent, so that they are wanted again. Returns how many.
    std::uint32_t retry();

    // Asks for a file once; true if it has to be fetched now.
    bool want(FileIndex file);

    // Lets go of a file, so that it may be wanted again.
    void forget(FileIndex file);

    // Changes when something that can be asked for below has been opened. Tiles do not count: they are taken away.
    std::uint32_t version() const { return version_; }

    const AtlasHead* head() const { return head_ ? &*head_ : nullptr; }
    FileState state(FileIndex file) const { return file < states_.size() ? states_[file] : FileState::Absent; }
    std::optional<FileIndex> fileNamed(std::string_view name) const;

    // Null until they are here.
    const AreaNames* names(std::uint32_t level) const;
    // Level 0: each area is its own.
    const std::vector<std::uint32_t>* grouping(std::uint32_t level) const;
    std::uint32_t areaCountAt(std::uint32_t level) const;  // Of a selection there are two.
    const std::vector<std::vector<std::uint32_t>>& groupings() const { return groupings_; }  // Empty ones are not here.
    const Column* column(FileIndex file) const;

    // What a reader has selected is one more level, above all others: its area 0 is the selection, its area 1 everything
    // else. So whatever can be said of a larger area can be said of it. It has borders and no names, and there is none until
    // something is chosen.
    std::uint32_t selectionLevel() const { return static_cast<std::uint32_t>(head_->levels.size()); }
    void select(AreaMarks marks);                 // By small area; empty: nothing is selected.
    std::span<const AreaMark> selection() const;  // Empty: nothing is selected.
    std::uint32_t selectionVersion() const { return selectionVersion_; }

    const std::vector<std::uint8_t>* defaultClasses() const { return classes_.empty() ? nullptr : &classes_; }

    // What a search knows besides names; with it the files of postcodes become files of the atlas.
    const Gazetteer* gazetteer() const;
    FileIndex postcodeFile(std::size_t outward) const { return firstPostcodes_ + static_cast<FileIndex>(outward); }
    const Postcodes* postcodes(std::size_t outward) const;

    // Where each small area is when distances are asked (AtlasHead::points).
    const AreaPoints* points() const;
    // Places that help, and how far on foot to them (AtlasHead::venues, minutes). The latter are here only with the former.
    const Venues* venues() const;
    const WalkingMinutes* minutes() const;

    // The bytes of a tile that has arrived and was not taken yet; empty when there are none.
    Bytes takeTile(FileIndex file);

    // Share of the wanted bytes that have arrived, 0–1; 1 when nothing is loading. What has failed is no longer wanted.
    double progress() const;
    bool isBusy() const;  // A wanted file has neither arrived nor failed.

private:
    Result<Done> openHead(Bytes bytes);
    Result<Done> open(FileIndex file, const Bytes& bytes);
    Result<Done> openColumn(FileIndex file, const Bytes& bytes);
    Result<Done> openForQuestions(FileIndex file, const Bytes& bytes);
    Result<Done> openGazetteer(const Bytes& bytes);
    Result<Done> openPostcodes(FileIndex file, const Bytes& bytes);
    Result<Done> openVenues(const Bytes& bytes);
    Result<Done> openMinutes(const Bytes& bytes);

    struct Waiting {
        std::string name;
        Bytes bytes;
    };
    // What those alone have who search or ask: most maps never load it, and no first picture does.
    struct ForQuestions {
        ~ForQuestions();
        std::optional<Gazetteer> gazetteer;
        std::vector<std::optional<Postcodes>> postcodes;  // By outward code.
        std::optional<AreaPoints> points;
        std::optional<Venues> venues;
        std::optional<WalkingMinutes> minutes;
        AreaMarks selection;
        std::vector<std::uint32_t> selectionGrouping;
    };
    ForQuestions& forQuestions();

    std::uint32_t version_ = 0;
    std::optional<AtlasHead> head_;
    std::vector<Waiting> waiting_;                       // Arrived before the head.
    std::vector<FileState> states_;                      // Parallel to head_->files.
    std::vector<Bytes> bytes_;                           // Tiles not taken yet, and columns that wait for a shared one.
    std::vector<std::optional<AreaNames>> names_;        // By level.
    std::vector<std::vector<std::uint32_t>> groupings_;  // By level; empty until here.
    std::vector<std::optional<Column>> columns_;         // By file.
    std::vector<std::uint8_t> classes_;
    std::unique_ptr<ForQuestions> forQuestions_;  // Null while there is nothing of it.
    std::uint32_t selectionVersion_ = 0;
    FileIndex firstPostcodes_ = 0;
};

}  // namespace dex
