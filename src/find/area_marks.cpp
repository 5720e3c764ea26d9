#include "find/area_marks.h"

#include <algorithm>

#include "base/result.h"

namespace dex {

void add(AreaMarks& marks, const AreaMarks& more) {
    DEX_CHECK(marks.size() == more.size());
    for (std::size_t i = 0; i < marks.size(); ++i) marks[i] |= more[i];
}

void takeAway(AreaMarks& marks, const AreaMarks& less) {
    DEX_CHECK(marks.size() == less.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if ((less[i] & kChosen) != 0) marks[i] &= static_cast<AreaMark>(~kChosen);
        if ((less[i] & kTouched) != 0) marks[i] &= static_cast<AreaMark>(~kInside);
        if ((less[i] & kInside) != 0) marks[i] &= static_cast<AreaMark>(~kTouched);
    }
}

std::size_t countOf(const AreaMarks& marks, AreaMark mark) {
    return static_cast<std::size_t>(
        std::count_if(marks.begin(), marks.end(), [mark](AreaMark one) { return (one & mark) != 0; }));
}

}  // namespace dex
