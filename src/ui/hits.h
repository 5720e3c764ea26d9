#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "map/scene.h"

namespace dex {

// Where the panels of a frame stand, and what can be pressed in them. Css px.
class Hits {
public:
    void clear() { hits_.clear(); }
    void addPanel(const PxRect& rect, bool isOnTop) { hits_.push_back({rect, {}, isOnTop}); }
    // A part of the panel added last, which has one.
    void add(std::string_view id, const PxRect& rect) {
        hits_.push_back({rect, std::string(id), hits_.back().isOnTop});
    }

    bool covers(double x, double y) const { return find(x, y).panel != nullptr; }
    // What would be pressed here, empty: nothing. The upper of two panels counts, and of a panel the earlier part.
    std::string_view at(double x, double y) const;

private:
    struct Hit {
        PxRect rect;
        std::string id;  // Empty: a panel; its parts follow.
        bool isOnTop = false;
    };
    struct Found {
        const Hit* panel = nullptr;
        const Hit* part = nullptr;
    };
    Found find(double x, double y) const;

    std::vector<Hit> hits_;
};

}  // namespace dex
