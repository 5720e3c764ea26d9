#include "compile/zlib_deflater.h"

#include <zlib.h>

#include <array>
#include <new>

namespace dex {

struct ZlibDeflater::Stream {
    z_stream z{};
};

namespace {

// As all other memory, so that running out of it ends in the same way.
voidpf takeMemory(voidpf, uInt count, uInt size) { return ::operator new(std::size_t{count} * size); }
void giveMemory(voidpf, voidpf memory) { ::operator delete(memory); }

}  // namespace

ZlibDeflater::ZlibDeflater() : stream_(std::make_unique<Stream>()) {
    constexpr int kLevel = 6, kWindowBits = 15, kMemory = 8;
    stream_->z.zalloc = takeMemory;
    stream_->z.zfree = giveMemory;
    DEX_CHECK(deflateInit2(&stream_->z, kLevel, Z_DEFLATED, kWindowBits, kMemory, Z_FILTERED) == Z_OK);
}

ZlibDeflater::~ZlibDeflater() { deflateEnd(&stream_->z); }

void ZlibDeflater::run(ByteSpan bytes, int flush, Bytes& packed) {
    std::array<std::byte, 32 << 10> room;
    z_stream& z = stream_->z;
    z.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    do {
        z.next_out = reinterpret_cast<Bytef*>(room.data());
        z.avail_out = static_cast<uInt>(room.size());
        deflate(&z, flush);
        packed.insert(packed.end(), room.begin(), room.end() - static_cast<std::ptrdiff_t>(z.avail_out));
    } while (z.avail_out == 0);
}

void ZlibDeflater::put(ByteSpan bytes, Bytes& packed) { run(bytes, Z_NO_FLUSH, packed); }
void ZlibDeflater::finish(Bytes& packed) { run({}, Z_FINISH, packed); }

}  // namespace dex
