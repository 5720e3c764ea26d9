#include "model/people_shares.h"

namespace dex {

std::vector<std::optional<PeopleShare>> peopleSharesOf(const Library& library, const Analysis& analysis,
                                                       std::optional<LevelArea> area) {
    const LevelScores* of = analysis.scoresOfAll(library);
    const auto* groupOf = library.grouping(area ? area->level : 0);
    const FileIndex file = library.head()->residents;
    const Column* residents = library.column(file);
    // Residents that are to come are waited for. An atlas may have none: then small areas are counted.
    if (!of || !groupOf || (file != kNoFile && !residents)) return {};
    const auto shareBy = [&](const Ranking& ranking) {
        return peopleShare(ranking, residents, *groupOf, area ? std::optional(area->area) : std::nullopt);
    };
    std::vector<std::optional<PeopleShare>> shares{shareBy(of->scores().ranking)};
    for (const Ranking& ranking : of->scores().needRankings) shares.push_back(shareBy(ranking));
    return shares;
}

}  // namespace dex
