#include <algorithm>
#include <cmath>
#include <optional>

#include "map/measure.h"
#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"
#include "words/position.h"

namespace dex {
namespace {

std::string rankText(Language language, const Standing& standing) {
    return say(
        language, standing.isJoint ? Word::compareRankJoint : Word::compareRankOf,
        {{"rank", formatCount(language, standing.rank)}, {"total", formatCount(language, standing.rankedCount)}});
}

// A cell of one column: its value, and where it is drawn as a bar its length, 0–1.
struct CompareCell {
    std::string value = {};
    std::optional<double> bar = {};
};

// A row of one cell a column; `cell` makes those of the areas, and the whole's comes last.
template <typename CellOf>
CompareRow rowOf(const Findings& findings, std::string label, CompareCell whole, CellOf cellOf) {
    CompareRow row;
    row.label = std::move(label);
    bool hasBars = false;
    const auto add = [&](CompareCell cell) {
        hasBars = hasBars || cell.bar;
        // A column without a bar has −1.
        row.shares.push_back(cell.bar.value_or(-1));
        row.values.push_back(cell.value.empty() ? std::string(word(findings.language, Word::compareNothing))
                                                : std::move(cell.value));
    };
    for (const AreaFinding& area : findings.compared) add(cellOf(area));
    add(std::move(whole));
    if (!hasBars) row.shares.clear();
    return row;
}

CompareRow captionOf(std::string title) {
    CompareRow row;
    row.heading = std::move(title);
    return row;
}

bool isSmallArea(const Findings& findings, const AreaFinding& area) {
    return area.ref.level == findings.head->levels[0].id;
}

// Shares of residents mean the same at every level, so they lead. Of small areas alone they would only say which of
// them are in the fifth.
void addShares(const Findings& findings, CompareFacts& facts) {
    const auto& compared = findings.compared;
    const bool isOfSmallAreas = std::all_of(compared.begin(), compared.end(),
                                            [&](const AreaFinding& area) { return isSmallArea(findings, area); });
    if (isOfSmallAreas || !hasShares(findings)) return;
    const auto cellOf = [&](const ShareFinding& share) {
        return share ? CompareCell{shareText(findings.language, *share), share} : CompareCell{};
    };
    facts.rows.push_back(captionOf(sharesTitle(findings)));
    for (std::size_t measure = 0; measure < findings.shares.ofWhole.size(); ++measure)
        facts.rows.push_back(rowOf(findings, shareLabel(findings, measure), cellOf(findings.shares.ofWhole[measure]),
                                   [&](const AreaFinding& area) {
                                       return measure < area.shares.size() ? cellOf(area.shares[measure])
                                                                           : CompareCell{};
                                   }));
}

// Scores are ranks among the areas of one level, so equal bars of two levels would say what is not true: only areas of the
// level that the reader chose have bars, where it is one.
bool hasScoreBars(const Findings& findings, const AreaFinding& area) {
    const auto own = findings.compared.begin();
    return area.ref.level == own->ref.level &&
           std::all_of(own, own + static_cast<std::ptrdiff_t>(findings.comparedOwn),
                       [&](const AreaFinding& one) { return one.ref.level == own->ref.level; });
}

void addScores(const Findings& findings, CompareFacts& facts) {
    const Language language = findings.language;
    const auto& needs = findings.head->index->needs;
    const auto cellOf = [&](const AreaFinding& area, double score) {
        CompareCell cell{formatNumber(language, score, 1)};
        if (hasScoreBars(findings, area)) cell.bar = score / 10;
        return cell;
    };
    // Scores of the whole among itself would say nothing, so its column stays empty here.
    facts.rows.push_back(captionOf(say(language, Word::compareScores)));
    facts.rows.push_back(rowOf(findings, say(language, Word::compareOverall), {}, [&](const AreaFinding& area) {
        return area.index && area.index->overall ? cellOf(area, area.index->overall->value) : CompareCell{};
    }));
    facts.rows.push_back(rowOf(findings, say(language, Word::compareRank), {}, [&](const AreaFinding& area) {
        return area.index && area.index->overall ? CompareCell{rankText(language, *area.index->overall)}
                                                 : CompareCell{};
    }));
    for (std::size_t need = 0; need < needs.size(); ++need) {
        facts.rows.push_back(rowOf(findings, needs[need].shortLabel, {}, [&](const AreaFinding& area) {
            const bool isScored = area.index && need < area.index->needs.size() && area.index->needs[need].score;
            return isScored ? cellOf(area, *area.index->needs[need].score) : CompareCell{};
        }));
    }
    facts.rows.push_back(rowOf(findings, say(language, Word::compareStandsOut), {}, [&](const AreaFinding& area) {
        return area.index && area.index->leader ? CompareCell{needs[*area.index->leader].shortLabel} : CompareCell{};
    }));
}

void addGroups(const Findings& findings, CompareFacts& facts) {
    const Language language = findings.language;
    // Areas whose figures have not loaded yet have fewer rows than the others. The longest list decides.
    std::size_t max = 0;
    for (const AreaFinding& area : findings.compared) max = std::max(max, area.groups.size());
    if (max == 0) return;
    facts.rows.push_back(captionOf(say(language, Word::compareGroups)));
    for (std::size_t i = 0; i < max; ++i) {
        const Indicator* indicator = nullptr;
        std::string whole;
        for (const AreaFinding& area : findings.compared) {
            if (i >= area.groups.size()) continue;
            indicator = &findings.head->indicators[area.groups[i].indicator];
            if (area.groups[i].whole) whole = formatValue(language, *indicator, *area.groups[i].whole);
        }
        facts.rows.push_back(rowOf(findings, indicator->shortLabel, CompareCell{whole}, [&](const AreaFinding& area) {
            const bool hasFigure = i < area.groups.size() && hasNumber(area.groups[i].state);
            return hasFigure ? CompareCell{formatValue(language, *indicator, area.groups[i].value)} : CompareCell{};
        }));
    }
}

// The group in whose share the two differ most; empty where none is a share in both.
std::string groupSentence(const Findings& findings, const AreaFinding& first, const AreaFinding& other) {
    const Language language = findings.language;
    double max = 0;
    std::string sentence;
    for (std::size_t i = 0; i < std::min(first.groups.size(), other.groups.size()); ++i) {
        const FigureFinding &a = first.groups[i], &b = other.groups[i];
        const Indicator& group = findings.head->indicators[a.indicator];
        // Only shares can be held against each other by their difference; other units have no common scale.
        const double apart = std::fabs(a.value - b.value);
        if (!hasNumber(a.state) || !hasNumber(b.state) || group.display != Display::Percent || apart <= max) continue;
        max = apart;
        sentence = say(language, Word::compareGroup,
                       {{"group", group.label},
                        {"value", formatValue(language, group, a.value)},
                        {"name", first.name},
                        {"otherValue", formatValue(language, group, b.value)},
                        {"other", other.name}});
    }
    return sentence;
}

// The measure in which the shares of residents of the two differ most; one area alone is held against the whole. Empty where
// they differ by less than a reader would call a difference.
std::string shareDifference(const Findings& findings, const AreaFinding& area, const AreaFinding* other) {
    if (isSmallArea(findings, area) || (other && isSmallArea(findings, *other))) return {};
    const auto& beside = other ? other->shares : findings.shares.ofWhole;
    double max = 0.05;
    std::optional<std::size_t> widest;
    for (std::size_t i = 0; i < std::min(area.shares.size(), beside.size()); ++i) {
        if (!area.shares[i] || !beside[i] || std::fabs(*area.shares[i] - *beside[i]) < max) continue;
        max = std::fabs(*area.shares[i] - *beside[i]);
        widest = i;
    }
    return widest ? shareSentence(findings, area, *widest, other) : std::string();
}

// The first area against each of the others that the reader chose.
void addSentences(const Findings& findings, CompareFacts& facts) {
    const Language language = findings.language;
    const auto& needs = findings.head->index->needs;
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) facts.sentences.push_back(std::move(sentence));
    };
    if (findings.comparedOwn == 1) add(shareDifference(findings, findings.compared[0], nullptr));
    for (std::size_t i = 1; i < findings.comparedOwn && i < findings.compared.size(); ++i) {
        const AreaFinding &first = findings.compared[0], &other = findings.compared[i];
        add(shareDifference(findings, first, &other));
        add(groupSentence(findings, first, other));
        // Ranks of two levels are among different areas, so only shares are compared then.
        if (!first.index || !other.index || first.ref.level != other.ref.level) continue;
        if (first.index->overall && other.index->overall) {
            const double apart = first.index->overall->position - other.index->overall->position;
            const bool isFirst = apart > 0;
            const std::string &high = isFirst ? first.name : other.name, &low = isFirst ? other.name : first.name;
            facts.sentences.push_back(say(language,
                                          // Ranks that differ by less than 5% of all areas swap places with small
                                          // changes of the weights.
                                          std::fabs(apart) < 0.05 ? Word::compareLikeOverall : Word::compareMoreOverall,
                                          {{"name", high}, {"other", low}}));
        }
        std::size_t widest = needs.size();
        // Below a tenth of the ranking no difference is worth a sentence.
        double max = 0.1;
        for (std::size_t need = 0; need < needs.size(); ++need) {
            const auto &a = first.index->needs[need].position, &b = other.index->needs[need].position;
            if (!a || !b || std::fabs(*a - *b) <= max) continue;
            max = std::fabs(*a - *b);
            widest = need;
        }
        if (widest == needs.size()) continue;
        const Position position = positionOf(*first.index->needs[widest].position),
                       otherPosition = positionOf(*other.index->needs[widest].position);
        // "One is at medium risk, and the other is at medium risk" would contradict "they differ most".
        if (position == otherPosition) continue;
        facts.sentences.push_back(say(language, Word::compareWidest,
                                      {{"need", needInside(language, needs[widest])},
                                       {"name", first.name},
                                       {"position", word(language, insideWord(position))},
                                       {"other", other.name},
                                       {"otherPosition", word(language, insideWord(otherPosition))}}));
    }
}

