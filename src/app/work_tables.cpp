#include "app/work.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "output/areas_csv.h"
#include "output/areas_geojson.h"
#include "output/column_guide.h"
#include "output/number_text.h"
#include "output/table_form.h"
#include "risk/spec_id.h"

namespace dex {
namespace {

// Rows in one step: some 15 ms of London's small areas with all their figures, natively.
constexpr std::size_t kRowsAStep = 100;

// Rows of areas, or what their columns are.
class TableWork final : public Work {
public:
    explicit TableWork(Order order) : order_(std::move(order)) {}

    WorkState step(Supplies& supplies, std::string& made) override {
        if (!chosen_) return begin(supplies);
        const Library& library = supplies.library();
        if (order_.kind == OrderKind::Guide) {
            made += guideOf(library);
            return WorkState::Done;
        }
        if (!table_) return beginTable(supplies);
        table_->write(kRowsAStep, made);
        return table_->isDone() ? WorkState::Done : WorkState::GoesOn;
    }

    double share() const override { return table_ ? table_->share() : 0; }

private:
    WorkState begin(Supplies& supplies) {
        const auto view = viewOn(supplies, order_.view);
        if (!view) return WorkState::Waits;
        const Library& library = supplies.library();
        const AtlasHead& head = *library.head();
        Chosen chosen = resolve(*view, library);
        if (order_.table == TableKind::Scored && !head.index) return WorkState::Failed;
        // The rest would be more than was asked for.
        if (order_.isOnlyPlace && !chosen.place) return WorkState::Failed;
        if (order_.isOfCompared && chosen.compared.empty()) return WorkState::Failed;
        if (!order_.isOnlyPlace) chosen.place.reset();
        if (order_.table == TableKind::Scored) chosen.measure = {MeasureKind::Overall};
        const bool hasTable = supplies.has(filesOfTable(head, chosen.level));
        const bool hasOutlines = order_.kind != OrderKind::GeoJson || supplies.has(lodOf(head, chosen), tiles_);
        if (!supplies.has(wantedFor(chosen, library).then) || !hasTable || !hasOutlines) return WorkState::Waits;
        analysis_.update(chosen, library);
        chosen_ = chosen;
        return WorkState::GoesOn;
    }

    WorkState beginTable(Supplies& supplies) {
        const Library& library = supplies.library();
        cells_ = cellsOf(library, analysis_, form());
        if (!cells_) return WorkState::Failed;
        if (order_.kind == OrderKind::Csv) {
            table_ = std::make_unique<CsvTable>(library, *cells_, AreasCsv{.rows = rows(), .hasMark = true});
            return WorkState::GoesOn;
        }
        const GeoJsonStyle style =
            order_.table == TableKind::Scored ? GeoJsonStyle{.decimals = kPlaceDecimals} : GeoJsonStyle{};
        table_ = std::make_unique<AreasGeoJson>(library, *cells_, tiles_.tiles, rows(), style);
        tiles_ = {};
        return WorkState::GoesOn;
    }

    TableRows rows() const {
        TableRows made{.place = chosen_->place};
        if (order_.isOfCompared) made.areas = chosen_->compared;
        return made;
    }

    // As the command line writes them: `dex score` and `dex publish` scores, `dex export` figures and what a view shows.
    TableForm form() const {
        const bool isGeoJson = order_.kind == OrderKind::GeoJson;
        const std::uint32_t level = chosen_->level;
        switch (order_.table) {
            case TableKind::Published:
                return {isGeoJson ? geoJsonShape(level, true) : figuresShape(level, {}), {.decimals = kExactly}};
            case TableKind::Scored:
                if (!isGeoJson) return {scoresShape(level, {}), {}};
                return {{.level = level, .hasScores = true, .figures = FigureColumns::None},
                        {.decimals = kScoreDecimals}};
            case TableKind::Shown: break;
        }
        return shownForm(*chosen_);
    }

    std::string guideOf(const Library& library) const {
        const AtlasHead& head = *library.head();
        const TableShape shape = form().shape;
        const std::string files[] = {order_.file};
        if (!shape.hasScores) return csvwText(head, shape, files, {});
        const std::string spec =
            specId(head, chosen_->weights, chosen_->arithmetic, chosen_->level, scopeOf(*chosen_, library));
        return csvwText(head, shape, files, spec);
    }

    // The whole is drawn as coarse as an overview, a part as fine as there is.
    std::uint16_t lodOf(const AtlasHead& head, const Chosen& chosen) const {
        return chosen.place || order_.isOfCompared ? static_cast<std::uint16_t>(head.lods.size() - 1)
                                                   : std::uint16_t{0};
    }

    static constexpr int kScoreDecimals = 3, kPlaceDecimals = 6;

    Order order_;
    TilesOfLod tiles_;              // Until there are outlines.
    std::optional<Chosen> chosen_;  // Once everything is here. Its place is that of the rows.
    Analysis analysis_;
    std::optional<AreaCells> cells_;
    std::unique_ptr<TableText> table_;
};

}  // namespace

std::unique_ptr<Work> tableWork(Order order) { return std::make_unique<TableWork>(std::move(order)); }

}  // namespace dex
