#include "app/work.h"
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
                    .hasLabels = order_.hasLabels,
                    .hasLegend = order_.hasLegend,
                    .hasOutlines = order_.hasOutlines,
                    .made = order_.made,
                    .address = order_.address};
    }

    WorkState step(Supplies& supplies, std::string& made) override {
        if (!drawn_.source) return begin(supplies);
        if (!plan_) {
            plan_ = planPicture(*drawn_.source, request_);
            if (order_.kind != OrderKind::Notes) return WorkState::GoesOn;
            made += notesText(plan_->notes);
            return WorkState::Done;
        }
        if (!hasTiles_) {
            hasTiles_ = supplies.has(pictureSight(plan_->page, pxPerUnit()), drawn_.tiles);
            return hasTiles_ ? WorkState::GoesOn : WorkState::Waits;
        }
        if (order_.kind == OrderKind::Svg) {
            made += drawSvg(*drawn_.source, request_, *plan_, drawn_.tiles);
            return WorkState::Done;
        }
        if (!drawing_) {
            drawing_.emplace(*drawn_.source, request_, *plan_, drawn_.tiles, order_.scale, deflater_);
            return WorkState::GoesOn;
        }
        const Bytes bytes = drawing_->step();
        made.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return drawing_->isDone() ? WorkState::Done : WorkState::GoesOn;
    }

    double share() const override { return drawing_ ? drawing_->share() : 0; }

private:
    double pxPerUnit() const {
        return order_.kind == OrderKind::Svg ? kSvgPxPerUnit : order_.size.pxPerUnit * order_.scale;
    }

    WorkState begin(Supplies& supplies) {
        const auto view = viewToDraw(supplies, order_.view);
        return view && drawn_.open(supplies, *view) ? WorkState::GoesOn : WorkState::Waits;
    }

    Order order_;
    PictureRequest request_;
    DrawnView drawn_;
    std::optional<PicturePlan> plan_;
    bool hasTiles_ = false;
    NoDeflater deflater_;
    std::optional<PngDrawing> drawing_;
};

}  // namespace

std::unique_ptr<Work> pictureWork(Order order) { return std::make_unique<PictureWork>(std::move(order)); }

}  // namespace dex
