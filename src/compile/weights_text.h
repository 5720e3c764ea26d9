#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/atlas.h"
#include "compile/problems.h"
#include "risk/weights.h"

namespace dex {

// The published weights with those that `text` changes: `N2=5,N2.income=0` gives the need N2 the weight 5 and its
// indicator N2.income the weight 0. Blank: the published ones. Mistakes are reported with what was expected.
std::optional<Weights> readWeights(std::string_view text, const AtlasHead& head, Problems& problems);

// All weights in the same grammar, needs first.
std::string weightsText(const Weights& weights, const AtlasHead& head);

}  // namespace dex
