#include "model/fit_view.h"

#include <algorithm>
#include <utility>

#include "base/apart.h"
#include "base/letters.h"
#include "find/names.h"
#include "map/measure.h"
#include "model/chosen.h"

namespace dex {
namespace {

constexpr char kPartOf = '.';  // "N2.income" is an indicator of the need N2.

template <typename List>
const std::string* sameId(const List& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return isSameWord(one.id, id); });
    return found == list.end() ? nullptr : &found->id;
}

// What of `show` a part may be, as the atlas writes it; the part itself where it knows none.
std::string knownPart(const AtlasHead& head, std::string_view part) {
    if (head.index) {
        for (const MeasureKind kind : {MeasureKind::Overall, MeasureKind::Standout, MeasureKind::Moved}) {
            if (std::string name = nameOf(head, {.kind = kind}); isSameWord(name, part)) return name;
        }
        if (const auto* id = sameId(head.index->needs, part)) return *id;
    }
    const auto* id = sameId(head.indicators, part);
    return std::string(id ? std::string_view(*id) : part);
}

// "older" may be meant for "G.older", and "N2.incme" is something of N2.
std::string nearPart(const AtlasHead& head, std::string_view part) {
    std::string known = knownPart(head, part);
    if (measureNamed(head, known)) return known;
    for (const Indicator& one : head.indicators) {
        if (isSameWord(std::string_view(one.id).substr(one.id.find(kPartOf) + 1), part)) return one.id;
    }
    return knownPart(head, part.substr(0, part.find(kPartOf)));
}

struct ShowFit {
    std::optional<Measure> measure;
    bool isNear = false;  // It is not what was asked for.
};

ShowFit fitShow(const AtlasHead& head, std::string_view show) {
    const std::size_t stroke = show.find('/');
    const std::string_view first = show.substr(0, stroke);
    const auto second = stroke == std::string_view::npos ? std::optional<std::string_view>() : show.substr(stroke + 1);
    const auto paired = [&](auto part) {
        return second ? part(head, first) + '/' + part(head, *second) : part(head, first);
    };
    // First what is right but for its capitals, then what comes near.
    if (const auto measure = measureNamed(head, paired(knownPart))) return {measure};
    if (const auto measure = measureNamed(head, paired(nearPart))) return {measure, true};
    if (!second) return {{}, true};
    // There is no such pair: one of the two alone, the first before the second.
    if (const auto measure = measureNamed(head, nearPart(head, first))) return {measure, true};
    return {measureNamed(head, nearPart(head, *second)), true};
}

std::optional<std::uint32_t> levelLike(const AtlasHead& head, std::string_view id) {
    const auto* known = sameId(head.levels, id);
    return known ? levelWithId(head, *known) : std::nullopt;
}

// "wards", "Small area"
std::optional<std::uint32_t> levelNear(const AtlasHead& head, std::string_view text) {
    for (std::uint32_t level = 0; level < head.levels.size(); ++level) {
        if (isSameWord(head.levels[level].plural, text) || isSameWord(head.levels[level].singular, text)) return level;
    }
    return std::nullopt;
}

struct RefFit {
    std::optional<AreaRef> ref;
    bool isNear = false;
};

class Fitting {
public:
    explicit Fitting(const Library& library) : library_(library), head_(*library.head()) {}

    FittedView fit(ViewState view) &&;

private:
    void miss(ViewKey key, std::string_view text, std::optional<std::uint32_t> level = {}) {
        missing_.push_back({key, std::string(text), level});
    }
    void fitLevel(std::string& id);
    void fitWeights(std::vector<WeightChoice>& weights);
    void fitClass(ViewState& view);
    std::optional<AreaRef> fitRef(ViewKey key, const AreaRef& ref);
    void fitRefs(ViewKey key, std::vector<AreaRef>& refs);
    RefFit find(const AreaRef& ref) const;
    std::optional<AreaRef> findByCode(std::uint32_t level, std::string_view code) const;
    std::optional<AreaRef> findByName(std::uint32_t level, std::string_view name) const;

    const Library& library_;
    const AtlasHead& head_;
    bool hasSelection_ = false;  // The view asks for one.
    std::vector<MissingFinding> missing_;
};

void Fitting::fitLevel(std::string& id) {
    if (id.empty() || levelWithId(head_, id)) return;
    auto level = levelLike(head_, id);
    if (!level) {
        level = levelNear(head_, id);
        miss(ViewKey::Level, id);
    }
    id = level ? head_.levels[*level].id : std::string();
}

// Where one of them fits: the area that has it.
template <typename Fits>
std::optional<AreaRef> areaIn(const AtlasHead& head, const Library& library, std::uint32_t level,
                              const std::vector<std::string>& texts, Fits fits) {
    const auto found = std::find_if(texts.begin(), texts.end(), fits);
    if (found == texts.end()) return std::nullopt;
    const auto area = static_cast<std::size_t>(found - texts.begin());
    return AreaRef{head.levels[level].id, library.names(level)->codes[area]};
}

// In capitals or not; or with punctuation that does not belong to it.
std::optional<AreaRef> Fitting::findByCode(std::uint32_t level, std::string_view code) const {
    const AreaNames* names = library_.names(level);
    if (!names) return std::nullopt;
    const auto in = [&](auto fits) { return areaIn(head_, library_, level, names->codes, fits); };
    if (const auto same = in([&](const auto& one) { return isSameWord(one, code); })) return same;
    const std::string asked = folded(code);
    return in([&](const auto& one) { return folded(one) == asked; });
}

