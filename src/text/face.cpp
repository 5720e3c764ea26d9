#include "text/face.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <stb/stb_truetype.h>

namespace dex {

struct Face::Outlines {
    Bytes file;
    stbtt_fontinfo info{};
    double unitsPerEm = 1;
    double ascent = 0, descent = 0, capHeight = 0;  // Font units.
};

namespace {

std::uint32_t bigEndian(ByteSpan bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

// The directory of tables and every table lie within the file, which also refuses a file that was cut off.
bool isWhole(ByteSpan bytes) {
    constexpr std::size_t kHeader = 12, kRecord = 16;
    if (bytes.size() < kHeader) return false;
    const std::uint32_t magic = bigEndian(bytes, 0, 4);
    if (magic != 0x00010000 && magic != 0x4F54544F) return false;  // TrueType, "OTTO".
    const std::size_t tables = bigEndian(bytes, 4, 2);
    if (bytes.size() < kHeader + tables * kRecord) return false;
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t record = kHeader + i * kRecord;
        const std::uint64_t offset = bigEndian(bytes, record + 8, 4);
        const std::uint64_t length = bigEndian(bytes, record + 12, 4);
        if (offset + length > bytes.size()) return false;
    }
    return true;
}

}  // namespace

Face::Face(std::unique_ptr<Outlines> outlines) : outlines_(std::move(outlines)) {}
Face::Face(Face&&) noexcept = default;
Face& Face::operator=(Face&&) noexcept = default;
Face::~Face() = default;

Result<Face> Face::open(Bytes file) {
    // stb_truetype follows the offsets in a file without checking them.
    if (!isWhole(file)) return Status::BadFont;
    auto outlines = std::make_unique<Outlines>();
    // Kept beside the outlines, which point into it.
    outlines->file = std::move(file);
    const auto* data = reinterpret_cast<const unsigned char*>(outlines->file.data());
    stbtt_fontinfo& info = outlines->info;
    if (stbtt_InitFont(&info, data, 0) == 0) return Status::BadFont;
    outlines->unitsPerEm = 1.0 / static_cast<double>(stbtt_ScaleForMappingEmToPixels(&info, 1.0f));
    int ascent = 0, descent = 0, gap = 0;
    stbtt_GetFontVMetrics(&info, &ascent, &descent, &gap);
    outlines->ascent = ascent;
    outlines->descent = descent;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    // Measured on an H, whose top is flat.
    if (stbtt_GetCodepointBox(&info, 'H', &x0, &y0, &x1, &y1) != 0) outlines->capHeight = y1;
    return Face(std::move(outlines));
}

bool Face::has(char32_t codePoint) const {
    return stbtt_FindGlyphIndex(&outlines_->info, static_cast<int>(codePoint)) != 0;
}

double Face::ascent(double px) const { return outlines_->ascent * px / outlines_->unitsPerEm; }
double Face::descent(double px) const { return outlines_->descent * px / outlines_->unitsPerEm; }
double Face::capHeight(double px) const { return outlines_->capHeight * px / outlines_->unitsPerEm; }

double Face::advance(char32_t codePoint, double px) const {
    int advance = 0, bearing = 0;
    stbtt_GetCodepointHMetrics(&outlines_->info, static_cast<int>(codePoint), &advance, &bearing);
    return advance * px / outlines_->unitsPerEm;
}

double Face::kerning(char32_t left, char32_t right, double px) const {
    const int units = stbtt_GetCodepointKernAdvance(&outlines_->info, static_cast<int>(left), static_cast<int>(right));
    return units * px / outlines_->unitsPerEm;
}

GlyphBitmap Face::bitmap(char32_t codePoint, double px, double shiftPx) const {
    GlyphBitmap made;
    const stbtt_fontinfo* info = &outlines_->info;
    const int glyph = stbtt_FindGlyphIndex(info, static_cast<int>(codePoint));
    const auto scale = static_cast<float>(px / outlines_->unitsPerEm);
    const auto shift = static_cast<float>(shiftPx);
    int right = 0, bottom = 0;
    stbtt_GetGlyphBitmapBoxSubpixel(info, glyph, scale, scale, shift, 0, &made.left, &made.top, &right, &bottom);
    made.width = right - made.left;
    made.height = bottom - made.top;
    if (made.width <= 0 || made.height <= 0) return {};
    made.cover.resize(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height));
    stbtt_MakeGlyphBitmapSubpixel(info, made.cover.data(), made.width, made.height, made.width, scale, scale, shift, 0,
                                  glyph);
    return made;
}

