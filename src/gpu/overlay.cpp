#include "gpu/overlay.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "gpu/blocks.h"
#include "text/measure.h"

namespace dex {
namespace {

constexpr double kShortestPx = 0.6;  // Pieces of an outline shorter than this are joined, device px.
constexpr double kBeyondPx = 64;     // How far outside the canvas a piece may lie to be drawn.

bool same(const Outline& a, const Outline& b) { return a.points == b.points && a.starts == b.starts; }

bool same(const std::vector<PlacedLabel>& a, const std::vector<PlacedLabel>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PlacedLabel& l, const PlacedLabel& r) {
        return l.x == r.x && l.y == r.y && l.strong == r.strong && l.text == r.text;
    });
}

}  // namespace

void Overlay::setTheme(const MapTheme& theme) {
    theme_ = theme;
    fresh_ = false;
}

void Overlay::setFaces(const Face* regular, const Face* strong) {
    faces_[0] = regular;
    faces_[1] = strong;
    // The atlas holds glyphs of the faces before: with 0 it is begun again.
    atlasRatio_ = 0;
    fresh_ = false;
}

void Overlay::setTextScale(double scale) {
    textScale_ = scale;
    fresh_ = false;
}

void Overlay::addOutline(const Outline& outline, const ScreenPlace& place, double ratio, const Line& line) {
    const auto halfWidth = static_cast<float>(line.halfWidth * ratio);
    const double maxX = shownWidthPx_ + kBeyondPx, maxY = shownHeightPx_ + kBeyondPx;
    for (std::size_t chain = 0; chain < outline.starts.size(); ++chain) {
        const std::size_t first = outline.starts[chain];
        const std::size_t end = chain + 1 < outline.starts.size() ? outline.starts[chain + 1] : outline.points.size();
        if (first >= end) continue;
        double fromX = place.x(outline.points[first].x), fromY = place.y(outline.points[first].y);
        for (std::size_t i = first + 1; i < end; ++i) {
            const double toX = place.x(outline.points[i].x), toY = place.y(outline.points[i].y);
            // A point that is too near the last one drawn is left out; the chain's end never is, so that a closed
            // outline closes.
            const bool tiny = std::abs(toX - fromX) + std::abs(toY - fromY) < kShortestPx;
            if (tiny && i + 1 < end) continue;
            // A piece that lies on one side of the canvas as a whole cannot cross it.
            const bool beyond = std::max(fromX, toX) < -kBeyondPx || std::min(fromX, toX) > maxX ||
                                std::max(fromY, toY) < -kBeyondPx || std::min(fromY, toY) > maxY;
            if (!beyond) {
                addPiece({static_cast<float>(fromX), static_cast<float>(fromY), static_cast<float>(toX),
                          static_cast<float>(toY), halfWidth, 0, line.ink});
            }
            fromX = toX;
            fromY = toY;
        }
    }
}

