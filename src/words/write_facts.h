#pragma once

#include <string>
#include <vector>

#include "words/facts.h"
#include "words/findings.h"

namespace dex {

// Puts findings into words: the one definition of every sentence, for pictures, panels and text alike.
// Indices in `findings` must be good for its head.
Facts writeFacts(const Findings& findings);

// What is said of a selection; not a part of the facts of every frame, because most maps have none.
SelectionFacts writeSelection(const Findings& findings, const SelectionFinding& found);
CardFacts writeSelectionCard(const Findings& findings, const SelectionFinding& found);

// What is announced once when an area is selected: name, value, rank. `towards`: where it lies from the area round which
// its reader steps.
std::string announcement(const Facts& facts, std::optional<Compass> towards = {});

// What a picture of the map shows, for those who do not see it: kMaxAltText characters at most.
inline constexpr std::size_t kMaxAltText = 150;
std::string altText(const Facts& facts);
bool isShortEnoughForAlt(const std::string& text);

// The keys and gestures, for the list that is opened. No fact of a view, so that no first picture waits for its words.
std::vector<HelpRow> helpRows(Language language);

}  // namespace dex
