#include "compile/explain_sums.h"

#include "compile/text.h"
#include "output/cell_state_id.h"
#include "output/number_text.h"
#include "risk/people_share.h"

namespace dex {

namespace {

std::string exact(double value) { return numberText(value, kExactly); }
std::string whole(std::uint32_t number) { return std::to_string(number); }

// "(2 · 8.1 + 1 · 7.3) / 3": a weighted mean as it grows.
struct WrittenMean {
    std::string sum;
    std::uint32_t parts = 0, present = 0, active = 0;

    void add(std::uint32_t weight, const std::string& what, bool isPresent) {
        // What has no figure counts towards the coverage, and is no part of the mean.
        active += weight;
        if (weight == 0 || !isPresent) return;
        sum += (parts++ > 0 ? " + " : "") + whole(weight) + " · " + what;
        present += weight;
    }
    std::string text() const { return "(" + sum + ") / " + whole(present); }
};

// Each number by the letter that it has in docs/method.md, "The arithmetic".
class Sums {
public:
    Sums(const ScoredAtlas& atlas, std::uint32_t area) : atlas_(atlas), area_(area) {}

    std::string text() {
        for (std::size_t need = 0; need < atlas_.index().needs.size(); ++need) addNeed(need);
        addOverall();
        addPeople();
        return std::move(out_);
    }

private:
    void line(int indent, const std::string& text) {
        out_ += std::string(static_cast<std::size_t>(indent), ' ') + text + "\n";
    }

    std::string rankText(const Ranking& ranking) const {
        return "r = " + exact(*ranking.averageRank(area_)) + " of n = " + whole(ranking.count());
    }

    void addNeed(std::size_t need) {
        const Need& shown = atlas_.index().needs[need];
        line(0, shown.id + "  " + shown.label + ", weight " + whole(atlas_.chosen.weights.needs[need]));
        WrittenMean mean;
        for (std::size_t i = 0; i < shown.indicators.size(); ++i) addIndicator(need, i, mean);
        const Column& scores = atlas_.scores().needs[need];
        if (!hasNumber(scores.states[area_])) {
            line(2,
                 shown.id + " has no score: " + (mean.active == 0 ? "all its weights are 0" : lacking(mean, "half")));
            return;
        }
        const double score = scores.values[area_];
        if (atlas_.chosen.arithmetic != Arithmetic::Iod) {
            line(2, shown.id + " = " + mean.text() + " = " + exact(score));
            return;
        }
        // Here the mean only gives a rank, and the rank gives the score: two steps, each on a line.
        line(2, shown.id + " is ranked by " + mean.text() + ": " + rankText(atlas_.scores().needRankings[need]));
        // As the English Indices of Deprivation transform ranks (docs/method.md, "The arithmetic").
        line(2, shown.id + " = 0.1 · (−23 · ln(1 − r/n · (1 − e^(−100/23)))) = " + exact(score));
    }

    static std::string lacking(const WrittenMean& mean, const char* max) {
        return whole(mean.present) + " of " + whole(mean.active) + " of its weight has figures, which is less than " +
               max;
    }

    void addIndicator(std::size_t need, std::size_t i, WrittenMean& mean) {
        const std::uint32_t indicator = atlas_.index().needs[need].indicators[i].indicator;
        const std::uint32_t weight = atlas_.chosen.weights.indicators[need][i];
        const Indicator& shown = atlas_.head().indicators[indicator];
        const Column& cells = *atlas_.analysis.columns().at(atlas_.library, indicator, atlas_.chosen.level);
        // They stand there need by need, in the order in which text() goes through them.
        const Column& scores = atlas_.atLevel().normalised().indicators[next_++];
        const CellState state = cells.states[area_];
        mean.add(weight, exact(scores.values[area_]), hasNumber(state));
        line(2, shown.id + "  " + shown.label + ", weight " + whole(weight) + ": " +
                    (hasNumber(state) ? valueText(shown, cells) + "; " : "no number; ") + std::string(idOf(state)));
        if (!hasNumber(state)) return;
        const ScoredColumn scored{&cells, shown.polarity};
        const Column values = riskValues(scored, atlas_.atLevel().scope());
        line(4, sumText(values, Ranking(values)) + " = " + exact(scores.values[area_]));
    }

