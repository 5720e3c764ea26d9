#include "gpu/software_device.h"

#include <algorithm>

namespace dex {
namespace {

constexpr int kMaxSide = 16384;  // Of a texture, as on good graphics cards.

}  // namespace

BufferId SoftwareDevice::makeBuffer(const BufferDesc& desc) {
    SoftwareBuffer& made = buffers_.emplace_back();
    made.bytes.resize(std::max(desc.size, desc.content.size()));
    std::copy(desc.content.begin(), desc.content.end(), made.bytes.begin());
    made.ringEnds.assign(desc.ringEnds.begin(), desc.ringEnds.end());
    return {static_cast<std::uint32_t>(buffers_.size())};
}

void SoftwareDevice::writeBuffer(BufferId buffer, std::size_t offset, ByteSpan content) {
    Bytes& to = buffers_[buffer.id - 1].bytes;
    DEX_CHECK(offset + content.size() <= to.size());
    std::copy(content.begin(), content.end(), to.begin() + static_cast<std::ptrdiff_t>(offset));
}

void SoftwareDevice::drop(BufferId buffer) { buffers_[buffer.id - 1] = {}; }

TextureId SoftwareDevice::makeTexture(const TextureDesc& desc) {
    DEX_CHECK(desc.width >= 1 && desc.height >= 1 && desc.width <= kMaxSide && desc.height <= kMaxSide);
    SoftwareTexture& made = textures_.emplace_back();
    made.format = desc.format;
    made.width = desc.width;
    made.height = desc.height;
    made.smooth = desc.smooth;
    if (desc.format == TextureFormat::Rgba8) {
        made.canvas.resize(desc.width, desc.height);
    } else {
        made.texels.resize(static_cast<std::size_t>(desc.width) * static_cast<std::size_t>(desc.height));
    }
    const TextureId id{static_cast<std::uint32_t>(textures_.size())};
    if (!desc.content.empty()) writeTexture(id, 0, 0, desc.width, desc.height, desc.content);
    return id;
}

void SoftwareDevice::writeTexture(TextureId texture, int x, int y, int width, int height, ByteSpan content) {
    SoftwareTexture& to = textures_[texture.id - 1];
    DEX_CHECK(x >= 0 && y >= 0 && width >= 0 && height >= 0 && x + width <= to.width && y + height <= to.height);
    const bool isCanvas = to.format == TextureFormat::Rgba8;
    const auto rowBytes = static_cast<std::size_t>(width) * (isCanvas ? sizeof(Pixel) : 1);
    DEX_CHECK(content.size() == rowBytes * static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row) {
        // The first row of a texture is the lowest of a canvas.
        void* const at =
            isCanvas ? static_cast<void*>(to.canvas.row(to.height - 1 - y - row) + x)
                     : static_cast<void*>(to.texels.data() + static_cast<std::ptrdiff_t>(y + row) * to.width + x);
        std::memcpy(at, content.data() + static_cast<std::size_t>(row) * rowBytes, rowBytes);
    }
}

void SoftwareDevice::drop(TextureId texture) { textures_[texture.id - 1] = {}; }

ProgramId SoftwareDevice::makeProgram(const ProgramDesc& desc, std::string& log) {
    log.clear();
    return {static_cast<std::uint32_t>(desc.program) + 1};
}

void SoftwareDevice::beginPass(const PassDesc& desc) {
    pass_ = desc;
    blend_ = Blend::None;
    Canvas& onto = canvas(desc.target);
    if (!desc.target) onto.resize(desc.width, desc.height);
    DEX_CHECK(onto.width() == desc.width && onto.height() == desc.height);
    setScissor(std::nullopt);
    // A canvas with samples marks a cut pixel by its missing alpha, so the ground has to be opaque.
    if (desc.clear) onto.clear(desc.sampled ? Rgba8{desc.clear->r, desc.clear->g, desc.clear->b, 255} : *desc.clear);
    if (desc.sampled) onto.beginSamples();
}

void SoftwareDevice::use(ProgramId program) { program_ = static_cast<Program>(program.id - 1); }

void SoftwareDevice::useVertices(BufferId buffer, std::size_t offset) {
    vertices_ = buffer;
    vertexOffset_ = offset;
}

void SoftwareDevice::useIndices(BufferId buffer, IndexFormat format) {
    indices_ = buffer;
    indexFormat_ = format;
}

void SoftwareDevice::useTexture(int, TextureId texture) { texture_ = texture; }

void SoftwareDevice::useUniforms(int slot, BufferId buffer, std::size_t offset, std::size_t size) {
    blocks_[slot] = ByteSpan(buffers_[buffer.id - 1].bytes).subspan(offset, size);
}

void SoftwareDevice::setBlend(Blend blend) { blend_ = blend; }

void SoftwareDevice::setScissor(std::optional<DeviceRect> rect) {
    clip_ = {0, 0, pass_.width, pass_.height};
    if (!rect) return;
    // From rows counted from below to rows counted from the top, and wide enough for a rectangle as large as int can
    // say.
    const std::int64_t right = std::int64_t{rect->x} + rect->width, top = std::int64_t{rect->y} + rect->height;
    clip_.left = std::max(rect->x, 0);
    clip_.top = static_cast<int>(std::max<std::int64_t>(pass_.height - top, 0));
    clip_.right = static_cast<int>(std::min<std::int64_t>(right, pass_.width));
    clip_.bottom = std::min(pass_.height - std::max(rect->y, 0), pass_.height);
}

SoftwareDraw SoftwareDevice::call() {
    const SoftwareBuffer& vertices = buffers_[vertices_.id - 1];
    SoftwareDraw call{.canvas = canvas(pass_.target), .kept = fill_, .clip = clip_, .blend = blend_};
    call.vertices = ByteSpan(vertices.bytes).subspan(vertexOffset_);
    call.ringEnds = vertices.ringEnds;
    call.indexFormat = indexFormat_;
    std::copy(std::begin(blocks_), std::end(blocks_), std::begin(call.blocks));
    if (texture_) call.texture = &textures_[texture_.id - 1];
    return call;
}

void SoftwareDevice::drawIndexed(std::uint32_t firstIndex, std::uint32_t count) {
    const std::size_t indexBytes = indexFormat_ == IndexFormat::U16 ? 2 : 4;
    SoftwareDraw one = call();
    one.indices = ByteSpan(buffers_[indices_.id - 1].bytes).subspan(firstIndex * indexBytes, count * indexBytes);
    one.count = count;
    // A call without indices is one for quads.
    if (count > 0) draw(program_, one);
}

void SoftwareDevice::drawQuads(std::uint32_t count) {
    SoftwareDraw one = call();
    one.count = count;
    draw(program_, one);
}

void SoftwareDevice::copy(TextureId from) { canvas(pass_.target).copy(canvas(from)); }

void SoftwareDevice::endPass() {
    if (pass_.sampled) canvas(pass_.target).resolve();
}

void SoftwareDevice::read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) {
    const Canvas& read = canvas(from);
    const auto rowBytes = static_cast<std::size_t>(rect.width) * sizeof(Pixel);
    DEX_CHECK(rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= read.width() &&
              rect.y + rect.height <= read.height());
    DEX_CHECK(rgba.size() == rowBytes * static_cast<std::size_t>(rect.height));
    const int top = read.height() - rect.y - rect.height;
    for (int row = 0; row < rect.height; ++row) {
        std::memcpy(rgba.data() + static_cast<std::size_t>(row) * rowBytes, read.row(top + row) + rect.x, rowBytes);
    }
}

}  // namespace dex
