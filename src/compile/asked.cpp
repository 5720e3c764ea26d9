#include "compile/asked.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <chrono>
#include <set>
#include <thread>

#include "compile/say.h"
#include "compile/text.h"
#include "map/view_pairs.h"
#include "model/fit_view.h"
#include "output/page_address.h"

namespace dex {
namespace {

Day today() {
    // By UTC, whatever zone the machine is in.
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace

ViewState askedView(const std::string& text, Problems& wrong) {
    ParsedView parsed = parseView(text);
    for (const std::string& key : parsed.refused)
        wrong.add("--view",
                  "the value of " + inQuotes(key) + " cannot be read (docs/view-state.md lists what a view can say)");
    return std::move(parsed.view);
}

std::optional<ViewState> fittedView(const ViewState& view, const Library& library, Problems& wrong) {
    FittedView fitted = fitView(view, library);
    // A link shows what comes nearest; a command says what is wrong.
    for (const MissingFinding& one : fitted.missing)
        wrong.add("--view",
                  "the atlas has no " + inQuotes(one.text) + ", which the view names as " + std::string(idOf(one.key)));
    if (!fitted.missing.empty()) return std::nullopt;
    return std::move(fitted.view);
}

std::optional<Day> askedDay(const std::string& text, Problems& wrong) {
    if (text == "none") return std::nullopt;
    const auto day = text.empty() ? today() : dayCalled(text);
    if (!day) wrong.add("--date", "expected a day as YYYY-MM-DD, or none, found " + inQuotes(text));
    return day;
}

TableRows askedRows(const std::vector<std::string>& codes, std::uint32_t level, const Library& library,
                    Problems& wrong) {
    if (codes.empty()) return {};
    std::vector<LevelArea> areas;
    const Level& own = library.head()->levels[level];
    for (const std::string& code : codes) {
        if (const auto area = areaWithRef({own.id, code}, library))
            areas.push_back(*area);
        else
            wrong.add("--only", "none of the " + own.plural + " has the code " + inQuotes(code));
    }
    return {.areas = std::move(areas)};
}

void checkRows(const TableRows& rows, const std::string& name, std::uint32_t level,
               const std::function<bool(std::uint32_t)>& isInScope, const Library& library, Problems& wrong) {
    if (!rows.areas || wrong.any()) return;
    Problems leftOut;
    for (const LevelArea& area : *rows.areas) {
        const AreaRef ref = refOf(library, area);
        const std::string begin = inQuotes(ref.text()) + " gets no row: ";
        if (area.level != level)
            leftOut.add(name, begin + "the view shows " + library.head()->levels[level].plural +
                                  ". For a row of it add by=" + ref.level + " to --view");
        else if (!isInScope(area.area))
            leftOut.add(name, begin + "it does not lie wholly inside the scope, so it has no score");
    }
    if (leftOut.count() < rows.areas->size())
        sayAll(leftOut);
    else
        wrong = std::move(leftOut);
}

void checkAddress(const std::string& text, Problems& wrong) {
    if (isPageAddress(text)) return;
    wrong.add("--address", "expected the address of a page without blanks and without #, found " + inQuotes(text));
}

std::vector<std::string> fileNamesOf(const std::vector<std::string>& codes, std::string_view ending) {
    std::vector<std::string> files;
    std::set<std::string> taken;
    for (const std::string& code : codes) {
        std::string name = code;
        // Codes are the publishers', and may hold what means something in a path or an address.
        for (char& c : name) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x80 || (std::isalnum(byte) == 0 && c != '-' && c != '_')) c = '_';
        }
        std::string free = name;
        // By their small letters: some file systems take names that differ in case alone for one.
        for (int number = 2; !taken.insert(lowerCase(free)).second; ++number)
            free = name + "_" + std::to_string(number);
        files.push_back(free.append(ending));
    }
    return files;
}

void onAllCores(std::size_t count, const std::function<std::function<void(std::size_t)>()>& work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        // Each thread makes a worker of its own, which need not be safe to share.
        const auto one = work();
        for (std::size_t i = next++; i < count; i = next++) one(i);
    };
    const std::size_t threads = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), count);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
    run();
    for (std::thread& other : others) other.join();
}

}  // namespace dex
