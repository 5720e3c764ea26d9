#include "app/app.h"
#include "model/area_finding.h"
#include "model/findings_of.h"
#include "stats/summary.h"
#include "ui/text_page.h"
#include "words/about_words.h"
#include "words/measure_words.h"
#include "words/phrases.h"
#include "words/table.h"
#include "words/write_facts.h"

namespace dex {
namespace {

std::span<const std::uint32_t> groupingOrNone(const Library& library, std::uint32_t level) {
    const auto* grouping = library.grouping(level);
    return grouping ? std::span<const std::uint32_t>(*grouping) : std::span<const std::uint32_t>{};
}

std::vector<InsideFinding> countInside(const FindingsInput& in, const Findings& findings,
                                       const std::vector<std::uint32_t>& parents) {
    std::vector<InsideFinding> inside(findings.places.size());
    const auto& classes = in.analysis.classes().ofArea;
    for (std::size_t i = 0; i < parents.size() && i < classes.size(); ++i) {
        if (parents[i] >= inside.size()) continue;
        ++inside[parents[i]].areas;
        if (classes[i] == riskiestClass(findings)) ++inside[parents[i]].inClass;
    }
    return inside;
}

// The areas of the top level with their own figures, then the areas shown that lie in the place.
// `ofTop` is kept from one call to the next.
void addTables(const FindingsInput& in, const Findings& findings, Analysis& ofTop, TextPage& page) {
    const auto& head = *in.library.head();
    const std::uint32_t top = head.topLevel(), level = findings.level;
    const bool isTop = level == top;
    const Level& topLevel = head.levels[top];
    const auto count = static_cast<std::uint32_t>(findings.places.size());

    Chosen atTop = *in.analysis.shown();
    atTop.level = top;
    if (!isTop) ofTop.update(atTop, in.library);
    const Analysis none;  // While files are loading, the one that is kept still shows the choice before.
    const Analysis& topAnalysis = isTop ? in.analysis : ofTop.shown() == atTop ? ofTop : none;
    // Where the classes are steps of a scale, a larger area says how many of its own are in the class of highest risk.
    const bool counts = !isTop && isScale(findings.measure.kind);
    std::vector<std::uint32_t> parents;
    std::vector<InsideFinding> inside;
    if (!isTop) {
        parents = parentsOf(groupingOrNone(in.library, level), groupingOrNone(in.library, top), head.areaCount(),
                            head.levels[level].areaCount);
        inside = countInside(in, findings, parents);
    }
    page.table("table", tableTitle(findings, topLevel, head.place, count), upperFirst(topLevel.singular),
               tableColumns(findings, counts));
    // A larger area is opened to list what is in it, or closed again; an area of those shown is selected.
    const auto selecting = [&](const std::string& code) {
        return Command::toApp(ActionKind::SelectArea, AreaRef{head.levels[level].id, code}.text());
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto& place = findings.places[i];
        const bool isOpen = findings.place.atTop == i;
        page.row(place.code, place.name,
                 tableRow(findings, areaFinding(in.library, topAnalysis, {top, i}, Detail::Pointer),
                          counts ? &inside[i] : nullptr),
                 isTop ? selecting(place.code)
                       : Command::toApp(ActionKind::ChoosePlace, isOpen ? std::string() : place.code),
                 isTop    ? 0
                 : isOpen ? state::kExpanded
                          : state::kCollapsed);
    }

    const auto* names = in.library.names(level);
    if (isTop || !findings.place.atTop || !names) return;
    page.table("inner",
               tableTitle(findings, head.levels[level], findings.places[*findings.place.atTop].name,
                          inside[*findings.place.atTop].areas),
               upperFirst(head.levels[level].singular), tableColumns(findings, false));
    for (std::uint32_t i = 0; i < parents.size(); ++i) {
        if (parents[i] == *findings.place.atTop)
            page.row(names->codes[i], names->names[i],
                     tableRow(findings, areaFinding(in.library, in.analysis, {level, i}, Detail::Pointer), nullptr),
                     selecting(names->codes[i]), 0);
    }
}

}  // namespace

// Without what is under the pointer and what is drawn once only.
FindingsInput App::findingsInput() const {
    Listing listing = listing_;
    if (hasDistrict()) {
        listing.only = sought_.district->areas;
        listing.code = sought_.district->code;
    }
    return {.library = library_,
            .chosen = chosen_,
            .analysis = analysis_,
            .messages = messages_,
            .listing = std::move(listing),
            .found = sought_.found ? &*sought_.found : nullptr,
            .isAdjustOpen = interface_.showsAdjust(),
            .canHelp = (controls_ & control::kHelpPage) != 0,
            .awaitsPlace = awaitsPlace()};
}

bool App::awaitsPlace() const {
    const AtlasHead* head = library_.head();
    if (!head || !view_.place || mail_.hasFirstPicture()) return false;
    const std::uint32_t top = head->topLevel();
    // Only these names are brought whatever the view shows.
    if (levelWithId(*head, view_.place->level) != top) return false;
    const FileIndex names = head->levels[top].names;
    if (!library_.names(top)) return names != kNoFile && library_.state(names) != Library::FileState::Failed;
    const bool isShown = analysis_.shown() && analysis_.shown()->place;
    return chosen_.place && !isShown && library_.isBusy();
}

Facts App::factsNow() const { return writeFacts(findingsOf(findingsInput())); }

TextVersion App::textVersion() const {
    return {.analysis = analysis_.version(),
            .tiles = chosen_.selected ? tiles_.version() : 0,
            .changes = textView_.changes};
}

const std::string& App::text() {
    refresh();
    mail_.knowText(textVersion());
    dirty_ = true;
    std::vector<Neighbour> neighbours;
    if (const auto set = chosen_.selected ? setOf(*chosen_.selected) : std::nullopt)
        neighbours = neighboursOf(tiles_, tiles_.drawn(), *set);
    FindingsInput in = findingsInput();
    in.isAdjustOpen = true;
    in.listing.isOpen = true;
    in.neighbours = neighbours;
    const Findings findings = findingsOf(in);
    const Facts facts = writeFacts(findings);
    TextPage page(textView_.tree);
    page.begin(facts, controls_);
    if (findings.head && analysis_.shown()) addTables(in, findings, textView_.ofTop, page);
    page.end(facts, controls_, findings.head ? writeAbout(facts.language, *findings.head) : AboutFacts());
    return textView_.tree.json();
}

// It says nothing of what its reader has opened or searched for.
std::string App::altText() {
    refresh();
    return dex::altText(
        writeFacts(findingsOf({.library = library_, .chosen = chosen_, .analysis = analysis_, .messages = messages_})));
}

}  // namespace dex
