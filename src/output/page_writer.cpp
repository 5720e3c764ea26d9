#include "output/page_writer.h"

#include <algorithm>

#include "text/measure.h"

namespace dex {
namespace {

// Lines that all fit: a word wider than a line, as an address may be, is broken anywhere.
std::vector<std::string_view> linesOf(const Face& face, std::string_view text, double px, double width) {
    std::vector<std::string_view> lines;
    for (std::string_view line : breakLines(face, text, px, width)) {
        while (textWidth(face, line, px) > width) {
            std::size_t fitting = 0;
            std::string_view rest = line;
            do {
                fitting = line.size() - rest.size();
                takeCodePoint(rest);
            } while (!rest.empty() && textWidth(face, line.substr(0, line.size() - rest.size()), px) <= width);
            // A letter wider than the line stands alone.
            if (fitting == 0) break;
            lines.push_back(line.substr(0, fitting));
            line.remove_prefix(fitting);
        }
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

double PageWriter::widthOf(const PageType& type, std::string_view text) const {
    return textWidth(face(type), text, type.px);
}

void PageWriter::put(PageGroup group, const Place& place, const PageType& type, Colour ink,
                     std::string_view text) const {
    if (!page_ || text.empty()) return;
    const double rest = type.line - face(type).capHeight(type.px);
    page_->texts.push_back({.group = group,
                            .text = std::string(text),
                            .x = place.x,
                            .baseline = place.y + type.line - rest / 2,
                            .width = widthOf(type, text),
                            .anchor = place.anchor,
                            .px = type.px,
                            .isStrong = type.isStrong,
                            .ink = ink});
}

void PageWriter::line(PageGroup group, const PxRect& row, const PageType& type, Colour ink, std::string_view text,
                      PageAnchor anchor) const {
    const std::string fitting = shorten(face(type), text, type.px, row.width);
    const double rest = row.width - widthOf(type, fitting);
    const double left = anchor == PageAnchor::Start ? 0 : anchor == PageAnchor::Middle ? rest / 2 : rest;
    put(group, {row.x + left, row.y + (row.height - type.line) / 2, anchor}, type, ink, fitting);
}

double PageWriter::paragraph(PageGroup group, double x, double y, double width, const PageType& type, Colour ink,
                             std::string_view text, std::size_t max) const {
    if (text.empty()) return 0;
    const auto lines = linesOf(face(type), text, type.px, width);
    const std::size_t shown = std::min(lines.size(), max);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool isCut = i + 1 == shown && shown < lines.size();
        const std::string_view rest =
            isCut ? text.substr(static_cast<std::size_t>(lines[i].data() - text.data())) : lines[i];
        put(group, {x, y + type.line * static_cast<double>(i)}, type, ink, shorten(face(type), rest, type.px, width));
    }
    return type.line * static_cast<double>(shown);
}

void PageWriter::box(const PageBox& box) const {
    if (page_) page_->boxes.push_back(box);
}

}  // namespace dex
