#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/order.h"
#include "app/supplies.h"
#include "map/tile_store.h"
#include "model/analysis.h"
#include "output/picture.h"

namespace dex {

// dex_made of wasm/dex.h. Waits: what is missing has to arrive before there is anything to do.
enum class WorkState : std::uint8_t { GoesOn, Done, Failed, Waits };

// Makes what was ordered, step by step: the page stands still during a step and goes on between two of them, so each does
// little. Supplies, and what they say, are of one step; the library behind them stays.
class Work {
public:
    virtual ~Work() = default;
    // Appends what is ready to `made`.
    virtual WorkState step(Supplies& supplies, std::string& made) = 0;
    virtual double share() const { return 0; }  // Of the work that is done, 0–1.
};

std::unique_ptr<Work> workOf(Order order);

// By what they make (work_tables.cpp, work_briefing.cpp and so on).
std::unique_ptr<Work> tableWork(Order order);
std::unique_ptr<Work> briefingWork(Order order);
std::unique_ptr<Work> comparisonWork(Order order);
std::unique_ptr<Work> pictureWork(Order order);

// The view as the atlas can show it, with areas by their codes. Nothing until the head is here, and all that the view's codes and
// names may stand for.
std::optional<ViewState> viewOn(Supplies& supplies, const ViewState& view);
// The same for what is drawn: nothing until the faces are here, too.
std::optional<ViewState> viewToDraw(Supplies& supplies, const ViewState& view);

// A view that is to be drawn, with the numbers behind it. It stays where it is: its source points into it.
struct DrawnView {
    DrawnView() = default;
    DrawnView(const DrawnView&) = delete;
    DrawnView& operator=(const DrawnView&) = delete;

    // Of a view from viewToDraw(). False until all that it shows is here, tiles apart.
    bool open(Supplies& supplies, const ViewState& shown);

    ViewState view;
    Chosen chosen;
    Analysis analysis;
    TileStore tiles;
    std::optional<PictureSource> source;  // Once it is open.
};

// Trials with other weights in one step: some 50 ms of small areas in London.
inline constexpr std::uint32_t kTrialsAStep = 25;

}  // namespace dex
