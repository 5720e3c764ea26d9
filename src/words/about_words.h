#pragma once

#include <string>
#include <vector>

#include "archive/atlas.h"
#include "words/word.h"

namespace dex {

// What the figures of an atlas mean, a paragraph each, and who published them.
struct AboutFacts {
    struct SourceFacts {
        std::string name;  // "Office for National Statistics: Census 2021, TS038: disability, 21 March 2021"
        std::string url;   // The publisher's page; may be empty.
    };
    std::vector<std::string> texts;
    std::vector<SourceFacts> sources;
};
AboutFacts writeAbout(Language language, const AtlasHead& head);

}  // namespace dex
