#pragma once

#include "geo/bucket_index.h"
#include "geo/topology.h"

namespace dex {

// How many cells of the grid a distance on the ground is, at the height of a point.
double cellsPerGroundMetre(GridPoint place, int gridBits);

// Leaves points out of arcs, each arc on its own and so the same for both its neighbours.
//
// Douglas and Peucker's rule chooses what stays: no point left out is further than the tolerance from the line that
// replaces it. Ends of arcs stay. Then points are put back until every replaced stretch could slide into its line
// without passing over a point of another border (Saalfeld 1999), so that the borders meet, enclose and order each
// other as they did: nothing crosses, turns over or vanishes.
class Simplifier {
public:
    explicit Simplifier(const Topology& source);

    struct Simplified {
        Topology topology;  // Points left out are gone from it; its arcs are in the source's order.
        std::uint32_t reinserted = 0;
    };
    Simplified run(double toleranceMetres);

private:
    struct Chord {
        std::uint32_t arc, from, to;  // Positions within the arc.
    };

    void keepByDistance(const Arc& arc, std::uint32_t from, std::uint32_t to, double tolerance);
    void keep(const Arc& arc, std::uint32_t position);
    std::uint32_t farthest(const Arc& arc, std::uint32_t from, std::uint32_t to, double& distance2) const;
    bool sweepsOverPoint(const Chord& chord) const;
    void listChords();
    std::uint32_t putBackSwept();
    std::uint32_t putBackTwins();
    std::uint32_t putBackMeeting();
    std::uint32_t putBack(const Chord& chord);
    Topology collect() const;

    GridPoint at(const Arc& arc, std::uint32_t k) const { return source_.points[source_.arcPoints[arc.first + k]]; }
    std::uint32_t idAt(const Arc& arc, std::uint32_t k) const { return source_.arcPoints[arc.first + k]; }

    const Topology& source_;
    BucketIndex index_;        // Of points.
    std::vector<bool> isEnd_;  // By point: the end of an arc.
    std::vector<bool> kept_;   // By point.
    std::vector<Chord> chords_;
};

// Takes out parts and holes that are smaller than one cell of a grid and have no junction, save where they are most
// of an area. Returns how many.
std::uint32_t dropSpecks(Topology& topology, int gridBits);

}  // namespace dex
