#include <algorithm>

#include "output/briefing.h"
#include "output/briefing_parts.h"
#include "output/picture_svg.h"
#include "output/svg_text.h"
#include "output/xml_text.h"

namespace dex {
namespace {

// A bar as long as its share, and a line across it where the whole stands.
std::string barOf(const BriefingRow& row) {
    const Tokens& tokens = briefingTokens();
    const auto rect = [](double x, double width, Colour colour) {
        return "<rect x=\"" + svgNumber(x) + "\" width=\"" + svgNumber(width) + "\" height=\"8\" fill=\"" +
               svgColour(colour) + "\"/>";
    };
    std::string svg =
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" +
        xmlText(row.spoken) + "\">" + rect(0, 100, tokens.track) + rect(0, 100 * std::min(row.bar, 1.0), tokens.accent);
    if (row.mark) svg += rect(std::min(100 * *row.mark, 99.0), 1, tokens.ink);
    return svg + "</svg>";
}

std::string standTable(const BriefingFacts& facts) {
    const bool hasShares = !facts.stand.shareTitle.empty();
    std::string table = "<table>\n<thead><tr>" + htmlColumnHead(facts.stand.needTitle, false) +
                        htmlColumnHead(facts.stand.riskTitle, false);
    if (hasShares) table += htmlColumnHead(facts.stand.shareTitle, true) + htmlColumnHead(facts.wholeTitle, true);
    table += "</tr></thead>\n<tbody>\n";
    for (const BriefingRow& row : facts.stand.rows) {
        table += "<tr class=\"bars\">" +
                 htmlElement("th", row.label, row.standsOut ? "scope=\"row\" class=\"out\"" : "scope=\"row\"") +
                 "<td class=\"risk\">" + xmlText(row.position) + "</td>";
        if (hasShares)
            table += "<td class=\"number\">" + xmlText(row.share) + "</td><td class=\"number\">" + xmlText(row.whole) +
                     "</td>";
        table += "</tr>\n<tr><td colspan=\"" + std::string(hasShares ? "4" : "2") + "\">" + barOf(row) + "</td></tr>\n";
    }
    return table + "</tbody></table>\n";
}

std::string groupTable(const BriefingFacts& facts) {
    std::string table = "<table>\n<thead><tr>" + htmlColumnHead(facts.groups.groupTitle, false) +
                        htmlColumnHead(facts.groups.countTitle, true) + htmlColumnHead(facts.groups.shareTitle, true) +
                        htmlColumnHead(facts.wholeTitle, true) + "</tr></thead>\n<tbody>\n";
    for (const BriefingGroup& row : facts.groups.rows) {
        table += "<tr>" + htmlElement("th", row.label, "scope=\"row\"");
        for (const std::string* cell : {&row.count, &row.share, &row.whole})
            table += "<td class=\"number\">" + xmlText(*cell) + "</td>";
        table += "</tr>\n";
    }
    return table + "</tbody></table>\n";
}

std::string highestTable(const BriefingFacts& facts) {
    std::string table = "<table>\n<thead><tr>" + htmlColumnHead(facts.highest.areaTitle, false) +
                        htmlColumnHead(facts.highest.rankTitle, true) +
                        htmlColumnHead(facts.highest.biggestTitle, false) + "</tr></thead>\n<tbody>\n";
    for (const BriefingArea& row : facts.highest.rows)
        table += "<tr>" + htmlElement("th", row.name, "scope=\"row\"") +
                 htmlElement("td", row.rank, "class=\"number\"") + htmlElement("td", row.need) + "</tr>\n";
    return table + "</tbody></table>\n";
}

}  // namespace

std::string drawBriefing(const BriefingSource& source, const BriefingPlan& plan, const TileStore& tiles) {
    const BriefingFacts& facts = plan.facts;
    const std::string map = drawMapSvg(source.map, plan.page, tiles, briefingTokens(), facts.map.alt);
    std::string page = briefingHead(facts.title) + "<body>\n<main>\n<header>\n" +
                       htmlElement("p", facts.kicker, "class=\"quiet\"") + htmlElement("h1", facts.name) +
                       htmlElement("p", facts.detail, "class=\"quiet\"") +
                       htmlElement("p", facts.lead, "class=\"lead\"") + "</header>\n<div class=\"columns\">\n";
    page += "<div>\n" + htmlSection(facts.stand.title, htmlElement("p", facts.stand.sentence) + standTable(facts));
    if (!facts.groups.rows.empty()) page += htmlSection(facts.groups.title, groupTable(facts));
    if (!facts.highest.rows.empty()) page += htmlSection(facts.highest.title, highestTable(facts));
    page += "</div>\n<div>\n";
    page += htmlSection(facts.map.headline, briefingFigure(facts.map, map) + briefingLegend(facts.map));
    page += htmlSection(facts.why.title, htmlParagraphs(facts.why.texts)) +
            htmlSection(facts.read.title, htmlList(facts.read.texts));
    page += "</div>\n</div>\n";
    page += briefingFooter(facts.sources, plan.end);
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace dex
