#pragma once

#include "gpu/map_theme.h"
#include "map/scene.h"
#include "output/picture.h"

namespace dex {

// The map of a picture as the renderer takes it, without labels: these stand on the page.
Scene pictureScene(const PictureSource& source, const PicturePage& page, const TileStore& tiles);

// On the page's ground instead of the screen's paper.
MapTheme pictureTheme(const PictureSource& source, const PicturePage& page, const Tokens& tokens);

}  // namespace dex
