#include "archive/gazetteer.h"

#include "archive/encode.h"
#include "archive/file_name.h"
#include "archive/limits.h"
#include "archive/magic.h"
#include "base/hash.h"

namespace dex {

Bytes encodeGazetteer(const Gazetteer& gazetteer) {
    ByteWriter out;
    writeMagic(out, Magic::Gazetteer, kGazetteerVersion);
    out.varint(gazetteer.outwards.size());
    for (const auto& one : gazetteer.outwards) {
        out.text(one.code);
        out.varint(one.file.bytes);
        // The name follows from kind and hash. As text it would be three times as long.
        out.append(hashIn(one.file.name));
    }
    out.varint(gazetteer.unfitted.size());
    for (const auto& one : gazetteer.unfitted) {
        out.u8(static_cast<std::uint8_t>(one.level));
        out.text(one.name);
        out.text(one.within);
    }
    return out.take();
}

Result<Gazetteer> decodeGazetteer(ByteSpan bytes, std::uint32_t levelCount) {
    ByteReader in(bytes);
    Gazetteer read;
    readMagic(in, Magic::Gazetteer, kGazetteerVersion);
    const std::uint32_t outwards = in.count(kMaxFiles);
    for (std::uint32_t i = 0; i < outwards && in.ok(); ++i) {
        Gazetteer::Outward one;
        one.code = std::string(in.text(kMaxOutwardBytes));
        one.file.kind = FileKind::Postcodes;
        // The size is known beforehand so that a page can refuse a longer answer.
        one.file.bytes = in.count(std::uint32_t{1} << 30);
        one.file.name = nameOf(FileKind::Postcodes, in.take(kNameDigits / 2));
        // In rising order, so that a search can halve the list and none is there twice.
        if (one.code.empty() || (i > 0 && one.code <= read.outwards.back().code)) in.fail(Status::BadIndex);
        read.outwards.push_back(std::move(one));
    }
    const std::uint32_t unfitted = in.count(kMaxAreas);
    for (std::uint32_t i = 0; i < unfitted && in.ok(); ++i) {
        Gazetteer::UnmatchedWard one;
        one.level = in.u8();
        one.name = std::string(in.text());
        one.within = std::string(in.text());
        if (one.level >= levelCount) in.fail(Status::BadIndex);
        read.unfitted.push_back(std::move(one));
    }
    DEX_TRY(in.finish());
    return read;
}

}  // namespace dex
