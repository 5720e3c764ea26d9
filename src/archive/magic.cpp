#include "archive/magic.h"

namespace dex {

void readMagic(ByteReader& in, Magic kind, std::uint8_t version) {
    const bool known = in.u8() == 'D' && in.u8() == 'X' && in.u8() == static_cast<std::uint8_t>(kind);
    if (!known) in.fail(Status::BadMagic);
    // The first failure stands, so a file of another kind is never called one of another version.
    if (in.u8() != version) in.fail(Status::BadVersion);
}

void writeMagic(ByteWriter& out, Magic kind, std::uint8_t version) {
    out.append(asBytes("DX"));
    out.u8(static_cast<std::uint8_t>(kind));
    out.u8(version);
}

}  // namespace dex
