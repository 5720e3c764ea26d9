#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/briefing.h"

namespace dex {

// The parts of which the pages of all briefings are made.

const Tokens& briefingTokens();

// An element with a text in it; nothing where the text is empty.
std::string htmlElement(std::string_view tag, std::string_view text, std::string_view attributes = {});
std::string htmlColumnHead(std::string_view text, bool isNumber);

std::string briefingHead(std::string_view title);
std::string htmlSection(std::string_view title, const std::string& content);
std::string htmlParagraphs(const std::vector<std::string>& texts);
std::string htmlList(const std::vector<std::string>& texts);
// `svg` is the map itself.
std::string briefingFigure(const BriefingMap& map, const std::string& svg);
std::string briefingLegend(const BriefingMap& map);
std::string briefingFooter(std::string_view sources, const BriefingEnd& end);

}  // namespace dex
