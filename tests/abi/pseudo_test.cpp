// Every word that a reader meets comes from the table, and the panels hold words that are 40% longer: the program with a
// table in no language, whose vowels are all accented and threefold.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/abi/page.h"

namespace dex::test {
namespace {

using Json = nlohmann::json;

struct Shape {
    const char* name;
    double width, height;
};
constexpr double kHigh = 3000;
constexpr Shape kShapes[] = {{"wide", 1280, 820},          {"middle", 760, 900},         {"narrow", 390, 844},
                             {"small", 400, 320},          {"wideAndHigh", 1280, kHigh}, {"middleAndHigh", 760, kHigh},
                             {"narrowAndHigh", 390, kHigh}};

// The words of a text that have a plain vowel: in the table in no language there is none.
std::set<std::string> plainWords(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    bool isPlain = false, isCode = false;
    for (const char letter : text + ' ') {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0 || byte >= 0x80) {
            word += letter;
            isPlain = isPlain || std::string_view("aeiouAEIOU").find(letter) != std::string_view::npos;
            isCode = isCode || std::isdigit(byte) != 0 || byte >= 0x80;
            continue;
        }
        if (isPlain && !isCode) words.insert(word);
        word.clear();
        isPlain = isCode = false;
    }
    return words;
}

std::string lower(std::string word) {
    for (char& letter : word) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return word;
}

// What the atlas itself says is not for the table.
const std::set<std::string>& wordsOfTheData() {
    static const auto words = [] {
        std::set<std::string> found;
        for (const char* file :
             {"/data/recipes/london-boroughs.json", "/data/boroughs.geojson", "/data/boroughs.csv"}) {
            std::ifstream stream(std::string(DEX_ROOT) + file);
            for (const auto& word : plainWords({std::istreambuf_iterator<char>(stream), {}})) found.insert(lower(word));
        }
        return found;
    }();
    return words;
}

void expectPseudo(const std::string& text, const std::string& where) {
    for (const auto& word : plainWords(text))
        EXPECT_TRUE(wordsOfTheData().contains(lower(word))) << where << ": " << text;
}

void expectAllPseudo(const Json& nodes) {
    for (const auto& node : nodes) {
        const std::string id = node["id"];
        expectPseudo(node.value("name", ""), id);
        if (node.contains("value") && node["value"].is_string()) expectPseudo(node["value"], id);
        for (const auto& option : node.value("options", Json::array())) expectPseudo(option.value("label", ""), id);
    }
}

struct Rect {
    double x, y, width, height;
};

Rect rectOf(const Json& node) {
    const auto& rect = node["rect"];
    return {rect[0], rect[1], rect[2], rect[3]};
}

bool isShown(const Json& node) {
    const Rect rect = rectOf(node);
    if (rect.width <= 0 || rect.height <= 0) return false;
    for (const auto& state : node["state"])
        if (state == "hidden") return false;
    return true;
}

// How far two stretches share a line.
double shared(double a, double aLength, double b, double bLength) {
    return std::min(a + aLength, b + bLength) - std::max(a, b);
}

// Parts of each lie on the other; a handle that carries whole buttons is meant so.
bool collide(const Rect& a, const Rect& b) {
    const double width = shared(a.x, a.width, b.x, b.width), height = shared(a.y, a.height, b.y, b.height);
    const double min = std::min(a.width * a.height, b.width * b.height);
    return width > 1 && height > 1 && width * height < min;
}

// Nothing reaches out of the window, and no two things that can be pressed lie on each other.
void expectRoom(const Json& nodes, const Shape& shape) {
    std::set<std::string> parents;
    for (const auto& node : nodes) parents.insert(node.value("parent", ""));
    for (const auto& node : nodes) {
        if (!isShown(node)) continue;
        const Rect rect = rectOf(node);
        EXPECT_GE(rect.x, -0.5) << shape.name << " " << node["id"];
        EXPECT_LE(rect.x + rect.width, shape.width + 0.5) << shape.name << " " << node["id"];
        if (parents.contains(node["id"]) || node["actions"].empty()) continue;
        for (const auto& other : nodes) {
            if (other["id"] >= node["id"] || other.value("parent", "") != node.value("parent", "")) continue;
            if (!isShown(other) || other["actions"].empty() || parents.contains(other["id"])) continue;
            EXPECT_FALSE(collide(rect, rectOf(other))) << shape.name << ": " << node.dump() << " on " << other.dump();
        }
    }
}

std::string rootOf(const Json& nodes, const Json& node) {
    const std::string parent = node.value("parent", "");
    if (parent.empty()) return node["id"];
    for (const auto& other : nodes)
        if (other["id"] == parent) return rootOf(nodes, other);
    return parent;
}

bool contains(const Rect& outer, const Rect& inner) {
    return outer.x <= inner.x + 1 && outer.x + outer.width >= inner.x + inner.width - 1 && outer.y <= inner.y + 1 &&
           outer.y + outer.height >= inner.y + inner.height - 1;
}

// Words stand each for themselves: in a window so high that nothing has to scroll, no two things of a panel that say
// something lie on each other, but for what a button or handle carries whole.
void expectApart(const Json& nodes) {
    std::set<std::string> parents;
    for (const auto& node : nodes) parents.insert(node.value("parent", ""));
    std::vector<const Json*> leaves;
    for (const auto& node : nodes)
        if (isShown(node) && !parents.contains(node["id"]) && !node.value("name", "").empty()) leaves.push_back(&node);
    for (const Json* one : leaves) {
        for (const Json* other : leaves) {
            const Rect a = rectOf(*one), b = rectOf(*other);
            if (one == other || shared(a.x, a.width, b.x, b.width) <= 1 || shared(a.y, a.height, b.y, b.height) <= 1)
                continue;
            if (rootOf(nodes, *one) != rootOf(nodes, *other)) continue;
            const bool isCarried =
                (contains(a, b) && !(*one)["actions"].empty()) || (contains(b, a) && !(*other)["actions"].empty());
            EXPECT_TRUE(isCarried) << one->dump() << " lies on " << other->dump();
        }
    }
}

class Pseudo : public testing::TestWithParam<Shape> {
protected:
    void SetUp() override {
        dex_set_preferences(page.map(), 1, 0,
                            0);  // What is said and where it ends is the same without the frames between.
        page.begin(GetParam().width, GetParam().height);
    }

