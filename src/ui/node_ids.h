#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dex::node_id {

// Ids of nodes that are known beyond the panels that leave them: the page's JavaScript looks for these and no others
// (tests/web/node_ids.test.mjs), and panels and Text view give the same thing the same id. All other ids are the business
// of one panel.

// Parts of the tree, by which the page puts its elements into reading order (web/semantics.js).
inline constexpr std::string_view kHead = "head", kPanel = "panel", kSheet = "sheet", kKeys = "keys", kMoves = "moves",
                                  kPointer = "pointer", kHint = "hint", kProgress = "progress", kCard = "card",
                                  kLegend = "legend", kStrip = "strip", kFoot = "foot";

inline constexpr std::string_view kHeadline = "headline";   // The page's first heading.
inline constexpr std::string_view kFindSlot = "find-slot";  // Room for the page's own search field.
inline constexpr std::string_view kDialog = "dialog";       // Lies over the search field, too.
// Buttons that open the page's dialog of what readers take along, and get the focus back from it. The last part of the id is
// the dialog's tab.
inline constexpr std::string_view kShare = "share", kPicture = "picture", kData = "data", kCardPicture = "card.picture",
                                  kCardData = "card.data", kCardBriefing = "card.briefing",
                                  kCompareData = "compare.data", kCompareBriefing = "compare.briefing",
                                  kRankedData = "ranked.data";

// The name of the control beside it; after that control's id.
inline constexpr std::string_view kCaption = ".caption";

// The button that opens a part, after that part's id: the focus goes back to it when the part closes (web/mirror.js).
inline constexpr std::string_view kToggle = ".toggle";

// Selects and radios that the page's dialog for sharing offers again: the options' values are those of the view's grammar.
inline constexpr std::string_view kWhere = "where", kBy = "by";
inline constexpr std::string_view kMeasure = "measure.";    // Then the measure, as the view's `show` has it.
inline constexpr std::string_view kMeasures = "measures.";  // Then the name of the group.

// Parts of the Text view that are folded at first (web/text_view.js), and buttons that stand there as a list.
inline constexpr std::string_view kAdjust = "adjust", kRanked = "ranked", kAbout = "about";
inline constexpr std::string_view kRankedRow = "ranked.", kNeighbour = "card.neighbour.";

// What the dialogs about the figures take from the Text view (web/about).
inline constexpr std::string_view kAboutMethod = "about.method", kSource = "source", kSourcesTitle = "sources.title",
                                  kReport = "report", kCardName = "card.name", kCardValue = "card.value",
                                  kCardRank = "card.rank", kSubtitle = "subtitle";

// Parts of the card that are lists of figures.
inline constexpr std::string_view kGroups = "card.groups", kComparators = "card.comparators", kSharesOf = "card.shares";

// The larger areas in which a selection lies, by level.
inline constexpr std::string_view kWithin = "card.within";
inline constexpr std::string_view kCardScope = "card.scope";  // Ranks all within the selection.

inline constexpr std::string_view kSources = "sources";  // In full, in the Text view, and on paper.

// By age, the oldest first.
inline constexpr std::string_view kMessage = "message", kRetry = "retry", kCloseMessage = "message.close";

// The id of one of several alike: "card.groups.a", then b, and so on.
inline std::string lettered(std::string_view id, std::size_t place) {
    std::string made(id);
    made += '.';
    do {
        made += static_cast<char>('a' + place % 26);
        place /= 26;
    } while (place > 0);
    return made;
}

}  // namespace dex::node_id
