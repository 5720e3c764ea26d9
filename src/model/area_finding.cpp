#include "model/area_finding.h"

#include <algorithm>

#include "base/apart.h"
#include "model/people_shares.h"
#include "risk/drivers.h"

namespace dex {
namespace {

Standing standingIn(const Ranking& ranking, double value, std::uint32_t area, int polarity) {
    const auto rank = *ranking.rank(area);
    const double position = *ranking.position(area);
    Standing standing;
    standing.value = value;
    // Where a lower number is more risk the first of all is the lowest.
    standing.rank = polarity >= 0 ? rank.fromHighest : rank.fromLowest;
    standing.fromLowest = polarity >= 0 ? rank.fromLowest : rank.fromHighest;
    standing.isJoint = rank.joint;
    standing.rankedCount = ranking.count();
    standing.position = polarity >= 0 ? position : 1 - position;
    return standing;
}

void addPlace(const Library& library, LevelArea at, AreaFinding& found) {
    const std::uint32_t top = library.head()->topLevel();
    const AreaNames* names = library.names(top);
    if (at.level == top || !names) return;
    if (const auto place = areaAround(library, at, top)) found.placeName = names->names[*place];
}

void addResidents(const Library& library, LevelArea at, AreaFinding& found) {
    const Column* residents = library.column(library.head()->residents);
    const auto* own = library.grouping(at.level);
    if (!residents || !own) return;
    double sum = 0;
    bool any = false;
    for (std::size_t i = 0; i < own->size(); ++i) {
        if ((*own)[i] != at.area || !hasNumber(residents->states[i])) continue;
        sum += residents->values[i];
        any = true;
    }
    // Without any number nothing is said, rather than 0.
    if (any) found.residents = sum;
}

void addStanding(const Library& library, const Analysis& analysis, LevelArea at, AreaFinding& found) {
    const auto& shown = analysis.shown();
    // The numbers are still those of another level: a standing among other areas would be wrong.
    if (!shown || shown->level != at.level) {
        found.isLoading = true;
        return;
    }
    found.isOutOfScope = !analysis.scope().empty() && analysis.scope()[at.area] == 0;
    if (!analysis.hasValues()) {
        found.classIndex = analysis.classes().ofArea[at.area];
        found.isLoading = true;
        return;
    }
    found.state = analysis.column().states[at.area];
    if (!hasNumber(found.state)) return;
    // A score is higher for more risk, whatever its indicators are.
    const int polarity =
        shown->measure.kind == MeasureKind::Indicator ? library.head()->indicators[shown->measure.index].polarity : 1;
    found.standing = standingIn(analysis.ranking(), analysis.column().values[at.area], at.area, polarity);
    found.standing->classIndex = analysis.classes().ofArea[at.area];
    found.classIndex = found.standing->classIndex;
}

void addIndex(const Library& library, const Analysis& analysis, LevelArea at, AreaFinding& found) {
    const LevelScores* of = analysis.scoresAt(at.level, library);
    if (!of) return;
    found.isOutOfScope = !of->isInScope(at.area);
    if (found.isOutOfScope) return;
    const auto& head = *library.head();
    const Scores& scores = of->scores();
    // One area alone is ranked among nobody, and its scores would be the middle of nothing.
    if (scores.ranking.count() == 1) return;
    IndexFinding index;
    if (scores.ranking.has(at.area))
        index.overall = standingIn(scores.ranking, scores.overall.values[at.area], at.area, 1);
    for (std::size_t need = 0; need < scores.needs.size(); ++need) {
        NeedFinding one;
        one.state = scores.needs[need].states[at.area];
        if (hasNumber(one.state)) one.score = scores.needs[need].values[at.area];
        one.position = scores.needRankings[need].position(at.area);
        index.needs.push_back(one);
    }
    const Dominant& dominant = scores.dominant[at.area];
    if (dominant.leader != kNoNeed) index.leader = dominant.leader;
    if (dominant.second != kNoNeed) index.second = dominant.second;
    const Weights& weights = analysis.shown()->weights;
    // The biggest factors of docs/method.md, "The arithmetic".
    for (const auto& one : largest(contributionsOf(scores, of->normalised(), weights, at.area), kDrivers))
        index.drivers.push_back(head.index->needs[one.need].indicators[one.position].indicator);
    if (const Stability* stability = of->stability(); stability && index.overall) {
        // Of the draws so far, until all are done (docs/method.md, "How steady it is").
        SteadinessFinding steady;
        steady.done = stability->done();
        steady.draws = stability->draws();
        steady.band = bandOf(scores.ranking, at.area);
        if (const auto range = stability->range(at.area)) {
            steady.low = range->low;
            steady.high = range->high;
        }
        steady.timesInBand = stability->timesIn(at.area, steady.band);
        index.steadiness = steady;
    }
    found.index = std::move(index);
}

std::vector<FigureFinding> figuresOf(const Library& library, const Analysis& analysis, LevelArea at,
                                     const std::vector<std::uint32_t>& indicators, bool withWhole) {
    std::vector<FigureFinding> figures;
    for (const auto indicator : indicators) {
        const Column* cells = analysis.columns().at(library, indicator, at.level);
        // Its file is not here yet: the row comes with it.
        if (!cells) continue;
        FigureFinding figure;
        figure.indicator = indicator;
        figure.state = cells->states[at.area];
        figure.value = cells->values[at.area];
        // A figure of the wider area counts other people too.
        if (cells->hasCounts() && hasNumber(figure.state) && figure.state != CellState::WiderArea)
            figure.count = cells->numerators[at.area];
        const Column* whole = withWhole ? analysis.columns().ofWhole(library, indicator) : nullptr;
        if (whole && hasNumber(whole->states[0])) figure.whole = whole->values[0];
        figures.push_back(figure);
    }
    return figures;
}

bool isInSelection(const Library& library, LevelArea at) {
    const std::span<const AreaMark> marks = library.selection();
    const auto* own = library.grouping(at.level);
    if (marks.empty() || !own) return false;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if ((*own)[i] == at.area && (marks[i] & kChosen) == 0) return false;
    }
    return true;
}

}  // namespace

