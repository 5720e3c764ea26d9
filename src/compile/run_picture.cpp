#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "compile/asked.h"
#include "compile/commands.h"
#include "compile/picture_press.h"
#include "compile/read_text.h"
#include "compile/say.h"
#include "compile/text.h"
#include "compile/write_file.h"
#include "output/read_picture.h"
#include "words/status_text.h"

namespace dex {
namespace {

using Json = nlohmann::json;

std::string presetIds() {
    std::vector<std::string_view> ids;
    for (const PicturePreset& preset : picturePresets()) ids.push_back(preset.id);
    return eitherOf(ids);
}

bool endsWith(std::string text, std::string_view ending) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text.ends_with(ending);
}

std::optional<PictureFormat> formatAsked(const PictureOptions& options) {
    if (options.format == "png") return PictureFormat::Png;
    if (options.format == "svg") return PictureFormat::Svg;
    if (!options.format.empty()) return std::nullopt;
    // With --each the name is a folder's, and says nothing about the format.
    return options.each.empty() && endsWith(options.out, ".svg") ? PictureFormat::Svg : PictureFormat::Png;
}

// What every picture of a run has in common; nothing where a part of it is asked wrongly.
std::optional<PictureOrder> orderOf(const PictureOptions& options, Problems& wrong) {
    PictureOrder order;
    order.view = askedView(options.view, wrong);
    const auto size = pictureSizeCalled(options.size);
    if (!size)
        wrong.add("--size", "expected " + presetIds() + ", or WIDTHxHEIGHT with " + std::to_string(kMinPictureSide) +
                                " to " + std::to_string(kMaxPictureSide) + " pixels a side, found " +
                                inQuotes(options.size));
    if (size) order.request.size = *size;
    order.scale = options.scale;
    const auto format = formatAsked(options);
    if (!format) wrong.add("--format", "expected png or svg, found " + inQuotes(options.format));
    order.format = format.value_or(PictureFormat::Png);
    if (format == PictureFormat::Svg && options.scale != 1)
        wrong.add("--scale", "an SVG is drawn as finely as it is shown. Ask for a PNG, or leave it out");
    if (format == PictureFormat::Png && size && std::max(size->width, size->height) * options.scale > kMaxPictureSide)
        wrong.add("--scale", "the picture would have more than " + grouped(kMaxPictureSide) +
                                 " pixels a side. Ask for a smaller size or scale, or for --format svg");
    order.request.hasCard = options.card;
    order.request.hasLabels = options.hasLabels;
    order.request.hasLegend = options.hasLegend;
    order.request.hasOutlines = options.hasOutlines;
    if (options.hasOutlines && format == PictureFormat::Png)
        wrong.add("--outlines", "a PNG has no text to turn into shapes. Ask for --format svg, or leave it out");
    if (options.card && !order.view.selected)
        wrong.add("--card", "the view selects no area. Add area=LEVEL:CODE to --view");
    constexpr std::pair<std::string_view, ThemeChoice> kThemes[] = {
        {"light", ThemeChoice::Light}, {"dark", ThemeChoice::Dark}, {"grey", ThemeChoice::Grey}};
    // The view's, unless the option says another.
    order.request.theme = order.view.theme;
    bool isTheme = options.theme.empty();
    for (const auto& [id, theme] : kThemes) {
        if (options.theme != id) continue;
        order.request.theme = order.view.theme = theme;
        isTheme = true;
    }
    if (!isTheme) wrong.add("--theme", "expected light, dark or grey, found " + inQuotes(options.theme));
    order.request.made = askedDay(options.date, wrong);
    checkAddress(options.address, wrong);
    order.request.address = options.address;
    order.colours = options.colours;
    if (options.colours > 0 && order.format == PictureFormat::Svg)
        wrong.add("--colours", "an SVG has all its colours. Ask for a PNG, or leave it out");
    if (options.whole && options.each.empty()) wrong.add("--whole", "it goes with --each");
    order.path = options.out;
    if (options.out.empty()) wrong.add("--out", "say where the picture goes");
    return wrong.any() ? std::nullopt : std::optional(std::move(order));
}

struct EachPicture {
    std::string name, code, file;
    PictureOrder order;
    std::optional<PictureNotes> notes;
    Problems problems;
};

// One for each area of the topmost level, with that area as the place, and one of the whole where it is asked for.
std::vector<EachPicture> eachOf(const PictureAtlas& atlas, const PictureOrder& order, const PictureOptions& options) {
    const AtlasHead& head = *atlas.library().head();
    const AreaNames& names = *atlas.library().names(head.topLevel());
    // All names at once, so that no area's file has that of the whole.
    std::vector<std::string> called{"whole"};
    called.insert(called.end(), names.codes.begin(), names.codes.end());
    const auto files = fileNamesOf(called, order.format == PictureFormat::Svg ? ".svg" : ".png");
    std::vector<EachPicture> all;
    const auto add = [&](const std::string& name, const std::string& code, const std::string& file) {
        EachPicture one{name, code, file, order, {}, {}};
        one.order.view.place.reset();
        if (!code.empty()) one.order.view.place = AreaRef{head.levels[head.topLevel()].id, code};
        // Or every picture would show the piece of the map that the view names.
        one.order.view.camera.reset();
        one.order.path = options.out + "/" + one.file;
        all.push_back(std::move(one));
    };
    if (options.whole) add(head.place, "", files[0]);
    for (std::size_t i = 0; i < names.codes.size(); ++i) add(names.names[i], names.codes[i], files[i + 1]);
    return all;
}

void drawAll(const PictureAtlas& atlas, std::vector<EachPicture>& all) {
    onAllCores(all.size(), [&] {
        // One a thread: it keeps tiles and scores from picture to picture.
        const auto press = std::make_shared<PicturePress>(atlas);
        return [&all, press](std::size_t i) { all[i].notes = press->write(all[i].order, all[i].problems); };
    });
}

bool writeEach(const PictureAtlas& atlas, const PictureOrder& order, const PictureOptions& options,
               Problems& problems) {
    const std::string& folder = options.out;
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    std::vector<EachPicture> all = eachOf(atlas, order, options);
    drawAll(atlas, all);
    Json pictures = Json::array();
    for (const EachPicture& one : all) {
        for (const std::string& sentence : one.problems.sentences()) problems.add(one.name, sentence);
        if (!one.notes) continue;
        pictures.push_back({{"place", one.name},
                            {"code", one.code},
                            {"file", one.file},
                            {"view", one.notes->view},
                            {"title", one.notes->title},
                            {"alt", one.notes->alt},
                            {"description", one.notes->description},
                            {"sources", one.notes->sources}});
    }
    // No list in which pictures are missing.
    if (problems.any()) return false;
    const std::string list = folder + "/pictures.json";
    const std::string text = Json{{"pictures", pictures}}.dump(1) + "\n";
    if (writeFile(list, asBytes(text))) return true;
    problems.add(list, "could not be written");
    return false;
}

Exit readBack(const std::string& path) {
    Problems problems;
    const auto text = readBytes(path, problems);
    if (!text) {
        sayAll(problems);
        return Exit::Failed;
    }
    const auto view = readPictureView(asBytes(*text));
    if (view.ok()) {
        print(view.value() + "\n");
        return Exit::Done;
    }
    const Status status = view.error().status;
    say(path + ": " +
        (status == Status::NotFound ? std::string("the picture holds no view of a map")
         : status == Status::BadMagic
             ? std::string("the file is neither a PNG nor an SVG")
             : "the picture is damaged: " + std::string(statusText(Language::English, status))));
    return Exit::Failed;
}

}  // namespace

