#include <filesystem>
#include <nlohmann/json.hpp>

#include "compile/ask_areas.h"
#include "compile/asked_reach.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/write_file.h"
#include "model/wanted.h"
#include "output/csv_text.h"
#include "output/number_text.h"

namespace dex {

namespace {

using OrderedJson = nlohmann::ordered_json;

// Whoever shows minutes has to say whose they are.
void sayOrigin(const WalkingMinutes& minutes, const Flags& kinds) {
    for (const Catchments& one : minutes.all) {
        if (kinds[one.kind] != 0) say("minutes on foot: " + one.source.attribution + " (" + one.source.licence + ")");
    }
}

Flags onlyKind(const Flags& kinds, std::uint32_t kind) {
    Flags only(kinds.size());
    only[kind] = kinds[kind];
    return only;
}

std::string nearestJson(const AskedFrom& from, const Flags& kinds, const Library& library) {
    const Venues& venues = *library.venues();
    const VenueFinder finder(venues);
    OrderedJson all = OrderedJson::array();
    bool hasMinutes = false;
    for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
        const auto near = kinds[kind] != 0 ? finder.nearest(kind, from.point) : std::nullopt;
        if (!near) continue;
        OrderedJson one{
            {"kind", venues.kinds[kind].id}, {"name", venues.all[near->venue].name}, {"metres", near->metres}};
        const auto minutes = from.area && library.minutes()
                                 ? minutesTo(*library.minutes(), onlyKind(kinds, kind), *from.area)
                                 : std::nullopt;
        if (minutes) one["minutes"] = *minutes;
        hasMinutes = hasMinutes || minutes;
        all.push_back(std::move(one));
    }
    if (hasMinutes) sayOrigin(*library.minutes(), kinds);
    return all.dump() + "\n";
}

// The answer to one question about gaps.
class Gaps {
public:
    Gaps(const AskedReach& asked, const Library& library, const HighestClass& highest)
        : asked_(asked), library_(library), highest_(highest), finder_(*library.venues()) {
        Flags areas = outOfReach(library, finder_, asked.reach, asked.place);
        // Without a view all of them count; with one those in its highest class.
        for (std::size_t area = 0; asked.hasView && area < areas.size(); ++area) areas[area] &= highest.areas[area];
        areas_ = listedAreas(library, areas, highest.order);
    }

    std::string json() const {
        OrderedJson codes = OrderedJson::array();
        std::int64_t residents = 0;
        for (const std::uint32_t area : areas_) {
            codes.push_back(codeOf(area));
            residents += residentsOf(library_, area);
        }
        OrderedJson next = OrderedJson::array();
        if (asked_.next > 0) {
            const WhereNext spots = whereNext(library_, finder_, asked_.reach, highest_, asked_.place, {}, asked_.next);
            for (const CoverPick& pick : spots.picks) {
                const std::uint32_t area = spots.candidates[pick.candidate];
                const LonLat place = toLonLat(library_.points()->all[area]);
                next.push_back({{"lon", place.lonDeg},
                                {"lat", place.latDeg},
                                {"code", codeOf(area)},
                                {"residents", shown(pick.gain.weight)},
                                {"total", shown(pick.total)}});
            }
        }
        return OrderedJson{{"areas", areas_.size()}, {"residents", shown(residents)}, {"codes", codes}, {"next", next}}
                   .dump() +
               "\n";
    }

    // One row an area. Minutes stand in a table only where they were asked for: then it is one of their licence.
    std::string csv() const {
        const bool isByMinutes = asked_.reach.minutes.has_value();
        std::string text = std::string("code,name,residents,nearest,kind,metres") + (isByMinutes ? ",minutes" : "");
        text += kCsvLineEnd;
        for (const std::uint32_t area : areas_) {
            const auto near = finder_.nearest(asked_.reach.kinds, library_.points()->all[area]);
            const Venue* venue = near ? &library_.venues()->all[near->venue] : nullptr;
            text += csvText(codeOf(area)) + "," + csvText(library_.names(0)->names[area]) + "," +
                    (knowsResidents() ? std::to_string(residentsOf(library_, area)) : "") + "," +
                    (venue ? csvText(venue->name) + "," + csvText(library_.venues()->kinds[venue->kind].id) + "," +
                                 numberText(near->metres, kExactly)
                           : ",,");
            if (isByMinutes) {
                const auto minutes = minutesTo(*library_.minutes(), asked_.reach.kinds, area);
                text += "," + (minutes ? std::to_string(*minutes) : std::string());
            }
            text += kCsvLineEnd;
        }
        return text;
    }

