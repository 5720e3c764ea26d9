#include "gpu/gles_device.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <vector>

// The only file that calls OpenGL ES 3. Each program has its own vertex array, so that what a pass uses is said again
// for each program and never leaks from one into the next.

namespace dex {
namespace {

struct GlTexture {
    GLuint texture = 0;
    GLuint frame = 0;    // Framebuffer over the texture, of targets.
    GLuint sampled = 0;  // Renderbuffer with several samples a pixel, and the framebuffer over it.
    GLuint sampledFrame = 0;
    TextureFormat format = TextureFormat::Rgba8;
    int width = 0, height = 0;
};

struct GlProgram {
    GLuint program = 0;
    GLuint vertexArray = 0;
    VertexLayout layout;
};

struct GlBuffer {
    GLuint buffer = 0;
    GLenum target = 0;
    GLenum usage = 0;
    std::size_t size = 0;
};

struct GlFormat {
    GLint internal;
    GLenum format;
    GLenum type;
};

GlFormat glFormat(TextureFormat format) {
    switch (format) {
        case TextureFormat::R8: return {GL_R8, GL_RED, GL_UNSIGNED_BYTE};
        case TextureFormat::R8Ui: return {GL_R8UI, GL_RED_INTEGER, GL_UNSIGNED_BYTE};
        case TextureFormat::Rgba8: break;
    }
    return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
}

GLenum glTarget(BufferKind kind) {
    switch (kind) {
        case BufferKind::Vertices: return GL_ARRAY_BUFFER;
        case BufferKind::Indices: return GL_ELEMENT_ARRAY_BUFFER;
        case BufferKind::Uniforms: break;
    }
    return GL_UNIFORM_BUFFER;
}

// Their 32,768 corners are within what an index of 16 bits reaches.
constexpr std::uint32_t kQuadsAtOnce = 8192;

GLsizei glSize(std::size_t size) { return static_cast<GLsizei>(size); }

// GL takes an offset where it once took an address.
const void* glOffset(std::size_t offset) {
    return reinterpret_cast<const void*>(offset);  // NOLINT(performance-no-int-to-ptr)
}

// 0 where it does not compile; the compiler's words go behind the log.
GLuint compile(GLenum kind, std::string_view source, std::string& log) {
    const GLuint shader = glCreateShader(kind);
    const char* text = source.data();
    const auto length = static_cast<GLint>(source.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    GLint compiled = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
    if (compiled != 0) return shader;
    char words[1024];
    GLsizei size = 0;
    glGetShaderInfoLog(shader, sizeof words, &size, words);
    log.append(words, static_cast<std::size_t>(size));
    glDeleteShader(shader);
    return 0;
}

class GlesDevice final : public Device {
public:
    BufferId makeBuffer(const BufferDesc& desc) override {
        GlBuffer made;
        made.target = glTarget(desc.kind);
        made.usage = desc.changing ? GL_DYNAMIC_DRAW : GL_STATIC_DRAW;
        made.size = std::max(desc.size, desc.content.size());
        glGenBuffers(1, &made.buffer);
        glBindVertexArray(0);
        glBindBuffer(made.target, made.buffer);
        const bool whole = desc.content.size() == made.size;
        glBufferData(made.target, glSize(made.size), whole ? desc.content.data() : nullptr, made.usage);
        if (!whole && !desc.content.empty()) {
            glBufferSubData(made.target, 0, glSize(desc.content.size()), desc.content.data());
        }
        buffers_.push_back(made);
        return {static_cast<std::uint32_t>(buffers_.size())};
    }

    void writeBuffer(BufferId buffer, std::size_t offset, ByteSpan content) override {
        const GlBuffer& to = buffers_[buffer.id - 1];
        // An index buffer becomes part of the vertex array in use when it is bound: with none in use no
        // program's changes.
        glBindVertexArray(0);
        glBindBuffer(to.target, to.buffer);
        if (offset == 0 && content.size() == to.size) {  // Fresh storage: the GPU may still read the old.
            glBufferData(to.target, glSize(to.size), content.data(), to.usage);
        } else {
            glBufferSubData(to.target, glSize(offset), glSize(content.size()), content.data());
        }
    }

    void drop(BufferId buffer) override { glDeleteBuffers(1, &buffers_[buffer.id - 1].buffer); }

    TextureId makeTexture(const TextureDesc& desc) override {
        GlTexture made;
        made.format = desc.format;
        made.width = desc.width;
        made.height = desc.height;
        const GlFormat format = glFormat(desc.format);
        glGenTextures(1, &made.texture);
        glBindTexture(GL_TEXTURE_2D, made.texture);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glTexImage2D(GL_TEXTURE_2D, 0, format.internal, desc.width, desc.height, 0, format.format, format.type,
                     desc.content.empty() ? nullptr : desc.content.data());
        const GLint filter = desc.smooth ? GL_LINEAR : GL_NEAREST;
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        if (desc.target) {
            glGenFramebuffers(1, &made.frame);
            glBindFramebuffer(GL_FRAMEBUFFER, made.frame);
            glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made.texture, 0);
        }
        if (desc.samples > 1) {
            glGenRenderbuffers(1, &made.sampled);
            glBindRenderbuffer(GL_RENDERBUFFER, made.sampled);
            glRenderbufferStorageMultisample(GL_RENDERBUFFER, desc.samples, GL_RGBA8, desc.width, desc.height);
            glGenFramebuffers(1, &made.sampledFrame);
            glBindFramebuffer(GL_FRAMEBUFFER, made.sampledFrame);
            glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, made.sampled);
        }
        textures_.push_back(made);
        return {static_cast<std::uint32_t>(textures_.size())};
    }

