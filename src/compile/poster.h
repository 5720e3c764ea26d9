#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/app.h"
#include "compile/atlas_folder.h"
#include "gpu/software_device.h"

namespace dex {

struct PosterSize {
    std::uint32_t width = 0, height = 0;
};

struct Poster {
    Bytes rgba;  // Rows from the top.
    std::string alt;
};

// Draws views of an atlas on the processor, by the program that the page runs and at one css px a pixel: the map with its
// headline, legend and sources, and nothing that could be pressed. The same bytes on every machine.
class PosterPress {
public:
    // The atlas outlives the press.
    PosterPress(const AtlasFolder& atlas, PosterSize size) : atlas_(atlas), size_(size) {}

    // The text faces, from the folder where the build leaves them.
    bool readFaces(const std::string& folder, Problems& problems);

    // Nothing, and a problem, where the view cannot be loaded whole.
    std::optional<Poster> draw(const std::string& view, Problems& problems);

private:
    bool supply(App& app, const std::string& name, Problems& problems) const;
    bool settle(App& app, Problems& problems) const;

    const AtlasFolder& atlas_;
    PosterSize size_;
    Bytes regular_, semibold_;
    SoftwareDevice device_;
};

}  // namespace dex
