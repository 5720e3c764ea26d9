#pragma once

#include <string>

#include "output/picture_page.h"
#include "text/face.h"
#include "words/facts.h"
#include "words/picture_words.h"

namespace dex {

// What a page has to hold.
struct PageContents {
    const Facts& facts;
    const PictureWords& words;
    const Face& regular;
    const Face& semibold;
    const Tokens& tokens;
    bool hasCard = false;
    bool hasLegend = true;
    double mapAspect = 1;  // Width against height of what the map frames.
};

// Puts texts, legend and card in their places, and gives the map the rest: beside them or above them, wherever it comes out
// larger. `page` has its width and height.
void layOut(const PageContents& contents, PicturePage& page);

}  // namespace dex
