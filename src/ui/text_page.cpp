#include "ui/text_page.h"

#include <utility>

#include "archive/index.h"
#include "ui/compare.h"
#include "ui/node_ids.h"
#include "words/format.h"
#include "words/measure_words.h"

namespace dex {

void TextPage::part(std::string_view id, Role role, std::string_view name, std::string_view parent) {
    parent_ = parent;
    add(id, role, name);
    // What is added next stands inside it.
    parent_ = id;
}

Node& TextPage::add(std::string_view id, Role role, std::string_view name, std::uint8_t states) {
    Node node;
    node.id = id;
    node.role = role;
    node.name = name;
    node.states = states;
    node.parent = parent_;
    return tree_.add(std::move(node));
}

void TextPage::text(std::string_view id, std::string_view text, Role role) {
    if (!text.empty()) add(id, role, text);
}

void TextPage::press(std::string_view id, Role role, std::string_view name, Command command, std::uint8_t states) {
    Node& node = add(id, role, name, states);
    node.canPress = true;
    node.command = std::move(command);
}

void TextPage::select(std::string_view id, std::string_view name, const Chooser& chooser, ActionKind kind) {
    if (chooser.choices.empty()) return;
    Node& node = add(id, Role::Select, name);
    node.takesValue = true;
    node.valueCommand = Command::toApp(kind);
    for (const auto& choice : chooser.choices)
        node.options.push_back({choice.id.empty() ? std::string(kWholeOption) : choice.id, choice.label});
    // Which one is chosen may not be known yet.
    if (chooser.chosen >= chooser.choices.size()) return;
    node.value = chooser.choices[chooser.chosen].label;
    text(std::string(id) + ".note", chooser.choices[chooser.chosen].note);
}

void TextPage::radios(std::string_view prefix, const Chooser& chooser, ActionKind kind) {
    for (std::uint32_t i = 0; i < chooser.choices.size(); ++i) {
        const Choice& choice = chooser.choices[i];
        press(std::string(prefix) + choice.id, Role::Radio, choice.label, Command::toApp(kind, choice.id),
              i == chooser.chosen ? state::kChecked : 0);
    }
}

void TextPage::share(std::string_view id, std::string_view label) {
    press(id, Role::Button, label, Command::toApp(ActionKind::OpenShare, std::string(id)));
}

void TextPage::begin(const Facts& facts, std::uint32_t controls) {
    const Language language = facts.language;
    tree_.begin();
    part(node_id::kHead, Role::Region, facts.title);
    text(node_id::kHeadline, facts.isReady ? facts.headline : facts.progressText, Role::Heading);
    text(node_id::kSubtitle, facts.subtitle);
    if (facts.isReady && (controls & control::kShare)) {
        share(node_id::kShare, say(language, Word::textShare));
        share(node_id::kPicture, say(language, Word::textPicture));
        share(node_id::kData, say(language, Word::textData));
        // Without scores there is nothing to brief about.
        if (facts.adjust) share("briefing", say(language, Word::textBriefing));
    }
    for (std::size_t i = 0; i < facts.messages.size(); ++i) {
        part(node_id::lettered(node_id::kMessage, i), Role::Alert, facts.messages[i].sentence);
        if (facts.messages[i].canRetry)
            press(node_id::lettered(node_id::kRetry, i), Role::Button, say(language, Word::errorRetry),
                  Command::toApp(ActionKind::Retry));
        press(node_id::lettered(node_id::kCloseMessage, i), Role::Button, say(language, Word::helpClose),
              Command::toApp({.kind = ActionKind::CloseMessage, .number = static_cast<double>(i)}));
    }
    if (!facts.isReady) return;
    if (controls & control::kChoices) addChoices(facts);
    addCard(facts, controls);
    addCompare(facts, controls);
    addLegend(facts);
    addRanked(facts, controls);
}

void TextPage::addChoices(const Facts& facts) {
    const Language language = facts.language;
    // All tabs, one below the other: what is read has no front.
    for (const auto& tab : facts.tabs) {
        part(std::string(node_id::kMeasures) + tab.label, Role::RadioGroup, tab.label);
        radios(node_id::kMeasure, tab.measures, ActionKind::ChooseMeasure);
    }
    part("choices", Role::Group, say(language, Word::panelTitle));
    select("two-way.need", say(language, Word::groupNeed), facts.twoWayNeeds, ActionKind::ChooseTwoWayNeed);
    select("two-way.group", say(language, Word::groupGroup), facts.twoWayGroups, ActionKind::ChooseTwoWayGroup);
    select(node_id::kWhere, say(language, Word::whereTitle), facts.places, ActionKind::ChoosePlace);
    if (facts.adjust) select("scope", say(language, Word::adjustWithin), facts.adjust->scopes, ActionKind::ChooseScope);
    select(node_id::kBy, say(language, Word::byTitle), facts.levels, ActionKind::ChooseLevel);
    select("method", say(language, Word::methodTitle), facts.methods, ActionKind::ChooseMethod);
    part("classes", Role::RadioGroup, say(language, Word::methodCountTitle));
    radios("classes.", facts.classCounts, ActionKind::ChooseClassCount);
    addAdjust(facts);
}

void TextPage::addWeight(const WeightRow& row, Language language) {
    Node& node = add("weight." + row.id, Role::Slider, row.label + ", " + row.share);
    node.value = formatCount(language, row.weight);
    node.takesValue = true;
    node.max = kMaxWeight;
    node.valueCommand = Command::toApp(ActionKind::SetWeight, row.id);
    // Always there, while the panel unfolds them.
    for (const WeightRow& one : row.inside) addWeight(one, language);
}

void TextPage::addAdjust(const Facts& facts) {
    if (!facts.adjust) return;
    const AdjustFacts& adjust = *facts.adjust;
    part(node_id::kAdjust, Role::Group, adjust.title);
    text("adjust.lead", adjust.lead);
    text("adjust.moved", adjust.changed);
    if (adjust.isOwn) {
        press("adjust.reset", Role::Button, say(facts.language, Word::pageReset),
              Command::toApp(ActionKind::ResetIndex));
        press("adjust.changed", Role::Button, say(facts.language, Word::pageWhatChanged),
              Command::toApp(ActionKind::ShowChanged), adjust.showsMoved ? state::kPressed : state::kReleased);
    }
    for (const WeightRow& need : adjust.needs) addWeight(need, facts.language);
    part("arithmetic", Role::RadioGroup, say(facts.language, Word::adjustArithmetic), node_id::kAdjust);
    radios("arithmetic.", adjust.arithmetics, ActionKind::ChooseArithmetic);
    text("arithmetic.note", adjust.arithmetics.choices[adjust.arithmetics.chosen].note);
}

void TextPage::addRanked(const Facts& facts, std::uint32_t controls) {
    if (!facts.ranked) return;
    const RankedFacts& ranked = *facts.ranked;
    part(node_id::kRanked, Role::Group, say(facts.language, Word::pageRanked));
    text("ranked.title", ranked.title);
    text("ranked.among", ranked.among);
    Node& find = add("ranked.find", Role::SearchBox, say(facts.language, Word::pageFindRanked));
    find.value = ranked.typed;
    // An empty value is a press, and empties the search.
    find.canPress = find.takesValue = true;
    find.command = find.valueCommand = Command::toApp(ActionKind::FindRanked);
    part("order", Role::RadioGroup, say(facts.language, Word::pageOrder), node_id::kRanked);
    radios("order.", ranked.orders, ActionKind::ChooseOrder);
    part("ranked.list", Role::Group, ranked.title, node_id::kRanked);
    for (const RankedRow& row : ranked.rows)
        press(std::string(node_id::kRankedRow) + row.id, Role::Button,
              say(facts.language, Word::pageRankedRow, {{"rank", row.rank}, {"name", row.name}, {"value", row.value}}),
              Command::toApp(ActionKind::SelectArea, row.id), row.isSelected ? state::kPressed : state::kReleased);
    text("ranked.page", ranked.pageText);
    if (ranked.hasPrevious)
        press("ranked.previous", Role::Button, say(facts.language, Word::pagePrevious),
              Command::toApp({.kind = ActionKind::TurnPage, .number = -1}));
    if (ranked.hasNext)
        press("ranked.next", Role::Button, say(facts.language, Word::pageNext),
              Command::toApp({.kind = ActionKind::TurnPage, .number = 1}));
    // Below the list and none of its rows.
    parent_ = node_id::kRanked;
    if (controls & control::kShare) share(node_id::kRankedData, say(facts.language, Word::textDataOfList));
}

void TextPage::figures(std::string_view id, const std::vector<FigureRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) text(node_id::lettered(id, i), rows[i].spoken, Role::Row);
}

