#include "risk/spec_id.h"

#include <gtest/gtest.h>

#include "support/samples.h"

namespace dex {
namespace {

TEST(SpecId, IsTheHashOfWhatScoresAreMadeOf) {
    const AtlasHead head = samples::head();
    const Weights weights = publishedWeights(*head.index);
    const std::string text = specText(head, weights, Arithmetic::Winsorised, 1, std::vector<std::uint8_t>{1, 0, 1});
    const auto file = [&](FileIndex index) { return " " + head.files[index].name; };
    EXPECT_EQ(text, "arithmetic 1 winsorised\nlevel district" + file(head.levels[1].grouping) +
                        "\nscope 101\nresidents" + file(head.residents) + "\nN1 10\nN1.something 3 -" +
                        file(head.indicators[0].column) + file(head.residents) + "\n");
    EXPECT_EQ(specId(head, weights, Arithmetic::Winsorised, 1, std::vector<std::uint8_t>{1, 0, 1}).size(), 12u);
}

TEST(SpecId, ChangesWithEverythingOnWhichAScoreDepends) {
    const AtlasHead head = samples::head();
    const Weights weights = publishedWeights(*head.index);
    const std::string id = specId(head, weights, Arithmetic::Rank, 0, {});
    EXPECT_EQ(specId(head, weights, Arithmetic::Rank, 0, std::vector<std::uint8_t>{1, 1, 1}), id);
    EXPECT_NE(specId(head, weights, Arithmetic::Iod, 0, {}), id);
    EXPECT_NE(specId(head, weights, Arithmetic::Rank, 1, {}), id);
    EXPECT_NE(specId(head, weights, Arithmetic::Rank, 0, std::vector<std::uint8_t>{1, 1, 0}), id);
    Weights other = weights;
    other.indicators[0][0] = 2;
    EXPECT_NE(specId(head, other, Arithmetic::Rank, 0, {}), id);
    AtlasHead changed = head;
    changed.files[changed.indicators[0].column].name = "column.0";
    EXPECT_NE(specId(changed, weights, Arithmetic::Rank, 0, {}), id);
    changed = head;
    changed.indicators[0].label = "Other words";
    EXPECT_EQ(specId(changed, weights, Arithmetic::Rank, 0, {}), id);
}

}  // namespace
}  // namespace dex
