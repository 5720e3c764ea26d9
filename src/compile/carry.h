#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/areas.h"
#include "compile/figures.h"
#include "compile/recipe.h"
#include "compile/report.h"

namespace dex {

// How figures of old areas come to the small areas (docs/method.md, "Place, scope and level"). The old codes look like
// the new ones, so nothing is ever joined by code alone: only the publisher's exact lookup says what became of an area.
class CarryLinks {
public:
    static std::optional<CarryLinks> read(const Recipe::Carry& carry, const std::vector<std::string>& baseCodes,
                                          SourceFiles& files, Report& report, Problems& problems);

    const std::vector<std::string>& oldCodes() const { return oldCodes_; }

    // One old area: its value as it is. Several: their mean, weighted by residents, rounded; it takes all of them, and
    // is without a number where one has none.
    Figures carry(const Figures& old, const std::string& what, Problems& problems) const;

private:
    struct Old {
        std::uint32_t area = 0;
        bool unchanged = false;
    };
    std::vector<std::string> oldCodes_;   // In byte order.
    std::vector<std::int64_t> weights_;   // Parallel; -1 where there is none.
    std::vector<std::vector<Old>> olds_;  // By small area, in order of old code.
    Flags isComplex_;                     // By small area: parts of several old areas, which no figure is known of.
    std::vector<std::string> baseCodes_;
    int decimals_ = 0;
};

}  // namespace dex
