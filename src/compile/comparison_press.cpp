#include "compile/comparison_press.h"

#include "compile/write_file.h"
#include "output/comparison.h"

namespace dex {

bool writeComparison(const ComparisonOrder& order, PictureAtlas& atlas, Problems& wrong, Problems& problems) {
    const Library& library = atlas.library();
    const auto view = comparisonView(order.view, library);
    if (!view) {
        wrong.add("--compared", "the view compares fewer than two areas. Name them as compare=borough:E09000028,…");
        return false;
    }
    if (!atlas.prepare(*view, wrong, problems)) return false;
    const Chosen chosen = resolve(*view, library);
    Analysis analysis;
    analysis.update(chosen, library);
    while (tryOtherWeights(chosen, library, Stability::kDraws, analysis)) {
    }
    const PictureSource source{.library = library,
                               .view = *view,
                               .chosen = chosen,
                               .analysis = analysis,
                               .regular = atlas.regular(),
                               .semibold = atlas.semibold(),
                               .outlined = chosen.compared};
    const ComparisonPlan plan = planComparison(source, order.request);
    TileStore tiles;
    tiles.open(library.head()->lods);
    if (!bringTiles(atlas.folder(), pictureSight(plan.page, kBriefingPxPerUnit), tiles, problems)) return false;
    if (writeFile(order.path, asBytes(drawComparison(source, plan, tiles)))) return true;
    problems.add(order.path, "could not be written. Is the folder there, and is there room on the disk?");
    return false;
}

}  // namespace dex
