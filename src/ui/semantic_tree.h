#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "map/scene.h"
#include "ui/command.h"

namespace dex {

enum class Role : std::uint8_t {
    Region,
    Group,
    Heading,
    Text,
    Button,
    Link,
    RadioGroup,
    Radio,
    TabList,
    Tab,
    Select,
    Slider,
    SearchBox,
    ListBox,
    Option,
    Table,
    Row,
    Status,
    Alert,
    Dialog,
    Progress,
    Image,
    Application,
    kCount
};
std::string_view roleName(Role role);
// A person can do something with it.
bool isInteractive(Role role);

// States of a node, as bits.
namespace state {
inline constexpr std::uint8_t kChecked = 1;
inline constexpr std::uint8_t kExpanded = 2;
inline constexpr std::uint8_t kCollapsed = 4;
inline constexpr std::uint8_t kPressed = 8;
inline constexpr std::uint8_t kModal = 16;
inline constexpr std::uint8_t kBusy = 32;
inline constexpr std::uint8_t kHidden = 64;     // Scrolled out of sight: reveal() brings it back.
inline constexpr std::uint8_t kReleased = 128;  // Can be pressed down, and is not.
}  // namespace state

// Stands for the choice whose own id is empty, so that an empty value can mean a press.
inline constexpr std::string_view kWholeOption = "*";

struct NodeOption {
    std::string value;
    std::string label;
    friend bool operator==(const NodeOption&, const NodeOption&) = default;
};

// What one control or text means. `command` is done on press; with `takesValue`, its text becomes the option chosen or
// what is typed, of a slider its number the value. A button that does nothing now has no press.
struct Node {
    std::string id;
    Role role = Role::Text;
    std::string name;
    std::string value;
    std::uint8_t states = 0;
    PxRect rect;         // Css px, whole.
    std::string parent;  // Empty at the root.
    bool canPress = false;
    bool takesValue = false;
    Command command;
    Command valueCommand;
    std::vector<NodeOption> options;
    std::uint32_t max = 0;  // Of a slider: it goes from 0 to here in whole steps.
    friend bool operator==(const Node&, const Node&) = default;
};

// What the panels have said of themselves in the last frame, in reading order. The version changes only with the
// contents.
class SemanticTree {
public:
    void begin() { next_.clear(); }
    Node& add(Node node);
    // The node added last, in this frame.
    Node* latest() { return next_.empty() ? nullptr : &next_.back(); }
    // Ends a frame: the new nodes become the tree.
    void finish();

    std::uint32_t version() const { return version_; }
    const std::vector<Node>& nodes() const { return nodes_; }
    const Node* find(std::string_view id) const;
    // JSON: [{"id", "role", "name", "value", "state": [], "rect": [x, y, width, height], "actions": [], "parent"}],
    // with "options": [{"value", "label"}] where there are some,
    // and "min", "max" and "step" of a slider. Kept until the version changes.
    const std::string& json() const;

    // The command of pressing the node, or of choosing `value` in it. False where it offers no such thing.
    bool commandFor(std::string_view id, std::string_view value, Command& command) const;

private:
    std::vector<Node> nodes_, next_;
    std::uint32_t version_ = 0;
    mutable std::uint32_t jsonVersion_ = 0;
    mutable std::string json_ = "[]";
};

}  // namespace dex