std::optional<AreaRef> Fitting::findByName(std::uint32_t level, std::string_view name) const {
    const AreaNames* names = library_.names(level);
    const std::string asked = folded(name);
    if (!names || asked.empty()) return std::nullopt;
    return areaIn(head_, library_, level, names->names, [&](const auto& one) { return folded(one) == asked; });
}

// The ref itself while it is not known whether there is such an area; nothing where there is none.
RefFit Fitting::find(const AreaRef& ref) const {
    const auto level = levelLike(head_, ref.level);
    if (level) {
        if (!library_.names(*level)) return {ref};
        if (const auto own = findByCode(*level, ref.code)) return {own};
        if (const auto own = findByName(*level, ref.code)) return {own};
    }
    bool isAllHere = true;
    // From the largest areas down: a name that several levels have means the largest.
    for (std::uint32_t i = head_.topLevel() + 1; i-- > 0;) {
        isAllHere = isAllHere && library_.names(i);
        if (const auto other = findByCode(i, ref.code)) return {other, !ref.level.empty()};
        if (const auto other = level ? std::nullopt : findByName(i, ref.code)) return {other, !ref.level.empty()};
    }
    if (!level && !isAllHere) return {ref};
    return {};
}

std::optional<AreaRef> Fitting::fitRef(ViewKey key, const AreaRef& ref) {
    if (areaWithRef(ref, library_)) return ref;
    const RefFit fit = find(ref);
    if (fit.ref && !fit.isNear) return fit.ref;
    const auto level = levelLike(head_, ref.level);
    miss(key, level || ref.level.empty() ? ref.code : ref.text(), level);
    return fit.ref;
}

void Fitting::fitRefs(ViewKey key, std::vector<AreaRef>& refs) {
    std::vector<AreaRef> fitted;
    for (const AreaRef& ref : refs) {
        auto one = ref.isSelection() && hasSelection_ ? ref : fitRef(key, ref);
        // Two refs may turn out to mean one area.
        if (one && std::find(fitted.begin(), fitted.end(), *one) == fitted.end()) fitted.push_back(std::move(*one));
    }
    refs = std::move(fitted);
}

void Fitting::fitWeights(std::vector<WeightChoice>& weights) {
    std::vector<WeightChoice> fitted;
    for (const WeightChoice& one : weights) {
        const std::string* id = head_.index ? sameId(head_.index->needs, one.id) : nullptr;
        for (std::size_t need = 0; head_.index && !id && need < head_.index->needs.size(); ++need) {
            for (const NeedIndicator& inside : head_.index->needs[need].indicators) {
                const std::string& own = head_.indicators[inside.indicator].id;
                if (isSameWord(own, one.id)) id = &own;
            }
        }
        if (!id) {
            miss(ViewKey::Weights, one.id);
        } else if (std::none_of(fitted.begin(), fitted.end(), [&](const auto& other) { return other.id == *id; })) {
            fitted.push_back({*id, one.weight});
        }
    }
    weights = std::move(fitted);
}

void Fitting::fitClass(ViewState& view) {
    if (!view.chosenClass || *view.chosenClass == kNoDataClass) return;
    const Chosen chosen = resolve(view, library_);
    const std::uint32_t count = isScale(chosen.measure.kind)                 ? chosen.classCount
                                : chosen.measure.kind == MeasureKind::TwoWay ? kThirds * kThirds
                                : chosen.measure.kind == MeasureKind::Standout
                                    ? static_cast<std::uint32_t>(head_.index->needs.size()) + 1
                                    : kDifferenceClasses;
    if (*view.chosenClass < count) return;
    miss(ViewKey::ChosenClass, std::to_string(*view.chosenClass + 1));
    view.chosenClass.reset();
}

FittedView Fitting::fit(ViewState view) && {
    hasSelection_ = !view.asked.empty();
    if (!view.show.empty() && !measureNamed(head_, view.show)) {
        const ShowFit fit = fitShow(head_, view.show);
        if (fit.isNear) miss(ViewKey::Show, view.show);
        view.show = fit.measure ? nameOf(head_, *fit.measure) : std::string();
    }
    fitLevel(view.level);
    if (view.place) view.place = fitRef(ViewKey::Place, *view.place);
    if (view.selected) {
        // The card goes, and the areas that it would have stood among stay.
        const auto level = levelLike(head_, view.selected->level);
        view.selected = fitRef(ViewKey::Selected, *view.selected);
        if (!view.selected && level) view.level = head_.levels[*level].id;
    }
    // Once what is shown and the level are settled: they say how many classes there are.
    fitClass(view);
    fitWeights(view.weights);
    fitRefs(ViewKey::Within, view.scope);
    fitRefs(ViewKey::Compared, view.compared);
    return {std::move(view), std::move(missing_)};
}

bool isUnknown(const AreaRef& ref, const Library& library) {
    const auto level = levelWithId(*library.head(), ref.level);
    return !level || (library.names(*level) && !areaWithRef(ref, library));
}

}  // namespace

// Only what a first picture may show is looked at closely. A view of more needs the rest of the program anyway.
bool mayNotFit(const ViewState& view, const Library& library) {
    const auto& head = *library.head();
    return view.selected || !view.weights.empty() || !view.scope.empty() || !view.compared.empty() ||
           (!view.show.empty() && !measureNamed(head, view.show)) ||
           (!view.level.empty() && !levelWithId(head, view.level)) || (view.place && isUnknown(*view.place, library)) ||
           (view.chosenClass && *view.chosenClass != kNoDataClass &&
            *view.chosenClass >= view.classCount.value_or(head.defaultView.classCount));
}

DEX_APART FittedView fitView(ViewState view, const Library& library) { return Fitting(library).fit(std::move(view)); }

}  // namespace dex
