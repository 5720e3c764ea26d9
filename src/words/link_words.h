#pragma once

#include <string>

#include "words/findings.h"

namespace dex {

// What a link asked for that the atlas does not have, in a sentence, and in another what is shown instead. Something is
// missing.
std::string linkSentence(Language language, const AtlasHead& head, const LinkFinding& link);

}  // namespace dex