    // Whose figures the table has (W3C, "Metadata Vocabulary for Tabular Data").
    std::string metadata(const std::string& file) const {
        const AtlasHead& head = *library_.head();
        OrderedJson sources = OrderedJson::array();
        const auto add = [&](const Source& source) {
            sources.push_back({{"dc:title", source.publisher + ", " + source.title},
                               {"dc:date", source.date},
                               {"dc:license", source.licence},
                               {"dc:rights", source.attribution}});
        };
        for (const Source& source : library_.venues()->sources) {
            if (isOfVenue(source)) add(source);
        }
        if (library_.points()->source) add(*library_.points()->source);
        if (asked_.reach.minutes) {
            for (const Catchments& one : library_.minutes()->all) {
                if (asked_.reach.kinds[one.kind] != 0) add(one.source);
            }
        }
        OrderedJson columns = OrderedJson::array();
        const auto column = [&](const char* name, const char* title) {
            columns.push_back({{"name", name}, {"titles", name}, {"dc:description", title}});
        };
        column("code", "Code of the small area");
        column("name", "Its name");
        column("residents", "Its residents");
        column("nearest", "The nearest place of the kinds asked for, in a straight line");
        column("kind", "Its kind");
        column("metres", "Metres to it in a straight line");
        if (asked_.reach.minutes)
            column("minutes",
                   "Least published minutes on foot to any place of these kinds; blank: more than were published");
        return OrderedJson{{"@context", "http://www.w3.org/ns/csvw"},
                           {"url", file},
                           {"dc:title", head.title},
                           {"dc:rights", head.attribution},
                           {"dc:source", sources},
                           {"tableSchema", {{"columns", columns}, {"primaryKey", "code"}}}}
                   .dump(2) +
               "\n";
    }

private:
    const std::string& codeOf(std::uint32_t area) const { return library_.names(0)->codes[area]; }
    bool knowsResidents() const { return library_.head()->residents != kNoFile; }
    // Null in an atlas without residents: areas have been counted instead, and they are no people.
    OrderedJson shown(std::int64_t residents) const {
        return knowsResidents() ? OrderedJson(residents) : OrderedJson(nullptr);
    }
    bool isOfVenue(const Source& source) const {
        const Venues& venues = *library_.venues();
        for (const Venue& venue : venues.all) {
            if (&venues.sources[venue.source] == &source && asked_.reach.kinds[venue.kind] != 0) return true;
        }
        return false;
    }

    const AskedReach& asked_;
    const Library& library_;
    const HighestClass& highest_;
    VenueFinder finder_;
    std::vector<std::uint32_t> areas_;
};

bool writeGaps(const Gaps& gaps, const std::string& path, Problems& problems) {
    const std::string table = gaps.csv();
    const std::string metadata = gaps.metadata(std::filesystem::path(path).filename().string());
    for (const auto& [file, text] : {std::pair(path, &table), std::pair(path + "-metadata.json", &metadata)}) {
        if (writeFile(file, asBytes(*text))) continue;
        problems.add(file, "could not be written. Is the folder there, and is there room on the disk?");
        return false;
    }
    return true;
}

// Nothing where something is wrong.
std::optional<std::string> gapsJson(const AtlasFolder& atlas, const VenuesOptions& options, const AskedReach& asked,
                                    Library& library, Problems& problems) {
    const Chosen chosen = resolve(asked.view, library);
    const Chosen highestChosen = chosenForHighest(chosen, atlas.head());
    if (!atlas.supply(wantedFor(highestChosen, library).then, library, problems)) return std::nullopt;
    const auto highest = highestClass(chosen, library);
    if (!highest) {
        problems.add(atlas.headName(), "no small area has a number for this view");
        return std::nullopt;
    }
    if (highest->isOverall && (asked.hasView || asked.next > 0))
        say("the view has no highest class, so that of the overall score is used");
    if (library.head()->residents == kNoFile) say("the atlas does not know residents: each small area counts as one");
    const Gaps gaps(asked, library, *highest);
    if (!options.csv.empty() && !writeGaps(gaps, options.csv, problems)) return std::nullopt;
    if (asked.reach.minutes) sayOrigin(*library.minutes(), asked.reach.kinds);
    return gaps.json();
}

// All that questions about venues need, whatever the question.
bool supplyReach(const AtlasFolder& atlas, Library& library, Problems& problems) {
    const AtlasHead& head = atlas.head();
    if (head.venues == kNoFile || head.points == kNoFile) {
        problems.add(atlas.headName(),
                     "the atlas has no places that help: its recipe names none, or they were missing");
        return false;
    }
    return atlas.supply(filesOfScopes(head), library, problems) && atlas.supply(filesOfReach(head), library, problems);
}

}  // namespace

Exit runVenues(const VenuesOptions& options) {
    Problems wrong, problems;
    checkVenuesOptions(options, wrong);
    const auto atlas = wrong.any() ? std::nullopt : AtlasFolder::open(options.atlas, problems);
    Library library;
    std::optional<std::string> answer;
    if (atlas && supplyReach(*atlas, library, problems)) {
        if (options.hasGaps) {
            const auto asked = askedGaps(options, library, wrong);
            if (asked && answerView(*atlas, asked->view, library, wrong, problems))
                answer = gapsJson(*atlas, options, *asked, library, problems);
        } else {
            const Flags kinds = askedKinds(options.kinds, *library.venues(), wrong);
            const auto from = askedFrom(options.nearest, library, wrong);
            if (from && !wrong.any()) answer = nearestJson(*from, kinds, library);
        }
    }
    if (answer) {
        print(*answer);
        return Exit::Done;
    }
    sayAll(wrong.any() ? wrong : problems);
    return wrong.any() ? Exit::AskedWrongly : Exit::Failed;
}

}  // namespace dex
