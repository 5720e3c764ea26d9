#include <nlohmann/json.hpp>

#include "compile/atlas_folder.h"
#include "compile/commands.h"
#include "compile/say.h"

namespace dex {

Exit runRecipe(const std::string& path) {
    Problems problems;
    const auto atlas = AtlasFolder::open(path, problems);
    if (atlas && atlas->head().recipe == kNoFile) problems.add(path, "there is no recipe in this atlas");
    const auto bytes = atlas && !problems.any() ? atlas->bytes(atlas->head().recipe, problems) : std::nullopt;
    if (!bytes) {
        sayAll(problems);
        return Exit::Failed;
    }
    const std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    const auto recipe = nlohmann::ordered_json::parse(text, nullptr, false);
    // An atlas does not promise that its recipe is JSON, so what cannot be laid out is printed as it is.
    print(recipe.is_discarded() ? text : recipe.dump(2) + "\n");
    return Exit::Done;
}

}  // namespace dex
