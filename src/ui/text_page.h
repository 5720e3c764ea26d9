#pragma once

#include <string>
#include <string_view>

#include "ui/layout.h"
#include "ui/semantic_tree.h"
#include "words/about_words.h"
#include "words/facts.h"
#include "words/table.h"

namespace dex {

// All that the panels show, whatever the shape of the screen, and tables of areas, as one tree without places on the
// screen: the page makes its Text view of it. Controls have the ids that they have in the panels' own tree.
//
// In reading order: begin, the tables with their rows, end.
class TextPage {
public:
    explicit TextPage(SemanticTree& tree) : tree_(tree) {}

    // `controls`: bits of ui/layout.h.
    void begin(const Facts& facts, std::uint32_t controls = control::kAll);
    // The columns are the node's options.
    void table(std::string_view id, std::string_view title, std::string_view first,
               const std::array<std::string, kTableCells>& columns);
    // An area of the table: its cells are options too, each with its key as the value.
    void row(std::string_view code, std::string_view name, const TableRow& cells, Command command, std::uint8_t states);
    void end(const Facts& facts, std::uint32_t controls = control::kAll, const AboutFacts& about = {});

private:
    void part(std::string_view id, Role role, std::string_view name, std::string_view parent = {});
    Node& add(std::string_view id, Role role, std::string_view name, std::uint8_t states = 0);
    void text(std::string_view id, std::string_view text, Role role = Role::Text);
    void share(std::string_view id, std::string_view label);
    void press(std::string_view id, Role role, std::string_view name, Command command, std::uint8_t states = 0);
    void select(std::string_view id, std::string_view name, const Chooser& chooser, ActionKind kind);
    void radios(std::string_view prefix, const Chooser& chooser, ActionKind kind);
    void figures(std::string_view id, const std::vector<FigureRow>& rows);
    void addChoices(const Facts& facts);
    void addWeight(const WeightRow& row, Language language);
    void addAdjust(const Facts& facts);
    void addCard(const Facts& facts, std::uint32_t controls);
    void addCompare(const Facts& facts, std::uint32_t controls);
    void addLegend(const Facts& facts);
    void addRanked(const Facts& facts, std::uint32_t controls);

    SemanticTree& tree_;
    std::string parent_;
};

}  // namespace dex