// "Scores ranked among London’s 33 boroughs", or why there are none.
std::string amongOf(const Findings& findings, const AreaFinding& area) {
    const Language language = findings.language;
    if (area.isOutOfScope) return say(language, Word::cardOutOfScope);
    if (!area.index || !area.index->overall) return {};
    const auto level = levelWithId(*findings.head, area.ref.level);
    const std::uint32_t total = area.index->overall->rankedCount;
    return say(language, Word::compareAmong,
               {{"whole", possessive(language, rankedWithin(findings))},
                {"total", formatCount(language, total)},
                {"areas", areasWord(findings.head->levels[*level], total)}});
}

void addColumns(const Findings& findings, CompareFacts& facts) {
    const auto& compared = findings.compared;
    // Where all are of one level and have a score, the ranks say it.
    const bool isMixed = std::any_of(compared.begin(), compared.end(), [&](const AreaFinding& area) {
        return area.isOutOfScope || area.ref.level != compared[0].ref.level;
    });
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const AreaFinding& area = compared[i];
        // Only what the reader chose can be removed; the place beside them comes and goes with them.
        const std::string& detail = area.detail.empty() ? area.placeName : area.detail;
        const std::string name = bareName(area);
        CompareColumn column{
            area.ref.text(),          name, name.ends_with('(' + detail + ')') ? std::string() : detail, {},
            i < findings.comparedOwn, {}};
        if (isMixed) column.among = amongOf(findings, area);
        column.removeLabel = say(findings.language, Word::compareRemove, {{"name", area.name}});
        facts.columns.push_back(std::move(column));
    }
    facts.columns.emplace_back().name = findings.head->place;
}

}  // namespace

CompareFacts writeCompare(const Findings& findings) {
    const Language language = findings.language;
    CompareFacts facts;
    facts.title = say(language, Word::compareTitle);
    facts.clearLabel = say(language, Word::compareClear);
    facts.closeLabel = say(language, Word::compareClose);
    facts.openLabel = say(language, Word::compareOpen);
    if (findings.comparedOwn < kMaxCompared) facts.howToAdd = say(language, Word::compareHowToAdd);
    addColumns(findings, facts);
    // An atlas without residents says nothing of them.
    if (findings.head->residents != kNoFile) {
        const CompareCell residents{findings.shares.residents ? formatCount(language, *findings.shares.residents)
                                                              : std::string()};
        facts.rows.push_back(
            rowOf(findings, say(language, Word::compareResidents), residents, [&](const AreaFinding& area) {
                return area.residents ? CompareCell{formatCount(language, *area.residents)} : CompareCell{};
            }));
    }
    addShares(findings, facts);
    addScores(findings, facts);
    addGroups(findings, facts);
    addSentences(findings, facts);
    return facts;
}

}  // namespace dex
