#include "compile/ask_areas.h"
#include "compile/asked.h"
#include "compile/commands.h"
#include "compile/say.h"
#include "compile/write_table.h"
#include "model/area_finding.h"
#include "model/findings_of.h"
#include "model/selection_finding.h"
#include "model/wanted.h"
#include "output/areas_csv.h"
#include "output/selection_json.h"
#include "risk/spec_id.h"
#include "words/write_facts.h"

namespace dex {

namespace {

// What is asked about, with the numbers behind the answer.
struct Asked {
    Library library;
    Chosen chosen;
    Analysis analysis;
    std::string spec;  // Blank where the atlas has no index.
};

bool asksByView(const AskOptions& options) { return !parseView(options.view).view.asked.empty(); }

void checkOptions(const AskOptions& options, Problems& wrong) {
    const std::string* const ways[] = {&options.circle, &options.shape, &options.areas, &options.postcode};
    int count = asksByView(options) ? 1 : 0;
    for (const std::string* way : ways) count += way->empty() ? 0 : 1;
    if (count != 1)
        wrong.add("dex ask",
                  "expected one of --circle, --shape, --areas and --postcode, or a --view that selects areas");
    if (options.within && options.postcode.empty())
        wrong.add("--within", "means metres around a postcode. Ask for --postcode, or leave it out");
    if (options.csv.empty() && options.hasMark)
        wrong.add("--bom", "JSON must not begin with a byte-order mark. Ask for --csv, or leave it out");
}

// The fifths are those of all small areas, whatever the view compares within: of it weights and arithmetic count.
Chosen chosenFor(const ViewState& view, const Library& library) {
    Chosen chosen = resolve(view, library);
    if (library.head()->index) chosen.measure = {MeasureKind::Overall};
    chosen.level = 0;
    chosen.place.reset();
    chosen.selected.reset();
    chosen.scope.clear();
    chosen.compared.clear();
    return chosen;
}

// False where something is wrong.
bool ask(const AtlasFolder& atlas, const AskOptions& options, Asked& asked, Problems& wrong, Problems& problems) {
    const AtlasHead& head = atlas.head();
    Library& library = asked.library;
    const ViewState view = askedView(options.view, wrong);
    if (wrong.any() || !atlas.supply(filesOfScopes(head), library, problems)) return false;
    const auto fitted = fittedView(view, library, wrong);
    if (!fitted || !atlas.supplyTable(0, library, problems) ||
        !atlas.supply({head.residents, head.points}, library, problems))
        return false;
    if (asksByView(options)) {
        if (!answerView(atlas, *fitted, library, wrong, problems)) return false;
    } else {
        auto marks = askedAreas(atlas, options, library, wrong, problems);
        if (!marks) return false;
        library.select(std::move(*marks));
    }
    asked.chosen = chosenFor(*fitted, library);
    asked.analysis.update(asked.chosen, library);
    if (head.index) asked.spec = specId(head, asked.chosen.weights, asked.chosen.arithmetic, 0, {});
    return true;
}

std::string tableOf(const std::vector<FigureRow>& rows, const std::string& title, const std::string& whole) {
    if (rows.empty()) return {};
    std::string text = "\n" + title + "\n";
    for (const FigureRow& row : rows)
        text += "  " + row.label + ": " + row.value + (row.whole.empty() ? "" : " (" + whole + " " + row.whole + ")") +
                "\n";
    return text;
}

std::string textOf(const Asked& asked) {
    Findings findings =
        findingsOf({.library = asked.library, .chosen = asked.chosen, .analysis = asked.analysis, .messages = {}});
    addSharesOfWhole(asked.library, asked.analysis, findings.shares);
    const SelectionFacts facts = writeSelection(findings, *selectionFinding(asked.library, asked.analysis));
    std::string text = facts.areas + "\n";
    const auto add = [&](const std::string& line) {
        if (!line.empty()) text += line + "\n";
    };
    add(facts.partly);
    add(facts.residents);
    for (const std::string& line : facts.within) add(line);
    add(facts.shares.sentence);
    add(facts.standsOut);
    text += tableOf(facts.shares.rows, facts.shares.title, facts.wholeTitle);
    text += tableOf(facts.groups, facts.groupsTitle, facts.wholeTitle);
    return text;
}

// The rows of the areas chosen, as `dex score` has them; without an index as `dex export` does.
bool writeRows(const Asked& asked, const AskOptions& options) {
    const Library& library = asked.library;
    AreasCsv how{.rows = {}, .hasMark = options.hasMark, .hasDots = options.hasDots};
    how.rows.areas.emplace();
    for (const std::uint32_t area : chosenAreas(library)) how.rows.areas->push_back({0, area});
    const bool hasIndex = library.head()->index.has_value();
    const auto table =
        hasIndex ? scoresCsv(library, asked.analysis, how) : figuresCsv(library, asked.analysis.columns(), 0, how);
    const TableShape shape = hasIndex ? scoresShape(0, how) : figuresShape(0, how);
    return writeTable(options.csv, *table, *library.head(), shape, asked.spec);
}

}  // namespace

Exit runAsk(const AskOptions& options) {
    Problems wrong, problems;
    checkOptions(options, wrong);
    const auto atlas = wrong.any() ? std::nullopt : AtlasFolder::open(options.atlas, problems);
    Asked asked;
    if (!atlas || !ask(*atlas, options, asked, wrong, problems)) {
        sayAll(wrong.any() ? wrong : problems);
        return wrong.any() ? Exit::AskedWrongly : Exit::Failed;
    }
    if (!options.csv.empty() && !writeRows(asked, options)) return Exit::Failed;
    print(options.isText ? textOf(asked) : selectionJson(asked.library, asked.analysis, asked.spec));
    return Exit::Done;
}

}  // namespace dex
