#include "output/selection_json.h"

#include "base/json_text.h"
#include "model/area_finding.h"
#include "model/people_shares.h"
#include "model/selection_finding.h"
#include "output/json_object.h"

namespace dex {
namespace {

constexpr int kShareDecimals = 9;

std::string threeJson(const SelectionFinding::Three& three) {
    JsonObject json;
    json.add("chosen", three.chosen, 0);
    json.add("inside", three.inside, 0);
    json.add("touched", three.touched, 0);
    return json.text();
}

std::string codesJson(const Library& library) {
    JsonArray codes;
    for (const std::uint32_t area : chosenAreas(library)) {
        std::string code;
        addJsonText(code, library.names(0)->codes[area]);
        codes.addJson(code);
    }
    return codes.text();
}

std::string shareJson(const std::optional<PeopleShare>& own, const std::optional<PeopleShare>& whole,
                      std::string_view people) {
    const auto of = [](const std::optional<PeopleShare>& share, auto&& number) {
        return share ? std::optional<double>(number(*share)) : std::nullopt;
    };
    JsonObject json;
    json.add(people, of(own, [](const PeopleShare& share) { return share.inFifth; }), 0);
    json.add("of", of(own, [](const PeopleShare& share) { return share.counted; }), 0);
    json.add("share", of(own, [](const PeopleShare& share) { return share.share(); }), kShareDecimals);
    json.add("whole", of(whole, [](const PeopleShare& share) { return share.share(); }), kShareDecimals);
    return json.text();
}

std::string highestJson(const Library& library, const Analysis& analysis) {
    const auto own = peopleSharesOf(library, analysis, LevelArea{library.selectionLevel(), 0});
    const auto whole = peopleSharesOf(library, analysis, std::nullopt);
    // An atlas without residents counts small areas instead, and says so.
    const std::string_view people = library.head()->residents == kNoFile ? "areas" : "residents";
    JsonObject json;
    for (std::size_t i = 0; i < own.size(); ++i)
        json.addJson(i == 0 ? "overall" : library.head()->index->needs[i - 1].id, shareJson(own[i], whole[i], people));
    return json.text();
}

std::string groupFiguresJson(const Library& library, const Analysis& analysis) {
    JsonObject json;
    for (const FigureFinding& figure : groupFiguresOf(library, analysis, {library.selectionLevel(), 0})) {
        const bool isKnown = hasNumber(figure.state);
        JsonObject group;
        if (isKnown && figure.count) group.add("count", figure.count, 0);
        group.add("share", isKnown ? std::optional(figure.value) : std::nullopt, kShareDecimals);
        group.add("whole", figure.whole, kShareDecimals);
        json.addJson(library.head()->indicators[figure.indicator].id, group.text());
    }
    return json.text();
}

}  // namespace

std::string selectionJson(const Library& library, const Analysis& analysis, std::string_view spec) {
    const SelectionFinding found = *selectionFinding(library, analysis);
    JsonObject json;
    json.addJson("areas", threeJson(found.areas));
    json.addJson("residents", found.residents ? threeJson(*found.residents) : "null");
    json.addJson("codes", codesJson(library));
    json.addJson("highest", highestJson(library, analysis));
    json.addJson("groups", groupFiguresJson(library, analysis));
    json.add("spec", spec);
    return json.text() + "\n";
}

}  // namespace dex
