#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compile/file_settings.h"

class GDALDataset;
class OGRLayer;

namespace dex {

// What is declared about the bytes of a layer's texts, and how they become UTF-8.
class LayerText {
public:
    // `layer` is opened so that GDAL hands out its bytes as they are.
    LayerText(OGRLayer& layer, bool isShapefile, std::string encoding);

    // As `cleaned` leaves it; nothing where the bytes are not what is declared, or what the recipe says.
    std::optional<std::string> text(std::string_view bytes);

    // What was expected of bytes that it refused: "the UTF-8 that its .cpg file says".
    std::string expected() const;
    // What a person should know about bytes that it took, in a sentence; blank where there is nothing to say.
    std::string note() const;

private:
    std::string given_;     // By the recipe.
    std::string declared_;  // By .cpg or the .dbf's own header; blank: by none.
    bool isShapefile_;
    bool isCpg_ = false;
    bool tookWindows_ = false;  // Not UTF-8, and nothing was declared.
    bool tookUtf8_ = false;     // UTF-8, although one of the Western encodings was declared.
};

}  // namespace dex
