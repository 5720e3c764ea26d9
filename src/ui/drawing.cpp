#include "ui/drawing.h"

#include <new>

namespace dex {
namespace {

// How far a line may be from its curve, and a polygon from its circle, device px.
constexpr float kCurveOff = 1.25f, kCircleOff = 0.3f;

// As all other memory: Dear ImGui does not look whether it has been given any.
void* takeMemory(std::size_t size, void*) { return ::operator new(size); }
void giveMemory(void* memory, void*) { ::operator delete(memory); }

}  // namespace

Drawing::Drawing() {
    ImGui::SetAllocatorFunctions(takeMemory, giveMemory);
    shared_.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    shared_.CurveTessellationTol = kCurveOff;
    shared_.SetCircleTessellationMaxError(kCircleOff);
}

void Drawing::begin(float width, float height, PxPoint white) {
    shared_.TexUvWhitePixel = {static_cast<float>(white.x), static_cast<float>(white.y)};
    shared_.ClipRectFullscreen = {0, 0, width, height};
    for (ImDrawList& list : lists_) {
        // Keeps its memory: a frame like the last takes none.
        list._ResetForNewFrame();
        list.PushClipRectFullScreen();
    }
    data_.Clear();
    data_.DisplaySize = {width, height};
    data_.FramebufferScale = {1, 1};
}

void Drawing::end() {
    for (ImDrawList& list : lists_) data_.AddDrawList(&list);
    data_.Valid = true;
}

}  // namespace dex
