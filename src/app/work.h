#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/bench.h"
#include "app/order.h"

namespace dex {

enum class WorkState : std::uint8_t { GoesOn, Done, Failed };

// Makes what was ordered. The page waits during a step and may show something between two, so each does a little. What a step
// misses it asks the bench for, and tries again in the next one.
class Work {
public:
    virtual ~Work() = default;
    // Appends what is ready to `made`.
    virtual WorkState step(Bench& bench, std::string& made) = 0;
    virtual double share() const { return 0; }  // Of what is done, 0–1.
};

std::unique_ptr<Work> workOf(Order order);

// By what they make (work_tables.cpp, work_briefing.cpp, work_picture.cpp).
std::unique_ptr<Work> tableWork(Order order);
std::unique_ptr<Work> briefingWork(Order order);
std::unique_ptr<Work> pictureWork(Order order);

// The view as the atlas can show it, with areas by their codes; nothing until all that it may name is here.
std::optional<ViewState> viewOn(Bench& bench, const ViewState& view);

}  // namespace dex