    void writeTexture(TextureId texture, int x, int y, int width, int height, ByteSpan content) override {
        const GlTexture& to = textures_[texture.id - 1];
        const GlFormat format = glFormat(to.format);
        glBindTexture(GL_TEXTURE_2D, to.texture);
        glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, format.format, format.type, content.data());
    }

    void drop(TextureId texture) override {
        GlTexture& dropped = textures_[texture.id - 1];
        glDeleteFramebuffers(1, &dropped.frame);
        glDeleteFramebuffers(1, &dropped.sampledFrame);
        glDeleteRenderbuffers(1, &dropped.sampled);
        glDeleteTextures(1, &dropped.texture);
        dropped = {};
    }

    ProgramId makeProgram(const ProgramDesc& desc, std::string& log) override {
        log.clear();
        const GLuint vertex = compile(GL_VERTEX_SHADER, desc.vertexShader, log);
        const GLuint fragment = compile(GL_FRAGMENT_SHADER, desc.fragmentShader, log);
        GlProgram made;
        made.layout = desc.layout;
        if (vertex != 0 && fragment != 0) made.program = link(desc, vertex, fragment, log);
        glDeleteShader(vertex);
        glDeleteShader(fragment);
        if (made.program == 0) {
            if (log.empty()) log = desc.label;
            return {};
        }
        glGenVertexArrays(1, &made.vertexArray);
        glBindVertexArray(made.vertexArray);
        for (const Attribute& attribute : desc.layout.attributes) {
            glEnableVertexAttribArray(attribute.location);
        }
        programs_.push_back(made);
        return {static_cast<std::uint32_t>(programs_.size())};
    }

    void drop(ProgramId program) override {
        GlProgram& dropped = programs_[program.id - 1];
        glDeleteVertexArrays(1, &dropped.vertexArray);
        glDeleteProgram(dropped.program);
        dropped = {};
    }

    void beginPass(const PassDesc& desc) override {
        pass_ = desc;
        glBindFramebuffer(GL_FRAMEBUFFER, frameToDraw());
        glViewport(0, 0, desc.width, desc.height);
        glDisable(GL_SCISSOR_TEST);  // Or the last pass's would bound the clearing.
        glDisable(GL_BLEND);
        if (desc.clear) {
            const Rgba8& c = *desc.clear;
            glClearColor(static_cast<float>(c.r) / 255, static_cast<float>(c.g) / 255, static_cast<float>(c.b) / 255,
                         static_cast<float>(c.a) / 255);
            glClear(GL_COLOR_BUFFER_BIT);
        }
    }

