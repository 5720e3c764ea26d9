#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "find/cover.h"
#include "find/nearest.h"
#include "model/analysis.h"

namespace dex {

// Questions about venues and the small areas of an atlas (docs/method.md, "Places that help"). All of them are answered from
// what is here; filesOfReach() names what has to be.

// Points, venues and minutes; the residents; none that the atlas does not have.
std::vector<FileIndex> filesOfReach(const AtlasHead& head);

// A venue and how far it is.
struct VenueNear {
    std::uint32_t venue = 0;  // Into Venues::all.
    double metres = 0;        // As metresBetween has it.
    friend bool operator==(const VenueNear&, const VenueNear&) = default;
};

// The venues of an atlas, ready to be asked which is nearest. Made once and then const; the venues must outlive it.
class VenueFinder {
public:
    explicit VenueFinder(const Venues& venues);

    // Nothing where there is none of this kind.
    std::optional<VenueNear> nearest(std::uint32_t kind, GroundPoint from) const;
    // Of any of these kinds, one flag each; of equally near ones the first in the atlas.
    std::optional<VenueNear> nearest(const Flags& kinds, GroundPoint from) const;

    std::uint32_t kindCount() const { return static_cast<std::uint32_t>(byKind_.size()); }

private:
    struct OfKind {
        NearestPoint points;
        std::vector<std::uint32_t> venues;  // Into Venues::all, in order.
    };
    std::vector<OfKind> byKind_;
};

// How far is still within reach, to the venues of these kinds: metres in a straight line, or minutes on foot.
struct Reach {
    Flags kinds;  // One flag each.
    double metres = 0;
    std::optional<std::uint32_t> minutes;  // If set, the metres say nothing.
};

// The least published minutes from a small area to the venues of these kinds; nothing where it is in no catchment.
std::optional<std::uint32_t> minutesTo(const WalkingMinutes& minutes, const Flags& kinds, std::uint32_t area);

// The small areas of a place that are out of reach, one flag each: further than so many metres, or in no catchment of at
// most so many minutes. Points and venues are here, for minutes these too.
Flags outOfReach(const Library& library, const VenueFinder& finder, const Reach& reach,
                 const std::optional<LevelArea>& place);

// What "high risk" means for a choice: the small areas in the highest class of its measure (docs/method.md).
struct HighestClass {
    bool isOverall = false;  // The measure has no highest class, so that overall is used instead, and said.
    Flags areas;             // By small area.
    // By small area: what they are listed by, more for higher risk, least for no data; and the overall score in 1e-9, 0 for none.
    std::vector<double> order;
    std::vector<std::int64_t> overall;
};
// The choice as it has to be asked for: by small area, with a measure that has a highest class. Its files are
// wantedFor() (model/wanted.h).
Chosen chosenForHighest(Chosen chosen, const AtlasHead& head);
// Nothing until all files of chosenForHighest() are here.
std::optional<HighestClass> highestClass(const Chosen& chosen, const Library& library);

// Residents of a small area as a whole number; 1 in an atlas that does not know them, 0 where there is no figure.
std::int64_t residentsOf(const Library& library, std::uint32_t area);

// Small areas as they are listed: by `order` where there is one, residents, code.
std::vector<std::uint32_t> listedAreas(const Library& library, const Flags& areas, const std::vector<double>& order);

// Where one more venue would bring most residents within so many metres: demand are the areas that are in the highest
// class and out of reach now, candidates the points of the place's small areas, then `dropped`. Overall scores decide ties.
struct WhereNext {
    std::vector<CoverPick> picks;
    std::vector<std::uint32_t> candidates;  // The small areas of the place; behind them stand those that were dropped.
};
WhereNext whereNext(const Library& library, const VenueFinder& finder, const Reach& reach, const HighestClass& highest,
                    const std::optional<LevelArea>& place, std::span<const GroundPoint> dropped, std::uint32_t count);

}  // namespace dex