GlyphBitmap Face::finely(char32_t codePoint, double px, int columns) const {
    GlyphBitmap made;
    const stbtt_fontinfo* info = &outlines_->info;
    const int glyph = stbtt_FindGlyphIndex(info, static_cast<int>(codePoint));
    const auto scale = static_cast<float>(px / outlines_->unitsPerEm);
    const float across = scale * static_cast<float>(columns);
    int right = 0, bottom = 0;
    stbtt_GetGlyphBitmapBox(info, glyph, across, scale, &made.left, &made.top, &right, &bottom);
    if (right <= made.left || bottom <= made.top) return {};
    // Each column is the mean over the px that ends with it, so the glyph's last one still counts in columns − 1 more.
    made.width = right - made.left + columns - 1;
    made.height = bottom - made.top;
    made.cover.resize(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height));
    float shiftX = 0, shiftY = 0;
    stbtt_MakeGlyphBitmapSubpixelPrefilter(info, made.cover.data(), made.width, made.height, made.width, across, scale,
                                           0, 0, columns, 1, &shiftX, &shiftY, glyph);
    return made;
}

std::vector<GlyphStep> Face::outline(char32_t codePoint, double px) const {
    stbtt_vertex* vertices = nullptr;
    const stbtt_fontinfo* info = &outlines_->info;
    const int count = stbtt_GetCodepointShape(info, static_cast<int>(codePoint), &vertices);
    const double scale = px / outlines_->unitsPerEm;
    const auto point = [scale](double x, double y) { return GlyphPoint{x * scale, -y * scale}; };
    std::vector<GlyphStep> steps;
    for (int i = 0; i < count; ++i) {
        const stbtt_vertex& vertex = vertices[i];
        GlyphStep step;
        step.to = point(vertex.x, vertex.y);
        if (vertex.type == STBTT_vline) step.kind = GlyphStep::Kind::Line;
        if (vertex.type == STBTT_vcurve) {
            // TrueType's curves have one control point: two thirds of the way to it from either end is the same as a cubic.
            const auto towards = [](double end, double control) { return end + (control - end) * 2 / 3; };
            const stbtt_vertex& from = vertices[i - 1];
            step.kind = GlyphStep::Kind::Curve;
            step.first = point(towards(from.x, vertex.cx), towards(from.y, vertex.cy));
            step.second = point(towards(vertex.x, vertex.cx), towards(vertex.y, vertex.cy));
        }
        if (vertex.type == STBTT_vcubic) {
            step.kind = GlyphStep::Kind::Curve;
            step.first = point(vertex.cx, vertex.cy);
            step.second = point(vertex.cx1, vertex.cy1);
        }
        steps.push_back(step);
    }
    stbtt_FreeShape(info, vertices);
    return steps;
}

namespace {

// Whether it and all around it is covered whole.
bool isDeepInside(const GlyphBitmap& glyph, int x, int y) {
    if (x == 0 || y == 0 || x == glyph.width - 1 || y == glyph.height - 1) return false;
    for (int row = y - 1; row <= y + 1; ++row) {
        const std::uint8_t* cover = glyph.cover.data() + static_cast<std::ptrdiff_t>(row) * glyph.width + x;
        if ((cover[-1] & cover[0] & cover[1]) != 255) return false;
    }
    return true;
}

}  // namespace

GlyphBitmap haloOf(const GlyphBitmap& glyph, double radiusPx) {
    if (glyph.cover.empty()) return {};
    // As far as the softest edge of the disc below still covers something.
    const int reach = static_cast<int>(std::floor(radiusPx)) + 1, side = 2 * reach + 1;
    GlyphBitmap made{glyph.width + 2 * reach, glyph.height + 2 * reach, glyph.left - reach, glyph.top - reach, {}};
    made.cover.resize(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height));
    // What a pixel covers around it, less its own cover: its outline runs about (cover − ½) px beyond its middle.
    std::vector<int> disc;
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const double within = radiusPx - std::sqrt(static_cast<double>(dx * dx + dy * dy));
            disc.push_back(static_cast<int>(std::floor(within * 255 + 0.5)));
        }
    }
    for (int y = 0; y < glyph.height; ++y) {
        for (int x = 0; x < glyph.width; ++x) {
            const int cover = glyph.cover[static_cast<std::size_t>(y) * static_cast<std::size_t>(glyph.width) +
                                          static_cast<std::size_t>(x)];
            // What a pixel deep inside reaches, one beside it reaches as well.
            if (cover == 0 || (radiusPx >= 1 && isDeepInside(glyph, x, y))) continue;
            // Of the discs that reach a pixel the strongest counts; summed, they would be too strong where strokes are close.
            for (int row = 0; row < side; ++row) {
                std::uint8_t* to = made.cover.data() + static_cast<std::ptrdiff_t>(y + row) * made.width + x;
                const int* from = disc.data() + static_cast<std::ptrdiff_t>(row) * side;
                for (int i = 0; i < side; ++i)
                    to[i] = static_cast<std::uint8_t>(std::max<int>(to[i], std::min(from[i] + cover, 255)));
            }
        }
    }
    return made;
}

}  // namespace dex
