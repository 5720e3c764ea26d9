#include "gpu/blocks.h"

#include "gpu/shader_sources.h"
#include "look/tokens.h"
#include "map/scene.h"

// What C++ writes and the shaders read must mean the same to both: tools/shaders.mjs says how the shaders have it.
namespace dex {

static_assert(offsetof(FrameBlock, classColours) == shaders::FrameLayout::classColours);
static_assert(offsetof(FrameBlock, paper) == shaders::FrameLayout::paper);
static_assert(offsetof(FrameBlock, hatch) == shaders::FrameLayout::hatch);
static_assert(offsetof(FrameBlock, clipPerPx) == shaders::FrameLayout::clipPerPx);
static_assert(offsetof(FrameBlock, hatchOriginPx) == shaders::FrameLayout::hatchOriginPx);
static_assert(offsetof(FrameBlock, devicePixelRatio) == shaders::FrameLayout::devicePixelRatio);
static_assert(offsetof(FrameBlock, fade) == shaders::FrameLayout::fade);
static_assert(offsetof(FrameBlock, dim) == shaders::FrameLayout::dim);
static_assert(offsetof(FrameBlock, hatchPeriodPx) == shaders::FrameLayout::hatchPeriodPx);
static_assert(sizeof(FrameBlock) == shaders::FrameLayout::size);

static_assert(offsetof(TileBlock, originCell) == shaders::TileLayout::originCell);
static_assert(offsetof(TileBlock, originPx) == shaders::TileLayout::originPx);
static_assert(offsetof(TileBlock, pxPerCell) == shaders::TileLayout::pxPerCell);
static_assert(sizeof(TileBlock) == shaders::TileLayout::size);

static_assert(offsetof(StrokeBlock, colour) == shaders::StrokeLayout::strokeColour);
static_assert(offsetof(StrokeBlock, halfWidthPx) == shaders::StrokeLayout::halfWidthPx);
static_assert(sizeof(StrokeBlock) == shaders::StrokeLayout::size);

static_assert(offsetof(PanelBlock, originPx) == shaders::PanelLayout::originPx);
static_assert(sizeof(PanelBlock) == shaders::PanelLayout::size);

static_assert(kClassMask == shaders::kClassBits);
static_assert(kNoDataClass == shaders::kNoDataClass);
static_assert(kFadedFlag == 1u << shaders::kFadedBit);
static_assert(kDimmedFlag == 1u << shaders::kDimmedBit);

static_assert(static_cast<std::uint32_t>(Hatch::Falling) == shaders::kFallingHatch);
static_assert(static_cast<std::uint32_t>(Hatch::Across) == shaders::kAcrossHatch);
static_assert(static_cast<std::uint32_t>(Hatch::Upright) == shaders::kUprightHatch);
static_assert(static_cast<std::uint32_t>(Hatch::Crossed) == shaders::kCrossedHatch);

}  // namespace dex
