#include "risk/people_share.h"

namespace dex {
namespace {

constexpr std::uint32_t kFifths = 5;

// Without residents each small area counts as one.
double weightOf(const Column* residents, std::uint32_t smallArea) {
    if (!residents) return 1;
    return hasNumber(residents->states[smallArea]) ? residents->values[smallArea] : 0;
}

}  // namespace

std::optional<PeopleShare> peopleShare(const Ranking& ranking, const Column* residents,
                                       std::span<const std::uint32_t> groupOf, std::optional<std::uint32_t> area) {
    // Residents are whole numbers, so the sums are exact in any order.
    PeopleShare found;
    double all = 0;
    for (std::uint32_t smallArea = 0; smallArea < groupOf.size(); ++smallArea) {
        if (area && groupOf[smallArea] != *area) continue;
        const double weight = weightOf(residents, smallArea);
        all += weight;
        if (!ranking.has(smallArea)) continue;
        found.counted += weight;
        if (ranking.quantile(smallArea, kFifths) == kFifths - 1) found.inFifth += weight;
    }
    if (found.counted <= 0 || 2 * found.counted < all) return std::nullopt;
    return found;
}

}  // namespace dex
