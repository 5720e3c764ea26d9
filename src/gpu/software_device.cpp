#include "gpu/software_device.h"

#include <algorithm>
#include <utility>

#include "base/apart.h"

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
    SoftwareBuffer& to = buffers_[buffer.id - 1];
    // A step that is still to be drawn means the bytes that are there now.
    if (to.isAwaited) drawSteps();
    DEX_CHECK(offset + content.size() <= to.bytes.size());
    std::copy(content.begin(), content.end(), to.bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

void SoftwareDevice::drop(BufferId buffer) {
    if (buffers_[buffer.id - 1].isAwaited) drawSteps();
    buffers_[buffer.id - 1] = {};
}

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
    if (to.isAwaited) drawSteps();
    // A screen's cells know a texture by its id and version: with other texels it is another picture.
    ++to.version;
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

void SoftwareDevice::drop(TextureId texture) {
    if (textures_[texture.id - 1].isAwaited) drawSteps();
    textures_[texture.id - 1] = {};
}

ProgramId SoftwareDevice::makeProgram(const ProgramDesc& desc, std::string& log) {
    log.clear();
    // There is no shader to compile: the id says which of our own programs is meant.
    return {static_cast<std::uint32_t>(desc.program) + 1};
}

void SoftwareDevice::beginPass(const PassDesc& desc) {
    pass_ = desc;
    use_ = {};
    Canvas& onto = canvas(desc.target);
    if (desc.target) {
        SoftwareTexture& target = textures_[desc.target.id - 1];
        // Steps that copy from the target, or sample it, mean what it holds now.
        if (target.isAwaited) drawSteps();
        ++target.version;
        isKept_ = false;
    } else {
        DEX_CHECK(!desc.sampled);
        const bool isAsLarge = desc.width == onto.width() && desc.height == onto.height();
        // What a colour covers need not have been drawn.
        if (desc.clear && !steps_.empty()) forgetSteps();
        if (!isAsLarge) drawSteps();
        onto.resize(desc.width, desc.height);
        // From a clear on the steps make up the whole picture by themselves, and any part of it can be drawn from them.
        isKept_ = isSparing_ && (desc.clear || !steps_.empty());
        if (!isKept_) {
            // Drawn at once and compared with nothing: the next picture that is kept differs from it all over.
            cells_.forget();
            changed_ = onto.all();
        }
    }
    DEX_CHECK(onto.width() >= desc.width && onto.height() >= desc.height);
    setScissor(std::nullopt);
    if (desc.clear) {
        Step step;
        step.clip = use_.clip;
        step.clear = desc.clear;
        // A canvas with samples marks a cut pixel by its missing alpha, so the ground has to be opaque.
        if (desc.sampled) step.clear->a = 255;
        take(step);
    }
    if (desc.sampled) onto.beginSamples();
}

void SoftwareDevice::use(ProgramId program) { use_.program = static_cast<Program>(program.id - 1); }

void SoftwareDevice::useVertices(BufferId buffer, std::size_t offset) {
    use_.vertices = buffer;
    use_.vertexOffset = offset;
}

void SoftwareDevice::useIndices(BufferId buffer, IndexFormat format) {
    use_.indices = buffer;
    use_.indexFormat = format;
}

void SoftwareDevice::useTexture(int, TextureId texture) { use_.texture = texture; }

void SoftwareDevice::useUniforms(int slot, BufferId buffer, std::size_t offset, std::size_t size) {
    use_.blocks[slot] = {buffer, offset, size};
}

void SoftwareDevice::setBlend(Blend blend) { use_.blend = blend; }

void SoftwareDevice::setScissor(std::optional<DeviceRect> rect) {
    Clip& clip = use_.clip;
    const int height = canvas(pass_.target).height(), first = height - pass_.height;
    clip = {0, first, pass_.width, height};
    if (!rect) return;
    // From rows counted from below to rows counted from the top, and wide enough for a rectangle as large as int can
    // say.
    const std::int64_t right = std::int64_t{rect->x} + rect->width, top = std::int64_t{rect->y} + rect->height;
    clip.left = std::max(rect->x, 0);
    clip.top = static_cast<int>(std::max<std::int64_t>(height - top, first));
    clip.right = static_cast<int>(std::min<std::int64_t>(right, pass_.width));
    clip.bottom = height - std::max(rect->y, 0);
}

void SoftwareDevice::drawIndexed(std::uint32_t firstIndex, std::uint32_t count) {
    if (count == 0) return;
    Step step = use_;
    step.firstIndex = firstIndex;
    step.count = count;
    take(step);
}

void SoftwareDevice::drawQuads(std::uint32_t count) {
    Step step = use_;
    step.isOfQuads = true;
    step.count = count;
    take(step);
}

void SoftwareDevice::copy(TextureId from) {
    Step step;
    step.clip = canvas(pass_.target).all();
    step.copied = from;
    take(step);
}

DEX_APART void SoftwareDevice::enlarge(TextureId from, int times) {
    Step step;
    step.clip = use_.clip;
    step.copied = from;
    step.times = times;
    take(step);
}

void SoftwareDevice::endPass() {
    if (pass_.sampled) canvas(pass_.target).resolve();
}

void SoftwareDevice::take(const Step& step) {
    if (isKept_) return keep(step);
    run(step, canvas(pass_.target), step.clip);
}

DEX_APART void SoftwareDevice::keep(const Step& step) {
    forResources(step, [](auto& resource) { resource.isAwaited = true; });
    steps_.push_back(step);
}

template <typename Each>
void SoftwareDevice::forResources(const Step& step, Each&& each) {
    for (const BufferId buffer :
         {step.vertices, step.indices, step.blocks[0].buffer, step.blocks[1].buffer, step.blocks[2].buffer}) {
        if (buffer) each(buffers_[buffer.id - 1]);
    }
    for (const TextureId texture : {step.texture, step.copied}) {
        if (texture) each(textures_[texture.id - 1]);
    }
}

SoftwareDraw SoftwareDevice::callOf(const Step& step, Canvas& onto) {
    const SoftwareBuffer& vertices = buffers_[step.vertices.id - 1];
    SoftwareDraw call{.canvas = onto, .kept = fill_, .clip = step.clip, .blend = step.blend};
    call.vertices = ByteSpan(vertices.bytes).subspan(step.vertexOffset);
    call.ringEnds = vertices.ringEnds;
    // A call without indices is one for quads.
    if (!step.isOfQuads) {
        const std::size_t indexBytes = step.indexFormat == IndexFormat::U16 ? 2 : 4;
        call.indexFormat = step.indexFormat;
        call.indices = ByteSpan(buffers_[step.indices.id - 1].bytes)
                           .subspan(step.firstIndex * indexBytes, step.count * indexBytes);
    }
    call.count = step.count;
    for (int slot = 0; slot < kMaxUniformBlocks; ++slot) {
        const auto& block = step.blocks[slot];
        if (block.buffer)
            call.blocks[slot] = ByteSpan(buffers_[block.buffer.id - 1].bytes).subspan(block.offset, block.size);
    }
    if (step.texture) call.texture = &textures_[step.texture.id - 1];
    return call;
}

void SoftwareDevice::run(const Step& step, Canvas& onto, const Clip& part) {
    if (step.clear) return onto.clear(part, *step.clear);
    if (step.times > 1) return onto.enlarge(canvas(step.copied), step.times, common(step.clip, part));
    if (step.copied) return onto.copy(canvas(step.copied), part);
    SoftwareDraw call = callOf(step, onto);
    call.clip = common(step.clip, part);
    draw(step.program, call);
}

void SoftwareDevice::addToCells(const Step& step) {
    const auto stamp = [&](TextureId texture) {
        return std::uint64_t{texture.id} << 32 | (texture ? textures_[texture.id - 1].version : 0);
    };
    const auto two = [](int a, int b) {
        return std::uint64_t{static_cast<std::uint32_t>(a)} << 32 | static_cast<std::uint32_t>(b);
    };
    if (step.clear) return cells_.add(step.clip, pixelOf(*step.clear));
    if (step.copied) return cells_.add(step.clip, stamp(step.copied));
    // All that decides about the pixels of this draw but its vertices. Uniforms need not be among it: where they matter
    // the pieces come with them worked in, or the draw counts as unlike any other.
    std::uint64_t state =
        joined(stamp(step.texture), two(static_cast<int>(step.program), static_cast<int>(step.blend)));
    state = joined(joined(state, two(step.clip.left, step.clip.top)), two(step.clip.right, step.clip.bottom));
    if (!addPieces(step.program, callOf(step, screen_), state, cells_)) cells_.add(step.clip, joined(state, ++unlike_));
}

DEX_APART void SoftwareDevice::forgetSteps() {
    for (const Step& step : steps_) forResources(step, [](auto& resource) { resource.isAwaited = false; });
    steps_.clear();
}

std::span<const Clip> SoftwareDevice::changedParts() {
    cells_.begin(screen_.width(), screen_.height());
    for (const Step& step : steps_) addToCells(step);
    return cells_.end();
}

void SoftwareDevice::drawSteps() {
    if (!steps_.empty()) drawKeptSteps();
}

DEX_APART void SoftwareDevice::drawKeptSteps() {
    for (const Clip& part : changedParts()) {
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const Clip copied = i + 1 < steps_.size() && steps_[i + 1].copied ? steps_[i + 1].clip : Clip{};
            if (copied.left > part.left || copied.right < part.right) {
                run(steps_[i], screen_, part);
                continue;
            }
            // What is copied next covers all that is there, but above and below it.
            const Clip upper{part.left, part.top, part.right, std::min(part.bottom, copied.top)};
            const Clip lower{part.left, std::max(part.top, copied.bottom), part.right, part.bottom};
            for (const Clip& rest : {upper, lower}) {
                if (rest.top < rest.bottom) run(steps_[i], screen_, rest);
            }
        }
        changed_ = changed_.right > changed_.left ? around(changed_, part) : part;
    }
    forgetSteps();
}

ByteSpan SoftwareDevice::screen() {
    drawSteps();
    return screen_.bytes();
}

Clip SoftwareDevice::takeChanged() {
    drawSteps();
    return std::exchange(changed_, {});
}

void SoftwareDevice::read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) {
    if (!from) drawSteps();
    const Canvas& read = canvas(from);
    const auto rowBytes = static_cast<std::size_t>(rect.width) * sizeof(Pixel);
    DEX_CHECK(rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= read.width() &&
              rect.y + rect.height <= read.height());
    DEX_CHECK(rgba.size() == rowBytes * static_cast<std::size_t>(rect.height));
    // A rect is counted from the lower edge, rows of a canvas from the upper one.
    const int top = read.height() - rect.y - rect.height;
    for (int row = 0; row < rect.height; ++row) {
        std::memcpy(rgba.data() + static_cast<std::size_t>(row) * rowBytes, read.row(top + row) + rect.x, rowBytes);
    }
}

}  // namespace dex
