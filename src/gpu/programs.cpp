#include "gpu/programs.h"

#include "gpu/shader_sources.h"

namespace dex {
namespace {

constexpr Attribute kAreaAttributes[] = {
    {0, AttributeFormat::UShort2, offsetof(AreaVertex, x)},
    {1, AttributeFormat::UInt, offsetof(AreaVertex, area)},
};
constexpr Attribute kBorderAttributes[] = {
    {0, AttributeFormat::UShort2, offsetof(BorderPiece, fromX)},
    {1, AttributeFormat::UShort2, offsetof(BorderPiece, toX)},
};
constexpr Attribute kOutlineAttributes[] = {
    {0, AttributeFormat::Float2, offsetof(OutlinePiece, fromX)},
    {1, AttributeFormat::Float2, offsetof(OutlinePiece, toX)},
    {2, AttributeFormat::Float2, offsetof(OutlinePiece, halfWidthPx)},
    {3, AttributeFormat::UByte4Unorm, offsetof(OutlinePiece, ink)},
};
constexpr Attribute kLabelAttributes[] = {
    {0, AttributeFormat::Float2, offsetof(LabelVertex, x)},
    {1, AttributeFormat::UShort2, offsetof(LabelVertex, u)},
    {2, AttributeFormat::UByte4Unorm, offsetof(LabelVertex, ink)},
};

ProgramDesc describe(MapProgram program) {
    switch (program) {
        case MapProgram::Areas:
            return {"areas",     shaders::kAreasVert,       shaders::kAreasFrag, {kAreaAttributes, sizeof(AreaVertex)},
                    {"classes"}, {"Frame", "Tile", nullptr}};
        case MapProgram::Borders:
            return {
                "borders", shaders::kBordersVert,      shaders::kBordersFrag, {kBorderAttributes, sizeof(BorderPiece)},
                {nullptr}, {"Frame", "Tile", "Stroke"}};
        case MapProgram::Hatch:
            return {"hatch",     shaders::kHatchVert,       shaders::kHatchFrag, {kAreaAttributes, sizeof(AreaVertex)},
                    {"classes"}, {"Frame", "Tile", nullptr}};
        case MapProgram::Outline:
            return {"outline",
                    shaders::kOutlineVert,
                    shaders::kOutlineFrag,
                    {kOutlineAttributes, sizeof(OutlinePiece)},
                    {nullptr},
                    {"Frame", nullptr, nullptr}};
        case MapProgram::Label: break;
    }
    return {"label",    shaders::kLabelVert,        shaders::kLabelFrag, {kLabelAttributes, sizeof(LabelVertex)},
            {"glyphs"}, {"Frame", nullptr, nullptr}};
}

}  // namespace

bool Programs::prepare() { return (*this)[MapProgram::Areas] && (*this)[MapProgram::Borders]; }

ProgramId Programs::operator[](MapProgram program) {
    ProgramId& made = made_[static_cast<std::size_t>(program)];
    if (!made) made = device_.makeProgram(describe(program), log_);
    return made;
}

std::string Programs::replace(std::string_view name, std::string_view vertexShader, std::string_view fragmentShader) {
    std::string log = "There is no program of that name.";
    for (std::size_t i = 0; i < kMapProgramCount; ++i) {
        ProgramDesc desc = describe(static_cast<MapProgram>(i));
        if (name != desc.label) continue;
        desc.vertexShader = vertexShader;
        desc.fragmentShader = fragmentShader;
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
