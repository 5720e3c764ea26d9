#pragma once

#include <string>
#include <vector>

namespace dex {

// What is wrong with the input, each a sentence that begins with where it is: a file with row and column, or a place
// in the recipe. A stage goes on as far as it can, so that one run names many; nothing is written when there is any.
class Problems {
public:
    void add(std::string where, std::string what) { sentences_.push_back(std::move(where) + ": " + std::move(what)); }

    // What was read otherwise than it stands, or leaves something out: said in the report, and no reason to stop.
    void note(std::string where, std::string what) { notes_.push_back(std::move(where) + ": " + std::move(what)); }

    bool any() const { return !sentences_.empty(); }
    std::size_t count() const { return sentences_.size(); }
    const std::vector<std::string>& sentences() const { return sentences_; }
    const std::vector<std::string>& notes() const { return notes_; }

private:
    std::vector<std::string> sentences_, notes_;
};

}  // namespace dex
