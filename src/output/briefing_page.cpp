#include <algorithm>

#include "output/briefing.h"
#include "output/briefing_style.h"
#include "output/hatch_path.h"
#include "output/picture_svg.h"
#include "output/svg_text.h"
#include "output/xml_text.h"

namespace dex {
namespace {

const Tokens& briefingTokens() { return tokensOf(ThemeChoice::Light); }

std::string html(std::string_view tag, std::string_view text, std::string_view attributes = {}) {
    if (text.empty()) return {};
    std::string element = "<" + std::string(tag);
    if (!attributes.empty()) element.append(" ").append(attributes);
    return element + ">" + xmlText(text) + "</" + std::string(tag) + ">\n";
}

std::string columnHead(std::string_view text, bool isNumber) {
    // A column without a name would be read out as blank.
    return html("th", text, isNumber ? "scope=\"col\" class=\"number\"" : "scope=\"col\"");
}

std::string swatchOf(const LegendFacts& legend, std::uint32_t classIndex) {
    const Tokens& tokens = briefingTokens();
    const bool isNoData = classIndex == kNoDataClass;
    const Colour fill = isNoData ? tokens.panel : classColour(tokens, legend.palette, classIndex, legend.classCount);
    std::string svg =
        "<svg width=\"22\" height=\"12\" aria-hidden=\"true\"><rect x=\".5\" y=\".5\" width=\"21\" height=\"11\" "
        "fill=\"" +
        svgColour(fill) + "\" stroke=\"" + svgColour(tokens.hatch) + "\"/>";
    if (isNoData)
        svg += svgStroke(hatchPath({{{1, 1}, {21, 1}, {21, 11}, {1, 11}}}, Hatch::Rising, {{0, 0}, 4}), tokens.hatch, 1,
                         1);
    return svg + "</svg>";
}

std::string legendTable(const BriefingFacts& facts) {
    const LegendFacts& legend = facts.map.legend;
    std::string table = "<table aria-label=\"" + xmlText(facts.map.legendTitle) + "\">\n<thead><tr><td></td>" +
                        columnHead(facts.map.classTitle, false) + columnHead(facts.map.countTitle, true) +
                        "</tr></thead>\n<tbody>\n";
    const auto add = [&](const LegendRow& row) {
        table += "<tr><td class=\"swatch\">" + swatchOf(legend, row.classIndex) + "</td>" +
                 html("th", row.range, "scope=\"row\"") + html("td", row.count, "class=\"number\"") + "</tr>\n";
    };
    for (const LegendRow& row : legend.rows) add(row);
    add(legend.noData);
    return table + "</tbody></table>\n";
}

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
    std::string table =
        "<table>\n<thead><tr>" + columnHead(facts.stand.needTitle, false) + columnHead(facts.stand.riskTitle, false);
    if (hasShares) table += columnHead(facts.stand.shareTitle, true) + columnHead(facts.wholeTitle, true);
    table += "</tr></thead>\n<tbody>\n";
    for (const BriefingRow& row : facts.stand.rows) {
        table += "<tr class=\"bars\">" +
                 html("th", row.label, row.standsOut ? "scope=\"row\" class=\"out\"" : "scope=\"row\"") +
                 "<td class=\"risk\">" + xmlText(row.position) + "</td>";
        if (hasShares)
            table += "<td class=\"number\">" + xmlText(row.share) + "</td><td class=\"number\">" + xmlText(row.whole) +
                     "</td>";
        table += "</tr>\n<tr><td colspan=\"" + std::string(hasShares ? "4" : "2") + "\">" + barOf(row) + "</td></tr>\n";
    }
    return table + "</tbody></table>\n";
}

std::string groupTable(const BriefingFacts& facts) {
    std::string table = "<table>\n<thead><tr>" + columnHead(facts.groups.groupTitle, false) +
                        columnHead(facts.groups.countTitle, true) + columnHead(facts.groups.shareTitle, true) +
                        columnHead(facts.wholeTitle, true) + "</tr></thead>\n<tbody>\n";
    for (const BriefingGroup& row : facts.groups.rows) {
        table += "<tr>" + html("th", row.label, "scope=\"row\"");
        for (const std::string* cell : {&row.count, &row.share, &row.whole})
            table += "<td class=\"number\">" + xmlText(*cell) + "</td>";
        table += "</tr>\n";
    }
    return table + "</tbody></table>\n";
}

std::string highestTable(const BriefingFacts& facts) {
    std::string table = "<table>\n<thead><tr>" + columnHead(facts.highest.areaTitle, false) +
                        columnHead(facts.highest.rankTitle, true) + columnHead(facts.highest.biggestTitle, false) +
                        "</tr></thead>\n<tbody>\n";
    for (const BriefingArea& row : facts.highest.rows)
        table += "<tr>" + html("th", row.name, "scope=\"row\"") + html("td", row.rank, "class=\"number\"") +
                 html("td", row.need) + "</tr>\n";
    return table + "</tbody></table>\n";
}

std::string section(std::string_view title, const std::string& content) {
    if (content.empty()) return {};
    return "<section>\n" + html("h2", title) + content + "</section>\n";
}

std::string paragraphs(const std::vector<std::string>& texts) {
    std::string content;
    for (const std::string& text : texts) content += html("p", text);
    return content;
}

std::string list(const std::vector<std::string>& texts) {
    std::string content = "<ul>\n";
    for (const std::string& text : texts) content += html("li", text);
    return content + "</ul>\n";
}

std::string linkOf(const BriefingPlan& plan) {
    // Only addresses that open a page become links.
    const bool isPage = plan.link.starts_with("https://") || plan.link.starts_with("http://");
    if (!isPage) return html("p", plan.linkText);
    return "<p><a href=\"" + xmlText(plan.link) + "\">" + xmlText(plan.linkText) + "</a></p>\n";
}

std::string headOf(const BriefingFacts& facts) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
           briefingStyleHash() +
           "'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
           html("title", facts.title) + "<style>" + briefingStyle() + "</style>\n</head>\n";
}

}  // namespace

std::string drawBriefing(const BriefingSource& source, const BriefingPlan& plan, const TileStore& tiles) {
    const BriefingFacts& facts = plan.facts;
    const std::string map = drawMapSvg(source.map, plan.page, tiles, briefingTokens(), facts.map.alt);
    std::string page = headOf(facts) + "<body>\n<main>\n<header>\n" + html("p", facts.kicker, "class=\"quiet\"") +
                       html("h1", facts.name) + html("p", facts.detail, "class=\"quiet\"") +
                       html("p", facts.lead, "class=\"lead\"") + "</header>\n<div class=\"columns\">\n";
    page += "<div>\n" + section(facts.stand.title, html("p", facts.stand.sentence) + standTable(facts));
    if (!facts.groups.rows.empty()) page += section(facts.groups.title, groupTable(facts));
    if (!facts.highest.rows.empty()) page += section(facts.highest.title, highestTable(facts));
    page += "</div>\n<div>\n";
    page += section(facts.map.headline, "<figure>\n" + map + html("figcaption", facts.map.subtitle, "class=\"quiet\"") +
                                            "</figure>\n" + legendTable(facts));
    page += section(facts.why.title, paragraphs(facts.why.texts)) + section(facts.read.title, list(facts.read.texts));
    page += "</div>\n</div>\n";
    page += "<footer>\n" + html("p", facts.sources) + html("p", plan.made) + linkOf(plan) + "</footer>\n";
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace dex
