#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "map/measure.h"
#include "map/view_state.h"

namespace dex {

// What a choice takes along with it: other areas close the card, other classes take back the one that was singled out,
// another place frames itself. The controls of the map and the page's dialogs (dex_edit_view) change a view by these
// alone, so that a link made by a page is the one that the map itself would come to.

// `show` in the grammar of the view. What the atlas opens with is not written.
void chooseMeasure(ViewState& view, std::string_view show, const AtlasHead& head);
// Of need × group, `now`, another side; the one that is empty or unknown stays.
void chooseTwoWay(ViewState& view, const Measure& now, std::string_view need, std::string_view group,
                  const AtlasHead& head);
void chooseLevel(ViewState& view, std::string_view level);
// Absent: the whole.
void choosePlace(ViewState& view, std::optional<AreaRef> place);
void chooseMethod(ViewState& view, std::optional<ClassMethod> method);
void chooseClassCount(ViewState& view, std::optional<std::uint32_t> count);
// The class that is singled out already is taken back.
void toggleClass(ViewState& view, std::uint32_t chosenClass);
void chooseArithmetic(ViewState& view, std::optional<Arithmetic> arithmetic);
// Empty: the whole.
void chooseScope(ViewState& view, std::vector<AreaRef> scope);
// `weight` is rounded and held to 0–kMaxWeight. Only what differs from the recipe becomes a part of the view.
void setWeight(ViewState& view, std::string_view id, double weight, const AtlasHead& head);
// Weights, arithmetic and scope as published.
void resetIndex(ViewState& view);
// Adds the area to the comparison, where there is room, or takes it out.
void toggleCompared(ViewState& view, const AreaRef& area);

// What is selected, by another question; nothing where that is empty. A scope goes along with the selection that it is.
void ask(ViewState& view, QuestionText question);

// An area joins what is selected, or leaves it.
void addToSelection(ViewState& view, const AreaRef& area);
void takeOfSelection(ViewState& view, const AreaRef& area);

// A view of nothing but how another one scores: arithmetic, weights, and scope with what it is asked by.
ViewState scoringOf(const ViewState& view);

// `edits` are pairs in the grammar of the view, done one after the other as the choices above; an empty value takes a key
// back to its default, and a value that cannot be read changes nothing. A spec id goes with the scores it was made from.
// `head` may be null where no atlas is open yet: then nothing is known to be its default.
ViewState editedView(ViewState view, std::string_view edits, const AtlasHead* head);

}  // namespace dex