Exit runPicture(const PictureOptions& options) {
    if (!options.read.empty()) return readBack(options.read);
    Problems wrong, problems;
    if (options.atlas.empty()) wrong.add("ATLAS", "say which atlas, or which picture to --read");
    // What needs no atlas is checked before one is opened.
    auto order = orderOf(options, wrong);
    const auto folder = order ? AtlasFolder::open(options.atlas, problems) : std::nullopt;
    if (folder && !options.each.empty() && options.each != folder->head().levels[folder->head().topLevel()].id)
        wrong.add("--each", "expected " + inQuotes(folder->head().levels[folder->head().topLevel()].id) +
                                ", the atlas's topmost level, found " + inQuotes(options.each));
    auto atlas = folder && !wrong.any() ? PictureAtlas::open(*folder, options.faces, problems) : std::nullopt;
    auto view = atlas ? atlas->prepare(order->view, wrong, problems) : std::nullopt;
    if (view) {
        order->view = std::move(*view);
        if (!options.each.empty()) {
            writeEach(*atlas, *order, options, problems);
        } else {
            PicturePress(*atlas).write(*order, problems);
        }
    }
    sayAll(wrong.any() ? wrong : problems);
    return wrong.any() ? Exit::AskedWrongly : problems.any() ? Exit::Failed : Exit::Done;
}

}  // namespace dex
