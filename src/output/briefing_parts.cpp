#include "output/briefing_parts.h"

#include "output/briefing_style.h"
#include "output/hatch_path.h"
#include "output/svg_text.h"
#include "output/xml_text.h"

namespace dex {
namespace {

std::string swatchOf(const LegendFacts& legend, std::uint32_t classIndex) {
    const bool isNoData = classIndex == kNoDataClass;
    const Colour fill = isNoData ? briefingTokens().panel
                                 : classColour(briefingTokens(), legend.palette, classIndex, legend.classCount);
    std::string svg =
        "<svg width=\"22\" height=\"12\" aria-hidden=\"true\"><rect x=\".5\" y=\".5\" width=\"21\" height=\"11\" "
        "fill=\"" +
        svgColour(fill) + "\" stroke=\"" + svgColour(briefingTokens().hatch) + "\"/>";
    if (isNoData)
        svg += svgStroke(hatchPath({{{1, 1}, {21, 1}, {21, 11}, {1, 11}}}, Hatch::Rising, {{0, 0}, 4}),
                         briefingTokens().hatch, 1, 1);
    return svg + "</svg>";
}

std::string linkOf(const BriefingEnd& end) {
    // Only addresses that open a page become links.
    const bool isPage = end.link.starts_with("https://") || end.link.starts_with("http://");
    if (!isPage) return htmlElement("p", end.linkText);
    return "<p><a href=\"" + xmlText(end.link) + "\">" + xmlText(end.linkText) + "</a></p>\n";
}

}  // namespace

const Tokens& briefingTokens() { return tokensOf(ThemeChoice::Light); }

std::string htmlElement(std::string_view tag, std::string_view text, std::string_view attributes) {
    if (text.empty()) return {};
    std::string element = "<" + std::string(tag);
    if (!attributes.empty()) element.append(" ").append(attributes);
    return element + ">" + xmlText(text) + "</" + std::string(tag) + ">\n";
}

std::string htmlColumnHead(std::string_view text, bool isNumber) {
    // A column without a name would be read out as blank.
    return htmlElement("th", text, isNumber ? "scope=\"col\" class=\"number\"" : "scope=\"col\"");
}

std::string briefingHead(std::string_view title) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
           briefingStyleHash() +
           "'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
           htmlElement("title", title) + "<style>" + briefingStyle() + "</style>\n</head>\n";
}

std::string htmlSection(std::string_view title, const std::string& content) {
    if (content.empty()) return {};
    return "<section>\n" + htmlElement("h2", title) + content + "</section>\n";
}

std::string htmlParagraphs(const std::vector<std::string>& texts) {
    std::string content;
    for (const std::string& text : texts) content += htmlElement("p", text);
    return content;
}

std::string htmlList(const std::vector<std::string>& texts) {
    std::string content = "<ul>\n";
    for (const std::string& text : texts) content += htmlElement("li", text);
    return content + "</ul>\n";
}

std::string briefingFigure(const BriefingMap& map, const std::string& svg) {
    return "<figure>\n" + svg + htmlElement("figcaption", map.subtitle, "class=\"quiet\"") + "</figure>\n";
}

std::string briefingLegend(const BriefingMap& map) {
    const LegendFacts& legend = map.legend;
    std::string table = "<table aria-label=\"" + xmlText(map.legendTitle) + "\">\n<thead><tr><td></td>" +
                        htmlColumnHead(map.classTitle, false) + htmlColumnHead(map.countTitle, true) +
                        "</tr></thead>\n<tbody>\n";
    const auto add = [&](const LegendRow& row) {
        table += "<tr><td class=\"swatch\">" + swatchOf(legend, row.classIndex) + "</td>" +
                 htmlElement("th", row.range, "scope=\"row\"") + htmlElement("td", row.count, "class=\"number\"") +
                 "</tr>\n";
    };
    for (const LegendRow& row : legend.rows) add(row);
    add(legend.noData);
    return table + "</tbody></table>\n";
}

std::string briefingFooter(std::string_view sources, const BriefingEnd& end) {
    return "<footer>\n" + htmlElement("p", sources) + htmlElement("p", end.made) + linkOf(end) + "</footer>\n";
}

}  // namespace dex
