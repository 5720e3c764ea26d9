#include "gpu/programs.h"

#include "gpu/shader_sources.h"

namespace dex {
namespace {

constexpr Attribute kAreaVertexAttributes[] = {
    {0, AttributeFormat::UShort2, offsetof(AreaVertex, x)},
    {1, AttributeFormat::UInt, offsetof(AreaVertex, area)},
};
constexpr Attribute kBorderPieceAttributes[] = {
    {0, AttributeFormat::UShort2, offsetof(BorderPiece, fromX)},
    {1, AttributeFormat::UShort2, offsetof(BorderPiece, toX)},
};
constexpr Attribute kOutlinePieceAttributes[] = {
    {0, AttributeFormat::Float2, offsetof(OutlinePiece, fromX)},
    {1, AttributeFormat::Float2, offsetof(OutlinePiece, toX)},
    {2, AttributeFormat::Float2, offsetof(OutlinePiece, halfWidthPx)},
    {3, AttributeFormat::UByte4Unorm, offsetof(OutlinePiece, ink)},
};
constexpr Attribute kLabelVertexAttributes[] = {
    {0, AttributeFormat::Float2, offsetof(LabelVertex, x)},
    {1, AttributeFormat::UShort2, offsetof(LabelVertex, u)},
    {2, AttributeFormat::UByte4Unorm, offsetof(LabelVertex, ink)},
};
constexpr Attribute kPanelVertexAttributes[] = {
    {0, AttributeFormat::Float2, offsetof(PanelVertex, x)},
    {1, AttributeFormat::Float2, offsetof(PanelVertex, u)},
    {2, AttributeFormat::UByte4Unorm, offsetof(PanelVertex, ink)},
};

}  // namespace

ProgramDesc programDesc(Program program) {
    switch (program) {
#define DEX_PROGRAM(name, label, vertex, sampler, block0, block1, block2)                                             \
    case Program::name:                                                                                               \
        return {label,     shaders::k##name##Vert,   shaders::k##name##Frag, {k##vertex##Attributes, sizeof(vertex)}, \
                {sampler}, {block0, block1, block2}, Program::name};
#include "gpu/programs.def"
#undef DEX_PROGRAM
        case Program::kCount: break;
    }
    return {};
}

// Hatches, outlines and labels can be done without: where the GPU refuses one of these, the map is drawn without it.
bool Programs::prepare() { return (*this)[Program::Areas] && (*this)[Program::Borders]; }

ProgramId Programs::operator[](Program program) {
    ProgramId& made = made_[static_cast<std::size_t>(program)];
    // Made when first asked for: the first picture does not wait for programs that it does not draw with.
    if (!made) made = device_.makeProgram(programDesc(program), log_);
    return made;
}

std::string Programs::replace(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader) {
    std::string log = "There is no program of that name.";
    for (std::size_t i = 0; i < kProgramCount; ++i) {
        ProgramDesc desc = programDesc(static_cast<Program>(i));
        if (name != desc.label) continue;
        desc.vertexShader = vertexShader;
        desc.fragmentShader = fragmentShader;
        // The old one stays until the new one links, so that a typing error in a shader leaves the map as it was.
        const ProgramId fresh = device_.makeProgram(desc, log);
        if (!fresh) return log;
        if (made_[i]) device_.drop(made_[i]);
        made_[i] = fresh;
        return {};
    }
    return log;
}

void Programs::drop() {
    for (const ProgramId program : made_) {
        if (program) device_.drop(program);
    }
}

}  // namespace dex
