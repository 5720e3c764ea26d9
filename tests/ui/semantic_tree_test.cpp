#include "ui/semantic_tree.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

Node button(std::string id, std::string name) {
    Node node;
    node.id = std::move(id);
    node.role = Role::Button;
    node.name = std::move(name);
    node.rect = {1, 2, 44, 44};
    node.canPress = true;
    node.command = Command::toApp(ActionKind::Home);
    return node;
}

TEST(SemanticTree, ChangesItsVersionOnlyWithItsContents) {
    SemanticTree tree;
    for (int i = 0; i < 3; ++i) {
        tree.begin();
        tree.add(button("home", "Show all"));
        tree.finish();
        EXPECT_EQ(tree.version(), 1u);
    }
    tree.begin();
    tree.add(button("home", "Show everything"));
    tree.finish();
    EXPECT_EQ(tree.version(), 2u);
}

TEST(SemanticTree, WritesJson) {
    SemanticTree tree;
    EXPECT_EQ(tree.json(), "[]");
    tree.begin();
    Node node = button("home", "Say \"all\"\n\\");
    node.states = state::kChecked | state::kHidden;
    node.rect.x = -3;
    node.takesValue = true;
    node.options = {{"a", "A"}, {"b", "B"}};
    tree.add(node);
    tree.finish();
    EXPECT_EQ(
        tree.json(),
        "[{\"id\":\"home\",\"role\":\"button\",\"name\":\"Say \\\"all\\\"\\u000a\\\\\",\"value\":\"\","
        "\"state\":[\"checked\",\"hidden\"],\"rect\":[-3,2,44,44],\"actions\":[\"press\",\"choose\"],\"parent\":\"\","
        "\"options\":[{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"b\",\"label\":\"B\"}]}]");
}

TEST(SemanticTree, HandsOnWhatIsTyped) {
    SemanticTree tree;
    tree.begin();
    Node node = button("find", "Find");
    node.role = Role::SearchBox;
    node.takesValue = true;
    node.command = node.valueCommand = Command::toApp(ActionKind::FindRanked);
    tree.add(node);
    tree.finish();
    Command command;
    for (const std::string_view typed : {"St John’s", "*", ""}) {
        ASSERT_TRUE(tree.commandFor("find", typed, command));
        EXPECT_EQ(command, Command::toApp(ActionKind::FindRanked, typed));
    }
}

TEST(SemanticTree, WritesTheRangeOfASlider) {
    SemanticTree tree;
    tree.begin();
    Node node;
    node.id = "weight";
    node.role = Role::Slider;
    node.name = "Weight";
    node.value = "4";
    node.max = 10;
    node.takesValue = true;
    tree.add(node);
    tree.finish();
    EXPECT_EQ(tree.json(),
              "[{\"id\":\"weight\",\"role\":\"slider\",\"name\":\"Weight\",\"value\":\"4\",\"state\":[],"
              "\"rect\":[0,0,0,0],\"actions\":[\"choose\"],\"parent\":\"\",\"min\":0,\"step\":1,\"max\":10}]");
}

TEST(SemanticTree, OffersOnlyWhatItsNodesDo) {
    SemanticTree tree;
    tree.begin();
    Node select = button("where", "Where");
    select.command = Command::toInterface(InterfaceAction::ToggleList, "where");
    select.takesValue = true;
    select.valueCommand = Command::toApp(ActionKind::ChoosePlace);
    select.options = {{std::string(kWholeOption), "London"}, {"E09000028", "Southwark"}};
    tree.add(select);
    Node text;
    text.id = "text";
    text.name = "Text";
    tree.add(text);
    tree.finish();
    Command command;
    EXPECT_TRUE(tree.commandFor("where", "", command));
    EXPECT_TRUE(command.isForInterface);
    EXPECT_TRUE(tree.commandFor("where", "E09000028", command));
    EXPECT_EQ(command.action.text, "E09000028");
    EXPECT_TRUE(tree.commandFor("where", kWholeOption, command));
    EXPECT_EQ(command.action.text, "");
    EXPECT_FALSE(tree.commandFor("where", "E09000099", command));
    EXPECT_FALSE(tree.commandFor("text", "", command));
    EXPECT_FALSE(tree.commandFor("none", "", command));
}

TEST(SemanticTree, NamesEachRole) {
    for (int i = 0; i < static_cast<int>(Role::kCount); ++i) EXPECT_FALSE(roleName(static_cast<Role>(i)).empty());
}

}  // namespace
}  // namespace dex
