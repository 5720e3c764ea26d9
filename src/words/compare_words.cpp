#include <algorithm>
#include <cmath>

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

// The columns' cells of one row; `cell` gives a column's value and, if it is drawn as a bar, its share.
template <typename Cell>
CompareRow rowOf(const Findings& findings, std::string label, std::string whole, Cell cell) {
    CompareRow row;
    row.label = std::move(label);
    for (const AreaFinding& area : findings.compared) {
        std::string value;
        double share = -1;
        cell(area, value, share);
        row.values.push_back(value.empty() ? std::string(word(findings.language, Word::compareNothing))
                                           : std::move(value));
        // A row is drawn as bars as soon as one of its columns has one. -1 stands for "no bar" in the others.
        if (share >= 0 || !row.shares.empty()) row.shares.resize(row.values.size(), -1);
        if (share >= 0) row.shares.back() = share;
    }
    // The last column is the whole.
    row.values.push_back(whole.empty() ? std::string(word(findings.language, Word::compareNothing)) : std::move(whole));
    if (!row.shares.empty()) row.shares.resize(row.values.size(), -1);
    return row;
}

CompareRow captionOf(const Findings& findings, Word title) {
    CompareRow row;
    row.heading = say(findings.language, title);
    return row;
}

void addNeeds(const Findings& findings, CompareFacts& facts) {
    const Language language = findings.language;
    const auto& needs = findings.head->index->needs;
    // Scores of the whole among itself would say nothing, so its column stays empty here.
    facts.rows.push_back(captionOf(findings, Word::compareNeeds));
    for (std::size_t need = 0; need < needs.size(); ++need) {
        facts.rows.push_back(rowOf(
            findings, needs[need].shortLabel, {}, [&](const AreaFinding& area, std::string& value, double& share) {
                if (!area.index || need >= area.index->needs.size() || !area.index->needs[need].score) return;
                value = formatNumber(language, *area.index->needs[need].score, 1);
                share = *area.index->needs[need].score / 10;
            }));
    }
    facts.rows.push_back(rowOf(findings, say(language, Word::compareStandsOut), {},
                               [&](const AreaFinding& area, std::string& value, double&) {
                                   if (area.index && area.index->leader) value = needs[*area.index->leader].shortLabel;
                               }));
}

void addGroups(const Findings& findings, CompareFacts& facts) {
    const Language language = findings.language;
    // Areas whose figures have not loaded yet have fewer rows than the others. The longest list decides.
    std::size_t max = 0;
    for (const AreaFinding& area : findings.compared) max = std::max(max, area.groups.size());
    if (max == 0) return;
    facts.rows.push_back(captionOf(findings, Word::compareGroups));
    for (std::size_t i = 0; i < max; ++i) {
        const Indicator* indicator = nullptr;
        std::string whole;
        for (const AreaFinding& area : findings.compared) {
            if (i >= area.groups.size()) continue;
            indicator = &findings.head->indicators[area.groups[i].indicator];
            if (area.groups[i].whole) whole = formatValue(language, *indicator, *area.groups[i].whole);
        }
        facts.rows.push_back(
            rowOf(findings, indicator->shortLabel, whole, [&](const AreaFinding& area, std::string& value, double&) {
                if (i < area.groups.size() && hasNumber(area.groups[i].state))
                    value = formatValue(language, *indicator, area.groups[i].value);
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

// The first area against each of the others that the reader chose.
void addSentences(const Findings& findings, CompareFacts& facts) {
    const Language language = findings.language;
    const auto& needs = findings.head->index->needs;
    for (std::size_t i = 1; i < findings.comparedOwn && i < findings.compared.size(); ++i) {
        const AreaFinding &first = findings.compared[0], &other = findings.compared[i];
        if (auto sentence = groupSentence(findings, first, other); !sentence.empty())
            facts.sentences.push_back(std::move(sentence));
        // Ranks of two levels are among different areas, so only the groups are compared then.
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

}  // namespace

CompareFacts writeCompare(const Findings& findings) {
    const Language language = findings.language;
    CompareFacts facts;
    facts.title = say(language, Word::compareTitle);
    facts.clearLabel = say(language, Word::compareClear);
    for (std::size_t i = 0; i < findings.compared.size(); ++i) {
        const AreaFinding& area = findings.compared[i];
        // Only what the reader chose can be removed; the place beside them comes and goes with them.
        facts.columns.push_back({area.ref.text(), bareName(area), area.detail.empty() ? area.placeName : area.detail,
                                 i < findings.comparedOwn, say(language, Word::compareRemove, {{"name", area.name}})});
    }
    facts.columns.emplace_back().name = findings.head->place;
    facts.rows.push_back(rowOf(findings, say(language, Word::compareOverall), {},
                               [&](const AreaFinding& area, std::string& value, double& share) {
                                   if (!area.index || !area.index->overall) return;
                                   value = formatNumber(language, area.index->overall->value, 1);
                                   share = area.index->overall->value / 10;
                               }));
    facts.rows.push_back(rowOf(findings, say(language, Word::compareRank), {},
                               [&](const AreaFinding& area, std::string& value, double&) {
                                   if (area.index && area.index->overall)
                                       value = rankText(language, *area.index->overall);
                               }));
    // An atlas without residents says nothing of them.
    if (findings.head->residents != kNoFile) {
        facts.rows.push_back(rowOf(findings, say(language, Word::compareResidents),
                                   findings.residents ? formatCount(language, *findings.residents) : std::string(),
                                   [&](const AreaFinding& area, std::string& value, double&) {
                                       if (area.residents) value = formatCount(language, *area.residents);
                                   }));
    }
    addNeeds(findings, facts);
    addGroups(findings, facts);
    addSentences(findings, facts);
    return facts;
}

}  // namespace dex
