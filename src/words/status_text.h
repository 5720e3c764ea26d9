#pragma once

#include <string_view>

#include "base/result.h"
#include "words/word.h"

namespace dex {

// The sentence that a person reads for a status; empty for a number that is none. Valid for ever.
std::string_view statusText(Language language, Status status);

}  // namespace dex
