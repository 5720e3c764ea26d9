#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "map/gestures.h"
#include "map/neighbours.h"
#include "model/analysis.h"
#include "model/library.h"
#include "model/search.h"
#include "words/findings.h"

namespace dex {

// The ranked list as its reader left it.
struct Listing {
    bool isOpen = false;
    bool fromHighest = true;
    std::uint32_t page = 0;  // May lie past the end: then the last one is shown.
    std::string typed = {};  // Only names that fit this; empty: all.
    // Only these small areas, in order, in which an outward code has postcodes; none: all of the place.
    std::span<const std::uint32_t> only = {};
    std::string_view code = {};
};
// Rows of a page: all boroughs of London, and all wards of any of them, stand on one.
inline constexpr std::uint32_t kRankedPage = 40;

// Stands for the areas in Compare where a scope is chosen.
inline constexpr std::string_view kComparedScope = "compared";

// The numbers and names behind the words, from what the app holds.
struct FindingsInput {
    const Library& library;
    const Chosen& chosen;
    const Analysis& analysis;
    std::optional<LevelArea> pointed = {};
    const std::vector<MessageFinding>& messages;
    PageHint hint = PageHint::None;
    Listing listing = {};
    const FoundArea* found = nullptr;            // What the last search led to.
    bool isAdjustOpen = false;                   // The reader sees what can be adjusted.
    bool canHelp = false;                        // The host has a page about what helps.
    std::span<const Neighbour> neighbours = {};  // Of the selected area, to be named.
    bool awaitsPlace = false;                    // Nothing of the whole is to be said before the view's place is known.
};
Findings findingsOf(const FindingsInput& input);

}  // namespace dex
