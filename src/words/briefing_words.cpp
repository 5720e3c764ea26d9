#include "words/briefing_words.h"

#include "words/format.h"
#include "words/measure_words.h"
#include "words/phrases.h"
#include "words/take_word.h"
#include "words/write_facts.h"

namespace dex {
namespace {

class BriefingWriter {
public:
    explicit BriefingWriter(const BriefingFindings& found)
        : found_(found), card_(*found.areaFacts.card), head_(*found.area.head) {}

    BriefingFacts facts() {
        facts_.title = text(TakeWord::briefingTitle, {{"name", card_.name}});
        facts_.kicker = text(TakeWord::briefingKicker, {{"title", head_.title}});
        facts_.name = card_.name;
        facts_.detail = card_.detail;
        // Of larger areas the share of people says most; a small area is in the fifth or it is not.
        facts_.lead = card_.shares.sentence.empty() ? card_.sentence : card_.shares.sentence;
        if (!card_.shares.sentence.empty()) facts_.stand.sentence = card_.sentence;
        facts_.map = writeBriefingMap(found_.mapFacts);
        writeStand();
        writeGroups();
        writeHighest();
        writeNotes();
        return std::move(facts_);
    }

private:
    std::string text(TakeWord word, std::initializer_list<Arg> blanks = {}) const {
        return say(facts_.language, word, blanks);
    }

    void writeStand() {
        facts_.stand.title = text(TakeWord::briefingStand);
        facts_.stand.needTitle = text(TakeWord::briefingNeed);
        facts_.stand.riskTitle = text(TakeWord::briefingRisk);
        facts_.wholeTitle = head_.place;
        facts_.stand.shareTitle = card_.shares.title;
        for (std::size_t i = 0; i < card_.needs.size(); ++i) facts_.stand.rows.push_back(standRow(i));
    }

    BriefingRow standRow(std::size_t need) const {
        const NeedBar& bar = card_.needs[need];
        BriefingRow row{.label = bar.label,
                        .position = bar.position,
                        .share = {},
                        .whole = {},
                        .bar = bar.share,
                        .mark = {},
                        .spoken = bar.spoken,
                        .standsOut = bar.standsOut};
        // Overall comes first among the shares.
        const std::size_t at = need + 1;
        if (card_.shares.title.empty() || at >= card_.shares.rows.size()) return row;
        const FigureRow& share = card_.shares.rows[at];
        row.share = share.value;
        row.whole = share.whole;
        row.spoken = share.spoken;
        row.bar = found_.area.selected->shares[at].value_or(0);
        row.mark = found_.area.shares.ofWhole[at];
        return row;
    }

    void writeGroups() {
        facts_.groups.title = text(TakeWord::briefingGroups);
        facts_.groups.groupTitle = text(TakeWord::briefingGroup);
        facts_.groups.countTitle = text(TakeWord::briefingCount);
        facts_.groups.shareTitle = text(TakeWord::briefingShare);
        for (std::size_t i = 0; i < card_.groups.size(); ++i) {
            const FigureRow& row = card_.groups[i];
            const auto& count = found_.area.selected->groups[i].count;
            facts_.groups.rows.push_back({.label = row.label,
                                          .count = count ? formatCount(facts_.language, *count)
                                                         : std::string(word(facts_.language, Word::compareNothing)),
                                          .share = row.value,
                                          .whole = row.whole});
        }
    }

    void writeHighest() {
        const Level& small = head_.levels[0];
        const auto count = static_cast<double>(found_.highest.size());
        facts_.highest.title = count == 1
                                   ? text(TakeWord::briefingHighestOne, {{"area", small.singular}})
                                   : text(TakeWord::briefingHighest,
                                          {{"count", numberWord(facts_.language, static_cast<std::uint32_t>(count))},
                                           {"areas", small.plural}});
        facts_.highest.areaTitle = text(TakeWord::briefingName);
        facts_.highest.rankTitle = text(TakeWord::briefingRank, {{"whole", head_.place}});
        facts_.highest.biggestTitle = text(TakeWord::briefingBiggest);
        for (const HighestArea& one : found_.highest) {
            std::string rank = formatCount(facts_.language, one.rank);
            if (one.isJoint) rank = say(facts_.language, Word::tableJoint, {{"rank", rank}});
            facts_.highest.rows.push_back(
                {.name = one.name,
                 .rank = text(TakeWord::briefingRankOf,
                              {{"rank", rank}, {"total", formatCount(facts_.language, one.ranked)}}),
                 .need =
                     one.leader ? head_.index->needs[*one.leader].shortLabel : text(TakeWord::briefingNoneBiggest)});
        }
    }

    void writeNotes() {
        facts_.why.title = text(TakeWord::briefingWhy);
        for (const std::string* one : {&card_.drivers, &card_.steadiness, &card_.segments}) {
            if (!one->empty()) facts_.why.texts.push_back(*one);
        }
        facts_.read = writeBriefingNotes(found_.map);
        facts_.sources = found_.mapFacts.sources;
    }

    const BriefingFindings& found_;
    const CardFacts& card_;
    const AtlasHead& head_;
    BriefingFacts facts_;
};

}  // namespace

BriefingFacts writeBriefing(const BriefingFindings& found) { return BriefingWriter(found).facts(); }

BriefingMap writeBriefingMap(const Facts& map) {
    return {.headline = map.headline,
            .subtitle = map.subtitle,
            .alt = altText(map),
            .legend = map.legend,
            .legendTitle = say(map.language, TakeWord::briefingLegend),
            .classTitle = say(map.language, TakeWord::briefingClass),
            .countTitle = say(map.language, TakeWord::briefingNumber, {{"areas", map.legend.countTitle}})};
}

BriefingNotes writeBriefingNotes(const Findings& map) {
    const Language language = map.language;
    return {.title = say(language, TakeWord::briefingRead),
            .texts = {say(language, TakeWord::briefingNotUse), say(language, TakeWord::briefingNotPeople),
                      say(language, TakeWord::briefingNotNow, {{"date", map.shown.date}})}};
}

}  // namespace dex
