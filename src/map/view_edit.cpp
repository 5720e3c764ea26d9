#include "map/view_edit.h"

#include <algorithm>
#include <cmath>

#include "map/view_pairs.h"

namespace dex {
namespace {

// A code without its level may be one of several areas: only the atlas knows.
bool namesLevels(const ViewState& view) {
    const auto isWhole = [](const AreaRef& ref) { return ref.isValid() || ref.isSelection(); };
    return (!view.place || isWhole(*view.place)) && (!view.selected || isWhole(*view.selected)) &&
           std::all_of(view.scope.begin(), view.scope.end(), isWhole) &&
           std::all_of(view.compared.begin(), view.compared.end(), isWhole);
}

bool ranksInSelection(const ViewState& view) {
    return std::find(view.scope.begin(), view.scope.end(), AreaRef::selection()) != view.scope.end();
}

void setWeights(ViewState& view, const std::vector<WeightChoice>& weights, const AtlasHead* head) {
    view.chosenClass.reset();
    view.weights.clear();
    if (!head) view.weights = weights;
    for (const WeightChoice& one : weights) {
        // One by one, so that what equals the recipe's weight stays out.
        if (head) setWeight(view, one.id, one.weight, *head);
    }
}

bool changesScores(ViewKey key) {
    switch (key) {
        case ViewKey::Level:
        case ViewKey::Selected:  // Its level is drawn, and so scored.
        case ViewKey::Arithmetic:
        case ViewKey::Weights:
        case ViewKey::Within: return true;
        default: return false;
    }
}

// The parts of one key; those of the others stay.
void askBy(ViewState& view, std::string QuestionText::* key, const QuestionText& to) {
    QuestionText question = view.asked;
    question.*key = to.*key;
    ask(view, std::move(question));
}

// `to` holds the default of every other key.
void edit(ViewState& view, ViewKey key, ViewState to, const AtlasHead* head) {
    // A spec names scores exactly, and these will be others.
    if (changesScores(key)) view.spec.clear();
    switch (key) {
        case ViewKey::Version: return;
        case ViewKey::Show:
            if (head) return chooseMeasure(view, to.show, *head);
            view.show = std::move(to.show);
            return view.chosenClass.reset();
        case ViewKey::Level: return chooseLevel(view, to.level);
        case ViewKey::Place: return choosePlace(view, std::move(to.place));
        case ViewKey::Classes: chooseMethod(view, to.method); return chooseClassCount(view, to.classCount);
        case ViewKey::Selected: view.selected = std::move(to.selected); return;
        case ViewKey::Camera: view.camera = to.camera; return;
        case ViewKey::ChosenClass: view.chosenClass = to.chosenClass; return;
        case ViewKey::Theme: view.theme = to.theme; return;
        case ViewKey::Spec: view.spec = std::move(to.spec); return;
        case ViewKey::Arithmetic: return chooseArithmetic(view, to.arithmetic);
        case ViewKey::Weights: return setWeights(view, to.weights, head);
        case ViewKey::Within: return chooseScope(view, std::move(to.scope));
        case ViewKey::Compared: view.compared = std::move(to.compared); return;
        case ViewKey::Circle: return askBy(view, &QuestionText::circle, to.asked);
        case ViewKey::Shape: return askBy(view, &QuestionText::shape, to.asked);
        case ViewKey::Areas: return askBy(view, &QuestionText::areas, to.asked);
    }
}

}  // namespace

void chooseMeasure(ViewState& view, std::string_view show, const AtlasHead& head) {
    view.show = show == nameOf(head, defaultMeasure(head)) ? std::string_view() : show;
    view.chosenClass.reset();
}

void chooseTwoWay(ViewState& view, const Measure& now, std::string_view need, std::string_view group,
                  const AtlasHead& head) {
    Measure measure = now;
    if (!need.empty()) measure.index = needWithId(head, need).value_or(measure.index);
    if (!group.empty()) measure.other = indicatorWithId(head, group).value_or(measure.other);
    view.show = nameOf(head, measure);
    view.chosenClass.reset();
}

void chooseLevel(ViewState& view, std::string_view level) {
    view.level = level;
    view.selected.reset();  // Or the level of the selected area would be drawn all the same.
    view.chosenClass.reset();
}

void choosePlace(ViewState& view, std::optional<AreaRef> place) {
    // Where the map looks goes as well: the new place is framed.
    view.place = std::move(place);
    view.camera.reset();
}

void chooseMethod(ViewState& view, std::optional<ClassMethod> method) {
    view.method = method;
    view.chosenClass.reset();
}

void chooseClassCount(ViewState& view, std::optional<std::uint32_t> count) {
    view.classCount = count;
    view.chosenClass.reset();
}

void toggleClass(ViewState& view, std::uint32_t chosenClass) {
    if (view.chosenClass == chosenClass) {
        view.chosenClass.reset();
    } else {
        view.chosenClass = chosenClass;
    }
}

void chooseArithmetic(ViewState& view, std::optional<Arithmetic> arithmetic) {
    view.arithmetic = arithmetic;
    view.chosenClass.reset();
}

void chooseScope(ViewState& view, std::vector<AreaRef> scope) {
    view.scope = std::move(scope);
    view.chosenClass.reset();
}

void setWeight(ViewState& view, std::string_view id, double weight, const AtlasHead& head) {
    if (!head.index) return;
    const double whole = std::floor(std::clamp(weight, 0.0, static_cast<double>(kMaxWeight)) + 0.5);
    const WeightChoice choice{std::string(id), static_cast<std::uint8_t>(whole)};
    std::erase_if(view.weights, [&](const WeightChoice& one) { return one.id == id; });
    for (const Need& need : head.index->needs) {
        // An id may name a need or an indicator; what equals the recipe's weight is left out, and so taken back.
        if (need.id == id && need.weight != choice.weight) view.weights.push_back(choice);
        for (const NeedIndicator& one : need.indicators) {
            if (head.indicators[one.indicator].id == id && one.weight != choice.weight) view.weights.push_back(choice);
        }
    }
    view.chosenClass.reset();
}

void resetIndex(ViewState& view) {
    view.weights.clear();
    view.arithmetic.reset();
    view.scope.clear();
    view.chosenClass.reset();
}

void toggleCompared(ViewState& view, const AreaRef& area) {
    const auto found = std::find(view.compared.begin(), view.compared.end(), area);
    if (found != view.compared.end()) {
        view.compared.erase(found);
    } else if (view.compared.size() < kMaxCompared) {
        view.compared.push_back(area);
    }
}

void addToSelection(ViewState& view, const AreaRef& area) {
    Question question = questionOf(view.asked);
    // One that was taken away comes back by not being taken away any more.
    if (std::erase(question, QuestionPart{area, true}) == 0) question.push_back({area, false});
    ask(view, textOf(question));
}

void takeOfSelection(ViewState& view, const AreaRef& area) {
    Question question = questionOf(view.asked);
    if (std::erase(question, QuestionPart{area, false}) == 0) question.push_back({area, true});
    ask(view, textOf(question));
}

ViewState scoringOf(const ViewState& view) {
    ViewState scoring;
    scoring.arithmetic = view.arithmetic;
    scoring.weights = view.weights;
    scoring.scope = view.scope;
    if (ranksInSelection(view)) scoring.asked = view.asked;
    return scoring;
}

void ask(ViewState& view, QuestionText question) {
    view.asked = std::move(question);
    if (!ranksInSelection(view)) return;
    // Among other areas now.
    view.chosenClass.reset();
    view.spec.clear();
    if (view.asked.empty()) std::erase(view.scope, AreaRef::selection());
}

ViewState editedView(ViewState view, std::string_view edits, const AtlasHead* head) {
    for (const ViewPair& pair : viewPairs(edits)) {
        std::string alone(pair.text);
        closeView(alone);
        ParsedView parsed = parseView(alone);
        // An empty value is refused as well, but leaves the default in the parsed view, which is what it means here.
        if (!pair.encoded.empty() && (!parsed.refused.empty() || !namesLevels(parsed.view))) continue;
        edit(view, pair.key, std::move(parsed.view), head);
    }
    return view;
}

}  // namespace dex
