#include "model/findings_of.h"

#include <algorithm>
#include <numeric>

#include "base/apart.h"
#include "find/names.h"
#include "model/area_finding.h"
#include "model/selection_finding.h"
#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"

namespace dex {
namespace {

void addClasses(const FindingsInput& in, Findings& out) {
    const auto& classes = in.analysis.classes();
    const auto& counts = in.analysis.countsInPlace();
    out.hasRanges = in.analysis.hasValues();
    for (std::uint32_t i = 0; i < classes.classCount; ++i) {
        ClassFinding found;
        if (out.hasRanges) {
            found.min = classes.min[i];
            found.max = classes.max[i];
            // Only among fifths and the like may a class be left out for having no areas; a step of a scale is there
            // all the same.
            found.hasAreas = classes.counts[i] > 0 || in.analysis.shown()->method != ClassMethod::Quantile;
        }
        found.countInPlace = counts.ofClass[i];
        out.classes.push_back(found);
    }
    out.noDataInPlace = counts.noData;
    out.areasInPlace = counts.all;
    out.rankedCount = in.analysis.ranking().count();
}

void addStrip(const Analysis& analysis, Findings& out) {
    const Strip& strip = analysis.strip();
    for (const auto& bin : strip.bins) out.strip.bins.push_back({bin.count, bin.classIndex});
    out.strip.min = strip.min;
    out.strip.max = strip.max;
}

// It can be compared within, and has a card of its own where no area is selected.
DEX_APART void addSelectionCard(const FindingsInput& in, const Chosen& shown, Findings& out) {
    if (shown.scope == std::vector{LevelArea{in.library.selectionLevel(), 0}}) {
        out.adjust.scope = static_cast<std::uint32_t>(out.adjust.scopes.size());
        out.adjust.scopeName = word(out.language, Word::adjustSelection);
    }
    out.adjust.scopes.push_back({AreaRef::selection().text(), say(out.language, Word::selectionTitle)});
    if (in.chosen.selected) return;
    out.selection = selectionFinding(in.library, in.analysis);
    if (out.head->index) addSharesOfWhole(in.library, in.analysis, out.shares);
}

// What can be compared within besides the whole: the place, the place of the selected area, the areas in Compare; where no
// place is chosen, all of them.
void addScopes(const FindingsInput& in, const Chosen& shown, Findings& out) {
    const auto& head = *in.library.head();
    const std::uint32_t top = head.topLevel();
    std::vector<LevelArea> offered;
    if (shown.place) offered.push_back(*shown.place);
    if (shown.selected) {
        if (const auto around = areaAround(in.library, *shown.selected, top)) offered.push_back({top, *around});
    }
    if (shown.scope.size() == 1) offered.push_back(shown.scope[0]);
    for (std::uint32_t area = 0; !shown.place && area < out.places.size(); ++area) offered.push_back({top, area});
    // One place may be offered for two reasons, and is listed once.
    std::vector<std::string> ids;
    for (const LevelArea& area : offered) {
        const auto* names = in.library.names(area.level);
        if (!names) continue;
        std::string id = refOf(in.library, area).text();
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
        if (shown.scope == std::vector{area}) {
            out.adjust.scope = static_cast<std::uint32_t>(out.adjust.scopes.size());
            out.adjust.scopeName = withArticle(out.language, names->names[area.area]);
        }
        ids.push_back(id);
        out.adjust.scopes.push_back({std::move(id), names->names[area.area]});
    }
    if (!in.library.selection().empty()) addSelectionCard(in, shown, out);
    if (shown.compared.size() > 1 || shown.scope.size() > 1) {
        if (shown.scope.size() > 1) {
            out.adjust.scope = static_cast<std::uint32_t>(out.adjust.scopes.size());
            out.adjust.scopeName = word(out.language, Word::adjustSelection);
        }
        out.adjust.scopes.push_back({std::string(kComparedScope), say(out.language, Word::adjustCompared)});
    }
}

DEX_APART void addCompared(const FindingsInput& in, const Chosen& shown, Findings& out) {
    const auto add = [&](LevelArea area) {
        AreaFinding found = areaFinding(in.library, in.analysis, area, Detail::Card);
        if (std::string name = nameAmong(in.library, area, shown.compared); name != found.name) {
            found.name = std::move(name);
            // What the name says now is no detail any more: nothing takes it away again.
            if (found.name.ends_with('(' + found.detail + ')')) found.detail.clear();
        }
        out.compared.push_back(std::move(found));
    };
    for (const LevelArea& area : shown.compared) add(area);
    // Without the place that is added below: nobody has chosen it.
    out.comparedOwn = out.compared.size();
    if (const Column* residents = in.library.column(in.library.head()->residents))
        out.shares.residents = std::accumulate(residents->values.begin(), residents->values.end(), 0.0);
    const auto place = placeOfAll(in.library, shown.compared);
    if (place && in.library.names(place->level)) add(*place);
}

// The areas of the place that have a number, a page of them.
DEX_APART void addRanked(const FindingsInput& in, const Chosen& shown, Findings& out) {
    const auto* names = in.library.names(shown.level);
    if (!names || !in.analysis.hasValues()) return;
    const auto* own = in.library.grouping(shown.level);
    const auto* outer = shown.place ? in.library.grouping(shown.place->level) : nullptr;
    if (!own || (shown.place && !outer)) return;
    std::vector<std::uint32_t> parents;
    if (outer)
        parents =
            parentsOf(*own, *outer, in.library.head()->areaCount(), in.library.head()->levels[shown.level].areaCount);
    const Ranking& ranking = in.analysis.ranking();
    std::vector<std::uint32_t> inside;
    for (const auto area : ranking.order()) {
        // The areas of an outward code, in order of number; they stand for the place.
        const auto& only = in.listing.only;
        const bool isOf = only.empty() ? parents.empty() || parents[area] == shown.place->area
                                       : std::binary_search(only.begin(), only.end(), area);
        if (isOf) inside.push_back(area);
    }
    const bool isRiskDown = out.shown.polarity < 0;
    // The order rises by number, and the list begins with the highest risk or the lowest, whichever number that is.
    if (in.listing.fromHighest != isRiskDown) std::reverse(inside.begin(), inside.end());
    // Before what was typed leaves some out: the list says how many there are in all.
    const auto all = static_cast<std::uint32_t>(inside.size());
    if (const std::string typed = folded(in.listing.typed); !typed.empty())
        std::erase_if(inside, [&](auto area) { return matchOf(typed, folded(names->names[area])) == Match::None; });

    RankedPage page;
    page.fromHighest = in.listing.fromHighest;
    page.typed = in.listing.typed;
    page.all = all;
    page.found = static_cast<std::uint32_t>(inside.size());
    // A page that is no longer there, since the list has become shorter, becomes the last one.
    page.first = std::min(in.listing.page, (page.found - (page.found > 0)) / kRankedPage) * kRankedPage;
    for (std::uint32_t i = page.first; i < page.found && i < page.first + kRankedPage; ++i) {
        const std::uint32_t area = inside[i];
        const auto rank = *ranking.rank(area);
        page.rows.push_back({refOf(in.library, {shown.level, area}), names->names[area],
                             isRiskDown ? rank.fromLowest : rank.fromHighest, rank.joint,
                             in.analysis.column().values[area], in.analysis.classes().ofArea[area],
                             shown.selected == LevelArea{shown.level, area}});
    }
    out.ranked = std::move(page);
}

DEX_APART void addDistrict(const FindingsInput& in, Findings& out) {
    const auto& classOf = in.analysis.classes().ofArea;
    if (classOf.size() <= in.listing.only.back() || out.classes.empty()) return;
    DistrictFinding district{std::string(in.listing.code), static_cast<std::uint32_t>(in.listing.only.size()), 0,
                             classOf[in.listing.only[0]]};
    for (const std::uint32_t area : in.listing.only) district.inClass += classOf[area] == riskiestClass(out) ? 1 : 0;
    out.district = std::move(district);
}

DEX_APART void addNeighbours(const FindingsInput& in, Findings& out) {
    const std::uint32_t level = in.chosen.selected->level;
    const auto* names = in.library.names(level);
    for (const Neighbour& one : in.neighbours)
        out.selected->neighbours.push_back(
            {{in.library.head()->levels[level].id, names->codes[one.area]}, names->names[one.area], one.towards});
}

void addPlaceWithin(const FindingsInput& in, LevelArea place, const AreaNames& topNames, Findings& out) {
    const auto* names = in.library.names(place.level);
    if (!names) return;
    const auto around = areaAround(in.library, place, in.library.head()->topLevel());
    out.place.inner = {place.level, refOf(in.library, place).text(), names->names[place.area],
                       around ? topNames.names[*around] : names->codes[place.area]};
}

// Which areas lead, as the reader sees it: a number that is printed alike is no lead.
void addHighest(const FindingsInput& in, const std::vector<std::uint32_t>& order, const std::vector<std::string>& names,
                Findings& out) {
    const auto areaAt = [&](std::size_t i) { return out.shown.polarity >= 0 ? order[order.size() - 1 - i] : order[i]; };
    const auto printed = [&](std::size_t i) {
        return formatValue(out.language, out.shown, in.analysis.column().values[areaAt(i)]);
    };
    std::size_t alike = 1;
    while (alike < order.size() && alike < 3 && printed(alike) == printed(0)) ++alike;
    // Three alike are no lead.
    if (alike > 2) return;
    out.highest.name = names[areaAt(0)];
    if (alike == 2) out.highest.beside = names[areaAt(1)];
}

}  // namespace

Findings findingsOf(const FindingsInput& in) {
    Findings out;
    out.head = in.library.head();
    out.progress = in.library.progress();
    out.messages = in.messages;
    if (in.hint == PageHint::Wheel) out.hint = Hint::Wheel;
    if (in.hint == PageHint::Touch) out.hint = Hint::Touch;
    // As if nothing were here yet: what is said of the whole would be wrong in a moment.
    if (in.awaitsPlace) out.head = nullptr;
    if (!out.head) return out;
    const auto& head = *out.head;
    const std::uint32_t top = head.topLevel();
    const auto* topNames = in.library.names(top);

    // What is worded is what is drawn, also while another choice is loading.
    const Chosen& shown = in.analysis.shown() ? *in.analysis.shown() : in.chosen;
    out.measure = shown.measure;
    out.shown = describe(out.language, head, shown.measure);
    out.level = shown.level;
    out.adjust.isOpen = in.isAdjustOpen;
    out.adjust.arithmetic = shown.arithmetic;
    out.adjust.weights = shown.weights;
    out.adjust.isPublished = isPublished(shown, head);
    out.adjust.movedCount = in.analysis.movedCount(in.library);
    out.method = shown.method;
    out.classCount = shown.classCount;
    out.chosenClass = shown.chosenClass;
    if (in.analysis.shown()) addClasses(in, out);

    if (topNames) {
        for (std::size_t i = 0; i < topNames->codes.size(); ++i)
            out.places.push_back({topNames->codes[i], topNames->names[i]});
        if (shown.place && shown.place->level == top) out.place.atTop = shown.place->area;
        if (shown.place && shown.place->level != top) addPlaceWithin(in, *shown.place, *topNames, out);
        if (const auto& leader = in.analysis.leader())
            out.leader = {topNames->names[leader->parent], leader->count, leader->areas};
        const auto& order = in.analysis.ranking().order();
        if (shown.level == top && !order.empty()) {
            addHighest(in, order, topNames->names, out);
        }
    }
    if (in.pointed && in.pointed->level == shown.level)
        out.pointed = areaFinding(in.library, in.analysis, *in.pointed, Detail::Pointer);
    if (in.chosen.selected) {
        out.selected = areaFinding(in.library, in.analysis, *in.chosen.selected, Detail::Card);
        if (in.analysis.shown()) addStrip(in.analysis, out);
    }
    if (out.selected && in.found && in.found->area == in.chosen.selected) {
        out.selected->postcode = in.found->postcode;
        out.selected->isBeside = in.found->isBeside;
        out.selected->isHere = in.found->point.has_value();
        out.selected->canHelp = in.canHelp;
    }
    if (out.selected && !in.neighbours.empty()) addNeighbours(in, out);
    if (!in.listing.only.empty()) addDistrict(in, out);
    addScopes(in, shown, out);
    if (!shown.compared.empty()) addCompared(in, shown, out);
    if (head.index && (out.selected || !out.compared.empty())) addSharesOfWhole(in.library, in.analysis, out.shares);
    if (in.listing.isOpen) addRanked(in, shown, out);
    return out;
}

}  // namespace dex
