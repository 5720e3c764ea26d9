#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "map/view_state.h"
#include "output/picture_size.h"
#include "words/picture_words.h"

namespace dex {

enum class OrderKind : std::uint8_t { Notes, Csv, Guide, GeoJson, Briefing, Svg, Png };

// What a table has of each area: the figures as published with their counts, the scores of the view with each figure, or only what
// the view shows (output/table_form.h).
enum class TableKind : std::uint8_t { Published, Scored, Shown };

// What a reader wants to take away. Each kind reads those fields that wasm/dex.h names for it, and ignores the others.
struct Order {
    OrderKind kind = OrderKind::Notes;
    ViewState view;
    TableKind table = TableKind::Published;
    bool isOnlyPlace = false;  // A table has only the areas that lie in the view's place whole.
    bool isOfCompared =
        false;         // A table has only those of its level that the view compares; a briefing is about all of these.
    std::string file;  // A guide says that its table is the file of this name.
    std::optional<Day> made;
    std::string address;  // Of the page with the map; may be empty.
    PictureSize size;
    double scale = 1;
    bool hasCard = false;
    bool hasLabels = true, hasLegend = true;
    bool hasOutlines = false;
};

// Ends the work at hand; nothing is made in its place.
inline constexpr std::string_view kStopOrder = "stop";

// Reads the lines that wasm/dex.h describes. Nothing where one of them has an unknown key or a bad value, nothing says what is to
// be made, or a PNG would have more pixels a side than pictures may have.
std::optional<Order> readOrder(std::string_view text);

}  // namespace dex