    std::string valueText(const Indicator& shown, const Column& cells) const {
        std::string value = exact(cells.values[area_]) + " " + shown.unit;
        if (!cells.hasCounts()) return value;
        return exact(cells.numerators[area_]) + " / " + exact(cells.denominators[area_]) + " = " + value;
    }

    std::string sumText(const Column& values, const Ranking& ranking) const {
        if (isByRank(atlas_.chosen.arithmetic)) {
            return rankText(ranking) + "; s = 10 · (" + exact(*ranking.averageRank(area_)) + " − 0.5) / " +
                   whole(ranking.count());
        }
        const auto [min, max] = spreadOf(values, ranking, atlas_.chosen.arithmetic);
        const std::string spread = "from " + exact(min) + " to " + exact(max);
        if (max <= min) return "all are equal; s";
        const double value = values.values[area_];
        // There the score is 0 or 10, which the formula would miss where ends are clamped.
        if (value <= min || value >= max) return spread + ": at or past one end; s";
        return spread + "; s = 10 · (" + exact(value) + " − " + exact(min) + ") / (" + exact(max) + " − " + exact(min) +
               ")";
    }

    void addOverall() {
        const Scores& scores = atlas_.scores();
        WrittenMean mean;
        for (std::size_t need = 0; need < scores.needs.size(); ++need) {
            // Left out by weights, a need is neither present nor missing.
            if (!isActive(atlas_.chosen.weights, need)) continue;
            mean.add(atlas_.chosen.weights.needs[need], exact(scores.needs[need].values[area_]),
                     hasNumber(scores.needs[need].states[area_]));
        }
        line(0, "Overall");
        line(2, "coverage = " + exact(scores.coverage[area_]));
        if (!hasNumber(scores.overall.states[area_])) {
            line(2, "no score: " + (mean.active == 0 ? "all weights are 0" : lacking(mean, "70%")));
            return;
        }
        line(2, "T = " + mean.text() + " = " + exact(scores.overall.values[area_]));
        const auto rank = *scores.ranking.rank(area_);
        line(2, rankText(scores.ranking) + "; rank " + whole(rank.fromHighest) + (rank.joint ? ", joint" : "") +
                    " (1 is the highest risk)");
        line(2, "p = (r − 0.5) / n = " + exact(*scores.ranking.position(area_)) +
                    "; band = 1 + ⌊10 · p⌋ = " + whole(bandOf(scores.ranking, area_)));
    }

    // Of small areas, whatever the level and the scope.
    void addPeople() {
        const LevelScores* of = atlas_.analysis.scoresOfAll(atlas_.library);
        if (atlas_.chosen.level == 0 || !of) return;
        // Without residents the small areas are counted (docs/method.md, "Shares of people").
        const bool hasResidents = atlas_.head().residents != kNoFile;
        line(0, std::string(hasResidents ? "Residents" : "Small areas") + " in the highest-risk fifth of small areas");
        addShare("overall", of->scores().ranking);
        for (std::size_t need = 0; need < atlas_.index().needs.size(); ++need)
            addShare(atlas_.index().needs[need].id, of->scores().needRankings[need]);
    }

    void addShare(const std::string& id, const Ranking& ranking) {
        const Column* residents = atlas_.library.column(atlas_.head().residents);
        const auto share = peopleShare(ranking, residents, *atlas_.library.grouping(atlas_.chosen.level), area_);
        line(2, id + " = " +
                    (share ? exact(share->inFifth) + " / " + exact(share->counted) + " = " + exact(share->share())
                           : "no share: small areas with a score hold less than half of it"));
    }

    const ScoredAtlas& atlas_;
    std::uint32_t area_;
    std::size_t next_ = 0;  // Into Normalised::indicators.
    std::string out_;
};

}  // namespace

std::string explainSums(const ScoredAtlas& atlas, std::uint32_t area) { return Sums(atlas, area).text(); }

}  // namespace dex
