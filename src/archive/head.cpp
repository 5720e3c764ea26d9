#include <algorithm>

#include "archive/atlas.h"
#include "archive/file_name.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "archive/source_form.h"
#include "base/hash.h"

namespace dex {

namespace {

constexpr std::uint32_t kMaxLods = 16;
constexpr int kMaxShownDecimals = 9;

std::string ownText(ByteReader& in) { return std::string(in.text(kMaxTextBytes)); }

template <typename Enum>
Enum readEnum(ByteReader& in, std::uint8_t below) {
    const std::uint8_t value = in.u8();
    if (value >= below) in.fail(Status::BadNumber);
    // Never an enum outside its range, even when the file is refused in the next line.
    return in.ok() ? static_cast<Enum>(value) : Enum{};
}

bool readFlag(ByteReader& in) { return readEnum<std::uint8_t>(in, 2) == 1; }

// A count of records of at least `leastBytes` each, so that memory is bounded by the bytes there are.
std::uint32_t readCount(ByteReader& in, std::uint32_t max, std::size_t minBytes) {
    const std::uint32_t count = in.count(max);
    if (count <= in.left() / minBytes) return count;
    in.fail(Status::Truncated);
    return 0;
}

// Written as index + 1, 0 for none; must be of the kind that stands there.
FileIndex readFile(ByteReader& in, const AtlasHead& head, FileKind kind) {
    const std::uint64_t written = in.varint();
    if (written == 0) return kNoFile;
    if (written > head.files.size() || head.files[written - 1].kind != kind) {
        in.fail(Status::BadIndex);
        return kNoFile;
    }
    return static_cast<FileIndex>(written - 1);
}

FileIndex needFile(ByteReader& in, const AtlasHead& head, FileKind kind) {
    const FileIndex file = readFile(in, head, kind);
    if (file == kNoFile) in.fail(Status::BadIndex);
    return file;
}

void readFiles(ByteReader& in, AtlasHead& head) {
    const std::uint32_t count = readCount(in, kMaxFiles, 2 + kNameDigits / 2);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        AtlasFile file;
        file.kind = readEnum<FileKind>(in, static_cast<std::uint8_t>(FileKind::Postcodes));  // Those stand elsewhere.
        if (file.kind == FileKind::Head) in.fail(Status::BadIndex);
        file.bytes = in.count(std::uint32_t{1} << 30);
        file.name = nameOf(file.kind, in.take(kNameDigits / 2));
        head.files.push_back(std::move(file));
    }
    for (AtlasFile& file : head.files) {
        if (file.kind == FileKind::Column) file.shared = readFile(in, head, FileKind::Column);
    }
    // A chain of shared columns would have no end to it: the one that is shared stands alone.
    for (const AtlasFile& file : head.files) {
        if (file.shared != kNoFile && head.files[file.shared].shared != kNoFile) in.fail(Status::BadIndex);
    }
}

void readLevels(ByteReader& in, AtlasHead& head) {
    const std::uint32_t count = readCount(in, kMaxLevels, 7);
    if (count == 0) in.fail(Status::BadIndex);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Level level;
        level.id = ownText(in);
        level.singular = ownText(in);
        level.plural = ownText(in);
        level.bestFit = readFlag(in);
        level.areaCount = in.count(kMaxAreas);
        level.names = needFile(in, head, FileKind::Names);
        if (i > 0) level.grouping = needFile(in, head, FileKind::Grouping);
        const bool fits = level.areaCount > 0 && (i == 0 || level.areaCount <= head.levels[0].areaCount);
        if (!fits) in.fail(Status::BadNumber);
        head.levels.push_back(std::move(level));
    }
}

TileInfo readTileInfo(ByteReader& in, const AtlasHead& head, int gridBits) {
    TileInfo tile;
    tile.file = needFile(in, head, FileKind::Tile);
    // A point of a tile is two 16-bit numbers from the corner of its box.
    const std::uint32_t max = (std::uint32_t{1} << gridBits);
    const std::uint32_t minX = in.count(max), minY = in.count(max);
    const std::uint32_t width = in.count(0xffff), height = in.count(0xffff);
    if (minX + width > max || minY + height > max) in.fail(Status::BadNumber);
    tile.box = {static_cast<std::int32_t>(minX), static_cast<std::int32_t>(minY),
                static_cast<std::int32_t>(minX + width), static_cast<std::int32_t>(minY + height)};
    tile.areaCount = in.count(head.levels[0].areaCount);
    tile.triangleCount = in.count(4 * kMaxTilePoints);
    return tile;
}

void readLods(ByteReader& in, AtlasHead& head) {
    const std::uint32_t count = readCount(in, kMaxLods, 3);
    if (count == 0) in.fail(Status::BadIndex);
    int bitsBefore = 0;
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Lod lod;
        lod.gridBits = in.u8();
        lod.toleranceMetres = static_cast<double>(in.count(1u << 24)) / 100;
        // Levels of detail get finer, or stay as fine: whoever draws picks the first that is good enough.
        if (lod.gridBits < 1 || lod.gridBits > kMaxGridBits || lod.gridBits < bitsBefore) in.fail(Status::BadNumber);
        bitsBefore = lod.gridBits;
        const std::uint32_t tiles = readCount(in, kMaxFiles, 7);
        std::uint64_t areas = 0;
        for (std::uint32_t t = 0; t < tiles && in.ok(); ++t) {
            lod.tiles.push_back(readTileInfo(in, head, lod.gridBits));
            areas += lod.tiles.back().areaCount;
        }
        // Each area is in exactly one tile of a level of detail, so the counts must add up. Which ones is checked tile
        // by tile.
        if (in.ok() && areas != head.levels[0].areaCount) in.fail(Status::BadNumber);
        head.lods.push_back(std::move(lod));
    }
}

