#include <algorithm>
#include <limits>

#include "app/app.h"
#include "risk/spec_id.h"

namespace dex {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

constexpr auto kFirstNeed = static_cast<std::uint32_t>(ScoreKind::FirstNeed);

double numberIn(const Column& column, std::uint32_t area) {
    return hasNumber(column.states[area]) ? column.values[area] : kNone;
}

double needNumber(std::uint8_t need) { return need == kNoNeed ? kNone : need; }

double scoreOf(const Scores& scores, std::uint32_t kind, std::uint32_t area) {
    const bool isRanked = scores.ranking.has(area);
    // Every number from there on is a need.
    switch (static_cast<ScoreKind>(std::min(kind, kFirstNeed))) {
        case ScoreKind::Overall: return numberIn(scores.overall, area);
        case ScoreKind::Rank: return isRanked ? scores.ranking.rank(area)->fromHighest : kNone;
        case ScoreKind::Band: return isRanked ? bandOf(scores.ranking, area) : kNone;
        case ScoreKind::Coverage: return scores.coverage[area];
        case ScoreKind::Leader: return needNumber(scores.dominant[area].leader);
        case ScoreKind::Second: return needNumber(scores.dominant[area].second);
        case ScoreKind::FirstNeed: break;
    }
    return numberIn(scores.needs[kind - kFirstNeed], area);
}

}  // namespace

std::vector<double> App::scores(std::uint32_t kind) {
    refresh();
    const LevelScores* of =
        library_.head() && analysis_.shown() ? analysis_.scoresAt(analysis_.shown()->level, library_) : nullptr;
    if (!of || kind >= kFirstNeed + of->scores().needs.size()) return {};
    std::vector<double> numbers(of->scores().overall.size());
    for (std::uint32_t area = 0; area < numbers.size(); ++area) numbers[area] = scoreOf(of->scores(), kind, area);
    return numbers;
}

std::string App::spec() const {
    const auto* head = library_.head();
    // Names and groupings say what the scope holds; until they are here nobody knows.
    if (!head || !head->index || chosen_.scope.size() != view_.scope.size()) return {};
    if (chosen_.selection > 0 && !asked_.isFinal) return {};
    for (const LevelArea& area : chosen_.scope) {
        if (!library_.grouping(area.level)) return {};
    }
    const Scope smallAreas = scopeOf(chosen_, library_);
    return specId(*head, chosen_.weights, chosen_.arithmetic, chosen_.level, smallAreas);
}

std::string App::link() const {
    ViewState linked = view_;
    linked.spec = spec();
    return formatView(linked);
}

std::string App::scoreCodes() const {
    const AreaNames* names = analysis_.shown() ? library_.names(analysis_.shown()->level) : nullptr;
    std::string codes;
    if (!names) return codes;
    for (const auto& code : names->codes) codes += code + '\n';
    return codes;
}

}  // namespace dex
