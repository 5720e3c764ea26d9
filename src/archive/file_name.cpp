#include "archive/file_name.h"

#include "base/hash.h"

namespace dex {

namespace {

std::string_view kindWord(FileKind kind) {
    switch (kind) {
        case FileKind::Head: return "head";
        case FileKind::Tile: return "tile";
        case FileKind::Column: return "column";
        case FileKind::Classes: return "classes";
        case FileKind::Names: return "names";
        case FileKind::Grouping: return "grouping";
        case FileKind::Recipe: return "recipe";
        case FileKind::Gazetteer: return "gazetteer";
        case FileKind::Points: return "points";
        case FileKind::Venues: return "venues";
        case FileKind::Minutes: return "minutes";
        case FileKind::Postcodes: return "postcodes";
    }
    return "";
}

int digitOf(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string nameOf(FileKind kind, ByteSpan hash) {
    // A gazetteer keeps only half of a hash, which is all that a name shows.
    Sha256 padded{};
    for (std::size_t i = 0; i < hash.size() && i < padded.size(); ++i)
        padded[i] = std::to_integer<std::uint8_t>(hash[i]);
    return std::string(kindWord(kind)) + "." + hexDigits(padded, kNameDigits) + ".dex";
}

std::string nameFor(FileKind kind, ByteSpan contents) {
    const Sha256 hash = sha256(contents);
    return nameOf(kind, std::as_bytes(std::span(hash)));
}

Bytes hashIn(std::string_view name) {
    Bytes hash;
    // npos + 1 is 0, so a name without a dot is read from its beginning and ends at the first letter that is no digit.
    for (std::size_t i = name.find('.') + 1; i + 1 < name.size(); i += 2) {
        const int high = digitOf(name[i]), low = digitOf(name[i + 1]);
        if (high < 0 || low < 0) break;
        hash.push_back(static_cast<std::byte>(high * 16 + low));
    }
    return hash;
}

}  // namespace dex
