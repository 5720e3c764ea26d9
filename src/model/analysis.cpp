#include "model/analysis.h"

#include <algorithm>

#include "map/scene.h"
#include "risk/moved.h"

namespace dex {
namespace {

std::span<const std::uint32_t> groupingOrNone(const Library& library, std::uint32_t level) {
    const auto* grouping = library.grouping(level);
    return grouping ? std::span<const std::uint32_t>(*grouping) : std::span<const std::uint32_t>{};
}

// The published ranks among the areas in scope: without one, as they are.
Ranking publishedRanking(const LevelScores& published, const Scope& scope) {
    const Scores& scores = published.scores();
    return scope.empty() ? scores.ranking : Ranking(inScope(scores.overall, scope));
}

bool sameValues(const Chosen& a, const Chosen& b) {
    return a.measure == b.measure && a.level == b.level && a.method == b.method && a.classCount == b.classCount &&
           a.arithmetic == b.arithmetic && a.weights == b.weights && a.scope == b.scope && a.selection == b.selection;
}

// By how much a rank has to move for the outer classes of what moved, and a tenth for those of a difference.
constexpr double kFarTenths = 3;

// 0–4 of a number of tenths; within ±1 (places) or 0 (whole tenths) is the middle.
std::uint32_t differenceClass(double tenths) {
    const std::uint32_t far = tenths >= kFarTenths || tenths <= -kFarTenths ? 2 : 1;
    if (tenths >= 1) return 2 + far;
    if (tenths <= -1) return 2 - far;
    return 2;
}

}  // namespace

std::vector<std::uint32_t> groupsOf(const AtlasHead& head) {
    std::vector<std::uint32_t> groups;
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) {
        if (head.indicators[i].kind == IndicatorKind::Group) groups.push_back(i);
    }
    return groups;
}

std::vector<std::uint32_t> comparatorsOf(const AtlasHead& head) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < head.indicators.size(); ++i) {
        if (isComparable(head, i)) found.push_back(i);
    }
    return found;
}

bool Analysis::update(const Chosen& chosen, const Library& library) {
    const bool filesChanged = library.version() != libraryVersion_;
    if (shown_ == chosen && !filesChanged) return false;
    libraryVersion_ = library.version();

    // Numbers do not change with what arrives; stored classes are replaced by numbers as soon as these can be made.
    // Place, selection and the chosen class change what is counted and painted, and not the numbers.
    const bool valuesKept = shown_ && sameValues(*shown_, chosen) && (hasValues_ || !filesChanged);
    if (!valuesKept && !computeValues(chosen, library)) {
        const bool classesKept = shown_ && sameValues(*shown_, chosen);
        if (!classesKept && !takeStoredClasses(chosen, library)) return false;
    }
    shown_ = chosen;
    count(chosen, library);
    paint(chosen, library);
    ++version_;
    return true;
}

LevelScores* Analysis::readyScores(std::uint32_t level, const Library& library) const {
    if (!shown_) return nullptr;
    // For every level its own: shares of people are counted among small areas, whatever level is shown.
    scores_.resize(library.head()->levels.size());
    return scores_[level].update(*shown_, level, library, columns_) ? &scores_[level] : nullptr;
}

const LevelScores* Analysis::publishedScores(const Chosen& chosen, const Library& library) const {
    const auto& head = *library.head();
    Chosen published;
    // All of the atlas, also where the choice has a scope: whoever compares cuts it to the same areas first.
    published.arithmetic = head.index->arithmetic;
    published.weights = publishedWeights(*head.index);
    return published_.update(published, chosen.level, library, columns_) ? &published_ : nullptr;
}

const LevelScores* Analysis::scoresOfAll(const Library& library) const {
    if (!shown_ || shown_->scope.empty()) return scoresAt(0, library);
    Chosen all;
    all.arithmetic = shown_->arithmetic;
    all.weights = shown_->weights;
    return ofAll_.update(all, 0, library, columns_) ? &ofAll_ : nullptr;
}

std::optional<std::uint32_t> Analysis::movedCount(const Library& library) const {
    // Worked out when first asked for, and kept until the values change.
    if (movedCount_ || !shown_ || !hasValues_ || isPublished(*shown_, *library.head())) return movedCount_;
    const LevelScores* own = scoresAt(shown_->level, library);
    const LevelScores* published = publishedScores(*shown_, library);
    if (!own || !published) return std::nullopt;
    const Ranking& ranking = own->scores().ranking;
    const Column changes = rankChanges(publishedRanking(*published, own->scope()), ranking,
                                       library.head()->levels[shown_->level].areaCount);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < changes.size(); ++i)
        count += hasNumber(changes.states[i]) && isATenth(changes.values[i], ranking.count());
    movedCount_ = count;
    return movedCount_;
}