    void use(ProgramId program) override {
        program_ = program.id - 1;
        glUseProgram(programs_[program_].program);
        glBindVertexArray(programs_[program_].vertexArray);
    }

    void useVertices(BufferId buffer, std::size_t offset) override {
        glBindBuffer(GL_ARRAY_BUFFER, buffers_[buffer.id - 1].buffer);
        vertexOffset_ = offset;
        pointAttributes(offset);
    }

    void useIndices(BufferId buffer, IndexFormat format) override {
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers_[buffer.id - 1].buffer);
        indexFormat_ = format;
    }

    void useTexture(int slot, TextureId texture) override {
        glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(slot));
        glBindTexture(GL_TEXTURE_2D, textures_[texture.id - 1].texture);
        glActiveTexture(GL_TEXTURE0);
    }

    void useUniforms(int slot, BufferId buffer, std::size_t offset, std::size_t size) override {
        glBindBufferRange(GL_UNIFORM_BUFFER, static_cast<GLuint>(slot), buffers_[buffer.id - 1].buffer, glSize(offset),
                          glSize(size));
    }

    void setBlend(Blend blend) override {
        if (blend == Blend::None) return glDisable(GL_BLEND);
        glEnable(GL_BLEND);
        // The sum of alphas: over an opaque ground the result is opaque, whatever is drawn.
        glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    }

    void setScissor(std::optional<DeviceRect> rect) override {
        if (!rect) return glDisable(GL_SCISSOR_TEST);
        glEnable(GL_SCISSOR_TEST);
        glScissor(rect->x, rect->y, rect->width, rect->height);
    }

    void drawIndexed(std::uint32_t firstIndex, std::uint32_t count) override {
        const bool small = indexFormat_ == IndexFormat::U16;
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), small ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                       glOffset(std::size_t{firstIndex} * (small ? 2 : 4)));
    }

    void drawQuads(std::uint32_t count) override {
        bindQuadIndices();
        // One index buffer serves all quads; beyond those that its 16-bit numbers reach the attributes move on.
        const std::size_t quadBytes = std::size_t{programs_[program_].layout.stride} * 4;
        for (std::uint32_t first = 0; first < count; first += kQuadsAtOnce) {
            if (first > 0) pointAttributes(vertexOffset_ + first * quadBytes);
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(std::min(count - first, kQuadsAtOnce) * 6),
                           GL_UNSIGNED_SHORT, nullptr);
        }
    }

    void copy(TextureId from) override {
        blit(textures_[from.id - 1].frame, frameToDraw(), pass_.width, pass_.height);
        // The blit has bound two framebuffers of its own; the pass goes on drawing into this one.
        glBindFramebuffer(GL_FRAMEBUFFER, frameToDraw());
    }

    void endPass() override {
        if (!pass_.sampled) return;
        const GlTexture& target = textures_[pass_.target.id - 1];
        glDisable(GL_SCISSOR_TEST);  // A blit obeys it, too.
        blit(target.sampledFrame, target.frame, target.width, target.height);
        const GLenum attachment = GL_COLOR_ATTACHMENT0;
        // Nobody reads the samples again: a card that draws in tiles need not write them back.
        glInvalidateFramebuffer(GL_READ_FRAMEBUFFER, 1, &attachment);
    }

    void read(TextureId from, const DeviceRect& rect, std::span<std::byte> rgba) override {
        glBindFramebuffer(GL_FRAMEBUFFER, from ? textures_[from.id - 1].frame : 0);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(rect.x, rect.y, rect.width, rect.height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
        // GL gives the lowest row first.
        const auto row = static_cast<std::ptrdiff_t>(rect.width) * 4;
        for (std::ptrdiff_t top = 0, bottom = rect.height - 1; top < bottom; ++top, --bottom) {
            std::swap_ranges(rgba.begin() + top * row, rgba.begin() + (top + 1) * row, rgba.begin() + bottom * row);
        }
    }

private:
    static GLuint link(const ProgramDesc& desc, GLuint vertex, GLuint fragment, std::string& log) {
        const GLuint program = glCreateProgram();
        glAttachShader(program, vertex);
        glAttachShader(program, fragment);
        glLinkProgram(program);
        GLint linked = 0;
        glGetProgramiv(program, GL_LINK_STATUS, &linked);
        if (linked == 0) {
            char words[1024];
            GLsizei size = 0;
            glGetProgramInfoLog(program, sizeof words, &size, words);
            log.append(words, static_cast<std::size_t>(size));
            glDeleteProgram(program);
            return 0;
        }
        // glUniform1i sets a uniform of the program that is in use.
        glUseProgram(program);
        for (int slot = 0; slot < kMaxTextures; ++slot) {
            if (desc.textures[slot]) glUniform1i(glGetUniformLocation(program, desc.textures[slot]), slot);
        }
        for (int slot = 0; slot < kMaxUniformBlocks; ++slot) {
            if (!desc.uniformBlocks[slot]) continue;
            const GLuint block = glGetUniformBlockIndex(program, desc.uniformBlocks[slot]);
            // A block that the shader declares and never reads is optimised away.
            if (block != GL_INVALID_INDEX) glUniformBlockBinding(program, block, static_cast<GLuint>(slot));
        }
        return program;
    }

    // Of the vertices in use, from `offset` on.
    void pointAttributes(std::size_t offset) {
        const VertexLayout& layout = programs_[program_].layout;
        for (const Attribute& a : layout.attributes) {
            const void* at = glOffset(offset + a.offset);
            switch (a.format) {
                case AttributeFormat::Float2:
                    glVertexAttribPointer(a.location, 2, GL_FLOAT, GL_FALSE, layout.stride, at);
                    break;
                case AttributeFormat::UShort2:
                    glVertexAttribPointer(a.location, 2, GL_UNSIGNED_SHORT, GL_FALSE, layout.stride, at);
                    break;
                case AttributeFormat::UByte4Unorm:
                    glVertexAttribPointer(a.location, 4, GL_UNSIGNED_BYTE, GL_TRUE, layout.stride, at);
                    break;
                case AttributeFormat::UInt:
                    // As it is: in a float the number of the outside would be rounded.
                    glVertexAttribIPointer(a.location, 1, GL_UNSIGNED_INT, layout.stride, at);
                    break;
            }
        }
    }

    void bindQuadIndices() {
        // For each draw: the vertex array of the program in use may still hold another index buffer.
        if (quadIndices_ != 0) return glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, quadIndices_);
        std::vector<std::uint16_t> indices;
        for (std::uint32_t quad = 0; quad < kQuadsAtOnce; ++quad) {
            for (const std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) {
                indices.push_back(static_cast<std::uint16_t>(quad * 4 + corner));
            }
        }
        glGenBuffers(1, &quadIndices_);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, quadIndices_);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, glSize(indices.size() * sizeof(std::uint16_t)), indices.data(),
                     GL_STATIC_DRAW);
    }

    GLuint frameToDraw() const {
        if (!pass_.target) return 0;
        const GlTexture& texture = textures_[pass_.target.id - 1];
        return pass_.sampled ? texture.sampledFrame : texture.frame;
    }

    static void blit(GLuint from, GLuint to, int width, int height) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
        glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    }

    std::vector<GlBuffer> buffers_;  // Id − 1 is the index.
    std::vector<GlTexture> textures_;
    std::vector<GlProgram> programs_;
    std::uint32_t program_ = 0;
    std::size_t vertexOffset_ = 0;
    GLuint quadIndices_ = 0;
    IndexFormat indexFormat_ = IndexFormat::U16;
    PassDesc pass_;
};

}  // namespace

Result<std::unique_ptr<Device>> makeGlesDevice() {
    GLint major = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    if (major < 3) return Status::NoGpu;
    return std::unique_ptr<Device>(std::make_unique<GlesDevice>());
}

}  // namespace dex
