#include <iterator>

#include "app/painter.h"
#include "look/sizes.h"
#include "map/label_text.h"
#include "ui/node_ids.h"
#include "ui/semantic_tree.h"

namespace dex {
namespace {

// The strips of the map that panels cover: left, right, above and below what is clear.
std::vector<PxRect> coveredParts(const PxRect& map, const PxRect& clear) {
    const double clearRight = clear.x + clear.width, clearBottom = clear.y + clear.height;
    return {
        {map.x, map.y, clear.x - map.x, map.height},
        {clearRight, map.y, map.x + map.width - clearRight, map.height},
        {map.x, map.y, map.width, clear.y - map.y},
        {map.x, clearBottom, map.width, map.y + map.height - clearBottom},
    };
}

PxRect onScreen(const WorldBox& box, const Camera& camera) {
    const auto topLeft = camera.toScreen({box.minX, box.maxY}), bottomRight = camera.toScreen({box.maxX, box.minY});
    return {topLeft.x, topLeft.y, bottomRight.x - topLeft.x, bottomRight.y - topLeft.y};
}

}  // namespace

void Painter::placeLabels(const Picture& picture) {
    makeLabelCandidates(picture);
    const PxRect& clear = picture.layout.clear;
    std::vector<PxRect> taken = coveredParts(picture.layout.map, clear);
    if (const Node* keys = picture.interface.semantics().find(node_id::kKeys)) taken.push_back(keys->rect);
    std::erase_if(taken, [](const PxRect& r) { return r.width <= 0 || r.height <= 0; });
    const auto& selected = picture.chosen.selected;
    if (const auto* names = selected ? picture.library.names(selected->level) : nullptr) {
        // A small selection is kept free; one that fills the screen would leave no room for any name.
        const PxRect rect = onScreen(toWorld(names->boxes[selected->area], kAnchorBits), picture.camera);
        if (rect.width < clear.width / 3 && rect.height < clear.height / 3) taken.push_back(rect);
    }
    scene_.labels = labels_.place(scene_.sight, taken);
}

void Painter::makeLabelCandidates(const Picture& picture) {
    if (!regular_ || !semibold_) return;
    const std::uint32_t top = picture.library.head()->topLevel();
    const LabelLevels levels = labelLevels(scene_.level, top);
    const AreaNames* strong = picture.library.names(levels.strong);
    const AreaNames* other = levels.quiet != levels.strong && !isPlain_ ? picture.library.names(levels.quiet) : nullptr;
    const double scale = picture.size.textScale;
    const LabelSource source = {
        .level = scene_.level, .hasStrong = strong != nullptr, .hasOther = other != nullptr, .textScale = scale};
    if (labelSource_ == source) return;
    labelSource_ = source;
    std::vector<LabelCandidate> candidates;
    if (strong) {
        candidates =
            labelCandidates(*strong, {.face = semibold_, .px = map_look::kStrongLabelPx * scale, .strong = true});
    }
    if (other) {
        auto more = labelCandidates(*other, {.face = regular_, .px = map_look::kLabelPx * scale, .strong = false});
        candidates.insert(candidates.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    labels_.setCandidates(std::move(candidates));
}

}  // namespace dex
