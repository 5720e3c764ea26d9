#include "output/picture_svg.h"

#include "look/sizes.h"
#include "output/hatch_path.h"
#include "output/picture_notes.h"
#include "output/svg_letters.h"
#include "output/svg_map.h"
#include "output/svg_text.h"
#include "output/xml_text.h"

namespace dex {
namespace {

std::string attribute(std::string_view name, double value) {
    return " " + std::string(name) + "=\"" + svgNumber(value) + "\"";
}

std::string rectOf(const PxRect& rect, std::string_view paint) {
    return "<rect" + attribute("x", rect.x) + attribute("y", rect.y) + attribute("width", rect.width) +
           attribute("height", rect.height) + " " + std::string(paint) + "/>\n";
}

std::string svgBox(const PageBox& box) {
    const PxRect& rect = box.rect;
    std::string svg = rectOf(rect, "fill=\"" + svgColour(box.fill) + "\"");
    const double right = rect.x + rect.width, bottom = rect.y + rect.height;
    // The pattern begins in the lower left corner, as in a PNG.
    svg += svgStroke(hatchPath({{{rect.x, rect.y}, {right, rect.y}, {right, bottom}, {rect.x, bottom}}}, box.hatch,
                               {{rect.x, bottom}, map_look::kHatchPeriodPx}),
                     box.hatchInk, kHatchLine, 1);
    if (box.frame <= 0) return svg;
    const double half = box.frame / 2;
    return svg + rectOf({rect.x + half, rect.y + half, rect.width - box.frame, rect.height - box.frame},
                        "fill=\"none\" stroke=\"" + svgColour(box.frameInk) + "\" stroke-width=\"" +
                            svgNumber(box.frame) + "\"");
}

std::string svgText(const PageText& text, std::string_view paint) {
    const bool isMiddle = text.anchor == PageAnchor::Middle, isEnd = text.anchor == PageAnchor::End;
    return "<text" +
           attribute("x", text.x + (isEnd      ? text.width
                                    : isMiddle ? text.width / 2
                                               : 0)) +
           attribute("y", text.baseline) +
           (isMiddle ? " text-anchor=\"middle\""
            : isEnd  ? " text-anchor=\"end\""
                     : "") +
           attribute("font-size", text.px) + (text.isStrong ? " font-weight=\"600\"" : "") +
           attribute("textLength", text.width) + " lengthAdjust=\"spacingAndGlyphs\" " + std::string(paint) + ">" +
           xmlText(text.text) + "</text>\n";
}

std::string inkOf(const PageText& text) { return "fill=\"" + svgColour(text.ink) + "\""; }

std::string rimOf(Colour halo) {
    return "fill=\"none\" stroke-linejoin=\"round\" stroke=\"" + svgColour(halo) + "\" stroke-width=\"" +
           svgNumber(2 * map_look::kHaloPx) + "\"";
}

std::string svgText(const PageText& text, Colour halo) {
    std::string ink = svgText(text, inkOf(text));
    if (!text.hasHalo) return ink;
    // The rim is a text of its own beneath: not every program draws the stroke of a text before its fill.
    return "<g>" + svgText(text, "aria-hidden=\"true\" " + rimOf(halo)) + ink + "</g>\n";
}

// The text as a shape, in a group that says what it reads.
std::string svgShape(const PageText& text, Colour halo, const Face& face) {
    const std::string letters = lettersOf(face, text.text, text.px, {text.x, text.baseline}).text();
    const auto path = [&](const std::string& paint) { return "<path " + paint + " d=\"" + letters + "\"/>"; };
    return "<g aria-label=\"" + xmlText(text.text) + "\">" + (text.hasHalo ? path(rimOf(halo)) : "") +
           path(inkOf(text)) + "</g>\n";
}

// Without faces text is text.
struct Letters {
    const Face *regular = nullptr, *semibold = nullptr;
};

std::string groupOf(std::string_view id, PageGroup group, const PicturePage& page, const Letters& letters = {}) {
    std::string svg = "<g id=\"" + std::string(id) + "\">\n";
    for (const PageBox& box : page.boxes) {
        if (box.group == group) svg += svgBox(box);
    }
    for (const PageText& text : page.texts) {
        if (text.group != group) continue;
        const Face* face = text.isStrong ? letters.semibold : letters.regular;
        svg += face ? svgShape(text, page.halo, *face) : svgText(text, page.halo);
    }
    return svg + "</g>\n";
}

// In millimetres where it is for paper.
std::string sizeOf(const PictureSize& size) {
    constexpr double kInch = 25.4;
    const auto length = [&](double px) {
        return size.dpi > 0 ? svgNumber(px / size.dpi * kInch) + "mm" : svgNumber(px);
    };
    return " width=\"" + length(size.width) + "\" height=\"" + length(size.height) + "\"";
}

}  // namespace

std::string drawSvg(const PictureSource& source, const PictureRequest& request, const PicturePlan& plan,
                    const TileStore& tiles) {
    const PicturePage& page = plan.page;
    const PictureNotes& notes = plan.notes;
    std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
    svg += sizeOf(request.size);
    svg += " viewBox=\"0 0 " + svgNumber(page.width) + " " + svgNumber(page.height) + "\"";
    svg += " role=\"img\" aria-label=\"" + xmlText(notes.alt) + "\"";
    // Digits of one width, as in the PNG: otherwise a viewer stretches the other letters of a line that holds a 1.
    const char* faces = " font-family=\"Inter, Helvetica, Arial, sans-serif\" font-variant=\"tabular-nums\"";
    svg += std::string(request.hasOutlines ? "" : faces) + ">\n<title>" + xmlText(notes.title) + "</title>\n<desc>" +
           xmlText(notes.description) + "</desc>\n";
    svg += "<metadata>" + rdfOf(notes) + "</metadata>\n";
    svg += rectOf({0, 0, page.width, page.height}, "fill=\"" + svgColour(page.ground) + "\"");
    svg += svgMap(source, page, tiles, tokensOf(request.theme));
    const Letters letters = request.hasOutlines ? Letters{&source.regular, &source.semibold} : Letters{};
    svg += groupOf("labels", PageGroup::Labels, page, letters);
    svg += groupOf("legend", PageGroup::Legend, page, letters);
    svg += groupOf("text", PageGroup::Text, page, letters);
    return svg + "</svg>\n";
}

std::string drawMapSvg(const PictureSource& source, const PicturePage& page, const TileStore& tiles,
                       const Tokens& tokens, std::string_view alt) {
    return "<svg viewBox=\"0 0 " + svgNumber(page.width) + " " + svgNumber(page.height) +
           "\" role=\"img\" aria-label=\"" + xmlText(alt) + "\">\n" + svgMap(source, page, tiles, tokens) +
           groupOf("labels", PageGroup::Labels, page) + groupOf("text", PageGroup::Text, page) + "</svg>\n";
}

}  // namespace dex
