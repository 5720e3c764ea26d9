#include "app/work.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "output/briefing.h"

namespace dex {
namespace {

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
        if (!supplies.has(pictureSight(plan_->page, kBriefingPxPerUnit), map_.tiles)) return WorkState::Waits;
        made += drawBriefing(*source_, *plan_, map_.tiles);
        return WorkState::Done;
    }

    double share() const override { return static_cast<double>(trials_) / Stability::kDraws; }

private:
    WorkState begin(Supplies& supplies) {
        const auto view = viewToDraw(supplies, order_.view);
        if (!view) return WorkState::Waits;
        const Library& library = supplies.library();
        const auto about = resolve(*view, library).selected;
        if (!about || !library.head()->index) return WorkState::Failed;
        const BriefingViews views = briefingViews(*about, *view, library);
        areaChosen_ = resolve(views.area, library);
        const bool hasMap = map_.open(supplies, views.map);
        if (!supplies.has(wantedFor(areaChosen_, library).then) || !hasMap) return WorkState::Waits;
        map_.chosen.selected = about;
        area_.update(areaChosen_, library);
        source_.emplace(BriefingSource{.map = *map_.source, .chosen = areaChosen_, .analysis = area_});
        return WorkState::GoesOn;
    }

    Order order_;
    DrawnView map_;
    Chosen areaChosen_;
    Analysis area_;
    std::optional<BriefingSource> source_;  // Once everything but tiles is here.
    std::optional<BriefingPlan> plan_;      // Once the trials are done.
    std::uint32_t trials_ = 0;
};

}  // namespace

std::unique_ptr<Work> briefingWork(Order order) { return std::make_unique<BriefingWork>(std::move(order)); }

}  // namespace dex
