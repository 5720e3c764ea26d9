#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "look/sizes.h"
#include "look/tokens.h"
#include "map/scene.h"
#include "ui/glyphs.h"

namespace dex {

class Drawing;

// From the bottom up: what stands on the map itself, the panels, and what opens over them.
enum class Layer : std::uint8_t { Ground, Panels, Top, kCount };

enum class Align : std::uint8_t { Left, Middle, Right };

// Draws shapes and text into the frame's triangles. Lengths are css px at 16 px text; edges and baselines land on device
// pixels, so that nothing is blurred at any ratio.
class Brush {
public:
    Brush(Drawing& drawing, Glyphs& glyphs) : drawing_(drawing), glyphs_(glyphs) {}

    // For the frame that begins: device px for one of our px, and the theme.
    void setFrame(double scale, const Tokens& tokens) {
        scale_ = scale;
        tokens_ = &tokens;
    }
    void setLayer(Layer layer) { layer_ = layer; }
    // Nothing is drawn beyond `rect` either, until popClip.
    void pushClip(const PxRect& rect);
    void popClip();
    const Tokens& tokens() const { return *tokens_; }
    double scale() const { return scale_; }

    // To device px, on a whole pixel.
    float snap(double length) const;
    // The thickness of a line that is at least one device pixel.
    float thickness(double px) const;

    void fill(const PxRect& rect, Colour colour, double corner = 0, std::uint8_t alpha = 255);
    void frame(const PxRect& rect, Colour colour, double corner = 0, double width = 1);
    void lineAcross(double x, double y, double width, Colour colour);
    void lineDown(double x, double y, double height, Colour colour);
    void disc(double x, double y, double radius, Colour colour);
    void ring(double x, double y, double radius, Colour colour, double width);
    void stroke(std::initializer_list<PxPoint> points, Colour colour, double width, bool closed = false);
    void triangle(PxPoint a, PxPoint b, PxPoint c, Colour colour);
    void hatch(const PxRect& rect, Colour colour, Hatch kind = Hatch::Rising);
    void shadow(const PxRect& rect, double corner);

    // One line in a row of the given height, its middle on the row's; shortened with … where it is too wide. Returns
    // the width drawn.
    double text(const PxRect& row, Type type, Colour colour, std::string_view text, Align align = Align::Left);
    // Lines from the top of `rect`, at most `maxLines`; returns the height drawn.
    double paragraph(const PxRect& rect, Type type, Colour colour, std::string_view text, std::size_t maxLines = 99,
                     double line = 0);  // 0: the type's own line height.

    double widthOf(Type type, std::string_view text) const;
    std::vector<std::string> linesOf(Type type, std::string_view text, double width, std::size_t maxLines = 99) const;
    double heightOf(Type type, std::string_view text, double width, std::size_t maxLines = 99) const;

    // Each text drawn is added here in full; null: nobody listens.
    void setListener(std::vector<std::string>* heard) { heard_ = heard; }

private:
    std::string shortened(Type type, std::string_view text, double width) const;
    double run(float x, float baseline, Type type, Colour colour, std::string_view text);

    Drawing& drawing_;
    Glyphs& glyphs_;
    Layer layer_ = Layer::Ground;
    const Tokens* tokens_ = nullptr;
    std::vector<std::string>* heard_ = nullptr;
    double scale_ = 1;
};

}  // namespace dex
