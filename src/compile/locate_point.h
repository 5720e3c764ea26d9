#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compile/atlas_folder.h"
#include "compile/locate_header.h"
#include "compile/plane.h"
#include "map/tile_store.h"

namespace dex {

// Finds the small areas of rows by their points, on the finest level of detail: its answer is the published one at its
// grid.
class PointFinder {
public:
    // `name` is what the rows are called in messages; `header` says where their points are.
    static std::optional<PointFinder> open(const AtlasFolder& atlas, const TextRows& rows, const LocateHeader& header,
                                           const std::string& plane, const std::string& name, Problems& problems);

    // Nothing where the point lies in no area. Where it is no point, `trouble` says why.
    std::optional<AreaNumber> find(const TextRow& row, std::string& trouble);

    // What is wrong with the rows as a whole; blank where nothing is.
    std::string verdict() const;

private:
    explicit PointFinder(ToWgs84 way) : way_(std::move(way)) {}
    bool isOnEarth(double& x, double& y) const;

    LocateHeader header_;
    TileStore store_;
    ToWgs84 way_;
    char decimal_ = '.';
    std::uint64_t found_ = 0, swapped_ = 0;  // Rows; the second would be in an area the other way round.
};

}  // namespace dex
