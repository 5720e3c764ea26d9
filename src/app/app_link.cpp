#include <algorithm>
#include <utility>

#include "app/app.h"
#include "base/apart.h"
#include "model/fit_view.h"
#include "output/read_picture.h"
#include "words/link_words.h"

namespace dex {

// What a link, or the page, asks for. What an earlier one did not get is no longer true.
Status App::setView(std::string_view text) {
    auto parsed = parseView(text);
    // Who changes the theme alone must not be moved by it.
    const bool staysFramed = !parsed.view.camera && !view_.camera && parsed.view.place == view_.place;
    const bool opens = parsed.view.selected != view_.selected || parsed.view.compared != view_.compared ||
                       parsed.view.asked != view_.asked;
    view_ = std::move(parsed.view);
    // Compared as soon as the scores are known; the view itself never holds it.
    link_.spec = std::exchange(view_.spec, {});
    link_.fittedWith.reset();
    neighbours_.reset();
    sought_.district.reset();
    if (!staysFramed) framing_ = Motion::Jump;
    if (!staysFramed || opens)
        open({.selected = true,
              .compared = true,
              // What is asked for may be as small as a street.
              .isFramed = !view_.asked.empty() && !view_.camera && !view_.place && !view_.selected,
              .camera = view_.camera,
              .motion = Motion::Jump});
    if (std::erase_if(messages_, [](const MessageFinding& one) { return isOfTheLink(one.status); }) > 0)
        ++textView_.changes;
    // Where a part of the text says nothing, the page is told what stands.
    mail_.knowView(parsed.hasDeadText ? std::string() : formatView(view_));
    dirty_ = true;
    if (parsed.refused.empty()) return Status::Ok;
    reportError(Status::BadView, {});
    return Status::BadView;
}

// A picture that was saved from a map brings its view back; not where the host lets its readers choose nothing.
DEX_APART Status App::openPicture(ByteSpan file) {
    if (!(controls_ & control::kChoices)) return Status::Ok;
    const auto view = readPictureView(file);
    if (!view.ok()) {
        reportError(Status::NoView, {});
        return view.error().status;
    }
    const Status status = setView(view.value());
    // It comes from the reader and not from the page, which has to be told.
    mail_.knowView({});
    mail_.markViewNew();
    return status;
}

// Again with each file, which may say more of what there is.
void App::fitLink() {
    if (link_.fittedWith == library_.version()) return;
    link_.fittedWith = library_.version();
    if (mayNotFit(view_, library_)) replaceUnknown();
}

DEX_APART void App::replaceUnknown() {
    FittedView fitted = fitView(view_, library_);
    view_ = std::move(fitted.view);
    if (!fitted.missing.empty()) sayMissing(fitted.missing);
}

DEX_APART void App::sayMissing(const std::vector<MissingFinding>& missing) {
    // Its scores are not those that the link was made from, and its text need not stay in an address.
    link_.spec.clear();
    mail_.knowView({});
    chosen_ = resolve(view_, library_);
    const auto said = std::find_if(messages_.begin(), messages_.end(),
                                   [](const MessageFinding& one) { return one.status == Status::NotOnMap; });
    MessageFinding& message =
        said == messages_.end() ? messages_.emplace_back(MessageFinding{.status = Status::NotOnMap}) : *said;
    LinkFinding& link = message.link;
    link.missing.insert(link.missing.end(), missing.begin(), missing.end());
    const AtlasHead& head = *library_.head();
    link.measure = chosen_.measure;
    link.level = chosen_.level;
    const AreaNames* names = chosen_.place ? library_.names(chosen_.place->level) : nullptr;
    link.place = names ? names->names[chosen_.place->area] : head.place;
    ++textView_.changes;
    mail_.error(Status::NotOnMap, linkSentence(Language::English, head, link));
}

void App::becomeWhole() {
    link_.canBeCompared = true;
    dirty_ = true;
}

// A link made with other figures opens, and the reader is told.
DEX_APART void App::compareFigures() {
    const std::string now = spec();
    if (now.empty()) return;
    if (now != link_.spec) reportError(Status::OtherFigures, {});
    link_.spec.clear();
}

}  // namespace dex
