#include "words/write_facts.h"

namespace dex {

std::vector<HelpRow> helpRows(Language language) {
    std::vector<HelpRow> rows;
    const auto add = [&](Word keys, Word does) { rows.push_back({say(language, keys), say(language, does)}); };
    add(Word::helpDrag, Word::helpDragDoes);
    add(Word::helpPinch, Word::helpPinchDoes);
    add(Word::helpTap, Word::helpTapDoes);
    add(Word::helpArrows, Word::helpArrowsDoes);
    add(Word::helpPlus, Word::helpPlusDoes);
    add(Word::helpHome, Word::helpHomeDoes);
    add(Word::helpEnter, Word::helpEnterDoes);
    add(Word::helpBrackets, Word::helpBracketsDoes);
    add(Word::helpPage, Word::helpPageDoes);
    add(Word::helpEscape, Word::helpEscapeDoes);
    add(Word::helpText, Word::helpTextDoes);
    add(Word::helpQuestion, Word::helpQuestionDoes);
    return rows;
}

}  // namespace dex
