#pragma once

#include "words/facts.h"

namespace dex {

// What the index adds to the facts, made by hand: five needs and six groups with figures of London's sketches.
void addIndex(Facts& facts);
// Own weights in force, and the ranked list.
void showOwnWeights(Facts& facts);
// Three areas side by side, with their borough and London; the selected one is not among them.
void showCompared(Facts& facts);
// The views that have palettes of their own.
void showNeeds(Facts& facts);
void showDifference(Facts& facts);
void showTwoWay(Facts& facts);

}  // namespace dex
