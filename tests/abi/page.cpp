#include "tests/abi/page.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

namespace dex::test {
namespace {

std::vector<PageNode> nodesOf(const std::string& json) {
    std::vector<PageNode> nodes;
    for (const auto& one : nlohmann::json::parse(json))
        nodes.push_back({one.at("id"), one.at("role"), one.at("name"), one.at("value"), one.at("state"),
                         one.value("rect", std::vector<double>(4))});
    return nodes;
}

PageNode withId(std::vector<PageNode> nodes, std::string_view id) {
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const PageNode& node) { return node.id == id; });
    return found == nodes.end() ? PageNode{} : std::move(*found);
}

}  // namespace

bool PageNode::has(std::string_view state) const {
    return std::find(states.begin(), states.end(), state) != states.end();
}

std::string withoutCamera(std::string view) {
    if (const auto at = view.find("&at="); at != std::string::npos) view.erase(at, view.find('&', at + 1) - at);
    return view;
}

void Page::begin(double width, double height, double ratio) {
    dex_resize(map_, width, height, ratio, 1);
    dex_set_own_page(map_, 1);
    if (hasGpu) dex_gpu_ready(map_);
    if (hasFaces) supplyFaces();
    supply(atlas_.head, atlas_.files.at(atlas_.head));
    for (const auto& name : atlas_.first) {
        if (!intercept || !intercept(name)) supply(name, atlas_.files.at(name));
    }
    settle();
    if (!isWhole) return;
    dex_whole(map_);
    settle();
}

void Page::supplyFaces() {
    for (const char* weight : {"regular", "semibold"}) {
        if (const auto bytes = face(weight); !bytes.empty()) supply(std::string("face.") + weight, bytes);
    }
}

std::uint32_t Page::supply(const std::string& name, const std::vector<std::uint8_t>& bytes) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    std::uint8_t* room = dex_room(map_, size);
    if (size > 0) std::memcpy(room, bytes.data(), size);
    return dex_supply(map_, name.data(), static_cast<std::uint32_t>(name.size()), room, size);
}

std::uint32_t Page::frame() {
    nowMs_ += 16;
    const std::uint32_t bits = dex_frame(map_, nowMs_);
    readMail();
    return bits;
}

void Page::readMail() {
    while (const dex_event* event = dex_next(map_)) {
        mail_.push_back({event->kind, event->status, std::string(event->text, event->text_size), event->number});
        if (event->kind == DEX_EVENT_WANT) wanted_.push_back(mail_.back().text);
    }
}

void Page::settle() {
    constexpr int kMaxFrames = 2000;
    for (int i = 0; i < kMaxFrames; ++i) {
        const bool again = (frame() & DEX_AGAIN) != 0;
        if (!again && wanted_.empty()) return;
        for (const auto& name : std::exchange(wanted_, {})) {
            if (intercept && intercept(name)) continue;
            supply(name, atlas_.files.at(name));
        }
    }
}

int Page::count(std::uint32_t kind) const {
    return static_cast<int>(
        std::count_if(mail_.begin(), mail_.end(), [&](const Mail& mail) { return mail.kind == kind; }));
}

std::string Page::view() {
    std::uint32_t size = 0;
    const char* text = dex_view(map_, &size);
    return {text, size};
}

std::string Page::link() {
    std::uint32_t size = 0;
    const char* text = dex_link(map_, &size);
    return {text, size};
}

std::string Page::editView(std::string_view view, std::string_view edits) {
    std::uint32_t size = 0;
    const char* text = dex_edit_view(map_, view.data(), static_cast<std::uint32_t>(view.size()), edits.data(),
                                     static_cast<std::uint32_t>(edits.size()), &size);
    return {text, size};
}

std::string Page::tree() {
    std::uint32_t size = 0;
    const char* text = dex_tree(map_, &size);
    return {text, size};
}

std::string Page::text() {
    std::uint32_t size = 0;
    const char* text = dex_text(map_, &size);
    return {text, size};
}

std::vector<PageNode> Page::nodes() { return nodesOf(tree()); }
PageNode Page::node(std::string_view id) { return withId(nodes(), id); }
std::vector<PageNode> Page::textNodes() { return nodesOf(text()); }
PageNode Page::textNode(std::string_view id) { return withId(textNodes(), id); }

std::string Page::areaAt(double x, double y) {
    std::uint32_t size = 0;
    const char* text = dex_area_at(map_, x, y, &size);
    return {text, size};
}

std::uint32_t Page::setView(std::string_view text) {
    return dex_set_view(map_, text.data(), static_cast<std::uint32_t>(text.size()));
}

std::uint32_t Page::act(std::string_view node, std::string_view value) {
    return dex_act(map_, node.data(), static_cast<std::uint32_t>(node.size()), value.data(),
                   static_cast<std::uint32_t>(value.size()));
}

std::string Page::find(std::string_view typed) {
    std::uint32_t size = 0;
    const char* json = dex_find(map_, typed.data(), static_cast<std::uint32_t>(typed.size()), &size);
    return {json, size};
}

std::uint32_t Page::choose(std::string_view ref) {
    return dex_choose(map_, ref.data(), static_cast<std::uint32_t>(ref.size()));
}

void Page::click(double x, double y) {
    dex_pointer(map_, DEX_POINTER_MOVE, DEX_MOUSE, 1, x, y, 0, 0);
    dex_pointer(map_, DEX_POINTER_DOWN, DEX_MOUSE, 1, x, y, 1, 0);
    frame();
    dex_pointer(map_, DEX_POINTER_UP, DEX_MOUSE, 1, x, y, 0, 0);
    settle();
}

void Page::key(std::string_view key) {
    dex_key(map_, key.data(), static_cast<std::uint32_t>(key.size()), 0);
    settle();
}

}  // namespace dex::test
