#include "app/work.h"
#include "model/analysis.h"
#include "model/wanted.h"
#include "output/areas_csv.h"
#include "output/areas_geojson.h"
#include "output/column_guide.h"
#include "output/number_text.h"
#include "risk/spec_id.h"

namespace dex {
namespace {

// Rows of areas, and what their columns are. All in one step, once everything is here.
class TableWork final : public Work {
public:
    explicit TableWork(Order order) : order_(std::move(order)) {}

    WorkState step(Bench& bench, std::string& made) override {
        const auto view = viewOn(bench, order_.view);
        if (!view) return WorkState::GoesOn;
        const Library& library = bench.library();
        const AtlasHead& head = *library.head();
        Chosen chosen = resolve(*view, library);
        if (order_.hasScores && !head.index) return WorkState::Failed;
        if (order_.hasScores) chosen.measure = {MeasureKind::Overall};
        const bool hasTable = bench.has(filesOfTable(head, chosen.level));
        if (!bench.has(wantedFor(chosen, library).then) || !hasTable) return WorkState::GoesOn;
        if (order_.kind == OrderKind::GeoJson && !hasTiles(bench, chosen)) return WorkState::GoesOn;
        analysis_.update(chosen, library);
        const auto text = textOf(library, chosen);
        if (!text) return WorkState::Failed;
        made += *text;
        return WorkState::Done;
    }

private:
    AreasCsv howCsv(const Chosen& chosen) const {
        AreasCsv how{.place = placeOf(chosen), .hasMark = true};
        if (!order_.hasScores) how.decimals = kExactly;
        return how;
    }
    std::optional<LevelArea> placeOf(const Chosen& chosen) const {
        return order_.isOfPlace ? chosen.place : std::nullopt;
    }
    // The whole is drawn as coarse as an overview, a place as fine as there is.
    std::uint16_t lodOf(const AtlasHead& head, const Chosen& chosen) const {
        return placeOf(chosen) ? static_cast<std::uint16_t>(head.lods.size() - 1) : std::uint16_t{0};
    }
    bool hasTiles(Bench& bench, const Chosen& chosen) {
        const AtlasHead& head = *bench.library().head();
        if (tiles_.lods().empty()) tiles_.open(head.lods);
        return bench.has(lodOf(head, chosen), tiles_);
    }

    std::optional<std::string> textOf(const Library& library, const Chosen& chosen) const {
        if (order_.kind == OrderKind::GeoJson) return geoJson(library, chosen);
        const AreasCsv how = howCsv(chosen);
        if (order_.kind == OrderKind::Csv)
            return order_.hasScores ? scoresCsv(library, analysis_, how)
                                    : figuresCsv(library, analysis_.columns(), chosen.level, how);
        const AtlasHead& head = *library.head();
        const std::string files[] = {order_.file};
        if (!order_.hasScores) return csvwText(head, figuresShape(chosen.level, how), files, {});
        const std::string spec =
            specId(head, chosen.weights, chosen.arithmetic, chosen.level, scopeOf(chosen, library));
        return csvwText(head, scoresShape(chosen.level, how), files, spec);
    }

    // Scores as `dex publish` writes them, figures as `dex export` does.
    std::optional<std::string> geoJson(const Library& library, const Chosen& chosen) const {
        const LevelScores* scores = order_.hasScores ? analysis_.scoresAt(chosen.level, library) : nullptr;
        if (order_.hasScores && !scores) return std::nullopt;
        const TableShape shape =
            scores ? TableShape{.level = chosen.level, .hasScores = true, .figures = FigureColumns::None}
                   : geoJsonShape(chosen.level, true);
        const auto cells = AreaCells::of(library, analysis_.columns(), scores, shape,
                                         {.decimals = scores ? kScoreDecimals : kExactly});
        if (!cells) return std::nullopt;
        const std::uint16_t lod = lodOf(*library.head(), chosen);
        std::vector<Tile> tiles;
        for (std::size_t i = 0; i < tiles_.lods()[lod].tiles.size(); ++i)
            tiles.push_back(*tiles_.tile({lod, static_cast<std::uint16_t>(i)}));
        const GeoJsonStyle style = scores ? GeoJsonStyle{.decimals = kPlaceDecimals} : GeoJsonStyle{};
        return AreasGeoJson(library, *cells, tiles, style).text(placeOf(chosen));
    }

    static constexpr int kScoreDecimals = 3, kPlaceDecimals = 6;

    Order order_;
    Analysis analysis_;
    TileStore tiles_;
};

}  // namespace

std::unique_ptr<Work> tableWork(Order order) { return std::make_unique<TableWork>(std::move(order)); }

}  // namespace dex
