#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/problems.h"
#include "map/view_state.h"
#include "model/library.h"
#include "output/table_text.h"
#include "words/picture_words.h"

namespace dex {

// What commands that write files for people are asked alike. Mistakes are reported with what was expected.

// A view as a link has it.
ViewState askedView(const std::string& text, Problems& wrong);

// The view as the atlas writes it: ids in their own capitals, areas by their codes. Nothing where it names what the atlas does
// not have. All names and borders are here.
std::optional<ViewState> fittedView(const ViewState& view, const Library& library, Problems& wrong);

// "2026-11-29"; blank: today; "none": nothing, and no mistake.
std::optional<Day> askedDay(const std::string& text, Problems& wrong);

// Rows of the areas of a level that have these codes, or of all where there are none. The level's names are here.
TableRows askedRows(const std::vector<std::string>& codes, std::uint32_t level, const Library& library,
                    Problems& wrong);

// Of the areas that `rows` names, by the option `name`, those that get no row: they are of another level, or out of scope. They are
// said where others get theirs; where none does, they are wrong.
void checkRows(const TableRows& rows, const std::string& name, std::uint32_t level,
               const std::function<bool(std::uint32_t)>& isInScope, const Library& library, Problems& wrong);

// Of the page with the map, as output/page_address.h says. May be blank.
void checkAddress(const std::string& text, Problems& wrong);

// Codes as files are called, each with the ending: letters and digits, whatever the atlas says, and none twice, also
// where capitals and small letters are the same.
std::vector<std::string> fileNamesOf(const std::vector<std::string>& codes, std::string_view ending);

// Does a piece of work for every number below `count`, on as many threads as there are cores. `work` is called once on
// each thread and gives what that thread then calls with each number.
void onAllCores(std::size_t count, const std::function<std::function<void(std::size_t)>()>& work);

}  // namespace dex
