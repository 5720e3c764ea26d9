#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/atlas.h"
#include "geo/projection.h"
#include "map/area_ref.h"
#include "map/question.h"

namespace dex {

enum class ThemeChoice : std::uint8_t { Auto, Light, Dark, Grey };

struct CameraState {
    LonLat centre;
    double zoom = 0;  // The world is 256 · 2^zoom css px wide.
};

// The weight of a need or an indicator, by its id.
struct WeightChoice {
    std::string id;
    std::uint8_t weight = 0;  // 0–kMaxWeight
    friend bool operator==(const WeightChoice&, const WeightChoice&) = default;
};

inline constexpr std::size_t kMaxCompared = 4;
inline constexpr std::size_t kMaxScope = 64;  // Areas that a scope may name, so that a view stays a link.

// All of what a reader has set: the one state, with one grammar. Empty or absent means the atlas's default.
struct ViewState {
    std::string show;   // What is drawn: "overall", "standout", "moved", a need's or an indicator's id, or two
                        // of them separated by a stroke: "N2/older", "overall/imd" (docs/view-state.md).
    std::string level;  // Level id ("By").
    std::optional<AreaRef> place;  // "Where"; absent: the whole atlas.
    std::optional<ClassMethod> method;
    std::optional<std::uint32_t> classCount;  // kMinClassesAsked–kMaxClassesAsked.
    std::optional<AreaRef> selected;
    std::optional<CameraState> camera;         // Absent: the place, framed.
    std::optional<std::uint32_t> chosenClass;  // The class of the legend that is singled out, below kMaxClasses.
    std::optional<Arithmetic> arithmetic;
    std::vector<WeightChoice> weights;  // Those that are not the recipe's; no id twice.
    std::vector<AreaRef> scope;         // "Compare within": their areas together; empty: the whole.
    std::vector<AreaRef> compared;      // At most kMaxCompared, none twice.
    QuestionText asked;                 // What is selected, by what was asked; empty: nothing is.
    ThemeChoice theme = ThemeChoice::Auto;
    std::string spec;  // Of a link: the spec id of the scores that it was made from (risk/spec_id.h); else empty.
};

// The grammar: `key=value` separated by `&`, in a fixed order, percent-encoded, first `v=1`; unknown keys are ignored.
// docs/view-state.md lists the keys. formatView(parseView(x)) is stable after one round.
std::string formatView(const ViewState& view);

struct ParsedView {
    ViewState view;
    std::vector<std::string> refused;  // Keys whose value was bad; the default stands in their place.
    bool hasDeadText = false;          // Something in the text says nothing: it need not stay in an address.
};
// Never fails: what cannot be read is refused by key. At most 2,048 characters are read.
ParsedView parseView(std::string_view text);

}  // namespace dex
