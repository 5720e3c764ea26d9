#pragma once

#include "archive/encode.h"
#include "compile/areas.h"

namespace dex {

// Which places lie inside an area of a level, by the polygons as they were published.
class InsideSource : public InsideArea {
public:
    InsideSource(const Areas& areas, std::size_t level);
    bool contains(std::uint32_t area, GridPoint anchor) const override;

private:
    bool inSmallArea(std::uint32_t area, WorldPoint point) const;

    const Areas& areas_;
    std::vector<std::vector<std::uint32_t>> members_;  // By area of the level: its small areas.
    std::vector<WorldBox> boxes_;                      // By small area.
};

}  // namespace dex
