#pragma once

#include "ui/flow.h"

namespace dex {

// Pages that take the place of the view in the side panel and in the sheet.

// The page that is open and has something to show.
Page shownPage(const Screen& screen);
std::string_view pageTitle(const Screen& screen);

// Buttons that open the pages, side by side.
void flowPageButtons(Flow& flow);
// The open page's contents.
void flowPage(Flow& flow);
void flowAdjust(Flow& flow);
void flowRanked(Flow& flow);

// The way back, for a page's title row.
void drawBack(const Screen& screen, const PxRect& rect, Controls::Icon icon);
// The open page in the side panel.
void drawPage(const Screen& screen);

}  // namespace dex
