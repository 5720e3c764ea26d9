#include "ui/interface_example.h"

#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace dex {

const Face* builtFace(std::string_view name) {
    static std::map<std::string, std::optional<Face>, std::less<>> faces;
    auto known = faces.find(name);
    if (known == faces.end()) {
        std::ifstream file(DEX_ROOT "/build/faces/" + std::string(name) + ".otf", std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        const ByteSpan bytes = asBytes(text);
        auto face = Face::open(Bytes(bytes.begin(), bytes.end()));
        known = faces.emplace(name, std::nullopt).first;
        if (face.ok()) known->second = std::move(face).value();
    }
    return known->second ? &*known->second : nullptr;
}

InterfaceExample::InterfaceExample(double width, double height, double devicePixelRatio, double textScale) {
    // As many indicators under the first tab as London has.
    for (const char* label :
         {"Working-age people out of work", "Households that rent from a council or housing association",
          "Adults with few qualifications or little English", "Disabled people",
          "Long-term illness and disability ratio", "People aged 65 to 74", "People aged 75 and over"}) {
        Indicator more = example.head.indicators[0];
        more.id = "N." + std::to_string(example.head.indicators.size());
        more.label = label;
        example.head.indicators.push_back(more);
    }
    facts = writeFacts(example.findings);
    state.nowMs = 1000;
    interface.setFaces(builtFace("regular"), builtFace("semibold"));
    interface.resize(width, height, devicePixelRatio, textScale);
    interface.recordTexts(&heard);
    settle();
}

void InterfaceExample::draw(int frames) {
    for (int i = 0; i < frames; ++i) {
        state.nowMs += 16;
        heard.clear();
        interface.draw(facts, state);
    }
}

void InterfaceExample::settle() {
    draw();
    for (int i = 0; i < 100 && interface.needsFrame(); ++i) draw();
}

void InterfaceExample::press(double x, double y, InputKind kind) {
    interface.pointer(PointerPhase::Move, kind, x, y);
    interface.pointer(PointerPhase::Down, kind, x, y);
    draw();
    interface.pointer(PointerPhase::Up, kind, x, y);
    settle();
}

bool InterfaceExample::press(std::string_view node) {
    interface.reveal(node);
    settle();
    const Node* found = find(node);
    if (!found) return false;
    press(found->rect.x + found->rect.width / 2, found->rect.y + found->rect.height / 2);
    return true;
}

void InterfaceExample::dress(void (*add)(Facts& facts)) {
    add_ = add;
    showCard(facts.card.has_value());
}

void InterfaceExample::showCard(bool isShown) {
    if (isShown)
        example.findings.selected = example.area(0.53, 400, 4994, 0.92);
    else
        example.findings.selected.reset();
    facts = writeFacts(example.findings);
    if (add_) add_(facts);
    settle();
}

}  // namespace dex
