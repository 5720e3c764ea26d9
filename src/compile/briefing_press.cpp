#include "compile/briefing_press.h"

#include "compile/write_file.h"

namespace dex {

std::optional<std::string> BriefingPress::draw(const BriefingOrder& order, Problems& problems) {
    const Library& library = atlas_.library();
    const BriefingViews views = briefingViews(order.area, order.view, library);
    Chosen map = resolve(views.map, library);
    const Chosen area = resolve(views.area, library);
    map_.update(map, library);
    // Not by its view, which would then show the areas of the selected one's level.
    map.selected = order.area;
    area_.update(area, library);
    if (LevelScores* scores = area_.scoresAt(area.level, library)) scores->stepStability(Stability::kDraws);
    const PictureSource picture{.library = library,
                                .view = views.map,
                                .chosen = map,
                                .analysis = map_,
                                .regular = atlas_.regular(),
                                .semibold = atlas_.semibold()};
    const BriefingSource source{.map = picture, .chosen = area, .analysis = area_};
    const BriefingPlan plan = planBriefing(source, order.request);
    if (!bringTiles(atlas_.folder(), pictureSight(plan.page, kBriefingPxPerUnit), tiles_, problems))
        return std::nullopt;
    return drawBriefing(source, plan, tiles_);
}

bool BriefingPress::write(const BriefingOrder& order, Problems& problems) {
    const auto text = draw(order, problems);
    if (!text) return false;
    if (writeFile(order.path, asBytes(*text))) return true;
    problems.add(order.path, "could not be written. Is the folder there, and is there room on the disk?");
    return false;
}

}  // namespace dex
