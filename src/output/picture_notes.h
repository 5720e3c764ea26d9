#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/picture.h"
#include "output/png_writer.h"

namespace dex {

// The notes of a picture as files hold them.

// The keyword of a PNG's text, and the element in an SVG's metadata, that holds the view.
inline constexpr std::string_view kViewKeyword = "View";
inline constexpr std::string_view kViewElement = "dex:view";

// RDF of Dublin Core, IPTC's alt text and extended description, and our own view and spec id: one rdf:RDF element.
std::string rdfOf(const PictureNotes& notes);

// The texts of a PNG: those that everybody knows by keyword, and an XMP packet.
std::vector<PngText> pngTextsOf(const PictureNotes& notes);

}  // namespace dex
