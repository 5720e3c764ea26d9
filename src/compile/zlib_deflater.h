#pragma once

#include <memory>

#include "output/png_writer.h"

namespace dex {

// Packs by zlib as libpng does by default: level 6, for filtered rows.
class ZlibDeflater final : public Deflater {
public:
    ZlibDeflater();
    ~ZlibDeflater() override;

    void put(ByteSpan bytes, Bytes& packed) override;
    void finish(Bytes& packed) override;

private:
    struct Stream;
    void run(ByteSpan bytes, int flush, Bytes& packed);
    std::unique_ptr<Stream> stream_;
};

}  // namespace dex
