#include "gpu/null_device.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

const std::byte kBytes[16] = {};

TEST(NullDevice, FindsNothingWrongWithARightFrame) {
    NullDevice device;
    const BufferId vertices = device.makeBuffer({"v", BufferKind::Vertices, 0, kBytes, false});
    static constexpr Attribute kAttributes[] = {{0, AttributeFormat::UShort2, 0}};
    std::string log;
    const ProgramId program = device.makeProgram({"p", "", "", {kAttributes, 4}, {nullptr}, {}}, log);
    device.beginPass({{}, 4, 4, Rgba8{}});
    device.use(program);
    device.useVertices(vertices, 0);
    device.drawQuads(1);
    device.endPass();
    EXPECT_TRUE(device.faults().empty());
    EXPECT_EQ(device.counts().drawCalls, 1u);
    EXPECT_EQ(device.counts().uploadedBytes, 16u);
    EXPECT_EQ(device.takeDraws(), std::vector<std::string>{"p"});
}

TEST(NullDevice, FindsAnUnknownId) {
    NullDevice device;
    device.writeBuffer({7}, 0, kBytes);
    device.drop(TextureId{1});
    EXPECT_EQ(device.faults().size(), 2u);
}

TEST(NullDevice, FindsARangeBeyondTheEnd) {
    NullDevice device;
    const BufferId buffer = device.makeBuffer({"b", BufferKind::Vertices, 16, {}, true});
    device.writeBuffer(buffer, 8, kBytes);
    EXPECT_EQ(device.faults().size(), 1u);
}

TEST(NullDevice, FindsADrawOutsideAPassAndWithoutVertices) {
    NullDevice device;
    device.drawQuads(1);
    EXPECT_EQ(device.faults().size(), 1u);
    std::string log;
    const ProgramId program = device.makeProgram({"p", "", "", {}, {nullptr}, {}}, log);
    device.beginPass({{}, 4, 4, Rgba8{}});
    device.use(program);
    device.drawQuads(1);
    device.endPass();
    EXPECT_EQ(device.faults().size(), 2u);
}

TEST(NullDevice, FindsWhatWasDroppedAndIsUsed) {
    NullDevice device;
    const TextureId texture = device.makeTexture({"t", TextureFormat::R8, 4, 4, kBytes});
    device.drop(texture);
    device.beginPass({{}, 4, 4, Rgba8{}});
    device.useTexture(0, texture);
    device.endPass();
    EXPECT_EQ(device.faults().size(), 1u);
    EXPECT_EQ(device.counts().liveTextures, 0u);
}

TEST(NullDevice, FindsSamplesThatATargetHasNot) {
    NullDevice device;
    const TextureId plain = device.makeTexture({"t", TextureFormat::Rgba8, 4, 4, {}, false, true, 1});
    device.beginPass({plain, 4, 4, Rgba8{}, true});
    device.endPass();
    EXPECT_EQ(device.faults().size(), 1u);
}

}  // namespace
}  // namespace dex
