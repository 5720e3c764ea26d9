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

// What a reader wants to take away (dex_make of wasm/dex.h).
struct Order {
    OrderKind kind = OrderKind::Notes;
    ViewState view;
    bool hasScores = false;  // Of tables: those of the view, else the figures as published with their counts.
    bool isOfPlace = false;  // Of tables: only what lies in the view's place whole.
    std::string file;        // Of a guide: what its table is called.
    std::optional<Day> made;
    std::string address;  // Of the page with the map; may be empty.
    PictureSize size;
    double scale = 1;
    bool hasCard = false;
};

// A line for each thing: its key, a blank, its value. Nothing where a line says what nobody knows, a value is none, or the
// picture would be larger than pictures are.
std::optional<Order> readOrder(std::string_view text);

}  // namespace dex
