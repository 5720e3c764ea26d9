#include "output/svg_text.h"

namespace dex {

std::string svgColour(Colour colour) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {colour.r, colour.g, colour.b}) {
        text += kDigits[channel >> 4];
        text += kDigits[channel & 15];
    }
    return text;
}

std::string svgStroke(const SvgPath& path, Colour colour, double width, double opacity) {
    if (path.isEmpty()) return {};
    std::string svg =
        "<path fill=\"none\" stroke=\"" + svgColour(colour) + "\" stroke-width=\"" + svgNumber(width) + "\"";
    if (opacity < 1) svg += " stroke-opacity=\"" + svgNumber(opacity) + "\"";
    return svg + " d=\"" + path.text() + "\"/>\n";
}

}  // namespace dex
