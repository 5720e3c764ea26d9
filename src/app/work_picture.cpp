#include "app/work.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "output/json_object.h"
#include "output/picture_png.h"
#include "output/picture_svg.h"

namespace dex {
namespace {

// Leaves the rows as they are: the browser packs them.
class NoDeflater final : public Deflater {
public:
    void put(ByteSpan bytes, Bytes& packed) override { packed.insert(packed.end(), bytes.begin(), bytes.end()); }
    void finish(Bytes&) override {}
};

std::string notesText(const PictureNotes& notes) {
    JsonObject json;
    json.add("title", notes.title);
    json.add("alt", notes.alt);
    json.add("description", notes.description);
    json.add("sources", notes.sources);
    json.add("view", notes.view);
    json.add("spec", notes.spec);
    return json.text();
}

// A picture of the view, or what stands in one beside it.
class PictureWork final : public Work {
public:
    explicit PictureWork(Order order) : order_(std::move(order)) {
        request_ = {.size = order_.size,
                    .theme = order_.view.theme,
                    .hasCard = order_.hasCard,
                    .made = order_.made,
                    .address = order_.address};
    }

    WorkState step(Bench& bench, std::string& made) override {
        if (!plan_ && !begin(bench)) return WorkState::GoesOn;
        if (order_.kind == OrderKind::Notes) {
            made += notesText(plan_->notes);
            return WorkState::Done;
        }
        if (!hasTiles_) {
            hasTiles_ = bench.has(pictureSight(plan_->page, pxPerUnit()), tiles_);
            return WorkState::GoesOn;
        }
        if (order_.kind == OrderKind::Svg) {
            made += drawSvg(*source_, request_, *plan_, tiles_);
            return WorkState::Done;
        }
        if (!drawing_) drawing_.emplace(*source_, request_, *plan_, tiles_, order_.scale, deflater_);
        const Bytes bytes = drawing_->step();
        made.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return drawing_->isDone() ? WorkState::Done : WorkState::GoesOn;
    }

    double share() const override { return drawing_ ? drawing_->share() : 0; }

private:
    double pxPerUnit() const {
        return order_.kind == OrderKind::Svg ? kSvgPxPerUnit : order_.size.pxPerUnit * order_.scale;
    }

    // True once everything but tiles is here.
    bool begin(Bench& bench) {
        const auto view = viewOn(bench, order_.view);
        if (!view || !bench.regular()) return false;
        const Library& library = bench.library();
        view_ = *view;
        chosen_ = resolve(view_, library);
        if (!bench.has(wantedFor(chosen_, library).then)) return false;
        analysis_.update(chosen_, library);
        tiles_.open(library.head()->lods);
        source_.emplace(PictureSource{.library = library,
                                      .view = view_,
                                      .chosen = chosen_,
                                      .analysis = analysis_,
                                      .regular = *bench.regular(),
                                      .semibold = *bench.semibold()});
        plan_ = planPicture(*source_, request_);
        return true;
    }

    Order order_;
    PictureRequest request_;
    ViewState view_;
    Chosen chosen_;
    Analysis analysis_;
    TileStore tiles_;
    std::optional<PictureSource> source_;
    std::optional<PicturePlan> plan_;
    bool hasTiles_ = false;
    NoDeflater deflater_;
    std::optional<PngDrawing> drawing_;
};

}  // namespace

std::unique_ptr<Work> pictureWork(Order order) { return std::make_unique<PictureWork>(std::move(order)); }

}  // namespace dex
