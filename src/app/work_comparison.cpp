#include "app/work.h"
#include "model/wanted.h"
#include "output/comparison.h"

namespace dex {
namespace {

// Trials with other weights in one step: some 50 ms of small areas in London.
constexpr std::uint32_t kComparisonTrials = 25;

// A page about the areas that the view compares.
class ComparisonWork final : public Work {
public:
    explicit ComparisonWork(Order order) : order_(std::move(order)) {}

    WorkState step(Supplies& supplies, std::string& made) override {
        if (!source_) return begin(supplies);
        if (!plan_ && tryOtherWeights(chosen_, supplies.library(), kComparisonTrials, analysis_)) {
            trials_ += kComparisonTrials;
            return WorkState::GoesOn;
        }
        if (!plan_) {
            plan_ = planComparison(*source_, {.made = order_.made, .address = order_.address});
            return WorkState::GoesOn;
        }
        if (!supplies.has(pictureSight(plan_->page, kBriefingPxPerUnit), tiles_)) return WorkState::Waits;
        made += drawComparison(*source_, *plan_, tiles_);
        return WorkState::Done;
    }

    double share() const override {
        return source_ ? static_cast<double>(trials_) / trialsOf(chosen_, source_->library) : 0;
    }

private:
    WorkState begin(Supplies& supplies) {
        const auto view = viewOn(supplies, order_.view);
        const bool hasFaces = supplies.hasFaces();
        if (!view || !hasFaces) return WorkState::Waits;
        const Library& library = supplies.library();
        const auto own = library.head()->index ? comparisonView(*view, library) : std::nullopt;
        if (!own) return WorkState::Failed;
        view_ = *own;
        chosen_ = resolve(view_, library);
        if (!supplies.has(wantedFor(chosen_, library).then)) return WorkState::Waits;
        analysis_.update(chosen_, library);
        tiles_.open(library.head()->lods);
        source_.emplace(PictureSource{.library = library,
                                      .view = view_,
                                      .chosen = chosen_,
                                      .analysis = analysis_,
                                      .regular = supplies.regular(),
                                      .semibold = supplies.semibold(),
                                      .outlined = chosen_.compared});
        return WorkState::GoesOn;
    }

    Order order_;
    ViewState view_;
    Chosen chosen_;
    Analysis analysis_;
    TileStore tiles_;
    std::optional<PictureSource> source_;  // Once everything but tiles is here.
    std::optional<ComparisonPlan> plan_;   // Once the trials are done.
    std::uint32_t trials_ = 0;
};

}  // namespace

std::unique_ptr<Work> comparisonWork(Order order) { return std::make_unique<ComparisonWork>(std::move(order)); }

}  // namespace dex
