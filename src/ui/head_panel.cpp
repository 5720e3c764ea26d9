#include <algorithm>

#include "ui/node_ids.h"
#include "ui/screen.h"

namespace dex {
namespace {

// The headline for a width, in smaller type if it would take a third line.
struct Headline {
    std::string_view text;
    Type type = Type::Headline;
    std::size_t lines = 1;
    double line = 28;
};

Headline headlineOf(std::string_view text, const Brush& brush, Shape shape, double width) {
    Headline made;
    made.text = text;
    if (shape == Shape::Small) {
        made.type = Type::TextStrong;
        made.line = 20;
    } else if (brush.linesOf(Type::Headline, made.text, width).size() > (shape == Shape::Narrow ? 2u : 1u)) {
        made.type = Type::Title;
        made.line = 24;
        if (brush.linesOf(Type::Title, made.text, width).size() > 2) {
            made.type = Type::TextStrong;
            made.line = 20;
        }
    }
    // Better a third line than a sentence without its end.
    made.lines = std::clamp<std::size_t>(brush.linesOf(made.type, made.text, width).size(), 1, 3);
    return made;
}

double textWidth(Shape shape, double width, const HeadTools& tools) {
    if (shape == Shape::Small) return width - 24;
    for (const double tool : {tools.find, tools.share, tools.picture, tools.data}) {
        if (tool > 0 && !tools.isBelow) width -= tool + kToolGap;
    }
    if (shape == Shape::Narrow) return width - 2 * space::kEdge;
    return width - 2 * space::kHeadEdge - (shape == Shape::Middle ? space::kPanelButton + space::kEdge : 0);
}

constexpr double kSubtitleLine = 20;

std::string_view subtitleFor(const Facts& facts, Shape shape) {
    if (shape == Shape::Small) return {};
    return shape == Shape::Narrow ? facts.shortSubtitle : facts.subtitle;
}

// Above the words; in wide and middle heads they stand in the middle, with so much above and below at least.
constexpr double kSmallEdge = 6, kNarrowEdge = 12, kMinEdge = 11;

// Of the headline with its subtitle.
double wordsHeight(const Headline& headline, const Brush& brush, std::string_view subtitle, double width) {
    const double lines = static_cast<double>(headline.lines) * headline.line;
    const std::size_t below = std::max<std::size_t>(brush.linesOf(Type::List, subtitle, width, 2).size(), 1);
    return lines + 2 + kSubtitleLine * static_cast<double>(below);
}

// In small shapes the short one; in others where the whole would make the head higher, for the subtitle names the measure, too.
Headline headlineFor(const Facts& facts, const Brush& brush, Shape shape, double width) {
    if (!facts.isReady) return headlineOf(facts.progressText, brush, shape, width);
    if (shape == Shape::Wide || shape == Shape::Middle) {
        const Headline whole = headlineOf(facts.headline, brush, shape, width);
        if (wordsHeight(whole, brush, facts.subtitle, width) + 2 * kMinEdge <= space::kHeadHeight) return whole;
    }
    return headlineOf(facts.shortHeadline, brush, shape, width);
}

}  // namespace

double headHeight(const Facts& facts, const Brush& brush, Shape shape, const HeadTools& tools, double canvasWidth) {
    const double width = textWidth(shape, canvasWidth, tools);
    const Headline headline = headlineFor(facts, brush, shape, width);
    if (shape == Shape::Small)
        return std::max(kSmallEdge + static_cast<double>(headline.lines) * headline.line + 7, 40.0);
    const double words = wordsHeight(headline, brush, subtitleFor(facts, shape), width);
    if (shape != Shape::Narrow) return std::max(words + 2 * kMinEdge, space::kHeadHeight);
    const double row = tools.isBelow ? space::kTarget + kToolGap : 0;
    return std::max(kNarrowEdge + words + 10, space::kTarget + 2 * kToolGap) + row;
}

void drawHead(const Screen& screen) {
    Controls& controls = screen.controls;
    const Layout& layout = screen.layout;
    const Tokens& tokens = screen.tokens();
    const PxRect& head = layout.head;
    const Shape shape = layout.shape;
    controls.beginPanel(node_id::kHead, Role::Region, screen.facts.title, head);
    screen.brush().fill(head, tokens.panel);
    screen.brush().lineAcross(head.x, head.y + head.height - 1, head.width, tokens.hairline);

    const double x = shape == Shape::Small ? 12 : shape == Shape::Narrow ? space::kEdge : space::kHeadEdge;
    // Measured as in headHeight(), from which the layout has taken the head's height.
    const HeadTools tools = headToolsOf(shape, layout.canvas.width, layout.canvas.height, screen.state.controls);
    const double width = textWidth(shape, head.width, tools);
    const Headline headline = headlineFor(screen.facts, screen.brush(), shape, width);
    const double words = wordsHeight(headline, screen.brush(), subtitleFor(screen.facts, shape), width);
    double y = head.y + (shape == Shape::Small    ? kSmallEdge
                         : shape == Shape::Narrow ? kNarrowEdge
                                                  : (head.height - words) / 2);
    const double height = static_cast<double>(headline.lines) * headline.line;
    screen.brush().paragraph({x, y, width, height}, headline.type, tokens.ink, headline.text, 3, headline.line);
    controls.node(node_id::kHeadline, Role::Heading, headline.text, {x, y, width, height});
    y += height + 2;
    controls.paragraph(node_id::kSubtitle, {x, y, width, 0}, Type::List, tokens.inkQuiet,
                       subtitleFor(screen.facts, shape), 2, Role::Text, kSubtitleLine);
    // The field is the page's own: the node says where it goes.
    if (layout.find.width > 0 && screen.facts.isReady)
        controls.node(node_id::kFindSlot, Role::Group, controls.say(Word::findTitle), layout.find);
    const auto addShare = [&](std::string_view id, const PxRect& rect, Word label) {
        if (rect.width > 0 && screen.facts.isReady)
            controls.button(id, rect, controls.say(label), Command::toApp(ActionKind::OpenShare, std::string(id)));
    };
    addShare(node_id::kShare, layout.share, Word::textShare);
    addShare(node_id::kPicture, layout.picture, Word::textPicture);
    addShare(node_id::kData, layout.data, Word::textData);
    if (shape == Shape::Middle && screen.facts.isReady) {
        const bool isOpen = screen.memory.panelOpen;
        const PxRect rect{head.width - space::kHeadEdge - space::kPanelButton, head.y + kToolTop, space::kPanelButton,
                          space::kTarget};
        controls.button(std::string(node_id::kPanel).append(node_id::kToggle), rect, controls.say(Word::panelOpen),
                        Command::toInterface(InterfaceAction::TogglePanel),
                        isOpen ? state::kExpanded : state::kCollapsed);
    }
    controls.endPanel();
}

void drawFoot(const Screen& screen) {
    const PxRect& foot = screen.layout.foot;
    if (foot.height <= 0) return;
    Controls& controls = screen.controls;
    const Tokens& tokens = screen.tokens();
    const bool isSmall = screen.layout.shape == Shape::Small;
    if (!isSmall) {
        controls.beginPanel(node_id::kFoot, Role::Region, controls.say(Word::sourcesTitle), foot);
        screen.brush().fill(foot, tokens.panel);
        screen.brush().lineAcross(foot.x, foot.y, foot.width, tokens.hairline);
        const std::string_view help = controls.say(Word::helpOpen);
        const std::string_view theme =
            controls.say(screen.state.theme == ThemeChoice::Dark ? Word::themeLight : Word::themeDark);
        const std::string_view text = controls.say(Word::textOpen);
        const auto widthOf = [&](std::string_view label) {
            return std::max(screen.brush().widthOf(Type::SmallStrong, label), space::kTarget);
        };
        double right = foot.x + foot.width - space::kEdge;
        const auto addLink = [&](std::string_view id, std::string_view label, const Command& command) {
            const double width = widthOf(label);
            right -= width;
            controls.link(id, Role::Button, {right, foot.y, width, foot.height}, label, command, Align::Right);
            right -= space::kEdge;
        };
        // All four are measured before any is drawn: what they leave is the sources'.
        const std::string_view about = controls.say(Word::figuresTitle);
        const double linkWidth = widthOf(help) + widthOf(theme) + widthOf(text) + widthOf(about) + 4 * space::kEdge;
        const PxRect sources{foot.x + space::kEdge, foot.y, foot.width - linkWidth - 2 * space::kEdge, foot.height};
        if (!screen.facts.sources.empty())
            controls.quietLink("sources", sources, screen.facts.sources,
                               Command::toInterface(InterfaceAction::OpenSources));
        addLink("theme", theme, Command::toApp(ActionKind::ToggleTheme));
        addLink("help", help, Command::toInterface(InterfaceAction::OpenHelp));
        addLink("text", text, Command::toApp(ActionKind::OpenText));
        addLink(node_id::kAbout, about, Command::toApp(ActionKind::OpenAbout));
        controls.endPanel();
        return;
    }
    // The small shape has one panel for legend and foot: drawLegendStrip opens it.
    double right = foot.x + foot.width - 12;
    const PxRect row{foot.x + 12, foot.y, foot.width - 24, 20};
    if (screen.state.controls & control::kFullMap) {
        const std::string_view label = controls.say(Word::sourcesOpenFull);
        const double width = screen.brush().widthOf(Type::SmallStrong, label);
        right -= width;
        controls.link("full", Role::Link, {right, foot.y + foot.height - space::kTarget, width, space::kTarget}, label,
                      Command::toApp(ActionKind::OpenFullMap), Align::Right, foot.y + 10);
        right -= space::kEdge;
    }
    controls.text("sources", {row.x, row.y, right - row.x, row.height}, Type::Small, tokens.inkQuiet,
                  screen.facts.shortSources);
}

}  // namespace dex
