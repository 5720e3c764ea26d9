#pragma once

#include <cstdint>

#include "gpu/device.h"

namespace dex {

// A buffer that is written again now and then and grows as needed.
class StreamBuffer {
public:
    StreamBuffer(Device& device, const char* label, BufferKind kind) : device_(device), label_(label), kind_(kind) {}

    void write(ByteSpan content) {
        if (content.empty()) return;
        if (content.size() > room_) {
            drop();
            room_ = content.size() + content.size() / 2;
            buffer_ = device_.makeBuffer({label_, kind_, room_, content, true});
        } else {
            device_.writeBuffer(buffer_, 0, content);
        }
    }
    void drop() {
        if (buffer_) device_.drop(buffer_);
        buffer_ = {};
        room_ = 0;
    }
    BufferId id() const { return buffer_; }

private:
    Device& device_;
    const char* label_;
    BufferKind kind_;
    BufferId buffer_;
    std::size_t room_ = 0;
};

}  // namespace dex
