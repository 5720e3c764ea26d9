#pragma once

#include <optional>
#include <string>

#include "output/briefing.h"
#include "words/comparison_words.h"

namespace dex {

// The briefing of a comparison: two to four areas side by side on a page of HTML, as output/briefing.h makes one of an area.
//
// The caller brings all names and borders and the files of comparisonView (model/wanted.h), analyses it, makes the trials,
// plans the page, brings the tiles of its sight and draws it. Figures of any level are made of those files.

// Small areas by overall risk, in the place that holds all that are compared, where it is one. Weights, arithmetic and scope
// are those of `view`, as are the areas; all else is the briefing's own. Nothing where fewer than two are compared.
std::optional<ViewState> comparisonView(const ViewState& view, const Library& library);

// Makes up to so many more of the trials that say how steady the areas compared are, and the place beside them; false where
// none is left to make.
bool tryOtherWeights(const Chosen& chosen, const Library& library, std::uint32_t trials, Analysis& analysis);
// How many there are in all: those of each level of which one of them is.
std::uint32_t trialsOf(const Chosen& chosen, const Library& library);

struct ComparisonPlan {
    PicturePage page;  // The map alone.
    ComparisonFacts facts;
    BriefingEnd end;
};

// The map's choice has what is compared, which `map` outlines. There is an index.
ComparisonPlan planComparison(const PictureSource& map, const BriefingRequest& request);

// `tiles` hold what pictureSight(plan.page, kBriefingPxPerUnit) needs.
std::string drawComparison(const PictureSource& map, const ComparisonPlan& plan, const TileStore& tiles);

}  // namespace dex
