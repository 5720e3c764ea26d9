#include "output/briefing_parts.h"
#include "output/comparison.h"
#include "output/picture_svg.h"
#include "output/xml_text.h"

namespace dex {
namespace {

std::string comparedHead(const CompareColumn& column) {
    std::string cell = "<th scope=\"col\" class=\"number\">" + xmlText(column.name);
    for (const std::string* line : {&column.detail, &column.among}) {
        if (!line->empty()) cell += "<span>" + xmlText(*line) + "</span>";
    }
    return cell + "</th>";
}

std::string comparedTable(const CompareFacts& compare) {
    std::string table = "<table class=\"compared\" aria-labelledby=\"compared\">\n<thead><tr><td></td>";
    for (const CompareColumn& column : compare.columns) table += comparedHead(column);
    table += "</tr></thead>\n<tbody>\n";
    for (const CompareRow& row : compare.rows) {
        // A caption heads a group of rows.
        if (!row.heading.empty()) {
            table += "</tbody>\n<tbody>\n<tr>" +
                     htmlElement("th", row.heading,
                                 "scope=\"rowgroup\" colspan=\"" + std::to_string(compare.columns.size() + 1) + "\"") +
                     "</tr>\n";
            continue;
        }
        table += "<tr>" + htmlElement("th", row.label, "scope=\"row\"");
        for (const std::string& value : row.values) table += "<td class=\"number\">" + xmlText(value) + "</td>";
        table += "</tr>\n";
    }
    return table + "</tbody></table>\n";
}

}  // namespace

std::string drawComparison(const PictureSource& map, const ComparisonPlan& plan, const TileStore& tiles) {
    const ComparisonFacts& facts = plan.facts;
    std::string page = briefingHead(facts.title) + "<body>\n<main class=\"several\">\n<header>\n" +
                       htmlElement("p", facts.kicker, "class=\"quiet\"") + htmlElement("h1", facts.name) +
                       htmlElement("p", facts.lead, "class=\"lead\"") + "</header>\n<div class=\"columns\">\n";
    // Of two areas the legend stands beside the map; beside more sentences there is room below it, and for the notes.
    const bool isLong = facts.differ.texts.size() > 5;
    const std::string legend = briefingLegend(facts.map);
    const std::string notes = htmlSection(facts.read.title, htmlList(facts.read.texts));
    const std::string figure =
        briefingFigure(facts.map, drawMapSvg(map, plan.page, tiles, briefingTokens(), facts.map.alt));
    page += "<div>\n" + htmlSection(facts.map.headline, figure + (isLong ? legend : std::string())) + "</div>\n<div>\n";
    if (!facts.differ.texts.empty()) page += htmlSection(facts.differ.title, htmlList(facts.differ.texts));
    page += isLong ? notes : legend;
    page += "</div>\n</div>\n";
    // On a small screen the table scrolls by itself, and the keyboard has to reach it.
    page += "<section class=\"long\">\n" + htmlElement("h2", facts.tableTitle, "id=\"compared\"") +
            "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\"compared\">\n" +
            comparedTable(facts.compare) + "</div>\n</section>\n";
    if (!facts.highest.texts.empty()) page += htmlSection(facts.highest.title, htmlList(facts.highest.texts));
    if (!isLong) page += notes;
    return page + briefingFooter(facts.sources, plan.end) + "</main>\n</body>\n</html>\n";
}

}  // namespace dex
