#include "compile/poster.h"

#include "compile/read_text.h"
#include "words/status_text.h"

namespace dex {
namespace {

bool readFace(const std::string& path, Bytes& face, Problems& problems) {
    const auto text = readBytes(path, problems);
    if (!text) return false;
    const auto bytes = std::as_bytes(std::span(*text));
    face.assign(bytes.begin(), bytes.end());
    return true;
}

bool check(Status status, const std::string& name, Problems& problems) {
    if (status != Status::Ok) problems.add(name, std::string(statusText(Language::English, status)));
    return status == Status::Ok;
}

}  // namespace

bool PosterPress::readFaces(const std::string& folder, Problems& problems) {
    return readFace(folder + "/regular.otf", regular_, problems) &&
           readFace(folder + "/semibold.otf", semibold_, problems);
}

bool PosterPress::supply(App& app, const std::string& name, Problems& problems) const {
    auto bytes = atlas_.fileNamed(name, problems);
    return bytes && check(app.supply(name, std::move(*bytes)), name, problems);
}

// Frames and files until the map asks for no more of either.
bool PosterPress::settle(App& app, Problems& problems) const {
    constexpr double kFrameMs = 16, kMaxMs = 60'000;
    // The clock is turned by hand, so every machine draws the same frames, and a map that never settles has an end.
    for (double nowMs = 0; nowMs < kMaxMs; nowMs += kFrameMs) {
        const bool again = app.frame(nowMs);
        bool arrived = false;
        while (app.outbox().next()) {
            const Event event = app.outbox().current();
            if (event.kind == EventKind::Error) problems.add("the map", event.text);
            if (event.kind != EventKind::Want) continue;
            if (!supply(app, event.text, problems)) return false;
            arrived = true;
        }
        if (!again && !arrived) return !problems.any();
    }
    problems.add("the map", "the map did not finish drawing");
    return false;
}

std::optional<Poster> PosterPress::draw(const std::string& view, Problems& problems) {
    App app;
    app.resize({.width = static_cast<double>(size_.width), .height = static_cast<double>(size_.height)});
    // Nothing that can be pressed, and nothing that moves: a poster is a picture.
    app.setControls(0);
    app.setPlain();
    app.setPreferences({.reducedMotion = true});
    app.setDevice(&device_);
    if (!check(app.supply("face.regular", regular_), "regular.otf", problems)) return std::nullopt;
    if (!check(app.supply("face.semibold", semibold_), "semibold.otf", problems)) return std::nullopt;
    if (!check(app.setView(view), view, problems)) return std::nullopt;
    if (!supply(app, atlas_.headName(), problems)) return std::nullopt;
    for (const std::string& name : atlas_.firstNames()) {
        if (!supply(app, name, problems)) return std::nullopt;
    }
    if (!settle(app, problems)) return std::nullopt;
    Poster poster;
    poster.rgba.resize(std::size_t{4} * size_.width * size_.height);
    device_.read({}, {0, 0, static_cast<int>(size_.width), static_cast<int>(size_.height)}, poster.rgba);
    poster.alt = app.altText();
    app.setDevice(nullptr);
    return poster;
}

}  // namespace dex
