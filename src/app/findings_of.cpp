#include <algorithm>

#include "app/app.h"

namespace dex {
namespace {

Standing standingOf(const Analysis& analysis, std::uint32_t area, int polarity) {
    const auto rank = *analysis.ranking().rank(area);
    const double position = *analysis.ranking().position(area);
    Standing standing;
    standing.value = analysis.column().values[area];
    standing.classIndex = analysis.classes().ofArea[area];
    standing.rank = polarity >= 0 ? rank.fromHighest : rank.fromLowest;
    standing.isJoint = rank.joint;
    standing.rankedCount = analysis.ranking().count();
    standing.position = polarity >= 0 ? position : 1 - position;
    return standing;
}

AreaFinding findingOf(const FindingsInput& in, LevelArea at) {
    const auto& head = *in.library.head();
    AreaFinding found;
    if (const auto* names = in.library.names(at.level)) {
        found.name = names->names[at.area];
        if (at.area < names->details.size()) found.detail = names->details[at.area];
    }
    const std::uint32_t top = head.topLevel();
    const auto* own = in.library.grouping(at.level);
    const auto* topGrouping = in.library.grouping(top);
    if (at.level != top && own && topGrouping && in.library.names(top)) {
        const auto member = std::find(own->begin(), own->end(), at.area);
        if (member != own->end()) {
            found.placeName =
                in.library.names(top)->names[(*topGrouping)[static_cast<std::size_t>(member - own->begin())]];
        }
    }
    if (const auto* residents = in.library.column(head.residents); residents && own) {
        double sum = 0;
        bool any = false;
        for (std::size_t i = 0; i < own->size(); ++i) {
            if ((*own)[i] != at.area || !hasNumber(residents->states[i])) continue;
            sum += residents->values[i];
            any = true;
        }
        if (any) found.residents = sum;
    }
    const auto& shown = in.analysis.shown();
    if (!shown || shown->level != at.level) {
        found.isLoading = true;
        return found;
    }
    if (!in.analysis.hasValues()) {
        found.classIndex = in.analysis.classes().ofArea[at.area];
        found.isLoading = true;
        return found;
    }
    found.state = in.analysis.column().states[at.area];
    if (hasNumber(found.state)) {
        found.standing = standingOf(in.analysis, at.area, head.indicators[shown->indicator].polarity);
        found.classIndex = found.standing->classIndex;
    }
    return found;
}

void addClasses(const FindingsInput& in, Findings& out) {
    const auto& classes = in.analysis.classes();
    const auto& counts = in.analysis.countsInPlace();
    out.hasRanges = in.analysis.hasValues();
    for (std::uint32_t i = 0; i < classes.classCount; ++i) {
        ClassFinding found;
        if (out.hasRanges) {
            found.least = classes.least[i];
            found.most = classes.most[i];
            found.hasAreas = classes.counts[i] > 0 || in.analysis.shown()->method != ClassMethod::Quantile;
        }
        found.countInPlace = counts.ofClass[i];
        out.classes.push_back(found);
    }
    out.noDataInPlace = counts.noData;
    out.areasInPlace = counts.all;
    out.rankedCount = in.analysis.ranking().count();
    for (const auto& bin : in.analysis.strip().bins) out.strip.push_back({bin.count, bin.classIndex});
    out.stripLeast = in.analysis.strip().least;
    out.stripMost = in.analysis.strip().most;
}

}  // namespace

Findings findingsOf(const FindingsInput& in) {
    Findings out;
    out.head = in.library.head();
    out.progress = in.library.progress();
    out.messages = in.messages;
    if (in.hint == PageHint::Wheel) out.hint = Hint::Wheel;
    if (in.hint == PageHint::Touch) out.hint = Hint::Touch;
    if (!out.head) return out;
    const auto& head = *out.head;
    const std::uint32_t top = head.topLevel();
    const auto* topNames = in.library.names(top);

    // What is worded is what is drawn, also while another choice is on its way.
    const Chosen& shown = in.analysis.shown() ? *in.analysis.shown() : in.chosen;
    out.indicator = shown.indicator;
    out.level = shown.level;
    out.method = shown.method;
    out.classCount = shown.classCount;
    out.chosenClass = shown.chosenClass;
    if (in.analysis.shown()) addClasses(in, out);

    if (topNames) {
        for (std::size_t i = 0; i < topNames->codes.size(); ++i)
            out.places.push_back({topNames->codes[i], topNames->names[i]});
        if (shown.place && shown.place->level == top) out.place = shown.place->area;
        if (const auto& leader = in.analysis.leader())
            out.leader = {topNames->names[leader->parent], leader->count, leader->areas};
        const auto& order = in.analysis.ranking().order();
        if (shown.level == top && !order.empty()) {
            const bool high = head.indicators[shown.indicator].polarity >= 0;
            const std::uint32_t highest = high ? order.back() : order.front();
            if (!in.analysis.ranking().rank(highest)->joint) out.highestName = topNames->names[highest];
        }
    }
    if (in.pointed && in.pointed->level == shown.level) out.pointed = findingOf(in, *in.pointed);
    out.pointedByKeyboard = in.pointedByKeyboard;
    if (in.chosen.selected) out.selected = findingOf(in, *in.chosen.selected);
    return out;
}

}  // namespace dex
