#include <cstddef>
#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "compile/recipe.h"

// A recipe is read, or there is a sentence that says why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    dex::Problems problems;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto recipe = dex::readRecipe(text, "recipe.json", {}, problems);
    DEX_CHECK(recipe.has_value() != problems.any());
    for (const std::string& sentence : problems.sentences()) DEX_CHECK(dex::isUtf8(sentence));
    return 0;
}
