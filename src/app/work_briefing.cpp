#include "app/work.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "output/briefing.h"

namespace dex {
namespace {

// Trials with other weights in one step: some 50 ms of a small area in London.
constexpr std::uint32_t kTrialsAStep = 25;

// A page about the area that the view selects.
class BriefingWork final : public Work {
public:
    explicit BriefingWork(Order order) : order_(std::move(order)) {}

    WorkState step(Supplies& supplies, std::string& made) override {
        if (!source_) return begin(supplies);
        LevelScores* scores = area_.scoresAt(areaChosen_.level, supplies.library());
        if (scores && trials_ < Stability::kDraws) {
            scores->stepStability(kTrialsAStep);
            trials_ += kTrialsAStep;
            return WorkState::GoesOn;
        }
        if (!plan_) {
            plan_ = planBriefing(*source_, {.made = order_.made, .address = order_.address});
            return WorkState::GoesOn;
        }
        if (!supplies.has(pictureSight(plan_->page, kBriefingPxPerUnit), tiles_)) return WorkState::Waits;
        made += drawBriefing(*source_, *plan_, tiles_);
        return WorkState::Done;
    }

    double share() const override { return static_cast<double>(trials_) / Stability::kDraws; }

private:
    WorkState begin(Supplies& supplies) {
        const auto view = viewOn(supplies, order_.view);
        const bool hasFaces = supplies.hasFaces();
        if (!view || !hasFaces) return WorkState::Waits;
        const Library& library = supplies.library();
        const auto about = resolve(*view, library).selected;
        if (!about || !library.head()->index) return WorkState::Failed;
        views_ = briefingViews(*about, *view, library);
        mapChosen_ = resolve(views_.map, library);
        areaChosen_ = resolve(views_.area, library);
        const bool hasMap = supplies.has(wantedFor(mapChosen_, library).then);
        if (!supplies.has(wantedFor(areaChosen_, library).then) || !hasMap) return WorkState::Waits;
        map_.update(mapChosen_, library);
        mapChosen_.selected = about;
        area_.update(areaChosen_, library);
        tiles_.open(library.head()->lods);
        picture_.emplace(PictureSource{.library = library,
                                       .view = views_.map,
                                       .chosen = mapChosen_,
                                       .analysis = map_,
                                       .regular = supplies.regular(),
                                       .semibold = supplies.semibold()});
        source_.emplace(BriefingSource{.map = *picture_, .chosen = areaChosen_, .analysis = area_});
        return WorkState::GoesOn;
    }

    Order order_;
    BriefingViews views_;
    Chosen mapChosen_, areaChosen_;
    Analysis map_, area_;
    TileStore tiles_;
    std::optional<PictureSource> picture_;
    std::optional<BriefingSource> source_;  // Once everything but tiles is here.
    std::optional<BriefingPlan> plan_;      // Once the trials are done.
    std::uint32_t trials_ = 0;
};

}  // namespace

std::unique_ptr<Work> briefingWork(Order order) { return std::make_unique<BriefingWork>(std::move(order)); }

}  // namespace dex