    void expectHeld() {
        page.settle();
        const Json tree = Json::parse(page.tree());
        ASSERT_GT(tree.size(), 8u);
        expectAllPseudo(tree);
        expectRoom(tree, GetParam());
        if (GetParam().height >= kHigh) expectApart(tree);
        expectAllPseudo(Json::parse(page.text()));
        for (const auto& mail : page.takeMail())
            if (mail.kind == DEX_EVENT_ANNOUNCE || mail.kind == DEX_EVENT_ERROR) expectPseudo(mail.text, "said");
    }

    Page page{boroughs()};
};

TEST_P(Pseudo, HoldsInEachView) {
    expectHeld();
    for (const char* view :
         {"show=standout", "show=N2", "show=N2/G.older", "show=moved&weights=N1:9", "class=5",
          "place=borough:E09000028&area=borough:E09000028",
          "score=min-max&weights=N1:3,N2:0&within=borough:E09000028,borough:E09000022",
          "compare=borough:E09000028,borough:E09000022,borough:E09000001", "show=nothing&at=1&theme=pink"}) {
        SCOPED_TRACE(view);
        page.setView(view);
        expectHeld();
    }
}

// Whatever can be pressed from here, once each.
TEST_P(Pseudo, HoldsOnEachPage) {
    page.setView("area=borough:E09000028");
    page.settle();
    for (const auto& node : Json::parse(page.tree())) {
        const std::string id = node["id"];
        if (node["role"] != "button" && node["role"] != "tab") continue;
        SCOPED_TRACE(id);
        page.act(id);
        expectHeld();
        page.key("Escape");
        page.setView("area=borough:E09000028");
        page.settle();
    }
    page.key("?");
    expectHeld();
}

TEST_P(Pseudo, HoldsForWhatASearchSays) {
    for (const char* typed : {"sou", "zzzz", "SE15 5", "not a place at all", "E0900", ""}) {
        const Json found = Json::parse(page.find(typed));
        expectPseudo(found["sentence"], typed);
        for (const auto& place : found["places"]) expectPseudo(place["detail"], typed);
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, Pseudo, testing::ValuesIn(kShapes), [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace dex::test