bool Analysis::computeValues(const Chosen& chosen, const Library& library) {
    const auto& head = *library.head();
    // Neither scopes nor the painting of small areas can do without.
    if (!library.grouping(chosen.level)) return false;
    movedCount_.reset();
    Scope scope = scopeAt(chosen.level, chosen, library);
    if (chosen.measure.kind == MeasureKind::Indicator) {
        const Column* cells = columns_.at(library, chosen.measure.index, chosen.level);
        if (!cells) return false;
        scope_ = std::move(scope);
        column_ = scope_.empty() ? *cells : inScope(*cells, scope_);
        classifyScale(chosen);
        return true;
    }
    scores_.resize(head.levels.size());
    LevelScores& own = scores_[chosen.level];
    if (!own.update(chosen, chosen.level, library, columns_)) return false;
    scope_.swap(scope);
    const bool isComputed = computeOfScores(chosen, own.scores(), library);
    // Where a column is still missing the numbers stay those of before, and their scope with them.
    if (!isComputed) scope_.swap(scope);
    return isComputed;
}

bool Analysis::computeOfScores(const Chosen& chosen, const Scores& scores, const Library& library) {
    switch (chosen.measure.kind) {
        case MeasureKind::Need:
            column_ = scores.needs[chosen.measure.index];
            classifyScale(chosen);
            return true;
        case MeasureKind::Standout: computeStandout(scores); return true;
        case MeasureKind::TwoWay: return computeTwoWay(chosen, scores, library);
        case MeasureKind::Moved: return computeMoved(chosen, scores, library);
        case MeasureKind::Difference: return computeDifference(chosen, scores, library);
        case MeasureKind::Overall:
        case MeasureKind::Indicator: break;
    }
    column_ = scores.overall;
    classifyScale(chosen);
    return true;
}

void Analysis::classifyScale(const Chosen& chosen) {
    hasValues_ = true;
    ranking_ = Ranking(column_);
    classes_ = classify(column_, ranking_, chosen.method, chosen.classCount);
    strip_.reset();
}

const Strip& Analysis::strip() const {
    if (!strip_) strip_ = histogram(column_, classes_);
    return *strip_;
}

template <typename ClassOf>
void Analysis::setClasses(std::uint32_t classCount, ClassOf classOf) {
    hasValues_ = true;
    ranking_ = Ranking(column_);
    classes_ = {};
    classes_.classCount = classCount;
    classes_.ofArea.assign(column_.size(), kNoDataClass);
    // These classes are no steps along a scale: they have no bounds, and there is no strip.
    classes_.min.assign(classCount, 0);
    classes_.max.assign(classCount, 0);
    classes_.counts.assign(classCount, 0);
    for (std::uint32_t area = 0; area < column_.size(); ++area) {
        if (!hasNumber(column_.states[area])) continue;
        const std::uint32_t of = classOf(area);
        classes_.ofArea[area] = static_cast<std::uint8_t>(of);
        ++classes_.counts[of];
    }
    strip_.emplace();
}

void Analysis::computeStandout(const Scores& scores) {
    const auto needs = static_cast<std::uint32_t>(scores.needs.size());
    column_ = scores.overall;
    setClasses(needs + 1, [&](std::uint32_t area) {
        // Which need leads, and that none may, is said in docs/method.md, "The arithmetic".
        const std::uint8_t leader = scores.dominant[area].leader;
        return leader == kNoNeed ? needs : leader;
    });
}

bool Analysis::computeTwoWay(const Chosen& chosen, const Scores& scores, const Library& library) {
    const Column* cells = columns_.at(library, chosen.measure.other, chosen.level);
    if (!cells) return false;
    const Column group = inScope(*cells, scope_);
    const Ranking& need = scores.needRankings[chosen.measure.index];
    // Ranked among the areas in scope, as the need is: thirds of both are thirds of the same areas.
    const Ranking ofGroup(group);
    column_ = scores.needs[chosen.measure.index];
    for (std::size_t i = 0; i < column_.size(); ++i) {
        // An area needs both of the two to have a class.
        if (!hasNumber(group.states[i])) column_.states[i] = group.states[i];
    }
    setClasses(kThirds * kThirds, [&](std::uint32_t area) {
        return kThirds * need.quantile(area, kThirds) + ofGroup.quantile(area, kThirds);
    });
    return true;
}

