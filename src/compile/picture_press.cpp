#include "compile/picture_press.h"

#include <cstdio>
#include <fstream>

#include "compile/ask_areas.h"
#include "compile/asked.h"
#include "compile/indexed_png.h"
#include "compile/read_scope.h"
#include "compile/read_text.h"
#include "compile/text.h"
#include "compile/write_file.h"
#include "compile/zlib_deflater.h"
#include "map/view_pairs.h"
#include "model/fit_view.h"
#include "model/wanted.h"
#include "output/picture_bands.h"
#include "output/picture_png.h"
#include "output/picture_svg.h"
#include "words/status_text.h"

namespace dex {
namespace {

std::optional<Face> readFace(const std::string& path, Problems& problems) {
    const auto text = readBytes(path, problems);
    if (!text) {
        problems.add("--faces", "expected a folder with regular.otf and semibold.otf, which `npm run build` makes");
        return std::nullopt;
    }
    const auto bytes = std::as_bytes(std::span(*text));
    auto face = Face::open({bytes.begin(), bytes.end()});
    if (face.ok()) return std::move(face).value();
    problems.add(path, std::string(statusText(Language::English, face.error().status)));
    return std::nullopt;
}

// Has its name only once it is whole: a picture that was begun is no picture.
class WrittenFile final : public FileSink {
public:
    explicit WrittenFile(const std::string& path)
        : path_(path), part_(path + ".part"), file_(part_, std::ios::binary | std::ios::trunc) {}
    ~WrittenFile() override {
        if (!isWhole_) std::remove(part_.c_str());
    }
    WrittenFile(const WrittenFile&) = delete;
    WrittenFile& operator=(const WrittenFile&) = delete;

    bool write(ByteSpan bytes) override {
        file_.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return file_.good();
    }
    bool close() {
        file_.close();
        isWhole_ = !file_.fail() && std::rename(part_.c_str(), path_.c_str()) == 0;
        return isWhole_;
    }

private:
    std::string path_, part_;
    std::ofstream file_;
    bool isWhole_ = false;
};

// Of all bands together: which colours are the commonest shows at the end.
Bytes fewColoured(const PictureSource& source, const PicturePlan& plan, const TileStore& tiles,
                  const PictureOrder& order) {
    PictureBands bands(source, plan.page, tiles, tokensOf(order.request.theme),
                       order.request.size.pxPerUnit * order.scale);
    Bytes rgba;
    for (int top = 0; top < bands.height(); top += bands.bandHeight()) {
        const auto band = bands.draw(top);
        rgba.insert(rgba.end(), band.begin(), band.end());
    }
    return indexedPng(rgba, static_cast<std::uint32_t>(bands.width()), static_cast<std::uint32_t>(bands.height()),
                      static_cast<std::size_t>(order.colours));
}

}  // namespace

std::optional<PictureAtlas> PictureAtlas::open(const AtlasFolder& folder, const std::string& faces,
                                               Problems& problems) {
    auto regular = readFace(faces + "/regular.otf", problems);
    if (!regular) return std::nullopt;
    auto semibold = readFace(faces + "/semibold.otf", problems);
    if (!semibold) return std::nullopt;
    PictureAtlas atlas(folder, std::move(*regular), std::move(*semibold));
    if (!folder.supply(filesOfScopes(folder.head()), atlas.library_, problems)) return std::nullopt;
    return atlas;
}

std::optional<ViewState> PictureAtlas::prepare(const ViewState& view, Problems& wrong, Problems& problems) {
    auto fitted = fittedView(view, library_, wrong);
    if (fitted && !answerView(*folder_, *fitted, library_, wrong, problems)) return std::nullopt;
    if (fitted && !folder_->supply(wantedFor(resolve(*fitted, library_), library_).then, library_, problems))
        return std::nullopt;
    return fitted;
}

bool bringTiles(const AtlasFolder& folder, const Sight& sight, TileStore& tiles, Problems& problems) {
    tiles.look(sight);
    const std::vector<TileKey> wanted = tiles.wanted();
    for (const TileKey key : wanted) {
        auto tile = folder.tile(key.lod, key.tile, problems);
        if (!tile) return false;
        tiles.put(key, std::move(*tile));
    }
    tiles.look(sight);
    return tiles.complete();
}

std::optional<PictureNotes> PicturePress::write(const PictureOrder& order, Problems& problems) {
    const Library& library = atlas_.library();
    const Chosen chosen = resolve(order.view, library);
    analysis_.update(chosen, library);
    const PictureSource source{.library = library,
                               .view = order.view,
                               .chosen = chosen,
                               .analysis = analysis_,
                               .regular = atlas_.regular(),
                               .semibold = atlas_.semibold()};
    PicturePlan plan = planPicture(source, order.request);
    const bool isSvg = order.format == PictureFormat::Svg;
    const double pxPerUnit = isSvg ? kSvgPxPerUnit : order.request.size.pxPerUnit * order.scale;
    if (!bringTiles(atlas_.folder(), pictureSight(plan.page, pxPerUnit), tiles_, problems)) return std::nullopt;
    bool isWritten = false;
    if (isSvg) {
        isWritten = writeFile(order.path, asBytes(drawSvg(source, order.request, plan, tiles_)));
    } else if (order.colours > 0) {
        isWritten = writeFile(order.path, fewColoured(source, plan, tiles_, order));
    } else {
        WrittenFile file(order.path);
        ZlibDeflater deflater;
        isWritten = drawPng(source, order.request, plan, tiles_, order.scale, deflater, file) && file.close();
    }
    if (isWritten) return std::move(plan.notes);
    problems.add(order.path, "could not be written. Is the folder there, and is there room on the disk?");
    return std::nullopt;
}

}  // namespace dex