void Overlay::addCrosshair(const ScreenPlace& place, double ratio) {
    constexpr double kInner = 5, kOuter = 14;  // Css px from the middle.
    constexpr int kDirections[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    // Light beneath dark, so that one of the two shows on any class.
    const Line lines[] = {{2.5, theme_.focusLight}, {1.0, theme_.focusDark}};
    for (const Line& line : lines) {
        for (const auto& way : kDirections) {
            addPiece({static_cast<float>(place.midX + way[0] * kInner * ratio),
                      static_cast<float>(place.midY + way[1] * kInner * ratio),
                      static_cast<float>(place.midX + way[0] * kOuter * ratio),
                      static_cast<float>(place.midY + way[1] * kOuter * ratio),
                      static_cast<float>(line.halfWidth * ratio), 0, line.ink});
        }
    }
}

void Overlay::addLine(std::string_view text, bool strong, double midX, double baseline, bool halo) {
    const Face& face = *atlas_.face(strong);
    const double px = atlas_.px(strong);
    double pen = midX - textWidth(face, text, px) / 2;
    // Rows are whole and only columns have fractions: horizontal strokes stay sharp, and letters are evenly spaced.
    const double bottom = std::floor(baseline + 0.5);
    const Rgba8 ink = halo ? theme_.halo : theme_.label;
    char32_t before = 0;
    while (!text.empty()) {
        const char32_t codePoint = takeCodePoint(text);
        if (before != 0) pen += face.kerning(before, codePoint, px);
        before = codePoint;
        double column = std::floor(pen);
        int shift = static_cast<int>((pen - column) * atlas_.shiftsPerPx() + 0.5);
        // Rounded up to the next whole pixel.
        if (shift == atlas_.shiftsPerPx()) {
            shift = 0;
            ++column;
        }
        const GlyphAtlas::Glyph& glyph = atlas_.glyph(codePoint, strong, shift);
        const GlyphSlot& slot = halo ? glyph.halo : glyph.ink;
        pen += face.advance(codePoint, px);
        // A space, or a glyph for which the atlas has no room.
        if (slot.width == 0) continue;
        const auto left = static_cast<float>(column + slot.left), right = left + static_cast<float>(slot.width);
        const auto top = static_cast<float>(bottom - slot.top), low = top - static_cast<float>(slot.height);
        const auto u = static_cast<std::uint16_t>(slot.x + slot.width),
                   v = static_cast<std::uint16_t>(slot.y + slot.height);
        // y runs up on the canvas and down in the atlas.
        const LabelVertex corners[4] = {{left, top, slot.x, slot.y, ink},
                                        {right, top, u, slot.y, ink},
                                        {left, low, slot.x, v, ink},
                                        {right, low, u, v, ink}};
        vertexList_.insert(vertexList_.end(), std::begin(corners), std::end(corners));
    }
}

// Halos first, so that none lies over the ink of a neighbour.
void Overlay::addLabels(const Scene& scene, int heightPx) {
    const double ratio = scene.sight.devicePixelRatio;
    if (!faces_[0] || !faces_[1] || scene.labels.empty()) return;
    if (atlasRatio_ != ratio * textScale_) {
        // A halo is as wide at a larger text size: only the letters take the text scale.
        atlasRatio_ = ratio * textScale_;
        atlas_.reset(faces_[0], faces_[1], map_look::kLabelPx * atlasRatio_, map_look::kStrongLabelPx * atlasRatio_,
                     map_look::kHaloPx * ratio);
    }
    for (const bool halo : {true, false}) {
        for (const PlacedLabel& label : scene.labels) {
            const double px = atlas_.px(label.strong);
            std::string_view text = label.text;
            const auto breaks = static_cast<double>(std::count(text.begin(), text.end(), '\n'));
            // The label's place is the middle of its lines, by the height of their capitals.
            double baseline = heightPx - label.y * ratio + breaks * kLabelLine * px / 2 -
                              atlas_.face(label.strong)->capHeight(px) / 2;
            for (;;) {
                const std::size_t end = std::min(text.find('\n'), text.size());
                addLine(text.substr(0, end), label.strong, label.x * ratio, baseline, halo);
                if (end == text.size()) break;
                text.remove_prefix(end + 1);
                baseline -= kLabelLine * px;
            }
        }
    }
}

void Overlay::uploadGlyphs(RenderCounters& counters) {
    if (atlas_.height() == 0 || (glyphs_ && glyphsVersion_ == atlas_.version())) return;
    const auto pixels = std::as_bytes(atlas_.pixels());
    // The atlas grows downwards. A texture cannot, and a higher one takes its place.
    if (glyphs_ && glyphsHeight_ == atlas_.height()) {
        device_.writeTexture(glyphs_, 0, 0, GlyphAtlas::kWidth, atlas_.height(), pixels);
    } else {
        if (glyphs_) device_.drop(glyphs_);
        glyphs_ = device_.makeTexture({"glyphs", TextureFormat::R8, GlyphAtlas::kWidth, atlas_.height(), pixels});
        glyphsHeight_ = atlas_.height();
    }
    glyphsVersion_ = atlas_.version();
    counters.uploadedBytes += pixels.size();
}

void Overlay::update(const Scene& scene, int widthPx, int heightPx, RenderCounters& counters) {
    // In another place, size or look everything is laid out again; otherwise only what the scene itself changes.
    const bool still = fresh_ && widthPx == shownWidthPx_ && heightPx == shownHeightPx_ && scene.sight == shown_.sight;
    shownWidthPx_ = widthPx;
    shownHeightPx_ = heightPx;
    const ScreenPlace place(scene.sight, heightPx);
    const double ratio = scene.sight.devicePixelRatio;

    if (!still || scene.crosshair != shown_.crosshair || !same(scene.selected, shown_.selected) ||
        !same(scene.hovered, shown_.hovered)) {
        pieceList_.clear();
        // The selected outline lies over the hovered one: both may run along one border.
        // The light line of each is the wider one and lies beneath its dark one.
        addOutline(scene.hovered, place, ratio, {2.0, theme_.focusLight});
        addOutline(scene.hovered, place, ratio, {0.9, theme_.focusDark});
        addOutline(scene.selected, place, ratio, {2.75, theme_.focusLight});
        addOutline(scene.selected, place, ratio, {1.5, theme_.focusDark});
        if (scene.crosshair) addCrosshair(place, ratio);
        const auto bytes = std::as_bytes(std::span(pieceList_));
        pieces_.write(bytes);
        counters.uploadedBytes += bytes.size();
    }
    if (!still || !same(scene.labels, shown_.labels)) {
        vertexList_.clear();
        addLabels(scene, heightPx);
        const auto bytes = std::as_bytes(std::span(vertexList_));
        vertices_.write(bytes);
        counters.uploadedBytes += bytes.size();
        // After the labels: laying them out is what draws into the atlas the glyphs that are new.
        uploadGlyphs(counters);
    }
    shown_ = scene;
    fresh_ = true;
}

void Overlay::draw(const Scene& scene, int widthPx, int heightPx, BufferId frame, RenderCounters& counters) {
    if (pieceList_.empty() && vertexList_.empty()) return;
    device_.setBlend(Blend::Over);
    // They end where the map does.
    device_.setScissor(viewportPx(scene.sight, widthPx, heightPx));
    // A program that the card refuses is none: the map goes without these (Programs::prepare).
    if (!pieceList_.empty() && programs_[Program::Outline]) {
        device_.use(programs_[Program::Outline]);
        device_.useUniforms(kFrameSlot, frame, 0, sizeof(FrameBlock));
        device_.useVertices(pieces_.id(), 0);
        device_.drawQuads(static_cast<std::uint32_t>(pieceList_.size() / 4));
        ++counters.drawCalls;
    }
    if (!vertexList_.empty() && programs_[Program::Label]) {
        device_.use(programs_[Program::Label]);
        device_.useUniforms(kFrameSlot, frame, 0, sizeof(FrameBlock));
        device_.useTexture(0, glyphs_);
        device_.useVertices(vertices_.id(), 0);
        device_.drawQuads(static_cast<std::uint32_t>(vertexList_.size() / 4));
        ++counters.drawCalls;
    }
}

void Overlay::drop() {
    if (glyphs_) device_.drop(glyphs_);
    pieces_.drop();
    vertices_.drop();
}

}  // namespace dex
