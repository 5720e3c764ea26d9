#pragma once

#include <string>

namespace dex {

// What `dex score` and `dex explain` may be asked for; blank is what the atlas publishes.
struct ScoreRequest {
    std::string level;    // Id; the small areas.
    std::string scope;    // Code or file; all areas.
    std::string method;   // Id of an arithmetic; the index's own.
    std::string weights;  // readWeights
};

}  // namespace dex