std::vector<ShareFinding> sharesOf(const Library& library, const Analysis& analysis, std::optional<LevelArea> area) {
    std::vector<ShareFinding> shares;
    for (const auto& share : peopleSharesOf(library, analysis, area))
        shares.push_back(share ? ShareFinding(share->share()) : std::nullopt);
    return shares;
}

DEX_APART void addSharesOfWhole(const Library& library, const Analysis& analysis, SharesFinding& beside) {
    beside.ofWhole = sharesOf(library, analysis, std::nullopt);
    if (!beside.ofWhole.empty()) beside.smallAreas = analysis.scoresOfAll(library)->scores().ranking.count();
}

std::vector<FigureFinding> groupFiguresOf(const Library& library, const Analysis& analysis, LevelArea area) {
    return figuresOf(library, analysis, area, groupsOf(*library.head()), true);
}

DEX_APART std::optional<LevelArea> placeOfAll(const Library& library, std::span<const LevelArea> all) {
    const std::uint32_t top = library.head()->topLevel();
    std::optional<std::uint32_t> place;
    for (const LevelArea& area : all) {
        const auto around = area.level == top ? std::nullopt : areaAround(library, area, top);
        if (!around || (place && place != around)) return std::nullopt;
        place = around;
    }
    return place ? std::optional(LevelArea{top, *place}) : std::nullopt;
}

DEX_APART std::string nameAmong(const Library& library, LevelArea area, std::span<const LevelArea> all) {
    const auto nameOf = [&](LevelArea one) {
        const AreaNames* names = library.names(one.level);
        return names ? names->names[one.area] : std::string();
    };
    const std::uint32_t top = library.head()->topLevel();
    // An area of the top level is its own place.
    const auto placeOf = [&](LevelArea one) {
        const auto place = areaAround(library, one, top);
        return one.level == top ? nameOf(one) : place ? nameOf({top, *place}) : std::string();
    };
    std::string name = nameOf(area);
    const std::string place = placeOf(area);
    bool isAlike = false, isOfPlace = area.level == top || place.empty(), isOfLevel = false;
    const auto holdAgainst = [&](LevelArea other) {
        if (other == area || nameOf(other) != name) return;
        isAlike = true;
        isOfPlace = isOfPlace || placeOf(other) == place;
        isOfLevel = isOfLevel || other.level == area.level;
    };
    for (const LevelArea& other : all) holdAgainst(other);
    if (const auto beside = placeOfAll(library, all)) holdAgainst(*beside);
    if (name.empty() || !isAlike) return name;
    const std::string& code = library.names(area.level)->codes[area.area];
    const std::string& apart = !isOfPlace ? place : !isOfLevel ? library.head()->levels[area.level].singular : code;
    return name + " (" + apart + ')';
}

AreaFinding areaFinding(const Library& library, const Analysis& analysis, LevelArea at, Detail detail) {
    const auto& head = *library.head();
    AreaFinding found;
    if (const auto* names = library.names(at.level)) {
        found.ref = refOf(library, at);
        found.name = names->names[at.area];
        if (at.area < names->details.size()) found.detail = names->details[at.area];
    }
    addPlace(library, at, found);
    addStanding(library, analysis, at, found);
    if (detail == Detail::Pointer) return found;
    addResidents(library, at, found);
    found.isInSelection = isInSelection(library, at);
    if (!head.index || !analysis.shown()) return found;
    const auto& compared = analysis.shown()->compared;
    found.isCompared = std::find(compared.begin(), compared.end(), at) != compared.end();
    addIndex(library, analysis, at, found);
    found.shares = sharesOf(library, analysis, at);
    found.groups = groupFiguresOf(library, analysis, at);
    found.comparators = figuresOf(library, analysis, at, comparatorsOf(head), false);
    return found;
}

}  // namespace dex
