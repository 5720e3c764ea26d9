#include "app/work.h"
#include "output/comparison.h"

namespace dex {
namespace {

// A page about the areas that the view compares.
class ComparisonWork final : public Work {
public:
    explicit ComparisonWork(Order order) : order_(std::move(order)) {}

    WorkState step(Supplies& supplies, std::string& made) override {
        if (!drawn_.source) return begin(supplies);
        if (!plan_ && tryOtherWeights(drawn_.chosen, supplies.library(), kTrialsAStep, drawn_.analysis)) {
            trials_ += kTrialsAStep;
            return WorkState::GoesOn;
        }
        if (!plan_) {
            plan_ = planComparison(*drawn_.source, {.made = order_.made, .address = order_.address});
            return WorkState::GoesOn;
        }
        if (!supplies.has(pictureSight(plan_->page, kBriefingPxPerUnit), drawn_.tiles)) return WorkState::Waits;
        made += drawComparison(*drawn_.source, *plan_, drawn_.tiles);
        return WorkState::Done;
    }

    double share() const override {
        return drawn_.source ? static_cast<double>(trials_) / trialsOf(drawn_.chosen, drawn_.source->library) : 0;
    }

private:
    WorkState begin(Supplies& supplies) {
        const auto view = viewToDraw(supplies, order_.view);
        if (!view) return WorkState::Waits;
        const Library& library = supplies.library();
        const auto own = library.head()->index ? comparisonView(*view, library) : std::nullopt;
        if (!own) return WorkState::Failed;
        if (!drawn_.open(supplies, *own)) return WorkState::Waits;
        drawn_.source->outlined = drawn_.chosen.compared;
        return WorkState::GoesOn;
    }

    Order order_;
    DrawnView drawn_;
    std::optional<ComparisonPlan> plan_;  // Once the trials are done.
    std::uint32_t trials_ = 0;
};

}  // namespace

std::unique_ptr<Work> comparisonWork(Order order) { return std::make_unique<ComparisonWork>(std::move(order)); }

}  // namespace dex
