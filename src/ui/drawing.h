#pragma once

#include <cstddef>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/brush.h"

namespace dex {

// The triangles of a frame, in Dear ImGui's draw lists, one a layer. Its lists and tessellation are all that is used of
// Dear ImGui: panels are laid out, pointed at and read aloud by our own, and its windows would be a third of the wasm.
class Drawing {
public:
    Drawing();

    // Device px. `white` is a place of full cover in the glyphs' picture, 0 to 1.
    void begin(float width, float height, PxPoint white);
    void end();

    ImDrawList& list(Layer layer) { return lists_[static_cast<std::size_t>(layer)]; }
    // Between end() and the next begin().
    const ImDrawData& data() const { return data_; }

private:
    ImDrawListSharedData shared_;
    ImDrawList lists_[static_cast<std::size_t>(Layer::kCount)] = {&shared_, &shared_, &shared_};
    ImDrawData data_;
};

}  // namespace dex
