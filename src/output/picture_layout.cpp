#include "output/picture_layout.h"

#include <algorithm>
#include <initializer_list>

#include "output/page_writer.h"

namespace dex {
namespace {

constexpr double kGap = 12, kColumnGap = 24;
constexpr double kCardWidth = 290, kMaxLegend = 330;
constexpr double kMinMap = 120;  // Units a side.

double marginOf(const PicturePage& page) { return std::min(page.width, page.height) < 480 ? 14 : 20; }

// Headline and subtitle; returns where they end.
double writeHead(const PageWriter& writer, const PicturePage& page) {
    const double margin = marginOf(page), width = page.width - 2 * margin;
    const Facts& facts = writer.contents().facts;
    double y = margin - 3;
    y += writer.paragraph(PageGroup::Text, margin, y, width, kHeadlineType, writer.tokens().ink, facts.headline, 4);
    y += 3;
    y +=
        writer.paragraph(PageGroup::Text, margin, y, width, kSubtitleType, writer.tokens().inkQuiet, facts.subtitle, 4);
    return y + kGap;
}

// Sources, when and from what it was made, and where the map is; returns where they begin.
double writeFoot(const PageWriter& writer, const PicturePage& page) {
    const double margin = marginOf(page), width = page.width - 2 * margin;
    const Colour ink = writer.tokens().inkQuiet;
    const PageWriter measure(writer.contents(), nullptr);
    const auto write = [&](const PageWriter& with, double y) {
        const double top = y;
        const PictureWords& words = writer.contents().words;
        for (const std::string* text : {&writer.contents().facts.sources, &words.made, &words.address})
            y += with.paragraph(PageGroup::Text, margin, y, width, kFootType, ink, *text, 12);
        return y - top;
    };
    const double top = page.height - margin + 4 - write(measure, 0);
    write(writer, top);
    writer.box({.rect = {margin, top - 6, width, 1}, .fill = writer.tokens().hairline});
    return top - 6 - kGap;
}

// A way to share the room between head and foot.
struct Plan {
    PxRect map, legend, selected;
    double scale = 0;  // How large the map comes out.
};

double scaleOf(const PxRect& map, double aspect) {
    if (map.width < kMinMap || map.height < kMinMap) return 0;
    return std::min(map.width / aspect, map.height);
}

double legendWidthOf(const PageWriter& measure) {
    return measure.contents().hasLegend ? std::min(legendWidth(measure), kMaxLegend) : 0;
}

double addLegend(const PageWriter& writer, const PxRect& place) {
    return writer.contents().hasLegend ? writeLegend(writer, place.x, place.y, place.width) : 0;
}

// The map alone, where nothing stands beside it or below.
Plan alone(const PxRect& body, double aspect) { return {body, {}, {}, scaleOf(body, aspect)}; }

Plan beside(const PageWriter& measure, const PxRect& body, double aspect) {
    const bool isCard = measure.contents().hasCard && measure.contents().facts.card;
    const double width =
        std::min(std::max({legendWidthOf(measure), isCard ? kCardWidth : 0, kMinLegend}), body.width * 0.45);
    const double x = body.x + body.width - width;
    const double legend = addLegend(measure, {0, 0, width, 0});
    const double down = legend > 0 ? legend + kGap : 0;
    Plan plan;
    plan.map = {body.x, body.y, body.width - width - kColumnGap, body.height};
    plan.legend = {x, body.y, width, legend};
    const double room = body.height - down;
    plan.selected = {x, body.y + down, width, room};
    const bool fits = legend <= body.height && (!measure.contents().facts.card || room >= (isCard ? 120 : 54));
    plan.scale = fits ? scaleOf(plan.map, aspect) : 0;
    return plan;
}

Plan below(const PageWriter& measure, const PxRect& body, double aspect) {
    const bool hasSelected = measure.contents().facts.card.has_value();
    const bool isCard = measure.contents().hasCard && hasSelected;
    // What is selected stands beside the legend where both fit, else beneath it.
    const double own = std::min(legendWidthOf(measure), body.width);
    const double taken = own > 0 ? own + kColumnGap : 0, rest = body.width - taken;
    const bool isBeside = rest >= (isCard ? 220 : 160);
    const double width = isBeside || !hasSelected ? own : std::min(body.width, kMaxLegend);
    const double legend = addLegend(measure, {0, 0, width, 0});
    const double selectedWidth = isBeside ? rest : body.width;
    double selected = writeSelected(measure, 0, 0, selectedWidth, 1e9);
    // A long card goes on as far as the legend, or a third of the page.
    if (isCard) selected = std::min(selected, std::max(isBeside ? legend : 0.0, body.height / 3));
    const double strip = !hasSelected ? legend : isBeside ? std::max(legend, selected) : legend + kGap + selected;
    const double top = body.y + body.height - strip;
    Plan plan;
    plan.map = {body.x, body.y, body.width, body.height - strip - kGap};
    plan.legend = {body.x, top, width, legend};
    plan.selected = isBeside ? PxRect{body.x + taken, top, selectedWidth, strip}
                             : PxRect{body.x, top + legend + kGap, selectedWidth, selected};
    plan.scale = scaleOf(plan.map, aspect);
    return plan;
}

Plan roomiest(const PageWriter& measure, const PxRect& body) {
    const PageContents& contents = measure.contents();
    if (!contents.hasLegend && !contents.facts.card) return alone(body, contents.mapAspect);
    const Plan side = beside(measure, body, contents.mapAspect), under = below(measure, body, contents.mapAspect);
    return under.scale > side.scale ? under : side;
}

}  // namespace

void layOut(const PageContents& contents, PicturePage& page) {
    const PageWriter writer(contents, &page), measure(contents, nullptr);
    page.ground = contents.tokens.panel;
    page.halo = contents.tokens.topCasing;
    const double margin = marginOf(page);
    const double top = writeHead(writer, page), bottom = writeFoot(writer, page);
    const PxRect body{margin, top, page.width - 2 * margin, std::max(bottom - top, 1.0)};
    const Plan plan = roomiest(measure, body);
    page.map = {plan.map.x, plan.map.y, std::max(plan.map.width, 1.0), std::max(plan.map.height, 1.0)};
    addLegend(writer, plan.legend);
    writeSelected(writer, plan.selected.x, plan.selected.y, plan.selected.width, plan.selected.height);
}

}  // namespace dex
