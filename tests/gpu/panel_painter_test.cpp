#include "gpu/panel_painter.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "gpu/null_device.h"

namespace dex {
namespace {

const std::byte kGlyphs[16] = {};

// Two squares in one list, the second clipped to nothing.
struct DrawnPanels {
    ImDrawList list{nullptr};  // Filled by hand: nothing of the shared data is used.
    ImDrawData data;

    DrawnPanels() {
        for (int i = 0; i < 4; ++i) list.VtxBuffer.push_back({{0, 0}, {0, 0}, 0});
        for (const int i : {0, 1, 2, 0, 2, 3}) list.IdxBuffer.push_back(static_cast<ImDrawIdx>(i));
        for (const float right : {100.0f, 0.0f}) {
            ImDrawCmd command;
            command.ClipRect = {0, 0, right, 50};
            command.ElemCount = 6;
            list.CmdBuffer.push_back(command);
        }
        data.CmdLists.push_back(&list);
        data.CmdListsCount = 1;
        data.TotalVtxCount = 4;
        data.TotalIdxCount = 6;
        data.DisplaySize = {100, 50};
        data.FramebufferScale = {1.5f, 1.5f};
        data.Valid = true;
    }
};

}  // namespace

TEST(PanelPainter, DrawsWhatIsNotClippedAway) {
    NullDevice device;
    DrawnPanels panels;
    {
        PanelPainter painter(device);
        painter.draw(panels.data);
        EXPECT_EQ(painter.drawCalls(), 0u);  // No glyphs yet.
        painter.setGlyphs(kGlyphs, 4, 4);
        painter.draw(panels.data);
        EXPECT_EQ(painter.drawCalls(), 1u);
        painter.setGlyphs(kGlyphs, 4, 4);
        painter.draw(panels.data);
        EXPECT_EQ(painter.drawCalls(), 1u);
    }
    EXPECT_TRUE(device.faults().empty()) << device.faults().front();
    EXPECT_EQ(device.counts().liveTextures, 0u);
    EXPECT_EQ(device.counts().liveBuffers, 0u);
}

}  // namespace dex
