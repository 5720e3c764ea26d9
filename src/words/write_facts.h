#pragma once

#include "words/facts.h"
#include "words/findings.h"

namespace dex {

// Puts findings into words: the one definition of every sentence, for pictures, panels and text alike.
// Indices in `findings` must be good for its head.
Facts writeFacts(const Findings& findings);

// What is announced once when an area is selected: name, value, rank.
std::string announcement(const Facts& facts);

}  // namespace dex
