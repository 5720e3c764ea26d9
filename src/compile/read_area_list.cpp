#include "compile/read_area_list.h"

#include <algorithm>
#include <filesystem>

#include "compile/locate_postcode.h"
#include "compile/read_text.h"
#include "compile/text.h"
#include "find/postcode.h"
#include "model/area_list.h"
#include "table/clean.h"

namespace dex {

namespace {

struct Entry {
    std::string text;
    std::string where;  // In messages.
    bool isOfFile = false, mayBeHeading = false;
};

std::optional<std::vector<Entry>> entriesOf(const std::string& asked, Problems& wrong) {
    std::vector<Entry> entries;
    std::error_code failed;
    if (std::filesystem::is_regular_file(asked, failed)) {
        const auto rows = readRows(asked, asked, {}, wrong);
        if (!rows) return std::nullopt;
        for (const TextRow& line : rows->rows)
            entries.push_back({line.fields[0], asked + ", line " + std::to_string(line.row), true, line.row == 1});
    } else {
        for (std::size_t at = 0; at <= asked.size();) {
            const std::size_t end = std::min(asked.find_first_of(",;", at), asked.size());
            entries.push_back({cleaned(asked.substr(at, end - at)), "--areas"});
            at = end + 1;
        }
    }
    std::erase_if(entries, [](const Entry& entry) { return entry.text.empty(); });
    return entries;
}

bool looksLikePostcode(const std::string& text) {
    const auto readings = readPostcode(text);
    return std::any_of(readings.begin(), readings.end(),
                       [](const PostcodeReading& one) { return one.inward.has_value(); });
}

// What could be meant, each by the code to write instead.
std::string choiceOf(const std::vector<LevelArea>& areas, const Library& library) {
    constexpr std::size_t kShown = 6;
    std::string text;
    for (std::size_t i = 0; i < std::min(areas.size(), kShown); ++i) {
        const AreaNames& names = *library.names(areas[i].level);
        const Level& level = library.head()->levels[areas[i].level];
        text += (i > 0 ? ", " : "") + names.codes[areas[i].area] + " (" + level.id + ")";
    }
    return areas.size() > kShown ? text + " and others" : text;
}

// Postcodes are looked up once somebody asks for one: their files are many.
class PostcodeLookup {
public:
    PostcodeLookup(const AtlasFolder& atlas, Problems& problems) : atlas_(atlas), problems_(problems) {}

    // Absent, and `trouble` says why, where it is none of the atlas.
    std::optional<LevelArea> find(const Entry& entry, std::string& trouble) {
        if (!finder_) {
            auto opened = PostcodeFinder::open(atlas_, 0, entry.where, problems_);
            if (!opened) return std::nullopt;
            finder_.emplace(std::move(*opened));
        }
        TextRow row;
        row.fields = {entry.text};
        const auto area = finder_->find(row, trouble);
        return area ? std::optional(LevelArea{0, *area}) : std::nullopt;
    }

private:
    const AtlasFolder& atlas_;
    Problems& problems_;
    std::optional<PostcodeFinder> finder_;
};

}  // namespace

std::optional<std::vector<LevelArea>> readAreaList(const std::string& asked, const AtlasFolder& atlas,
                                                   const Library& library, Problems& wrong, Problems& problems) {
    const auto entries = entriesOf(asked, wrong);
    if (!entries) return std::nullopt;
    const std::size_t before = wrong.count();
    const AreaList list(library);
    PostcodeLookup postcodes(atlas, problems);
    std::vector<LevelArea> areas;
    for (const Entry& entry : *entries) {
        const std::vector<LevelArea> found = list.called(entry.text);
        if (found.size() == 1) {
            areas.push_back(found.front());
        } else if (found.size() > 1) {
            wrong.add(entry.where, inQuotes(entry.text) + " is the name of " + grouped(found.size()) +
                                       " areas. Write the code: " + choiceOf(found, library));
        } else if (looksLikePostcode(entry.text)) {
            std::string trouble;
            if (const auto area = postcodes.find(entry, trouble))
                areas.push_back(*area);
            else if (!problems.any())
                wrong.add(entry.where, trouble);
            if (problems.any()) return std::nullopt;
        } else if (!entry.mayBeHeading) {
            const std::string none = "no area has the code or the name " + inQuotes(entry.text);
            wrong.add(entry.where, none + (entry.isOfFile ? ", and it is no postcode"
                                                          : ", it is no postcode, and there is no file of that name"));
        }
    }
    if (wrong.count() == before && areas.empty())
        wrong.add(!entries->empty() && entries->front().isOfFile ? asked : "--areas", "does not name an area");
    if (wrong.count() > before) return std::nullopt;
    return areas;
}

}  // namespace dex