void TextPage::addCard(const Facts& facts, std::uint32_t controls) {
    if (!facts.card) return;
    const CardFacts& card = *facts.card;
    part(node_id::kCard, Role::Region, card.title);
    text(node_id::kCardName, card.name, Role::Heading);
    text("card.detail", card.detail);
    text("card.postcode", card.postcode);
    text("card.share", card.shares.sentence);
    text(node_id::kCardValue, card.value);
    text(node_id::kCardRank, upperFirst(card.rank));
    text("card.sentence", card.sentence);
    text("card.strip", card.stripText);
    text("card.source", card.source);
    text(node_id::kSharesOf, card.shares.title, Role::Heading);
    figures(node_id::kSharesOf, card.shares.rows);
    text("card.needs", card.needsTitle, Role::Heading);
    for (const auto& need : card.needs) text("card.need." + need.id, need.spoken, Role::Row);
    for (std::size_t i = 0; i < card.within.size(); ++i) text(node_id::lettered(node_id::kWithin, i), card.within[i]);
    text("card.drivers", card.drivers);
    text("card.steadiness", card.steadiness);
    text(node_id::kGroups, card.groupsTitle, Role::Heading);
    figures(node_id::kGroups, card.groups);
    text("card.segments", card.segments);
    text(node_id::kComparators, card.comparators.title, Role::Heading);
    figures(node_id::kComparators, card.comparators.rows);
    text("card.comparatorsNote", card.comparators.note);
    text("card.neighbours", card.neighbours.title, Role::Heading);
    for (const auto& one : card.neighbours.areas)
        press(std::string(node_id::kNeighbour) + one.id, Role::Button, one.label,
              Command::toApp(ActionKind::SelectArea, one.id));
    if (!card.help.empty()) press("card.help", Role::Link, card.help, Command::toApp(ActionKind::OpenHelpPage));
    if (controls & control::kReportPage)
        press("card.report", Role::Link, say(facts.language, Word::sourcesReport),
              Command::toApp(ActionKind::OpenReport));
    if (!card.compare.label.empty())
        press("card.compare", Role::Button, card.compare.label, Command::toApp(ActionKind::Compare, card.id),
              card.compare.isIn ? state::kPressed : state::kReleased);
    text("card.compareFull", card.compare.full);
    if (!card.select.label.empty())
        press("card.select", Role::Button, card.select.label,
              Command::toApp(card.select.isIn ? ActionKind::TakeOfSelection : ActionKind::AddToSelection, card.id),
              card.select.isIn ? state::kPressed : state::kReleased);
    if (!card.scope.label.empty())
        press(node_id::kCardScope, Role::Button, card.scope.label,
              Command::toApp(ActionKind::ChooseScope, card.scope.isIn ? std::string_view() : std::string_view(card.id)),
              card.scope.isIn ? state::kPressed : state::kReleased);
    if (controls & control::kShare) {
        share(node_id::kCardPicture,
              say(facts.language, card.isSelection() ? Word::textPictureOfSelection : Word::textPictureOfArea));
        if (!card.isSelection()) share(node_id::kCardData, say(facts.language, Word::textDataOfArea));
        if (!card.needs.empty()) share(node_id::kCardBriefing, say(facts.language, Word::textBriefingOfArea));
    }
    press("card.close", Role::Button, say(facts.language, Word::cardClose), Command::toApp(ActionKind::CloseCard));
}

