#include "map/labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "map/label_text.h"

namespace dex {
namespace {

constexpr double kScale = 1 << 20;  // Css px for the world's width.

LabelCandidate candidate(std::string text, double x, double y, double priority = 1, bool strong = false) {
    LabelCandidate one;
    one.width = static_cast<double>(text.size()) * 7;
    one.height = 15;
    one.text = std::move(text);
    one.anchor = {0.5 + x / kScale, 0.5 - y / kScale};
    one.box = {one.anchor.x - 60 / kScale, one.anchor.y - 60 / kScale, one.anchor.x + 60 / kScale,
               one.anchor.y + 60 / kScale};
    one.priority = priority;
    one.strong = strong;
    return one;
}

// Anchors above are px from the middle of this.
Sight sight(double zoom = 1) { return {{0, 0, 800, 600}, 1, {0.5, 0.5}, kScale * zoom}; }

std::set<std::string> texts(const std::vector<PlacedLabel>& labels) {
    std::set<std::string> result;
    for (const PlacedLabel& label : labels) result.insert(label.text);
    return result;
}

TEST(Labels, StandOnTheirAnchors) {
    Labels labels;
    labels.setCandidates({candidate("Camden", -100, 50)});
    const auto& placed = labels.place(sight(), {});
    ASSERT_EQ(placed.size(), 1u);
    EXPECT_NEAR(placed[0].x, 300, 1e-6);
    EXPECT_NEAR(placed[0].y, 350, 1e-6);
}

TEST(Labels, GoByStrengthThenPriority) {
    Labels labels;
    labels.setCandidates({candidate("low", 0, 0, 1), candidate("high", 5, 5, 9), candidate("Borough", 10, 0, 0, true)});
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"Borough"}));
    labels.setCandidates({candidate("low", 0, 0, 1), candidate("high", 5, 5, 9)});
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"high"}));
}

TEST(Labels, GiveWayToPanelsAndToTheSelection) {
    Labels labels;
    labels.setCandidates({candidate("here", 0, 0), candidate("there", 200, 0)});
    const PxRect card{380, 250, 60, 100};
    EXPECT_EQ(texts(labels.place(sight(), std::span(&card, 1))), (std::set<std::string>{"there"}));
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"here", "there"}));
}

TEST(Labels, StayWithinTheViewport) {
    Labels labels;
    labels.setCandidates({candidate("at the edge", 395, 0), candidate("far away", 9000, 0)});
    EXPECT_TRUE(labels.place(sight(), {}).empty());
}

TEST(Labels, AreLeftOutWhereTheirAreaIsMuchSmaller) {
    Labels labels;
    labels.setCandidates({candidate("a rather long name of a place", 0, 0), candidate("short", 90, 0)});
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"short"}));
    EXPECT_EQ(labels.place(sight(2), {}).size(), 2u);
    EXPECT_TRUE(labels.place(sight(0.1), {}).empty());
}

TEST(Labels, OneThatStandsStaysBeforeABetterOneOfItsStrength) {
    Labels labels;
    labels.setCandidates({candidate("low", 0, 0, 1), candidate("high", 30, 0, 9)});
    const PxRect panel{415, 280, 60, 40};  // Hides the better one at first.
    EXPECT_EQ(texts(labels.place(sight(), std::span(&panel, 1))), (std::set<std::string>{"low"}));
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"low"}));
    const PxRect other{350, 280, 40, 40};  // And now the one that stood.
    EXPECT_EQ(texts(labels.place(sight(), std::span(&other, 1))), (std::set<std::string>{"high"}));
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"high"}));
}

TEST(Labels, TheSameSightGetsTheSameAfterAJumpOrAnotherViewport) {
    Labels labels;
    labels.setCandidates({candidate("low", 0, 0, 1), candidate("high", 30, 0, 9)});
    const PxRect panel{415, 280, 60, 40};
    const auto hideTheBetter = [&] { labels.place(sight(), std::span(&panel, 1)); };
    hideTheBetter();
    labels.startAnew();
    EXPECT_EQ(texts(labels.place(sight(), {})), (std::set<std::string>{"high"}));
    hideTheBetter();
    Sight larger = sight();
    larger.viewport.width += 2;
    EXPECT_EQ(texts(labels.place(larger, {})), (std::set<std::string>{"high"}));
}

