#include <algorithm>
#include <map>

#include "geo/simplify.h"

namespace dex {

std::uint32_t dropSpecks(Topology& topology, int gridBits) {
    // The width of a cell of the coarser grid in cells of this one.
    const double cell = cellsPerWorld(topology.gridBits) / cellsPerWorld(gridBits);
    // Twice a cell, as doubleArea() counts.
    const double min = 2 * cell * cell;
    const Cycles cycles = findCycles(topology);
    std::map<AreaNumber, double> largest;  // Of the cycles that run around each area.
    std::vector<std::uint32_t> specks;     // Half-arcs with the small inside on their left.
    for (std::uint32_t c = 0; c < cycles.size(); ++c) {
        const auto area = static_cast<double>(doubleArea(topology, cycles[c]));
        const HalfArc h = cycles[c].front();
        double& max = largest[areaOf(topology, h)];
        max = std::max(max, area);
        // A closed border that touches no other, seen from its inside: both of its sides are cycles of one half-arc.
        if (area > 0 && area < min && cycles[c].size() == 1 && cycles.cycleOf[twin(h)] != c &&
            cycles[cycles.cycleOf[twin(h)]].size() == 1) {
            specks.push_back(h);
        }
    }
    std::vector<bool> dropped(topology.arcs.size(), false);
    std::uint32_t count = 0;
    for (const HalfArc h : specks) {
        const AreaNumber inside = areaOf(topology, h);
        const std::uint32_t cycle[] = {h};
        // An island that is its area's largest part stays; a hole to the outside may always be filled.
        if (inside != kOutside && static_cast<double>(doubleArea(topology, cycle)) >= largest[inside]) continue;
        dropped[h / 2] = true;
        ++count;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        if (!dropped[i]) topology.arcs[kept++] = topology.arcs[i];
    }
    // Their points stay in the list; the simplifier leaves out those that no arc has.
    topology.arcs.resize(kept);
    return count;
}

}  // namespace dex
