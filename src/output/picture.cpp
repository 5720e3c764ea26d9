#include "output/picture.h"

#include <algorithm>
#include <cmath>

#include "geo/projection.h"
#include "look/sizes.h"
#include "map/camera.h"
#include "map/label_text.h"
#include "map/labels.h"
#include "model/area_finding.h"
#include "model/findings_of.h"
#include "output/outlined_names.h"
#include "output/picture_layout.h"
#include "risk/spec_id.h"
#include "words/write_facts.h"

namespace dex {
namespace {

WorldBox boxOf(const Library& library, LevelArea area) {
    return toWorld(library.names(area.level)->boxes[area.area], kAnchorBits);
}

WorldBox framedBox(const PictureSource& source) {
    if (!source.outlined.empty()) {
        WorldBox all = boxOf(source.library, source.outlined[0]);
        for (const LevelArea& area : source.outlined) {
            const WorldBox one = boxOf(source.library, area);
            all = {std::min(all.minX, one.minX), std::min(all.minY, one.minY), std::max(all.maxX, one.maxX),
                   std::max(all.maxY, one.maxY)};
        }
        return all;
    }
    const auto& place = source.chosen.place;
    const AreaNames* names = place ? source.library.names(place->level) : nullptr;
    return names ? toWorld(names->boxes[place->area], kAnchorBits) : worldBox(source.library.head()->lods[0]);
}

Sight sightOf(const PictureSource& source, const PxRect& map) {
    Camera camera;
    camera.setReducedMotion(true);
    camera.setHome(worldBox(source.library.head()->lods[0]));
    // A page has a margin of its own: less of the map's is free than between panels.
    constexpr double kTighter = 16;
    camera.setViewport(map, {map.x - kTighter, map.y - kTighter, map.width + 2 * kTighter, map.height + 2 * kTighter},
                       1);
    if (source.view.camera) {
        camera.jumpTo(toWorld(source.view.camera->centre), source.view.camera->zoom);
    } else {
        camera.frame(framedBox(source), Motion::Jump, 0);
    }
    return camera.sight();
}

// A round length that takes up no more than a quarter of the map, with what is beneath it kept readable.
PxRect addScale(const PageContents& contents, PicturePage& page) {
    const double metresPerUnit = kWorldMetres * groundScale(page.sight.centre.y) / page.sight.pxPerWorld;
    const double most = std::min(page.map.width / 4, 130.0) * metresPerUnit;
    double length = 1;
    for (double step = 1; step <= most; step *= 10) {
        for (const double times : {1.0, 2.0, 5.0}) {
            if (step * times <= most) length = step * times;
        }
    }
    constexpr double kHigh = 4, kEdge = 6, kPx = 12;
    const std::string text = formatLength(contents.facts.language, length);
    const double width = length / metresPerUnit;
    const PxRect bar{page.map.x + kEdge, page.map.y + page.map.height - kEdge - kHigh, width, kHigh};
    const Tokens& tokens = contents.tokens;
    page.boxes.push_back({.rect = {bar.x - 1, bar.y - 1, bar.width + 2, bar.height + 2}, .fill = tokens.topCasing});
    page.boxes.push_back({.rect = bar, .fill = tokens.ink});
    page.texts.push_back({.text = text,
                          .x = bar.x,
                          .baseline = bar.y - 5,
                          .width = textWidth(contents.regular, text, kPx),
                          .px = kPx,
                          .ink = tokens.ink,
                          .hasHalo = true});
    return {bar.x - 4, bar.y - 22, std::max(width, page.texts.back().width) + 8, 32};
}

PxRect onPage(const Sight& sight, const WorldBox& box) {
    const double midX = sight.viewport.x + sight.viewport.width / 2,
                 midY = sight.viewport.y + sight.viewport.height / 2;
    return {midX + (box.minX - sight.centre.x) * sight.pxPerWorld,
            midY - (box.maxY - sight.centre.y) * sight.pxPerWorld, (box.maxX - box.minX) * sight.pxPerWorld,
            (box.maxY - box.minY) * sight.pxPerWorld};
}

void addLabel(const PageContents& contents, const PlacedLabel& label, PicturePage& page) {
    const double px = label.strong ? map_look::kStrongLabelPx : map_look::kLabelPx;
    const Face& face = label.strong ? contents.semibold : contents.regular;
    std::string_view text = label.text;
    const auto breaks = static_cast<double>(std::count(text.begin(), text.end(), '\n'));
    double baseline = label.y - breaks * kLabelLine * px / 2 + face.capHeight(px) / 2;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const double width = textWidth(face, line, px);
        page.texts.push_back({.group = PageGroup::Labels,
                              .text = std::string(line),
                              .x = label.x - width / 2,
                              .baseline = baseline,
                              .width = width,
                              .anchor = PageAnchor::Middle,
                              .px = px,
                              .isStrong = label.strong,
                              .ink = contents.tokens.ink,
                              .hasHalo = true});
        if (end == text.size()) return;
        text.remove_prefix(end + 1);
        baseline += kLabelLine * px;
    }
}

// Boroughs, then neighbourhoods, as on the screen: none over the scale bar or a small outlined area.
void addLabels(const PictureSource& source, const PageContents& contents, const PxRect& scale, PicturePage& page) {
    const std::uint32_t top = source.library.head()->topLevel();
    std::vector<PxRect> taken{scale};
    // First of all those by which the outlines are told apart.
    std::vector<OutlinedArea> outlined;
    for (const LevelArea& area : source.outlined) {
        const AreaNames& names = *source.library.names(area.level);
        const WorldPoint anchor = toWorld(names.anchors[area.area], kAnchorBits);
        const PxRect at = onPage(page.sight, {anchor.x, anchor.y, anchor.x, anchor.y});
        outlined.push_back({nameAmong(source.library, area, source.outlined),
                            onPage(page.sight, boxOf(source.library, area)),
                            {at.x, at.y}});
    }
    for (const OutlinedName& name : placeNames(outlined, source.semibold, page.map, taken)) {
        addLabel(contents, name.label, page);
        taken.push_back(name.rect);
        if (name.isNumber) page.numbered.push_back(name.area);
    }
    std::sort(page.numbered.begin(), page.numbered.end());
    std::vector<LabelCandidate> candidates;
    const auto add = [&](std::uint32_t level, const LabelStyle& style) {
        const AreaNames* names = source.library.names(level);
        if (!names) return;
        auto ofLevel = labelCandidates(*names, style);
        for (std::uint32_t area = 0; area < ofLevel.size(); ++area) {
            const auto& named = source.outlined;
            if (std::find(named.begin(), named.end(), LevelArea{level, area}) == named.end())
                candidates.push_back(std::move(ofLevel[area]));
        }
    };
    add(top, {.face = &source.semibold, .px = map_look::kStrongLabelPx, .strong = true});
    if (top > 1) add(1, {.face = &source.regular, .px = map_look::kLabelPx, .strong = false});
    for (const OutlinedArea& area : outlined) {
        // The map is framed by them, so one may be long and still small.
        if (area.box.width * area.box.height < page.map.width * page.map.height / 4) taken.push_back(area.box);
    }
    const auto& selected = source.chosen.selected;
    if (selected && source.library.names(selected->level)) {
        const PxRect rect = onPage(page.sight, boxOf(source.library, *selected));
        if (rect.width < page.map.width / 3 && rect.height < page.map.height / 3) taken.push_back(rect);
    }
    Labels labels;
    labels.setCandidates(std::move(candidates));
    for (const PlacedLabel& label : labels.place(page.sight, taken)) addLabel(contents, label, page);
}

std::string licencesOf(const AtlasHead& head) {
    std::string text;
    std::vector<std::string_view> seen;
    for (const Source& source : head.sources) {
        if (source.licence.empty() || std::find(seen.begin(), seen.end(), source.licence) != seen.end()) continue;
        seen.push_back(source.licence);
        text += (text.empty() ? "" : "; ") + source.licence;
    }
    return text;
}

std::string twoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string isoDay(Day day) {
    const std::string year = std::to_string(day.year);
    return std::string(4 - std::min<std::size_t>(year.size(), 4), '0') + year + '-' + twoDigits(day.month) + '-' +
           twoDigits(day.day);
}

}  // namespace