void TextPage::addCompare(const Facts& facts, std::uint32_t controls) {
    if (!facts.compare) return;
    const CompareFacts& compare = *facts.compare;
    part("compare", Role::Region, compare.title);
    text("compare.title", compare.title, Role::Heading);
    for (const CompareColumn& column : compare.columns) {
        if (column.id.empty()) continue;
        text("compare." + column.id, column.name);
        text("compare." + column.id + ".detail", column.detail);
        text("compare." + column.id + ".among", column.among);
    }
    std::uint32_t number = 0;
    for (const CompareRow& row : compare.rows) {
        const std::string id = "compare.row" + formatCount(facts.language, number++);
        if (row.heading.empty())
            text(id, spokenRow(facts.language, compare, row), Role::Row);
        else
            text(id, row.heading, Role::Heading);
    }
    for (const auto& sentence : compare.sentences)
        text("compare.sentence" + formatCount(facts.language, number++), sentence);
    text("compare.howToAdd", compare.howToAdd);
    for (const CompareColumn& column : compare.columns) {
        if (column.canRemove)
            press("compare.remove." + column.id, Role::Button, column.removeLabel,
                  Command::toApp(ActionKind::StopComparing, column.id));
    }
    if (controls & control::kShare) {
        share(node_id::kCompareData, say(facts.language, Word::textDataOfCompared));
        if (isSideBySide(compare)) share(node_id::kCompareBriefing, say(facts.language, Word::textBriefingOfCompared));
    }
    press("compare.clear", Role::Button, compare.clearLabel, Command::toApp(ActionKind::StopComparing));
}

