#pragma once

#include <string>
#include <string_view>

#include "ui/memory.h"
#include "ui/semantic_tree.h"

namespace dex {

// The keyboard in the list that is open, whoever has opened it: arrows, Home, End, PageUp and PageDown go to an option, what is
// typed goes to the option that begins so, and Enter or space chooses. Returns the id of the option that is chosen, mostly
// none. Where it stands is in `memory`; `tree` is that of the last frame.
std::string keyInList(std::string_view key, const SemanticTree& tree, Memory& memory);

}  // namespace dex
