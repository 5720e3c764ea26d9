#include "ui/semantic_tree.h"

#include <utility>

#include "base/json_text.h"
#include "base/result.h"

namespace dex {
namespace {

constexpr std::string_view kRoleNames[] = {"region",     "group",   "heading",     "text",  "button",     "link",
                                           "radiogroup", "radio",   "tablist",     "tab",   "combobox",   "slider",
                                           "searchbox",  "listbox", "option",      "table", "row",        "status",
                                           "alert",      "dialog",  "progressbar", "img",   "application"};
static_assert(std::size(kRoleNames) == static_cast<std::size_t>(Role::kCount));

// By bit, in the order of the constants in `state`.
constexpr std::string_view kStateNames[] = {"checked", "expanded", "collapsed", "pressed",
                                            "modal",   "busy",     "hidden",    "released"};

void addInteger(std::string& json, double number) {
    auto left = static_cast<long>(number);
    if (left < 0) {
        json += '-';
        left = -left;
    }
    char digits[20];
    int count = 0;
    do {
        digits[count++] = static_cast<char>('0' + left % 10);
        left /= 10;
    } while (left > 0);
    while (count > 0) json += digits[--count];
}

void addField(std::string& json, std::string_view key, std::string_view text) {
    json += ',';
    addJsonText(json, key);
    json += ':';
    addJsonText(json, text);
}

void addOptions(std::string& json, const std::vector<NodeOption>& options) {
    json += ",\"options\":[";
    for (std::size_t i = 0; i < options.size(); ++i) {
        json += i > 0 ? ",{\"value\":" : "{\"value\":";
        addJsonText(json, options[i].value);
        addField(json, "label", options[i].label);
        json += '}';
    }
    json += ']';
}

void addNode(std::string& json, const Node& node) {
    json += "{\"id\":";
    addJsonText(json, node.id);
    addField(json, "role", roleName(node.role));
    addField(json, "name", node.name);
    addField(json, "value", node.value);
    json += ",\"state\":[";
    bool isFirst = true;
    for (std::size_t bit = 0; bit < std::size(kStateNames); ++bit) {
        if (!(node.states >> bit & 1)) continue;
        if (!isFirst) json += ',';
        addJsonText(json, kStateNames[bit]);
        isFirst = false;
    }
    // Whole css px (Controls::cssOf).
    json += "],\"rect\":[";
    addInteger(json, node.rect.x);
    json += ',';
    addInteger(json, node.rect.y);
    json += ',';
    addInteger(json, node.rect.width);
    json += ',';
    addInteger(json, node.rect.height);
    json += "],\"actions\":[";
    if (node.canPress) json += "\"press\"";
    if (node.takesValue) json += node.canPress ? ",\"choose\"" : "\"choose\"";
    json += ']';
    addField(json, "parent", node.parent);
    if (!node.options.empty()) addOptions(json, node.options);
    if (node.role == Role::Slider) {
        json += ",\"min\":0,\"step\":1,\"max\":";
        addInteger(json, node.max);
    }
    json += '}';
}

}  // namespace

std::string_view roleName(Role role) {
    DEX_CHECK(role < Role::kCount);
    return kRoleNames[static_cast<std::size_t>(role)];
}

bool isInteractive(Role role) {
    switch (role) {
        case Role::Button:
        case Role::Link:
        case Role::Radio:
        case Role::Tab:
        case Role::Select:
        case Role::Slider:
        case Role::SearchBox:
        case Role::Option: return true;
        default: return false;
    }
}

Node& SemanticTree::add(Node node) { return next_.emplace_back(std::move(node)); }

void SemanticTree::finish() {
    // For each new version the page goes through all of its elements.
    if (next_ == nodes_) return;
    std::swap(nodes_, next_);
    ++version_;
}

const Node* SemanticTree::find(std::string_view id) const {
    for (const auto& node : nodes_) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

const std::string& SemanticTree::json() const {
    if (jsonVersion_ == version_) return json_;
    json_.assign(1, '[');  // Not `= "["`: g++ 12 warns of an overlap there that cannot be.
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (i > 0) json_ += ",\n";
        addNode(json_, nodes_[i]);
    }
    json_ += ']';
    jsonVersion_ = version_;
    return json_;
}

bool SemanticTree::commandFor(std::string_view id, std::string_view value, Command& command) const {
    const Node* node = find(id);
    if (!node) return false;
    // No value is a press.
    if (value.empty()) {
        if (node->canPress) command = node->command;
        return node->canPress;
    }
    if (node->role == Role::Slider) {
        std::uint32_t number = 0;
        for (const char c : value) {
            // Too large is refused at each digit, before it could overflow.
            if (c < '0' || c > '9' || number > node->max) return false;
            number = 10 * number + static_cast<std::uint32_t>(c - '0');
        }
        command = node->valueCommand;
        command.action.number = number;
        return number <= node->max;
    }
    if (node->role == Role::SearchBox) {
        command = node->valueCommand;
        command.action.text = value;
        return true;
    }
    // Only what is offered can be chosen.
    for (const auto& option : node->options) {
        if (!node->takesValue || option.value != value) continue;
        command = node->valueCommand;
        command.action.text = value == kWholeOption ? std::string() : option.value;
        return true;
    }
    return false;
}

}  // namespace dex
