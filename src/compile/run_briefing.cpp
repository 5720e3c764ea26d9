#include <algorithm>
#include <filesystem>
#include <memory>

#include "compile/asked.h"
#include "compile/briefing_press.h"
#include "compile/commands.h"
#include "compile/comparison_press.h"
#include "compile/read_scope.h"
#include "compile/say.h"
#include "compile/text.h"

namespace dex {
namespace {

// The areas asked for, each with the file that it goes to.
std::vector<BriefingOrder> ordersOf(const BriefingOptions& options, const BriefingOrder& common, const Library& library,
                                    Problems& wrong) {
    const AtlasHead& head = *library.head();
    std::vector<BriefingOrder> orders;
    if (!options.area.empty()) {
        const auto area = areaWithCode(options.area, library);
        if (!area) wrong.add("--area", "no area has the code " + inQuotes(options.area));
        if (area) orders.push_back({*area, common.view, common.request, options.out});
        return orders;
    }
    for (std::uint32_t level = 0; level < head.levels.size(); ++level) {
        if (head.levels[level].id != options.each) continue;
        const auto& codes = library.names(level)->codes;
        const auto files = fileNamesOf(codes, ".html");
        for (std::uint32_t i = 0; i < codes.size(); ++i)
            orders.push_back({{level, i}, common.view, common.request, options.out + "/" + files[i]});
        return orders;
    }
    std::vector<std::string_view> known;
    for (const Level& level : head.levels) known.push_back(level.id);
    wrong.add("--each", "expected " + eitherOf(known) + ", found " + inQuotes(options.each));
    return orders;
}

// The files of all their views; nothing further is read afterwards but tiles.
bool prepareAll(PictureAtlas& atlas, const std::vector<BriefingOrder>& orders, Problems& wrong, Problems& problems) {
    std::vector<std::uint32_t> seen;
    for (const BriefingOrder& order : orders) {
        // Areas of one level want the same files.
        if (std::find(seen.begin(), seen.end(), order.area.level) != seen.end()) continue;
        seen.push_back(order.area.level);
        const BriefingViews views = briefingViews(order.area, order.view, atlas.library());
        if (!atlas.prepare(views.map, wrong, problems) || !atlas.prepare(views.area, wrong, problems)) return false;
    }
    return true;
}

void writeAll(const PictureAtlas& atlas, const std::vector<BriefingOrder>& orders, Problems& problems) {
    // Each order's own while threads run, then said in the order of the areas.
    std::vector<Problems> ofOrder(orders.size());
    onAllCores(orders.size(), [&] {
        const auto press = std::make_shared<BriefingPress>(atlas);
        return [&orders, &ofOrder, press](std::size_t i) { press->write(orders[i], ofOrder[i]); };
    });
    for (const Problems& one : ofOrder) {
        for (const std::string& sentence : one.sentences()) problems.add("briefing", sentence);
    }
}

}  // namespace

Exit runBriefing(const BriefingOptions& options) {
    Problems wrong, problems;
    BriefingOrder common;
    common.view = askedView(options.view, wrong);
    common.request.made = askedDay(options.date, wrong);
    common.request.address = options.address;
    checkAddress(options.address, wrong);
    // One of the three, and no two of them.
    if (!options.area.empty() + !options.each.empty() + options.isOfCompared != 1)
        wrong.add("--area", "say which area, or --each and a level, or --compared");
    const auto folder = wrong.any() ? std::nullopt : AtlasFolder::open(options.atlas, problems);
    if (folder && !folder->head().index)
        problems.add(folder->headName(), "the atlas has no index, so there is nothing to brief about");
    auto atlas = folder && !problems.any() ? PictureAtlas::open(*folder, options.faces, problems) : std::nullopt;
    if (const auto view = atlas ? fittedView(common.view, atlas->library(), wrong) : std::nullopt) common.view = *view;
    if (atlas && options.isOfCompared && !wrong.any())
        writeComparison({common.view, common.request, options.out}, *atlas, wrong, problems);
    const auto orders = atlas && !options.isOfCompared && !wrong.any()
                            ? ordersOf(options, common, atlas->library(), wrong)
                            : std::vector<BriefingOrder>();
    if (!orders.empty() && !wrong.any() && prepareAll(*atlas, orders, wrong, problems)) {
        std::error_code failed;
        if (!options.each.empty()) std::filesystem::create_directories(options.out, failed);
        writeAll(*atlas, orders, problems);
    }
    sayAll(wrong.any() ? wrong : problems);
    return wrong.any() ? Exit::AskedWrongly : problems.any() ? Exit::Failed : Exit::Done;
}

}  // namespace dex
