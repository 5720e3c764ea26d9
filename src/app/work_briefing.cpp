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

    WorkState step(Bench& bench, std::string& made) override {
        if (!source_ && !begin(bench)) return hasFailed_ ? WorkState::Failed : WorkState::GoesOn;
        LevelScores* scores = area_.scoresAt(areaChosen_.level, bench.library());
        if (scores && trials_ < Stability::kDraws) {
            scores->stepStability(kTrialsAStep);
            trials_ += kTrialsAStep;
            return WorkState::GoesOn;
        }
        if (!plan_) plan_ = planBriefing(*source_, {.made = order_.made, .address = order_.address});
        if (!bench.has(pictureSight(plan_->page, kBriefingPxPerUnit), tiles_)) return WorkState::GoesOn;
        made += drawBriefing(*source_, *plan_, tiles_);
        return WorkState::Done;
    }

    double share() const override { return static_cast<double>(trials_) / Stability::kDraws; }

private:
    // True once everything but tiles is here.
    bool begin(Bench& bench) {
        const auto view = viewOn(bench, order_.view);
        if (!view || !bench.regular()) return false;
        const Library& library = bench.library();
        const auto about = resolve(*view, library).selected;
        hasFailed_ = !about || !library.head()->index;
        if (hasFailed_) return false;
        views_ = briefingViews(*about, *view, library);
        mapChosen_ = resolve(views_.map, library);
        areaChosen_ = resolve(views_.area, library);
        const bool hasMap = bench.has(wantedFor(mapChosen_, library).then);
        if (!bench.has(wantedFor(areaChosen_, library).then) || !hasMap) return false;
        map_.update(mapChosen_, library);
        mapChosen_.selected = about;
        area_.update(areaChosen_, library);
        tiles_.open(library.head()->lods);
        picture_.emplace(PictureSource{.library = library,
                                       .view = views_.map,
                                       .chosen = mapChosen_,
                                       .analysis = map_,
                                       .regular = *bench.regular(),
                                       .semibold = *bench.semibold()});
        source_.emplace(BriefingSource{.map = *picture_, .chosen = areaChosen_, .analysis = area_});
        return true;
    }

    Order order_;
    BriefingViews views_;
    Chosen mapChosen_, areaChosen_;
    Analysis map_, area_;
    TileStore tiles_;
    std::optional<PictureSource> picture_;
    std::optional<BriefingSource> source_;  // Once it has begun.
    std::optional<BriefingPlan> plan_;      // Once the trials are done.
    std::uint32_t trials_ = 0;
    bool hasFailed_ = false;
};

}  // namespace

std::unique_ptr<Work> briefingWork(Order order) { return std::make_unique<BriefingWork>(std::move(order)); }

}  // namespace dex
