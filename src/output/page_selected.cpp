#include <algorithm>

#include "output/page_writer.h"

namespace dex {
namespace {

constexpr double kBelowItem = 4;
constexpr double kBar = 7;

// Writes one thing below the other for as long as there is room.
class CardColumn {
public:
    CardColumn(const PageWriter& writer, double x, double y, double width, double room)
        : writer_(writer), x_(x), y_(y), width_(width), room_(room) {}

    double height() const { return down_; }
    void gap(double by) { down_ += by; }

    // False where it does not fit any more; nothing after it is written then.
    bool add(const PageType& type, Colour ink, std::string_view text) {
        if (text.empty()) return true;
        const PageWriter measure(writer_.contents(), nullptr);
        return take(measure.paragraph(PageGroup::Text, 0, 0, width_, type, ink, text),
                    [&](double y) { writer_.paragraph(PageGroup::Text, x_, y, width_, type, ink, text); });
    }

    // One of five needs would say something else than all of them: they are written together, or not at all.
    void addNeeds(const CardFacts& card) {
        const PageWriter measure(writer_.contents(), nullptr);
        const double all = measure.paragraph(PageGroup::Text, 0, 0, width_, kSmallStrongType, {}, card.needsTitle) +
                           static_cast<double>(card.needs.size()) * kNeedHeight;
        isFull_ = isFull_ || down_ + all > room_;
        add(kSmallStrongType, writer_.tokens().ink, card.needsTitle);
        for (const NeedBar& need : card.needs) add(need);
    }

private:
    static constexpr double kNeedHeight = kSmallType.line + kBar + kBelowItem;

    bool add(const NeedBar& need) {
        const Tokens& tokens = writer_.tokens();
        return take(kNeedHeight, [&](double y) {
            const PageType& type = need.standsOut ? kSmallStrongType : kSmallType;
            const double position = writer_.widthOf(kSmallType, need.position);
            writer_.line(PageGroup::Text, {x_, y, width_ - position - 10, kSmallType.line}, type, tokens.ink,
                         need.label);
            writer_.line(PageGroup::Text, {x_, y, width_, kSmallType.line}, kSmallType, tokens.inkQuiet, need.position,
                         PageAnchor::End);
            const double top = y + kSmallType.line;
            writer_.box({.rect = {x_, top, width_, kBar}, .fill = tokens.track});
            if (need.share > 0)
                writer_.box({.rect = {x_, top, std::max(2.0, width_ * std::min(need.share, 1.0)), kBar},
                             .fill = tokens.accent});
        });
    }

    template <typename Write>
    bool take(double height, Write write) {
        isFull_ = isFull_ || down_ + height > room_;
        if (isFull_) return false;
        write(y_ + down_);
        down_ += height;
        return true;
    }

    const PageWriter& writer_;
    double x_, y_, width_, room_;
    double down_ = 0;
    bool isFull_ = false;
};

void writeCard(const CardFacts& card, const Tokens& tokens, CardColumn& column) {
    column.add(kTitleType, tokens.ink, card.name);
    column.add(kSmallType, tokens.inkQuiet, card.detail);
    column.gap(kBelowItem);
    column.add(kSmallType, tokens.ink, card.sentence);
    column.gap(kBelowItem);
    column.add(kTitleType, tokens.ink, card.value);
    column.add(kSmallType, tokens.inkQuiet, card.rank);
    column.add(kSmallType, tokens.inkQuiet, card.source);
    if (!card.needs.empty()) {
        column.gap(kBelowItem);
        column.addNeeds(card);
    }
    column.add(kSmallType, tokens.ink, card.drivers);
}

}  // namespace

double writeSelected(const PageWriter& writer, double x, double y, double width, double room) {
    const PageContents& contents = writer.contents();
    const auto& card = contents.facts.card;
    if (!card) return 0;
    const Tokens& tokens = writer.tokens();
    if (contents.hasCard) {
        CardColumn column(writer, x, y, width, room);
        writeCard(*card, tokens, column);
        return column.height();
    }
    // A key for the outline, as the legend has one for each colour: dark within light.
    constexpr double kKey = 16;
    constexpr double kLight = 1.5, kLine = 4.5;
    writer.box(
        {.rect = {x, y + 1, kKey, kKey}, .fill = tokens.focusDark, .frame = kLight, .frameInk = tokens.focusLight});
    writer.box({.rect = {x + kLine, y + 1 + kLine, kKey - 2 * kLine, kKey - 2 * kLine}, .fill = tokens.track});
    return std::max(kKey + 2, writer.paragraph(PageGroup::Text, x + kKey + 10, y, width - kKey - 10, kSmallType,
                                               tokens.ink, contents.words.outlined, 4));
}

}  // namespace dex