PicturePlan planPicture(const PictureSource& source, const PictureRequest& request) {
    const AtlasHead& head = *source.library.head();
    const std::vector<MessageFinding> noMessages;
    const Facts facts = writeFacts(findingsOf(
        {.library = source.library, .chosen = source.chosen, .analysis = source.analysis, .messages = noMessages}));
    PicturePlan plan;
    PictureNotes& notes = plan.notes;
    if (head.index)
        notes.spec = specId(head, source.chosen.weights, source.chosen.arithmetic, source.chosen.level,
                            scopeOf(source.chosen, source.library));
    ViewState linked = source.view;
    linked.spec = notes.spec;
    notes.view = formatView(linked);
    const std::string address = request.address.empty() ? std::string() : request.address + '#' + notes.view;
    const PictureWords words = writePictureWords(facts, notes.spec, request.made, address);
    notes.title = facts.headline;
    notes.alt = altText(facts);
    notes.description = words.description;
    notes.sources = facts.sources;
    notes.licence = licencesOf(head);
    if (request.made) notes.made = isoDay(*request.made);

    const WorldBox framed = framedBox(source);
    const double high = framed.maxY - framed.minY;
    const PageContents contents{.facts = facts,
                                .words = words,
                                .regular = source.regular,
                                .semibold = source.semibold,
                                .tokens = tokensOf(request.theme),
                                .hasCard = request.hasCard,
                                .hasLegend = request.hasLegend,
                                .mapAspect = high > 0 ? std::clamp((framed.maxX - framed.minX) / high, 0.2, 5.0) : 1};
    PicturePage& page = plan.page;
    page.width = request.size.width / request.size.pxPerUnit;
    page.height = request.size.height / request.size.pxPerUnit;
    layOut(contents, page);
    page.sight = sightOf(source, page.map);
    const PxRect scale = addScale(contents, page);
    if (request.hasLabels) addLabels(source, contents, scale, page);
    return plan;
}

PicturePage planMap(const PictureSource& source, const Tokens& tokens, double width, double height) {
    const Facts facts;
    const PictureWords words;
    const PageContents contents{
        .facts = facts, .words = words, .regular = source.regular, .semibold = source.semibold, .tokens = tokens};
    PicturePage page;
    page.width = width;
    page.height = height;
    page.ground = tokens.panel;
    page.halo = tokens.topCasing;
    page.map = {0, 0, width, height};
    page.sight = sightOf(source, page.map);
    addLabels(source, contents, addScale(contents, page), page);
    return page;
}

Sight pictureSight(const PicturePage& page, double pxPerUnit) {
    Sight sight = page.sight;
    sight.devicePixelRatio = pxPerUnit;
    return sight;
}

}  // namespace dex
