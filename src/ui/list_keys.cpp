#include "ui/list_keys.h"

#include <algorithm>
#include <vector>

#include "base/apart.h"

namespace dex {
namespace {

constexpr std::ptrdiff_t kListPage = 7;  // Rows of a list, less one that can be seen before and after.

char lowered(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool beginsWith(std::string_view label, std::string_view typed) {
    return label.size() >= typed.size() && std::equal(typed.begin(), typed.end(), label.begin(),
                                                      [](char a, char b) { return lowered(a) == lowered(b); });
}

// A key that writes something arrives as what it writes; the others have names of several letters.
bool isWritten(std::string_view key) {
    const auto first = static_cast<unsigned char>(key.empty() ? ' ' : key.front());
    return key.size() == 1 ? first > ' ' : first >= 0x80;
}

}  // namespace

DEX_APART std::string keyInList(std::string_view key, const SemanticTree& tree, Memory& memory) {
    std::vector<const Node*> options;
    for (const Node& node : tree.nodes()) {
        if (node.role == Role::Option) options.push_back(&node);
    }
    if (options.empty()) return {};
    // The chosen option until a key has moved, then the one that keys have come to.
    const auto standsAt = [&](const Node* node) {
        return memory.activeOption.empty() ? (node->states & state::kChecked) != 0 : node->id == memory.activeOption;
    };
    const auto at = std::find_if(options.begin(), options.end(), standsAt) - options.begin();
    const auto count = static_cast<std::ptrdiff_t>(options.size());
    // Nothing is chosen, nor come to: the first key goes to an end.
    const bool isNowhere = at == count;
    if (key == "Enter" || (key == " " && memory.typed.empty())) return isNowhere ? std::string() : options[at]->id;
    std::ptrdiff_t to = at;
    if (key == "ArrowDown") {
        to = isNowhere ? 0 : at + 1;
    } else if (key == "ArrowUp") {
        to = isNowhere ? count - 1 : at - 1;
    } else if (key == "PageDown") {
        to = isNowhere ? 0 : at + kListPage;
    } else if (key == "PageUp") {
        to = isNowhere ? count - 1 : at - kListPage;
    } else if (key == "Home") {
        to = 0;
    } else if (key == "End") {
        to = count - 1;
    } else if (isWritten(key) || key == " ") {
        // On from where it stands, and round. What goes on with no name is the beginning of another.
        for (const std::string& typed : {memory.typed + std::string(key), std::string(key)}) {
            const std::ptrdiff_t first = isNowhere ? 0 : at + (typed.size() == key.size() ? 1 : 0);
            for (std::ptrdiff_t step = 0; step < count; ++step) {
                const std::ptrdiff_t option = (first + step) % count;
                if (!beginsWith(options[option]->name, typed)) continue;
                memory.typed = typed;
                memory.activeOption = memory.reveal = options[option]->id;
                return {};
            }
        }
        return {};
    } else {
        return {};
    }
    memory.typed.clear();
    memory.activeOption = memory.reveal = options[std::clamp<std::ptrdiff_t>(to, 0, count - 1)]->id;
    return {};
}

}  // namespace dex
