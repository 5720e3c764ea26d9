#include "gpu/software_stroke.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "gpu/software_outline.h"

namespace dex {
namespace {

// An interval that others narrow; what is no number narrows nothing.
struct Reach {
    float from, to;
    void narrow(float low, float high) {
        if (low > from) from = low;
        if (high < to) to = high;
    }
    // Where low <= offset + x / perStep <= high.
    void narrow(float offset, float perStep, float low, float high) {
        const float a = (low - offset) * perStep, b = (high - offset) * perStep;
        narrow(std::min(a, b), std::max(a, b));
    }
    // The pixels whose middles are inside, and a neighbour each way for what rounding takes.
    int first(int min) const { return std::max(min, floorOf(from - 0.5f)); }
    int end(int max) const { return std::min(max, floorOf(to - 0.5f) + 2); }
};

bool isLevel(float slope) { return std::abs(slope) < 1e-6f; }

// How many columns it takes until what grows by `slope` a column has grown by 1. No number where it hardly grows: the band
// runs along the row, and whether a pixel of it is inside its own cover says.
float stepOf(float slope) { return std::abs(slope) < 1e-6f ? std::numeric_limits<float>::quiet_NaN() : 1 / slope; }

// A line thinner than a pixel is drawn one pixel wide and paler; half a pixel more is its soft rim.
float reachOf(const Stroke& s) { return std::max(s.halfWidth, 0.5f) + 0.5f; }
float beyondOf(const Stroke& s) { return s.flatEnds ? 0.5f : reachOf(s); }

// From this half width on (with its rim) a line has an inside worth a run, px.
constexpr float kWideReach = 2;
constexpr int kFewColumns = 6;
// How far inside a band a pixel has to lie for rounding not to matter, px.
constexpr float kSurely = 0.05f;

float clamped(float value, float low, float high) { return value < low ? low : value > high ? high : value; }

}  // namespace

Clip boxOf(const Clip& clip, const Stroke& s) {
    // Of a round end the rim is nowhere farther away than beside the line; the corner of a flat one is so much farther at most:
    // √(1 + ½²) − 1.
    const float far = reachOf(s) + (s.flatEnds ? 0.125f : 0);
    Reach rows{static_cast<float>(clip.top), static_cast<float>(clip.bottom)};
    rows.narrow(std::min(s.fromY, s.toY) - far, std::max(s.fromY, s.toY) + far);
    Reach columns{static_cast<float>(clip.left), static_cast<float>(clip.right)};
    columns.narrow(std::min(s.fromX, s.toX) - far, std::max(s.fromX, s.toX) + far);
    return {columns.first(clip.left), rows.first(clip.top), columns.end(clip.right), rows.end(clip.bottom)};
}

void drawStroke(Canvas& canvas, const Clip& clip, Blend blend, const Stroke& s) {
    const Clip box = boxOf(clip, s);
    // Most pieces of a tile are out of sight.
    if (box.left >= box.right || box.top >= box.bottom) return;

    const float reach = reachOf(s), beyond = beyondOf(s);
    const float stepX = s.toX - s.fromX, stepY = s.toY - s.fromY;
    const float length = std::sqrt(stepX * stepX + stepY * stepY);
    // A piece without length has no direction, and any will do.
    const float alongX = length > 0 ? stepX / length : 1, alongY = length > 0 ? stepY / length : 0;
    const float weight = s.alpha * std::min(1.0f, 2 * s.halfWidth) * static_cast<float>(kWhole);
    // Upright and level lines are left to their pixels' own cover: along one of the two bands nothing narrows.
    const bool isWide = s.alpha == 1 && !s.flatEnds && reach > kWideReach && !isLevel(alongX) && !isLevel(alongY);
    for (int y = box.top; y < box.bottom; ++y) {
        // Along and across the line a pixel's place is a linear function of its column, so a row is cut to the columns
        // that both bands share.
        const float down = static_cast<float>(y) + 0.5f - s.fromY;
        const float along0 = down * alongY - s.fromX * alongX, across0 = down * alongX + s.fromX * alongY;
        int x = box.left, endColumn = box.right;
        // To look at a few pixels costs less than to find out which of them to leave out.
        if (endColumn - x > kFewColumns) {
            Reach columns{static_cast<float>(x), static_cast<float>(endColumn)};
            columns.narrow(along0, stepOf(alongX), -beyond, length + beyond);
            columns.narrow(across0, stepOf(-alongY), -reach, reach);
            x = columns.first(box.left);
            endColumn = columns.end(box.right);
        }
        Pixel* const row = canvas.row(y);
        // All by value: the compiler cannot know that what is written to the row is none of it.
        const auto drawPart = [=, &canvas, flatEnds = s.flatEnds, colour = s.colour](int from, int end) {
            float at = static_cast<float>(from) + 0.5f;
            for (Pixel *pixel = row + from, *const last = row + end; pixel < last; ++pixel, ++at) {
                const float along = along0 + at * alongX, across = std::abs(across0 - at * alongY);
                // Most pixels around a short piece are beyond its rim.
                if (across >= reach) continue;
                float cover = 0;
                if (flatEnds) {
                    cover = clamped(reach - across, 0, 1) * clamped(0.5f + std::min(along, length - along), 0, 1);
                } else {
                    const float past = along - clamped(along, 0, length);
                    const float squared = past * past + across * across;
                    if (squared >= reach * reach) continue;
                    cover = clamped(reach - (past == 0 ? across : std::sqrt(squared)), 0, 1);
                }
                const float share = cover * weight + 0.5f;
                // Less than one, or no number.
                if (!(share >= 1)) continue;
                canvas.put(*pixel, Canvas::kAllSamples, colour, static_cast<std::uint32_t>(share), blend);
            }
        };
        if (isWide) {
            // Well inside, where nothing shows through, whole runs are filled.
            Reach inside{static_cast<float>(x), static_cast<float>(endColumn)};
            inside.narrow(along0, stepOf(alongX), kSurely, length - kSurely);
            inside.narrow(across0, stepOf(-alongY), kSurely + 1 - reach, reach - 1 - kSurely);
            const int from = floorOf(inside.from) + 1, to = floorOf(inside.to);
            if (from < to) {
                drawPart(x, from);
                canvas.fill(y, from, to, s.colour);
                x = to;
            }
        }
        drawPart(x, endColumn);
    }
}

}  // namespace dex
