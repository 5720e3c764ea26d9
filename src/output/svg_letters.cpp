#include "output/svg_letters.h"

#include "text/measure.h"

namespace dex {
namespace {

void addLetter(SvgPath& path, const std::vector<GlyphStep>& steps, PxPoint pen) {
    const auto at = [pen](GlyphPoint point) { return PxPoint{pen.x + point.x, pen.y + point.y}; };
    bool isOpen = false;
    for (const GlyphStep& step : steps) {
        switch (step.kind) {
            case GlyphStep::Kind::Move:
                if (isOpen) path.close();
                path.moveTo(at(step.to));
                isOpen = true;
                break;
            case GlyphStep::Kind::Line: path.lineTo(at(step.to)); break;
            case GlyphStep::Kind::Curve: path.curveTo(at(step.first), at(step.second), at(step.to)); break;
        }
    }
    if (isOpen) path.close();
}

}  // namespace

SvgPath lettersOf(const Face& face, std::string_view line, double px, PxPoint pen) {
    SvgPath path;
    eachLetter(face, line, px, pen.x, [&](char32_t codePoint, double x) {
        addLetter(path, face.outline(drawnAs(face, codePoint), px), {x, pen.y});
    });
    return path;
}

}  // namespace dex
