#include "compile/asked.h"
#include "compile/commands.h"
#include "compile/say.h"
#include "compile/score_atlas.h"
#include "compile/score_metadata.h"
#include "compile/write_file.h"
#include "compile/write_table.h"
#include "output/areas_csv.h"
#include "output/number_text.h"

namespace dex {

Exit runScore(const ScoreOptions& options) {
    Problems wrong, problems;
    const auto folder = AtlasFolder::open(options.atlas, problems);
    const auto atlas = folder ? scoreAtlas(*folder, options.request, wrong, problems) : std::nullopt;
    const TableRows rows = atlas ? askedRows(options.only, atlas->chosen.level, atlas->library, wrong) : TableRows();
    if (atlas)
        checkRows(
            rows, "--only", atlas->chosen.level, [&](auto area) { return atlas->atLevel().isInScope(area); },
            atlas->library, wrong);
    if (!atlas || wrong.any()) {
        sayAll(wrong.any() ? wrong : problems);
        return wrong.any() ? Exit::AskedWrongly : Exit::Failed;
    }
    if (!anyActive(atlas->chosen.weights)) say("all weights are 0, so no area has a score");
    AreasCsv how{.rows = rows, .hasMark = options.hasMark, .hasDots = options.hasDots};
    if (options.exact) how.decimals = kExactly;
    std::optional<Stability> stability;
    if (options.stability) {
        // As many draws as were asked for (docs/method.md, "How steady it is").
        stability.emplace(atlas->atLevel().normalised(), atlas->scores(), atlas->chosen.weights,
                          atlas->chosen.arithmetic, *options.stability);
        stability->step(*options.stability);
        how.stability = &*stability;
    }
    const std::string table = scoresCsv(atlas->library, atlas->analysis, how).value();
    if (options.csv.empty()) {
        print(table);
        return Exit::Done;
    }
    const std::string meta = scoreMetadata(*atlas, options.exact, options.stability);
    if (!writeTable(options.csv, table, atlas->head(), scoresShape(atlas->chosen.level, how), atlas->spec))
        return Exit::Failed;
    if (writeFile(options.csv + ".meta.json", asBytes(meta))) return Exit::Done;
    say(options.csv + ".meta.json: could not be written");
    return Exit::Failed;
}

}  // namespace dex
