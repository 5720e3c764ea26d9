#include "model/area_list.h"

#include "find/names.h"

namespace dex {

AreaList::AreaList(const Library& library) {
    for (std::uint32_t level = 0; level < library.head()->levels.size(); ++level) {
        const AreaNames& names = *library.names(level);
        for (std::uint32_t area = 0; area < names.codes.size(); ++area) {
            // Small areas come first, and what has come stays.
            byCode_.try_emplace(folded(names.codes[area]), LevelArea{level, area});
            byName_[folded(names.names[area])].push_back({level, area});
            if (area < names.details.size()) byDetail_[folded(names.details[area])].push_back({level, area});
        }
    }
}

std::vector<LevelArea> AreaList::called(std::string_view text) const {
    const std::string wanted = folded(text);
    if (wanted.empty()) return {};
    if (const auto code = byCode_.find(wanted); code != byCode_.end()) return {code->second};
    if (const auto name = byName_.find(wanted); name != byName_.end()) return name->second;
    // "Southwark 022B" is one small area, but of a ward "Southwark" says where it is.
    const auto detail = byDetail_.find(wanted);
    return detail == byDetail_.end() || detail->second.size() > 1 ? std::vector<LevelArea>() : detail->second;
}

}  // namespace dex
