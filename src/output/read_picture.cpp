#include "output/read_picture.h"

#include <string_view>

#include "map/view_pairs.h"
#include "map/view_state.h"
#include "output/crc32.h"
#include "output/picture_notes.h"
#include "output/xml_text.h"

namespace dex {
namespace {

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);
constexpr std::size_t kMaxEscaped = 6;  // Bytes that one letter takes at most in XML.

std::string_view textOf(ByteSpan bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::uint32_t bigEndian(std::string_view text) {
    std::uint32_t value = 0;
    for (const char c : text.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

Result<std::string> checked(std::string_view view, std::uint64_t where) {
    if (view.size() > kMaxViewText) return {Status::TooLarge, where};
    if (!isUtf8(view)) return {Status::BadText, where};
    return formatView(parseView(view).view);
}

// The text behind keyword, flags, language and translated keyword of an iTXt chunk; absent where it is packed or ends early.
std::optional<std::string_view> textUnder(std::string_view keyword, std::string_view content) {
    if (!content.starts_with(keyword)) return std::nullopt;
    content.remove_prefix(keyword.size());
    if (content.size() < 3 || content[0] != 0 || content[1] != 0) return std::nullopt;
    content.remove_prefix(3);
    for (int i = 0; i < 2; ++i) {
        const std::size_t end = content.find('\0');
        if (end == std::string_view::npos) return std::nullopt;
        content.remove_prefix(end + 1);
    }
    return content;
}

Result<std::string> readPng(std::string_view file) {
    std::size_t at = kPngSignature.size();
    while (at < file.size()) {
        if (file.size() - at < 12) return {Status::Truncated, at};
        const std::size_t length = bigEndian(file.substr(at));
        const std::string_view type = file.substr(at + 4, 4);
        if (length > file.size() - at - 12) return {Status::Truncated, at};
        const std::string_view content = file.substr(at + 8, length);
        if (type == "IEND") break;
        if (type == "iTXt") {
            if (crc32(asBytes(file.substr(at + 4, length + 4))) != bigEndian(file.substr(at + 8 + length)))
                return {Status::BadHash, at};
            if (const auto text = textUnder(kViewKeyword, content)) return checked(*text, at);
        }
        at += length + 12;
    }
    return Status::NotFound;
}

Result<std::string> readSvg(std::string_view file) {
    const std::size_t metadata = file.find("<metadata");
    const std::size_t end = metadata == file.npos ? file.npos : file.find("</metadata>", metadata);
    if (end == file.npos) return Status::NotFound;
    const std::string_view notes = file.substr(metadata, end - metadata);
    const std::string open = "<" + std::string(kViewElement) + ">", close = "</" + std::string(kViewElement) + ">";
    const std::size_t from = notes.find(open);
    const std::size_t to = from == notes.npos ? notes.npos : notes.find(close, from);
    if (to == notes.npos) return Status::NotFound;
    const std::string_view escaped = notes.substr(from + open.size(), to - from - open.size());
    if (escaped.size() > kMaxViewText * kMaxEscaped) return {Status::TooLarge, metadata + from};
    return checked(fromXmlText(escaped), metadata + from);
}

// Past a mark and blanks.
bool looksLikeXml(std::string_view file) {
    if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
    const std::size_t from = file.find_first_not_of(" \t\r\n");
    if (from == file.npos) return false;
    file.remove_prefix(from);
    return (file.starts_with("<?xml") || file.starts_with("<svg") || file.starts_with("<!--")) &&
           file.find("<svg") != file.npos;
}

}  // namespace

Result<std::string> readPictureView(ByteSpan file) {
    const std::string_view text = textOf(file);
    if (text.starts_with(kPngSignature)) return readPng(text);
    if (looksLikeXml(text)) return readSvg(text);
    return Status::BadMagic;
}

}  // namespace dex
