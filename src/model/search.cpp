#include "model/search.h"

#include <algorithm>
#include <functional>

#include "base/json_text.h"
#include "base/sort.h"
#include "find/postcode.h"
#include "words/format.h"

namespace dex {
namespace {

std::string written(const PostcodeReading& reading) {
    return reading.inward ? postcodeText(reading.outward, *reading.inward) : reading.outward;
}

bool isPending(const Library& library, FileIndex file) {
    return file != kNoFile && library.state(file) != Library::FileState::Here &&
           library.state(file) != Library::FileState::Failed;
}

void sortOut(std::vector<std::uint32_t>& numbers) {
    sortBy(numbers, std::less<>());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// One search, from what was typed to what is said.
class Answering {
public:
    Answering(std::string_view typed, const Library& library, Language language)
        : typed_(typed),
          library_(library),
          head_(*library.head()),
          language_(language),
          here_(loadedNames(library, names_)) {}

    SearchAnswer answer() {
        // Blanks and punctuation alone ask nothing.
        if (folded(typed_).empty()) return {};
        const bool isPostcode = library_.gazetteer() && answerPostcode();
        if (!isPostcode) answerNames();
        for (const FileIndex file : filesForSearch(head_)) out_.isBusy = out_.isBusy || isPending(library_, file);
        // While files are still to come, finding nothing is no answer.
        if (out_.isBusy && out_.places.empty()) out_.sentence = say(language_, Word::findLoading);
        return std::move(out_);
    }

private:
    // True where the text is a postcode and nothing else.
    bool answerPostcode() {
        const auto meant = postcodeMeant(typed_, *library_.gazetteer());
        // "EC" and "EC1" are no outward codes: what is begins so.
        if ((!meant || !meant->outward) && addBegun()) return meant.has_value();
        if (!meant) return false;
        if (!meant->outward) {
            // An atlas without postcodes cannot say that one lies elsewhere.
            if (library_.gazetteer()->outwards.empty()) return false;
            out_.sentence =
                say(language_, Word::findElsewhere, {{"postcode", written(meant->reading)}, {"whole", head_.place}});
            return true;
        }
        const FileIndex file = library_.postcodeFile(*meant->outward);
        const Postcodes* postcodes = library_.postcodes(*meant->outward);
        if (!postcodes) {
            out_.wanted = file;
            out_.isBusy = isPending(library_, file);
            if (!out_.isBusy) out_.sentence = say(language_, Word::findFailed);
            // "E8" may still be the beginning of a name; a whole postcode may not.
            return meant->reading.inward.has_value();
        }
        if (meant->reading.inward) return answerWhole(meant->reading, *postcodes);
        addOutward(*postcodes);
        // An outward code alone is offered as a place, and names are looked for beside it; with more behind it, it is
        // no name.
        return meant->reading.isPart;
    }

    bool addBegun() {
        const auto [first, count] = outwardsThatBegin(typed_, *library_.gazetteer());
        for (std::size_t i = first; i < first + count; ++i) {
            const std::string& code = library_.gazetteer()->outwards[i].code;
            out_.places.push_back({PlaceRef::ofOutward(code), code, std::string(word(language_, Word::findDistrict))});
        }
        if (count == 0) return false;
        const std::string all = formatCount(language_, static_cast<double>(count));
        out_.sentence = sayPlural(language_, Word::findDistrictsOther, static_cast<double>(count),
                                  {{"count", all}, {"text", begunBy(typed_)}, {"whole", head_.place}});
        return true;
    }

    bool answerWhole(const PostcodeReading& reading, const Postcodes& postcodes) {
        const std::string postcode = written(reading);
        const auto* one = postcodeIn(postcodes, *reading.inward);
        if (!one) {
            out_.sentence = say(language_, Word::findUnknown, {{"postcode", postcode}, {"whole", head_.place}});
            // What it would lie in is offered in its place.
            addOutward(postcodes);
        } else if (const AreaNames* names = library_.names(0)) {
            out_.sentence = say(language_, one->isBeside ? Word::findBeside : Word::findPostcode,
                                {{"postcode", postcode}, {"area", names->names[one->area]}});
            out_.places.push_back(
                {PlaceRef::ofPostcode(reading.outward, *reading.inward), postcode, names->names[one->area]});
        }
        return true;
    }

    void addOutward(const Postcodes& postcodes) {
        const std::vector<AreaNumber> areas = areasOfOutward(postcodes.outward, library_);
        std::vector<std::uint32_t> places;
        for (const std::uint32_t area : areas) {
            if (const auto top = areaAround(library_, {0, area}, head_.topLevel())) places.push_back(*top);
        }
        sortOut(places);
        const AreaNames* topNames = library_.names(head_.topLevel());
        std::string list;
        for (const std::uint32_t place : places) {
            // They are named once their names are here; how many areas there are is said at once.
            if (!topNames) break;
            if (!list.empty()) list += word(language_, Word::listComma);
            list += topNames->names[place];
        }
        const auto count = static_cast<double>(areas.size());
        const Level& small = head_.levels[0];
        out_.places.push_back({PlaceRef::ofOutward(postcodes.outward), postcodes.outward,
                               say(language_, Word::findOutward,
                                   {{"count", formatCount(language_, count)},
                                    {"areas", areas.size() == 1 ? small.singular : small.plural},
                                    {"places", list}})});
        // That the postcode is unknown may have been said already.
        if (out_.sentence.empty()) out_.sentence = say(language_, Word::findBegun, {{"outward", postcodes.outward}});
    }

    void answerNames() {
        // What has been found by postcode takes room in the list, too.
        const auto found = findNames(typed_, here_, kMaxPlacesFound - std::min(kMaxPlacesFound, out_.places.size()));
        for (const auto& one : found.best) addArea(one);
        const std::string unfitted = unfittedSentence();
        if (!unfitted.empty()) {
            out_.sentence = unfitted;
        } else if (found.count == 0 && out_.places.empty()) {
            out_.sentence = say(language_, Word::findNone, {{"text", shortened()}, {"whole", head_.place}});
        } else if (found.exact > 1) {
            out_.sentence = say(language_, Word::findSeveral,
                                {{"count", formatCount(language_, static_cast<double>(found.exact))},
                                 {"name", here_.names[found.best[0].level]->names[found.best[0].area]}});
        } else if (out_.sentence.empty()) {
            const auto count = static_cast<double>(found.count);
            const bool isMore = found.count > found.best.size();
            const std::string all = formatCount(language_, count);
            out_.sentence =
                isMore
                    ? say(language_, Word::findMore,
                          {{"count", all}, {"shown", formatCount(language_, static_cast<double>(found.best.size()))}})
                    : sayPlural(language_, Word::findCountOther, count, {{"count", all}});
        }
    }

    void addArea(const NameFound& found) {
        const AreaNames& names = *here_.names[found.level];
        const Level& level = head_.levels[found.level];
        SearchPlace place{PlaceRef::ofArea({level.id, names.codes[found.area]}), names.names[found.area],
                          level.singular};
        const std::uint32_t top = head_.topLevel();
        const auto around = areaAround(library_, {found.level, found.area}, top);
        if (const AreaNames* topNames = library_.names(top); found.level != top && around && topNames) {
            place.detail =
                say(language_, Word::findWithin, {{"level", level.singular}, {"place", topNames->names[*around]}});
        }
        out_.places.push_back(std::move(place));
    }

    // A ward that no small area fits is on no map: said, so that nobody thinks it was forgotten.
    std::string unfittedSentence() const {
        if (!library_.gazetteer()) return {};
        const std::string text = folded(typed_);
        for (const auto& one : library_.gazetteer()->unfitted) {
            if (folded(one.name) != text) continue;
            return say(language_, Word::findUnfitted,
                       {{"name", one.name},
                        {"level", head_.levels[one.level].singular},
                        {"place", one.within},
                        {"area", head_.levels[0].singular}});
        }
        return {};
    }

    // As much of the text as a sentence can hold; the field shows the rest.
    std::string shortened() const {
        constexpr std::size_t kMax = 40;
        if (typed_.size() <= kMax) return std::string(typed_);
        std::size_t end = kMax;
        while (end > 0 && (static_cast<unsigned char>(typed_[end]) & 0xc0) == 0x80) --end;
        return std::string(typed_.substr(0, end)) + "…";
    }

    std::string_view typed_;
    const Library& library_;
    const AtlasHead& head_;
    Language language_;
    std::vector<const AreaNames*> names_;
    LoadedNames here_;
    SearchAnswer out_;
};

// Null where the atlas has no such outward code, or its postcodes are not here.
const Postcodes* postcodesOf(std::string_view outward, const Library& library) {
    const auto known = library.gazetteer() ? outwardIn(*library.gazetteer(), outward) : std::nullopt;
    return known ? library.postcodes(*known) : nullptr;
}

}  // namespace

std::vector<FileIndex> filesForSearch(const AtlasHead& head) {
    std::vector<FileIndex> files;
    for (const Level& level : head.levels) files.insert(files.end(), {level.names, level.grouping});
    files.push_back(head.gazetteer);
    std::erase(files, kNoFile);
    return files;
}

SearchAnswer search(std::string_view typed, const Library& library, Language language) {
    return Answering(typed, library, language).answer();
}

std::string searchJson(const SearchAnswer& answer) {
    std::string json = answer.isBusy ? "{\"busy\":true,\"sentence\":" : "{\"busy\":false,\"sentence\":";
    addJsonText(json, answer.sentence);
    json += ",\"places\":[";
    for (std::size_t i = 0; i < answer.places.size(); ++i) {
        json += i > 0 ? ",{\"ref\":" : "{\"ref\":";
        addJsonText(json, answer.places[i].ref.text());
        json += ",\"name\":";
        addJsonText(json, answer.places[i].name);
        json += ",\"detail\":";
        addJsonText(json, answer.places[i].detail);
        json += '}';
    }
    return json += "]}";
}

std::optional<FoundArea> foundWithRef(const PlaceRef& ref, const Library& library) {
    if (ref.kind == PlaceRef::Kind::Area) {
        const auto area = areaWithRef(ref.area, library);
        return area ? std::optional(FoundArea{*area, {}, false}) : std::nullopt;
    }
    // An outward code is many areas, and found as none of them.
    const Postcodes* postcodes = ref.kind == PlaceRef::Kind::Postcode ? postcodesOf(ref.outward, library) : nullptr;
    const auto* one = postcodes ? postcodeIn(*postcodes, ref.inward) : nullptr;
    if (!one) return std::nullopt;
    FoundArea found{{0, one->area}, postcodeText(ref.outward, ref.inward), one->isBeside};
    if (const AreaNames* names = library.names(0)) found.point = pointOf(*one, names->boxes[one->area]);
    return found;
}

std::vector<AreaNumber> areasOfOutward(std::string_view outward, const Library& library) {
    std::vector<AreaNumber> areas;
    if (const Postcodes* postcodes = postcodesOf(outward, library)) {
        for (const auto& one : postcodes->all) areas.push_back(one.area);
    }
    sortOut(areas);
    return areas;
}

FileIndex fileOfOutward(std::string_view outward, const Library& library) {
    const auto known = library.gazetteer() ? outwardIn(*library.gazetteer(), outward) : std::nullopt;
    return known ? library.postcodeFile(*known) : kNoFile;
}

LoadedNames loadedNames(const Library& library, std::vector<const AreaNames*>& room) {
    room.clear();
    for (std::uint32_t level = 0; level < library.head()->levels.size(); ++level) room.push_back(library.names(level));
    return {room, library.groupings()};
}

}  // namespace dex