void TextPage::addLegend(const Facts& facts) {
    const std::string title = say(facts.language, Word::legendTitle);
    part(node_id::kLegend, Role::Region, title);
    text("legend.name", title, Role::Heading);
    text("legend.title", facts.legend.title);
    text("legend.explanation", facts.legend.explanation);
    // A picture shows at a glance that a class is empty; read out, eight such rows of nine only take time.
    for (const auto& row : facts.legend.rows) {
        if (row.share > 0)
            text(std::string("legend.") + static_cast<char>('0' + row.classIndex), row.spoken, Role::Row);
    }
    text("legend.none", facts.legend.noData.spoken, Role::Row);
    if (!facts.legend.chosenClass) return;
    for (const auto& rows : {facts.legend.rows, std::vector{facts.legend.noData}}) {
        for (const auto& row : rows) {
            if (row.classIndex == *facts.legend.chosenClass)
                text("legend.chosen", say(facts.language, Word::legendChosen, {{"row", row.spoken}}));
        }
    }
}

void TextPage::table(std::string_view id, std::string_view title, std::string_view first,
                     const std::array<std::string, kTableCells>& columns) {
    part(id, Role::Table, title);
    // A table's headings go as options, and so do the cells of a row: a node has no other list.
    auto& options = tree_.latest()->options;
    options.push_back({{}, std::string(first)});
    for (const auto& column : columns) options.push_back({{}, column});
}

void TextPage::row(std::string_view code, std::string_view name, const TableRow& cells, Command command,
                   std::uint8_t states) {
    press(parent_ + '.' + std::string(code), Role::Row, name, std::move(command), states);
    for (const auto& cell : cells) tree_.latest()->options.push_back({cell.key, cell.text});
}

void TextPage::end(const Facts& facts, std::uint32_t controls, const AboutFacts& about) {
    const std::string title = say(facts.language, Word::sourcesTitle);
    part(node_id::kFoot, Role::Region, title);
    text(node_id::kSourcesTitle, title, Role::Heading);
    text(node_id::kSources, facts.sources);
    for (std::size_t i = 0; i < about.sources.size(); ++i) {
        const auto& source = about.sources[i];
        Node& node =
            add(node_id::lettered(node_id::kSource, i), source.url.empty() ? Role::Text : Role::Link, source.name);
        node.value = source.url;
    }
    if (controls & control::kReportPage)
        press(node_id::kReport, Role::Link, say(facts.language, Word::sourcesReport),
              Command::toApp(ActionKind::OpenReport));
    if (!about.texts.empty()) {
        part(node_id::kAbout, Role::Group, say(facts.language, Word::figuresTitle), node_id::kFoot);
        for (std::size_t i = 0; i < about.texts.size(); ++i)
            text(node_id::lettered(node_id::kAbout, i), about.texts[i]);
        press(node_id::kAboutMethod, Role::Link, say(facts.language, Word::figuresMethod),
              Command::toApp(ActionKind::OpenMethodPage));
    }
    tree_.finish();
}

}  // namespace dex
