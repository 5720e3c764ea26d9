#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/picture.h"
#include "words/briefing_words.h"

namespace dex {

// A briefing: one area on a page of HTML that prints on A4. It has no script, no outside reference and no style= attribute,
// and its one fixed style (output/briefing_style.h) is named by hash in its own policy, so that no name in it can do
// anything. It is a function of an atlas, a view and what was asked for, with the same bytes everywhere.
//
// planBriefing says what it holds and what the map in it shows; the caller then brings the tiles of that sight;
// drawBriefing writes it.

// The views that a briefing about an area shows: small areas round it, and the area among those of its level. Weights,
// arithmetic and scope are those of `view`; all else is the briefing's own.
struct BriefingViews {
    ViewState map, area;
};
BriefingViews briefingViews(LevelArea about, const ViewState& view, const Library& library);

struct BriefingRequest {
    std::optional<Day> made;
    std::string address;  // Of the page with the map; empty: nobody is sent there.
};

// Everything outlives the plan.
struct BriefingSource {
    const PictureSource&
        map;               // Overall risk of the small areas in the place that holds the area, which `chosen` selects.
    const Chosen& chosen;  // Overall risk at the area's own level, and the area selected.
    const Analysis& analysis;  // Of that, with its trials made.
};

// The five small areas of highest risk in an area, or as many as it holds; none in a small area. The analysis is of overall
// risk.
std::vector<HighestArea> highestAreasIn(LevelArea area, const Library& library, const Analysis& analysis);

// How a page ends.
struct BriefingEnd {
    std::string made, link;  // The latter empty without an address.
    std::string linkText;
};
// `linked` is the view that a reader can go on from, with its spec.
BriefingEnd briefingEnd(const Facts& facts, const ViewState& linked, const BriefingRequest& request);

struct BriefingPlan {
    PicturePage page;  // The map alone.
    BriefingFacts facts;
    BriefingEnd end;
};

// There is an index, and an area is selected.
BriefingPlan planBriefing(const BriefingSource& source, const BriefingRequest& request);

// `tiles` hold what pictureSight(plan.page, kBriefingPxPerUnit) needs.
std::string drawBriefing(const BriefingSource& source, const BriefingPlan& plan, const TileStore& tiles);

// As fine as paper shows.
inline constexpr double kBriefingPxPerUnit = 3;

}  // namespace dex