void readSources(ByteReader& in, AtlasHead& head) {
    const std::uint32_t count = readCount(in, kMaxIndicators, 6);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) head.sources.push_back(readSource(in));
}

void readIndicators(ByteReader& in, AtlasHead& head) {
    const std::uint32_t count = readCount(in, kMaxIndicators, 14);
    if (count == 0) in.fail(Status::BadIndex);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Indicator one;
        one.id = ownText(in);
        one.kind = readEnum<IndicatorKind>(in, 4);
        for (std::string* text : {&one.label, &one.shortLabel, &one.unit, &one.description, &one.date})
            *text = ownText(in);
        one.display = readEnum<Display>(in, 2);
        one.rollUp = readEnum<RollUp>(in, 2);
        one.decimals = in.u8();
        one.polarity = readFlag(in) ? -1 : 1;
        one.level = in.u8();
        one.source = in.count(kMaxIndicators);
        one.column = needFile(in, head, FileKind::Column);
        if (one.decimals > kMaxShownDecimals) in.fail(Status::BadNumber);
        // Everything an indicator points at has been read by now.
        if (one.level >= head.levels.size() || one.source >= head.sources.size()) in.fail(Status::BadIndex);
        head.indicators.push_back(std::move(one));
    }
}

std::uint8_t readWeight(ByteReader& in) { return readEnum<std::uint8_t>(in, kMaxWeight + 1); }

// `scored` marks the indicators that stand in the index already.
Need readNeed(ByteReader& in, Flags& scored) {
    Need need;
    for (std::string* text : {&need.id, &need.label, &need.shortLabel, &need.description, &need.focus})
        *text = ownText(in);
    const std::uint32_t segments = readCount(in, kMaxSegments, 1);
    for (std::uint32_t i = 0; i < segments && in.ok(); ++i) need.segments.push_back(ownText(in));
    need.weight = readWeight(in);
    const std::uint32_t count = readCount(in, kMaxIndicators, 2);
    if (count == 0) in.fail(Status::BadIndex);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        const std::uint32_t indicator = in.count(kMaxIndicators);
        const std::uint8_t weight = readWeight(in);
        // An indicator in two needs would count twice in the overall score.
        if (indicator >= scored.size() || scored[indicator]) {
            in.fail(Status::BadIndex);
            break;
        }
        scored[indicator] = true;
        need.indicators.push_back({indicator, weight});
    }
    return need;
}

void readIndex(ByteReader& in, AtlasHead& head) {
    if (!readFlag(in)) return;
    Index& index = head.index.emplace();
    for (std::string* text : {&index.id, &index.version, &index.title}) *text = ownText(in);
    index.arithmetic = readEnum<Arithmetic>(in, kArithmetics);
    Flags scored(head.indicators.size());
    const std::uint32_t count = readCount(in, kMaxNeeds, 10);
    if (count == 0) in.fail(Status::BadIndex);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) index.needs.push_back(readNeed(in, scored));
}

void readDefaultView(ByteReader& in, AtlasHead& head) {
    DefaultView& view = head.defaultView;
    // 0 for the overall score, else the indicator plus 1.
    const std::uint32_t written = in.count(kMaxIndicators);
    if (written > 0) view.indicator = written - 1;
    view.level = in.u8();
    view.method = readEnum<ClassMethod>(in, 3);
    view.classCount = in.u8();
    view.classes = needFile(in, head, FileKind::Classes);
    // An atlas without an index cannot begin with the overall score.
    const bool exists = view.indicator ? *view.indicator < head.indicators.size() : head.index.has_value();
    if (!exists || view.level >= head.levels.size()) in.fail(Status::BadIndex);
    if (view.classCount < kMinClasses || view.classCount > kMaxClasses) in.fail(Status::BadNumber);
}

// Columns that are shared as denominators are by small area.
void checkShared(ByteReader& in, const AtlasHead& head) {
    for (const Indicator& one : head.indicators) {
        if (head.files[one.column].shared != kNoFile && one.level != 0) in.fail(Status::BadIndex);
    }
}

}  // namespace

Result<AtlasHead> decodeHead(ByteSpan bytes) {
    ByteReader in(bytes);
    AtlasHead head;
    readMagic(in, Magic::Head, kHeadVersion);
    readFiles(in, head);
    head.title = ownText(in);
    head.place = ownText(in);
    head.attribution = ownText(in);
    // Each part points back at those before it, so the order is part of the format.
    if (in.ok()) readLevels(in, head);
    if (in.ok()) readLods(in, head);
    if (in.ok()) readSources(in, head);
    if (in.ok()) readIndicators(in, head);
    if (in.ok()) readIndex(in, head);
    if (in.ok()) readDefaultView(in, head);
    head.residents = readFile(in, head, FileKind::Column);
    head.households = readFile(in, head, FileKind::Column);
    head.recipe = readFile(in, head, FileKind::Recipe);
    head.gazetteer = readFile(in, head, FileKind::Gazetteer);
    head.points = readFile(in, head, FileKind::Points);
    head.venues = readFile(in, head, FileKind::Venues);
    head.minutes = readFile(in, head, FileKind::Minutes);
    if (in.ok()) checkShared(in, head);
    DEX_TRY(in.finish());
    return head;
}

}  // namespace dex
