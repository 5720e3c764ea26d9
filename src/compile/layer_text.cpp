#include "compile/layer_text.h"

#include <ogrsf_frmts.h>

#include <algorithm>

#include "base/bytes.h"
#include "compile/recode.h"
#include "table/clean.h"
#include "table/decode.h"

namespace dex {

namespace {

bool isNamedUtf8(const std::string& name) { return EQUAL(name.c_str(), "UTF-8") || EQUAL(name.c_str(), "UTF8"); }

// Encodings of one byte a letter in which text that happens to be UTF-8 as well would make no sense.
bool isWestern(const std::string& name) {
    return EQUAL(name.c_str(), "ISO-8859-1") || EQUAL(name.c_str(), "ISO-8859-15") || EQUAL(name.c_str(), "CP1252");
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string metadata(OGRLayer& layer, const char* name) {
    const char* value = layer.GetMetadataItem(name, "SHAPEFILE");
    return value == nullptr ? "" : value;
}

}  // namespace

LayerText::LayerText(OGRLayer& layer, bool isShapefile, std::string encoding)
    : given_(std::move(encoding)), isShapefile_(isShapefile) {
    if (!isShapefile) return;
    // A .cpg file beside it goes before a byte in the header of the .dbf.
    declared_ = metadata(layer, "ENCODING_FROM_CPG");
    isCpg_ = !declared_.empty();
    if (!isCpg_) declared_ = metadata(layer, "ENCODING_FROM_LDID");
}

std::optional<std::string> LayerText::text(std::string_view bytes) {
    // Here it does not matter which encoding it is, and nothing has to be noted.
    if (isAscii(bytes)) return cleaned(bytes);
    std::optional<std::string> utf8;
    // The recipe's word goes before the file's.
    if (!given_.empty()) {
        utf8 = recoded(bytes, given_);
    } else if (!isShapefile_ || isNamedUtf8(declared_)) {
        if (isUtf8(bytes)) utf8 = std::string(bytes);
    } else if (declared_.empty() || isWestern(declared_)) {
        const auto decoded = decodeBytes(bytes);
        if (!decoded) return std::nullopt;
        const bool isWindows = decoded->encoding == Encoding::Windows1252;
        tookWindows_ = tookWindows_ || (isWindows && declared_.empty());
        tookUtf8_ = tookUtf8_ || (!isWindows && !declared_.empty());
        utf8 = decoded->utf8;
    } else {
        utf8 = recoded(bytes, declared_);
    }
    if (!utf8) return std::nullopt;
    return cleaned(*utf8);
}

std::string LayerText::expected() const {
    if (!given_.empty()) return "the " + given_ + " that the recipe says";
    if (!isShapefile_) return "UTF-8";
    if (declared_.empty()) return "UTF-8 or Windows-1252";
    return "the " + declared_ + " that its " + (isCpg_ ? ".cpg file" : ".dbf file") + " says";
}

std::string LayerText::note() const {
    if (tookUtf8_) return "declares " + declared_ + " and is UTF-8, and was read as that";
    if (tookWindows_) return "does not declare its encoding and was read as Windows-1252";
    return {};
}

}  // namespace dex
