#include "compile/read_venues.h"

#include <algorithm>

#include "archive/limits.h"
#include "compile/check_places.h"
#include "compile/text.h"
#include "compile/venue_rows.h"

namespace dex {

namespace {

// As an address that a reader may follow; blank where it is none.
std::string linkOf(const std::string& text) {
    if (isVenueLink(text)) return text;
    const bool isOneWord = text.find(' ') == text.npos;
    // Lists have addresses of letters and of pages in one column, and those of pages as people say them.
    if (isOneWord && text.find('@') != text.npos && text.find('/') == text.npos) return "mailto:" + text;
    return isOneWord && text.starts_with("www.") ? "https://" + text : std::string();
}

// One list of the recipe becomes venues.
class VenueReader {
public:
    VenueReader(const VenueRecipe& recipe, std::size_t list, const VenueRows& rows, const DegreeBox& box,
                const PostcodePoints& postcodes, Report::OfVenues& shown, Problems& problems)
        : recipe_(recipe),
          list_(recipe.lists[list]),
          number_(list),
          rows_(rows),
          box_(box),
          postcodes_(postcodes),
          shown_(shown),
          problems_(problems) {}

    void read(ReadVenues& all) {
        for (const VenueRows::Row& row : rows_.rows) {
            Venue venue;
            if (!isMeant(row) || !takeKind(row, venue)) {
                ++shown_.others;
                continue;
            }
            venue.name = rows_.filled(list_.name, row);
            const auto place = venue.name.empty() ? std::nullopt : placeOf(row);
            if (!place) {
                shown_.unlocated.push_back(venue.name.empty() ? row.where : venue.name + " (" + row.where + ")");
                continue;
            }
            seen_.add(*place);
            if (!box_.touches({place->lonDeg, place->latDeg, place->lonDeg, place->latDeg})) {
                ++shown_.outside;
                continue;
            }
            venue.point = toGround(*place);
            takeTexts(row, venue);
            all.ofList[number_].push_back({static_cast<std::uint32_t>(all.venues.all.size()), nameFor(row)});
            all.venues.all.push_back(std::move(venue));
            ++shown_.used;
        }
        checkTexts();
    }

    const DegreeBox& seen() const { return seen_; }

private:
    bool isMeant(const VenueRows::Row& row) const {
        return std::all_of(list_.where.begin(), list_.where.end(), [&](const auto& one) {
            const auto& [column, texts] = one;
            return std::find(texts.begin(), texts.end(), rows_.cell(row, column)) != texts.end();
        });
    }

    bool takeKind(const VenueRows::Row& row, Venue& venue) const {
        venue.kind = list_.kind;
        if (list_.kindColumn.empty()) return true;
        const auto found = list_.kindOf.find(rows_.cell(row, list_.kindColumn));
        if (found == list_.kindOf.end()) return false;
        venue.kind = found->second;
        return true;
    }

    std::optional<LonLat> placeOf(const VenueRows::Row& row) {
        if (row.place || list_.postcode.empty()) return row.place;
        const auto place = postcodes_.at(rows_.cell(row, list_.postcode));
        shown_.byPostcode += place ? 1 : 0;
        return place;
    }

    void takeTexts(const VenueRows::Row& row, Venue& venue) {
        venue.source = list_.source;
        venue.address = rows_.filled(list_.address, row);
        venue.offers = rows_.filled(list_.offers, row);
        venue.opening = rows_.filled(list_.opening, row);
        venue.date = rows_.filled(list_.date, row);
        venue.origin = rows_.filled(list_.origin, row);
        const std::string link = rows_.filled(list_.link, row);
        venue.link = linkOf(link);
        if (venue.link.empty() && !link.empty()) ++shown_.badLinks;
    }

    std::string nameFor(const VenueRows::Row& row) const {
        for (const auto& layer : recipe_.catchments) {
            if (layer.list == number_) return catchmentName(rows_.filled(layer.is, row));
        }
        return {};
    }

    // A text that no row has is a typing error that would leave out everything, or nothing.
    void checkTexts() {
        for (const auto& [column, texts] : list_.where) {
            for (const std::string& text : texts) checkText(column, text);
        }
        for (const auto& [text, kind] : list_.kindOf) checkText(list_.kindColumn, text);
    }

    void checkText(const std::string& column, const std::string& text) {
        const bool isThere = std::any_of(rows_.rows.begin(), rows_.rows.end(),
                                         [&](const auto& row) { return rows_.cell(row, column) == text; });
        if (!isThere) problems_.add(list_.file, "no row has " + inQuotes(text) + " in the column " + inQuotes(column));
    }

    const VenueRecipe& recipe_;
    const VenueRecipe::List& list_;
    std::size_t number_;
    const VenueRows& rows_;
    const DegreeBox& box_;
    const PostcodePoints& postcodes_;
    Report::OfVenues& shown_;
    Problems& problems_;
    DegreeBox seen_;
};

// Columns that name a list's venues to its catchments.
std::vector<std::string> namingColumns(const VenueRecipe& recipe, std::size_t list) {
    std::vector<std::string> columns;
    for (const auto& layer : recipe.catchments) {
        if (layer.list == list) layer.is.addColumns(columns);
    }
    return columns;
}

}  // namespace

std::string catchmentName(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (isLetter) letters += c;
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
    }
    return letters;
}

ReadVenues readVenues(const Recipe& recipe, const Areas& areas, const PostcodePoints& postcodes, SourceFiles& files,
                      Report& report, Problems& problems) {
    ReadVenues all;
    if (!recipe.venues) return all;
    const VenueRecipe& asked = *recipe.venues;
    all.venues.sources = asked.sources;
    all.venues.kinds = asked.kinds;
    all.ofList.resize(asked.lists.size());
    const DegreeBox box = boxOf(areas.polygons);
    for (std::size_t i = 0; i < asked.lists.size(); ++i) {
        const VenueRecipe::List& list = asked.lists[i];
        Report::OfVenues& shown = report.venues.emplace_back();
        shown.id = list.id;
        shown.file = list.file;
        shown.isAbsent = list.optional && !files.has(list.file);
        if (shown.isAbsent) continue;
        const std::size_t before = problems.count();
        const auto rows = readVenueRows(list, namingColumns(asked, i), files, problems);
        if (!rows || problems.count() > before) continue;
        shown.notes = rows->notes;
        shown.read = static_cast<std::uint32_t>(rows->rows.size()) + rows->notes;
        VenueReader reader(asked, i, *rows, box, postcodes, shown, problems);
        reader.read(all);
        // A list of the whole country has a few here, or it is of another place.
        if (shown.used == 0 && shown.outside > 0)
            checkMeeting(recipe, areas, list.file, "venues", reader.seen(), problems);
        if (shown.used == 0 && problems.count() == before)
            problems.add(list.file,
                         "none of its " + counted(shown.read, "row", "rows") + " is a venue among the areas");
    }
    if (all.venues.all.size() > kMaxVenues)
        problems.add("$.venues", "there are " + grouped(all.venues.all.size()) + " venues, and " + grouped(kMaxVenues) +
                                     " are the most");
    return all;
}

}  // namespace dex
