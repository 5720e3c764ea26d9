#include "archive/encode.h"
#include "archive/file_name.h"
#include "archive/magic.h"
#include "archive/source_form.h"

namespace dex {

namespace {

void writeFile(ByteWriter& out, FileIndex file) { out.varint(file == kNoFile ? 0 : std::uint64_t{file} + 1); }

template <typename Enum>
void writeEnum(ByteWriter& out, Enum value) {
    out.u8(static_cast<std::uint8_t>(value));
}

void writeFiles(ByteWriter& out, const AtlasHead& head) {
    out.varint(head.files.size());
    for (const AtlasFile& file : head.files) {
        const Bytes hash = hashIn(file.name);
        // Only the hash is written. A name of another form would not come back.
        DEX_CHECK(nameOf(file.kind, hash) == file.name);
        writeEnum(out, file.kind);
        out.varint(file.bytes);
        out.append(hash);
    }
    for (const AtlasFile& file : head.files) {
        // After all files, because a column may lean on one that comes later.
        if (file.kind == FileKind::Column) writeFile(out, file.shared);
    }
}

void writeLods(ByteWriter& out, const AtlasHead& head) {
    out.varint(head.lods.size());
    for (const Lod& lod : head.lods) {
        out.u8(static_cast<std::uint8_t>(lod.gridBits));
        // In centimetres.
        out.varint(static_cast<std::uint64_t>(lod.toleranceMetres * 100 + 0.5));
        out.varint(lod.tiles.size());
        for (const TileInfo& tile : lod.tiles) {
            writeFile(out, tile.file);
            out.varint(static_cast<std::uint64_t>(tile.box.minX));
            out.varint(static_cast<std::uint64_t>(tile.box.minY));
            out.varint(static_cast<std::uint64_t>(tile.box.maxX - tile.box.minX));
            out.varint(static_cast<std::uint64_t>(tile.box.maxY - tile.box.minY));
            out.varint(tile.areaCount);
            out.varint(tile.triangleCount);
        }
    }
}

void writeIndicator(ByteWriter& out, const Indicator& one) {
    out.text(one.id);
    writeEnum(out, one.kind);
    for (const auto* text : {&one.label, &one.shortLabel, &one.unit, &one.description, &one.date}) out.text(*text);
    writeEnum(out, one.display);
    writeEnum(out, one.rollUp);
    out.u8(static_cast<std::uint8_t>(one.decimals));
    // A flag: 1 where less is more risk.
    out.u8(one.polarity < 0 ? std::uint8_t{1} : std::uint8_t{0});
    out.u8(static_cast<std::uint8_t>(one.level));
    out.varint(one.source);
    writeFile(out, one.column);
}

void writeIndex(ByteWriter& out, const Index& index) {
    for (const auto* text : {&index.id, &index.version, &index.title}) out.text(*text);
    writeEnum(out, index.arithmetic);
    out.varint(index.needs.size());
    for (const Need& need : index.needs) {
        for (const auto* text : {&need.id, &need.label, &need.shortLabel, &need.description, &need.focus})
            out.text(*text);
        out.varint(need.segments.size());
        for (const std::string& segment : need.segments) out.text(segment);
        out.u8(need.weight);
        out.varint(need.indicators.size());
        for (const NeedIndicator& one : need.indicators) {
            out.varint(one.indicator);
            out.u8(one.weight);
        }
    }
}

void writeDefaultView(ByteWriter& out, const DefaultView& view) {
    out.varint(view.indicator ? std::uint64_t{*view.indicator} + 1 : 0);
    out.u8(static_cast<std::uint8_t>(view.level));
    writeEnum(out, view.method);
    out.u8(static_cast<std::uint8_t>(view.classCount));
    writeFile(out, view.classes);
}

}  // namespace

Bytes encodeHead(const AtlasHead& head) {
    ByteWriter out;
    writeMagic(out, Magic::Head, kHeadVersion);
    writeFiles(out, head);
    out.text(head.title);
    out.text(head.place);
    out.text(head.attribution);
    out.varint(head.levels.size());
    for (std::size_t i = 0; i < head.levels.size(); ++i) {
        const Level& level = head.levels[i];
        for (const auto* text : {&level.id, &level.singular, &level.plural}) out.text(*text);
        out.u8(level.bestFit ? 1 : 0);
        out.varint(level.areaCount);
        writeFile(out, level.names);
        // The small areas are their own grouping.
        if (i > 0) writeFile(out, level.grouping);
    }
    writeLods(out, head);
    out.varint(head.sources.size());
    for (const Source& source : head.sources) writeSource(out, source);
    out.varint(head.indicators.size());
    for (const Indicator& one : head.indicators) writeIndicator(out, one);
    out.u8(head.index ? 1 : 0);
    if (head.index) writeIndex(out, *head.index);
    writeDefaultView(out, head.defaultView);
    writeFile(out, head.residents);
    writeFile(out, head.households);
    writeFile(out, head.recipe);
    writeFile(out, head.gazetteer);
    writeFile(out, head.points);
    writeFile(out, head.venues);
    writeFile(out, head.minutes);
    return out.take();
}

}  // namespace dex
