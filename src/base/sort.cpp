#include "base/sort.h"

#include <algorithm>
#include <utility>

namespace dex {

// Merges runs of one, two, four … numbers from one room into the other.
void sortNumbers(std::vector<std::uint32_t>& numbers, ComesBefore comesBefore, const void* context) {
    const std::size_t count = numbers.size();
    std::vector<std::uint32_t> merged(count);
    for (std::size_t run = 1; run < count; run *= 2) {
        for (std::size_t first = 0; first < count; first += 2 * run) {
            const std::size_t middle = std::min(first + run, count), past = std::min(first + 2 * run, count);
            std::size_t left = first, right = middle;
            for (std::size_t at = first; at < past; ++at) {
                // The right one only where it truly comes before: equals keep their order.
                const bool isRight =
                    left == middle || (right < past && comesBefore(context, numbers[right], numbers[left]));
                merged[at] = numbers[isRight ? right++ : left++];
            }
        }
        std::swap(numbers, merged);
    }
}

}  // namespace dex