bool Analysis::computeMoved(const Chosen& chosen, const Scores& scores, const Library& library) {
    const LevelScores* published = publishedScores(chosen, library);
    if (!published) return false;
    const auto areaCount = static_cast<std::uint32_t>(scores.overall.size());
    column_ = rankChanges(publishedRanking(*published, scope_), scores.ranking, areaCount);
    const std::uint32_t n = scores.ranking.count();
    // By how many tenths of all ranked areas it has moved.
    setClasses(kDifferenceClasses, [&](std::uint32_t area) { return differenceClass(10 * column_.values[area] / n); });
    return true;
}

bool Analysis::computeDifference(const Chosen& chosen, const Scores& scores, const Library& library) {
    const Column* cells = columns_.at(library, chosen.measure.other, chosen.level);
    if (!cells) return false;
    const auto areaCount = static_cast<std::uint32_t>(scores.overall.size());
    // Both are banded here, among the same areas (docs/method.md, "The arithmetic").
    column_ = bandDifferences(scores.ranking, Ranking(inScope(*cells, scope_)), areaCount);
    setClasses(kDifferenceClasses, [&](std::uint32_t area) { return differenceClass(column_.values[area]); });
    return true;
}

bool Analysis::takeStoredClasses(const Chosen& chosen, const Library& library) {
    if (!isDefault(chosen, *library.head()) || !library.defaultClasses()) return false;
    // Classes alone, without what they are made from.
    hasValues_ = false;
    column_ = {};
    scope_ = {};
    classes_ = {};
    classes_.ofArea = *library.defaultClasses();
    classes_.classCount = chosen.classCount;
    ranking_ = {};
    strip_.emplace();
    return true;
}

void Analysis::count(const Chosen& chosen, const Library& library) {
    const auto& head = *library.head();
    const std::uint32_t areaCount = head.areaCount();
    const auto own = groupingOrNone(library, chosen.level);
    const std::uint32_t ownCount = head.levels[chosen.level].areaCount;
    std::vector<std::uint32_t> parents;
    std::optional<std::uint32_t> place;
    if (chosen.place) {
        parents = parentsOf(own, groupingOrNone(library, chosen.place->level), areaCount, ownCount);
        place = chosen.place->area;
    }
    counts_ = countClasses(classes_.ofArea, classes_.classCount, parents, place);
    for (std::uint32_t area = 0; area < scope_.size(); ++area) {
        // Outside the scope is not without data: it is not counted at all.
        if (scope_[area] != 0 || (place && parents[area] != *place)) continue;
        --counts_.noData;
        --counts_.all;
    }
    leader_.reset();
    const std::uint32_t top = head.topLevel();
    // A leader is named among several places that are made of the areas shown.
    if (chosen.place || chosen.level == top || !library.grouping(top) || classes_.classCount == 0) return;
    // The class of highest risk; of those by name, the one that most areas are in.
    std::uint32_t leading = classes_.classCount - 1;
    if (chosen.measure.kind == MeasureKind::Standout) {
        // The last of the classes is "none stands out", which leads nothing.
        const auto max = std::max_element(counts_.ofClass.begin(), counts_.ofClass.end() - 1);
        leading = static_cast<std::uint32_t>(max - counts_.ofClass.begin());
    }
    leader_ = leaderIn(classes_.ofArea, leading, parentsOf(own, *library.grouping(top), areaCount, ownCount),
                       head.levels[top].areaCount);
}

void Analysis::paint(const Chosen& chosen, const Library& library) {
    const std::uint32_t areaCount = library.head()->areaCount();
    const auto* grouping = library.grouping(chosen.level);
    areaClasses_.assign(areaCount, kNoDataClass);
    // Which small areas are in which is not known yet: all of them are left without data.
    if (!grouping) return;
    for (std::uint32_t area = 0; area < areaCount; ++area) {
        // Tiles are of small areas, whatever the level: each has the class of the area that it lies in.
        const bool isOutOfScope = !scope_.empty() && scope_[(*grouping)[area]] == 0;
        const std::uint8_t ofArea = isOutOfScope ? kOutOfScopeClass : classes_.ofArea[(*grouping)[area]];
        std::uint8_t byte = ofArea;
        if (isOutOfScope || !isInPlace(library, chosen.place, area)) byte |= kFadedFlag;
        if (chosen.chosenClass && *chosen.chosenClass != ofArea) byte |= kDimmedFlag;
        areaClasses_[area] = byte;
    }
}

}  // namespace dex
