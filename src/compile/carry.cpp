#include "compile/carry.h"

#include <algorithm>

#include "compile/table_words.h"
#include "compile/text.h"

namespace dex {

namespace {

enum class Change : std::uint8_t { Unchanged, Split, Merged, Complex };

std::optional<Change> changeOf(const Recipe::Carry& carry, const std::string& text) {
    const auto holds = [&](const std::vector<std::string>& list) {
        return std::count(list.begin(), list.end(), text) > 0;
    };
    if (holds(carry.unchanged)) return Change::Unchanged;
    if (holds(carry.split)) return Change::Split;
    if (holds(carry.merged)) return Change::Merged;
    if (holds(carry.complex)) return Change::Complex;
    return std::nullopt;
}

std::vector<std::int64_t> readWeights(const Recipe::Carry& carry, const std::vector<std::string>& oldCodes,
                                      SourceFiles& files, Problems& problems) {
    // −1: no row has said. That is a mistake only where a mean needs the weight.
    std::vector<std::int64_t> weights(oldCodes.size(), -1);
    const auto table = files.table(carry.weightsFile, carry.weightsKey, {carry.weightsColumn}, problems);
    if (!table) return weights;
    const auto decimal = files.decimal(*table, {0}, problems);
    if (!decimal) return weights;
    const CodeIndex index = indexOf(oldCodes);
    for (const auto& row : table->rows) {
        const auto area = index.find(row.key);
        if (area == index.end()) continue;
        const auto number = parseNumber(row.cells[0], *decimal);
        const bool good = number && number->isWhole() && number->scaled >= 0;
        if (!good) {
            problems.add(whereIn(*table, row, 0),
                         "expected a whole number of residents, found " + inQuotes(row.cells[0]));
            continue;
        }
        std::int64_t& weight = weights[area->second];
        // The same row twice is harmless, another number is not.
        if (weight >= 0 && weight != number->scaled) {
            problems.add(whereIn(*table, row, 0),
                         "the area " + inQuotes(row.key) + " has other residents in an earlier row");
        }
        weight = number->scaled;
    }
    return weights;
}

}  // namespace

std::optional<CarryLinks> CarryLinks::read(const Recipe::Carry& carry, const std::vector<std::string>& baseCodes,
                                           SourceFiles& files, Report& report, Problems& problems) {
    const std::size_t before = problems.count();
    const auto table = files.table(carry.lookupFile, carry.from, {carry.to, carry.change}, problems);
    if (!table) return std::nullopt;
    CarryLinks links;
    links.decimals_ = carry.decimals;
    links.baseCodes_ = baseCodes;
    const CodeIndex base = indexOf(baseCodes);
    for (const auto& row : table->rows) {
        // The lookup is for the whole country; only the old areas that lead to ours count.
        if (base.count(row.cells[0]) > 0) links.oldCodes_.push_back(row.key);
    }
    std::sort(links.oldCodes_.begin(), links.oldCodes_.end());
    links.oldCodes_.erase(std::unique(links.oldCodes_.begin(), links.oldCodes_.end()), links.oldCodes_.end());

    // The rows are gone through twice: an old area's number is its place in this list, which has to be whole first.
    const CodeIndex old = indexOf(links.oldCodes_);
    links.olds_.resize(baseCodes.size());
    links.isComplex_.resize(baseCodes.size());
    for (const auto& row : table->rows) {
        const auto area = base.find(row.cells[0]);
        if (area == base.end()) continue;
        const auto change = changeOf(carry, row.cells[1]);
        if (!change)
            problems.add(whereIn(*table, row, 1), "expected one of the kinds of change that the recipe lists, found " +
                                                      inQuotes(row.cells[1]) +
                                                      ". If it means parts of several areas, list it: \"complex\": [" +
                                                      inQuotes(row.cells[1]) + "]");
        if (change == Change::Complex) links.isComplex_[area->second] = 1;
        auto& olds = links.olds_[area->second];
        const Old link{old.at(row.key), change == Change::Unchanged};
        // A pair that came twice would count double in the mean.
        if (std::any_of(olds.begin(), olds.end(), [&](const Old& o) { return o.area == link.area; })) {
            problems.add(whereIn(*table, row), "this pair of areas is already in an earlier row");
        }
        olds.push_back(link);
    }

    Report::OfCarry& shown = report.carries.emplace_back();
    shown.id = carry.id;
    shown.words = carry.words;
    for (std::size_t area = 0; area < links.olds_.size(); ++area) {
        auto& olds = links.olds_[area];
        // Where several old areas have no figure the first speaks for the new one: it is not to depend on the order of
        // rows.
        std::sort(olds.begin(), olds.end(), [](const Old& a, const Old& b) { return a.area < b.area; });
        if (links.isComplex_[area] != 0) {
            ++shown.complex;
            continue;
        }
        if (olds.empty()) ++shown.withoutOld;
        if (olds.size() > 1) ++shown.merged;
        // One old area: either it is the same, or this is a part of it.
        if (olds.size() == 1) ++(olds[0].unchanged ? shown.unchanged : shown.split);
    }
    links.weights_ = readWeights(carry, links.oldCodes_, files, problems);
    if (problems.count() != before) return std::nullopt;
    return links;
}

Figures CarryLinks::carry(const Figures& old, const std::string& what, Problems& problems) const {
    Figures carried(olds_.size());
    for (std::size_t area = 0; area < olds_.size(); ++area) {
        const auto& olds = olds_[area];
        // Stays "not in file".
        if (olds.empty()) continue;
        // Parts of old areas became parts of new ones. Any figure for it would be made up.
        if (isComplex_[area] != 0) {
            carried[area].state = CellState::ComplexChange;
            continue;
        }
        // A mean over only some of the old areas would be a figure of another place.
        const auto absent =
            std::find_if(olds.begin(), olds.end(), [&](const Old& o) { return !hasNumber(old[o.area].state); });
        if (absent != olds.end()) {
            carried[area] = old[absent->area];
            continue;
        }
        // Nothing to average: the parts of a split area all take its value.
        if (olds.size() == 1) {
            carried[area] = old[olds[0].area];
            if (!olds[0].unchanged) carried[area].state = CellState::Carried;
            continue;
        }
        // Merged from several, it takes the mean that their residents weigh (docs/method.md, "Place, scope and level").
        WeightedMean mean;
        bool fits = true;
        for (const Old& one : olds) {
            if (weights_[one.area] < 0)
                problems.add(what,
                             "the old area " + inQuotes(oldCodes_[one.area]) + " has no residents to weight it by");
            // Adding goes on after a failure, so that every missing weight is reported and not only the first.
            fits = mean.add(old[one.area].number, std::max<std::int64_t>(weights_[one.area], 0)) && fits;
        }
        const auto number = fits ? mean.mean(decimals_) : std::nullopt;
        if (!number)
            problems.add(what,
                         "the mean for " + inQuotes(baseCodes_[area]) + " could not be worked out from its old areas");
        carried[area] = {CellState::Carried, number.value_or(Number{})};
    }
    return carried;
}

}  // namespace dex