TEST(Labels, NeverTouchAndNeverVanishWhileTheyFitOnAnyPath) {
    std::mt19937 random(41);
    const auto some = [&](double reach) { return (static_cast<double>(random() % 2001) / 1000 - 1) * reach; };
    std::vector<LabelCandidate> candidates;
    for (int i = 0; i < 300; ++i) {
        candidates.push_back(candidate("name" + std::to_string(i), some(900), some(700),
                                       static_cast<double>(random() % 50), i % 10 == 0));
    }
    Labels labels;
    labels.setCandidates(candidates);
    Sight at = sight();
    std::vector<PlacedLabel> before;
    for (int step = 0; step < 400; ++step) {
        const double dx = some(12), dy = some(12);
        at.centre.x -= dx / at.pxPerWorld;
        at.centre.y += dy / at.pxPerWorld;
        const std::vector<PlacedLabel> now = labels.place(at, {});
        EXPECT_GT(now.size(), 5u);
        const auto rect = [](const PlacedLabel& label) {
            const double width = static_cast<double>(label.text.size()) * 7;
            return PxRect{label.x - width / 2, label.y - 7.5, width, 15};
        };
        for (std::size_t i = 0; i < now.size(); ++i) {
            const PxRect a = rect(now[i]);
            EXPECT_GE(a.x, 0);
            EXPECT_LE(a.x + a.width, 800);
            for (std::size_t j = i + 1; j < now.size(); ++j) {
                const PxRect b = rect(now[j]);
                const bool apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + 15 <= b.y || b.y + 15 <= a.y;
                EXPECT_TRUE(apart) << now[i].text << " and " << now[j].text;
            }
        }
        // While the map pans, a label that stood and is still in sight either stands, moved with the map, or has given
        // way to a strong one that came into sight.
        for (const PlacedLabel& old : before) {
            const double x = old.x + dx, y = old.y + dy;
            const double half = static_cast<double>(old.text.size()) * 3.5;
            if (x - half < 4 || x + half > 796 || y < 11.5 || y > 588.5) continue;
            const auto found =
                std::find_if(now.begin(), now.end(), [&](const PlacedLabel& one) { return one.text == old.text; });
            if (found == now.end()) {
                EXPECT_FALSE(old.strong);
                continue;
            }
            EXPECT_NEAR(found->x, x, 1e-3);
            EXPECT_NEAR(found->y, y, 1e-3);
        }
        before = now;
    }
}

TEST(LabelText, NamesTheAreasThatAreDrawn) {
    constexpr std::uint32_t kWard = 2, kBorough = 3;
    EXPECT_EQ(labelLevels(kWard, kBorough).strong, kWard);
    EXPECT_EQ(labelLevels(kWard, kBorough).quiet, kBorough);
    EXPECT_EQ(labelLevels(kBorough, kBorough).strong, kBorough);
    EXPECT_EQ(labelLevels(kBorough, kBorough).quiet, kBorough) << "no others";
    EXPECT_EQ(labelLevels(0, kBorough).strong, kBorough);
    EXPECT_EQ(labelLevels(0, kBorough).quiet, 1u);
    EXPECT_EQ(labelLevels(0, 0).strong, 0u);
    EXPECT_EQ(labelLevels(0, 0).quiet, 0u);
}

TEST(Labels, EachOfTheAreasDrawnCanBeReadAtSomeZoom) {
    std::vector<LabelCandidate> all;
    std::mt19937 random(5);
    for (int i = 0; i < 60; ++i) {
        const double x = static_cast<double>(random() % 800) - 400, y = static_cast<double>(random() % 600) - 300;
        all.push_back(candidate("Ward with a long name " + std::to_string(i), x, y, 1 + i % 3, true));
        // A borough whose name would stand at the very same point.
        if (i % 6 == 0) all.push_back(candidate("Borough " + std::to_string(i), x, y, 100));
    }
    Labels labels;
    labels.setCandidates(all);
    for (const LabelCandidate& one : all) {
        if (!one.strong) continue;
        bool isRead = false;
        for (double zoom = 1; zoom < 256 && !isRead; zoom *= 2) {
            Sight over = sight(zoom);
            over.centre = one.anchor;
            labels.startAnew();
            isRead = texts(labels.place(over, {})).count(one.text) > 0;
        }
        EXPECT_TRUE(isRead) << one.text;
    }
}

TEST(LabelText, IsShortAndSaysAndWithASign) {
    EXPECT_EQ(labelText("Kensington and Chelsea"), "Kensington & Chelsea");
    EXPECT_EQ(labelText("Barking and Dagenham and more"), "Barking & Dagenham & more");
    EXPECT_EQ(labelText("Peckham North (Southwark 022B)"), "Peckham North");
    EXPECT_EQ(labelText("Wandsworth"), "Wandsworth");
    EXPECT_EQ(labelText("(odd)"), "(odd)");
    EXPECT_EQ(labelText(""), "");
}

}  // namespace
}  // namespace dex
