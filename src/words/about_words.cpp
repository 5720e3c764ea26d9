#include "words/about_words.h"

#include <algorithm>

namespace dex {

AboutFacts writeAbout(Language language, const AtlasHead& head) {
    AboutFacts about;
    const auto add = [&](Word text) { about.texts.push_back(say(language, text)); };
    if (head.index) {
        add(Word::figuresScore);
        add(Word::figuresNeed);
    }
    // Otherwise the areas are what their name says.
    if (head.topLevel() > 0) add(Word::figuresSmallArea);
    if (head.index) {
        const auto& needs = head.index->needs;
        add(Word::figuresStandout);
        add(Word::figuresSteady);
        if (std::any_of(needs.begin(), needs.end(), [](const Need& need) { return !need.segments.empty(); }))
            add(Word::figuresSegments);
    }
    add(Word::figuresUse);
    for (const Source& source : head.sources)
        about.sources.push_back({say(language, Word::figuresSource,
                                     {{"publisher", source.publisher}, {"title", source.title}, {"date", source.date}}),
                                 source.url});
    return about;
}

}  // namespace dex
