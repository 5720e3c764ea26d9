#pragma once

#include <cstdint>

namespace dex {

// What has been done since the renderer was made, and what the last frame took.
struct RenderCounters {
    std::uint64_t frames = 0;
    std::uint64_t mapPictures = 0;  // Times the choropleth was drawn; the other frames copied it.
    std::uint64_t uploadedBytes = 0;
    std::uint32_t drawCalls = 0;     // Of the last frame, a copy counts as one.
    std::uint32_t mapTriangles = 0;  // Areas of the last map picture, and again for hatches.
    std::uint32_t lineSegments = 0;  // Borders of the last map picture, each two triangles.
};

}  // namespace dex
