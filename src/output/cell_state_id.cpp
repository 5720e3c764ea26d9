#include "output/cell_state_id.h"

namespace dex {

std::string_view idOf(CellState state) {
    switch (state) {
        case CellState::Value: return "value";
        case CellState::Carried: return "carried";
        case CellState::WiderArea: return "wider-area";
        case CellState::WeightedRollUp: return "weighted-roll-up";
        case CellState::EqualRollUp: return "equal-roll-up";
        case CellState::Suppressed: return "suppressed";
        case CellState::NotPublished: return "not-published";
        case CellState::NotInFile: return "not-in-file";
        case CellState::ComplexChange: return "complex-change";
        case CellState::kCount: break;
    }
    return "";
}

}  // namespace dex
