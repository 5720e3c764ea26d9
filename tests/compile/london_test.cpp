// London as it was published: skipped where the files are missing (docs/data.md).

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "compile/audit_lod.h"
#include "compile/london.h"
#include "compile/source_files.h"
#include "find/postcode.h"
#include "geo/projection.h"
#include "map/pick.h"
#include "output/cell_state_id.h"
#include "support/samples.h"

namespace dex {
namespace {

std::string outputOf(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return text;
    char part[1 << 16];
    for (std::size_t size; (size = fread(part, 1, sizeof part, pipe)) > 0;) text.append(part, size);
    pclose(pipe);
    return text;
}

class London : public london::London {
protected:
    // Every cell of a level against the figures that were computed a second time, without recipe and without our C++.
    static void compareWithOracle(std::uint32_t level) {
        static const auto levels = nlohmann::json::parse(outputOf("cd " DEX_ROOT " && node tests/data/oracle.mjs"));
        const auto& oracle = levels.at(atlas_->head().levels[level].id);
        Problems problems;
        const auto names = atlas_->names(level, problems);
        ASSERT_EQ(oracle.size(), names->codes.size());
        std::uint32_t cells = 0;
        for (std::size_t i = 0; i < atlas_->head().indicators.size(); ++i) {
            const std::optional<Column> column = mini::columnAt(*atlas_, i, level);
            ASSERT_TRUE(column);
            for (std::size_t area = 0; area < names->codes.size(); ++area) {
                const auto& cell = oracle.at(names->codes[area]).at(atlas_->head().indicators[i].id);
                ASSERT_EQ(idOf(column->states[area]), cell.at("state").get<std::string>()) << names->codes[area];
                ++cells;
                if (!hasNumber(column->states[area])) continue;
                if (!cell.contains("numerator")) {
                    ASSERT_EQ(column->values[area], cell.at("value").get<double>()) << names->codes[area];
                    continue;
                }
                ASSERT_EQ(column->numerators[area], cell.at("numerator").get<double>());
                ASSERT_EQ(column->denominators[area], cell.at("denominator").get<double>());
                ASSERT_NEAR(column->values[area], cell.at("value").get<double>(), 5.1e-10);
            }
        }
        RecordProperty("cells", std::to_string(cells));
    }
};

TEST_F(London, HasTheAreasOfEachLevel) {
    const std::map<std::string, std::uint32_t> expected{
        {"small-area", 4994}, {"neighbourhood", 1002}, {"ward", 684}, {"borough", 33}};
    ASSERT_EQ(atlas_->head().levels.size(), expected.size());
    for (const Level& level : atlas_->head().levels) EXPECT_EQ(level.areaCount, expected.at(level.id)) << level.id;
}

TEST_F(London, Carries335AreasThatCodesAloneWouldLose) {
    ASSERT_EQ(report_.carries.size(), 1u);
    EXPECT_EQ(report_.carries[0].unchanged, 4659u);
    EXPECT_EQ(report_.carries[0].split, 313u);
    EXPECT_EQ(report_.carries[0].merged, 22u);
    EXPECT_NE(reportText(report_).find("335 areas would have been lost"), std::string::npos);
}

TEST_F(London, AgreesWithTheOracleOnSmallAreas) { compareWithOracle(0); }
TEST_F(London, AgreesWithTheOracleOnNeighbourhoods) { compareWithOracle(1); }
TEST_F(London, AgreesWithTheOracleOnWards) { compareWithOracle(2); }
TEST_F(London, AgreesWithTheOracleOnBoroughs) { compareWithOracle(3); }

TEST_F(London, NamesASmallAreaByItsNeighbourhood) {
    Problems problems;
    const auto names = atlas_->names(0, problems);
    const auto at = std::find(names->details.begin(), names->details.end(), "Southwark 022B");
    ASSERT_NE(at, names->details.end());
    EXPECT_EQ(names->names[static_cast<std::size_t>(at - names->details.begin())], "Peckham North (Southwark 022B)");
}

TEST_F(London, EqualsTheEmbeddedBoroughs) {
    Problems problems;
    Report report;
    const std::string data = std::string(DEX_ROOT) + "/data";
    auto compiled = compileAtlas(mini::textOf(data + "/recipes/london-boroughs.json"), "london-boroughs.json", {{data}},
                                 report, problems);
    for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    ASSERT_TRUE(compiled);
    const auto boroughs = mini::opened(*compiled, mini::scratch("boroughs"));
    ASSERT_TRUE(boroughs);
    EXPECT_EQ(boroughs->names(0, problems)->codes, atlas_->names(3, problems)->codes);
    for (std::size_t i = 0; i < boroughs->head().indicators.size(); ++i) {
        const std::string& id = boroughs->head().indicators[i].id;
        std::size_t same = 0;
        while (same < atlas_->head().indicators.size() && atlas_->head().indicators[same].id != id) ++same;
        ASSERT_LT(same, atlas_->head().indicators.size()) << id;
        const auto embedded = mini::columnAt(*boroughs, i, 0), rolled = mini::columnAt(*atlas_, same, 3);
        ASSERT_TRUE(embedded && rolled) << id;
        EXPECT_EQ(embedded->values, rolled->values) << id;
        EXPECT_EQ(embedded->states, rolled->states) << id;
        EXPECT_EQ(embedded->numerators, rolled->numerators) << id;
        EXPECT_EQ(embedded->denominators, rolled->denominators) << id;
    }
}

TEST_F(London, HasSoundGeometryAtEveryLevelOfDetail) {
    for (std::size_t lod = 0; lod < atlas_->head().lods.size(); ++lod) {
        Problems problems;
        const LodCounts counts = auditLod(tilesOf(lod), 4994, "level of detail " + std::to_string(lod), problems);
        EXPECT_EQ(counts.areas, 4994u);
        EXPECT_EQ(counts.parts, 4994u + 43u);  // 37 areas of several parts hold 43 more among them.
        EXPECT_EQ(counts.holes, 1u);
        for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
    }
}

// GEOS on the published polygons, found by their boxes, and these by the strip of longitudes that they reach into.
class PublishedAreas {
public:
    explicit PublishedAreas(const std::string& path) {
        GDALAllRegister();
        data_.reset(GDALDataset::Open(("/vsigzip/" + path).c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
        if (data_ == nullptr) return;
        for (const auto& feature : *data_->GetLayer(0)) {
            Area area{
                feature->GetFieldAsString("LSOA21CD"), std::unique_ptr<OGRGeometry>(feature->StealGeometry()), {}};
            area.geometry->getEnvelope(&area.box);
            for (int strip = stripOf(area.box.MinX); strip <= stripOf(area.box.MaxX); ++strip)
                strips_[strip].push_back(areas_.size());
            areas_.push_back(std::move(area));
        }
    }
    std::string codeAt(const OGRPoint& point) const {
        const auto strip = strips_.find(stripOf(point.getX()));
        if (strip == strips_.end()) return {};
        for (const std::size_t i : strip->second) {
            const Area& area = areas_[i];
            if (inBox(area, point, 0) && area.geometry->Intersects(&point)) return area.code;
        }
        return {};
    }
    // Degrees to the nearest border of any area, up to 0.01.
    double degreesToBorder(const OGRPoint& point) const {
        double min = 1;
        for (const Area& area : areas_) {
            if (!inBox(area, point, 0.01)) continue;
            const std::unique_ptr<OGRGeometry> border(area.geometry->Boundary());
            min = std::min(min, border->Distance(&point));
        }
        return min;
    }
    OGREnvelope extent() const {
        OGREnvelope all;
        for (const Area& area : areas_) all.Merge(area.box);
        return all;
    }

private:
    struct Area {
        std::string code;
        std::unique_ptr<OGRGeometry> geometry;
        OGREnvelope box;
    };
    static int stripOf(double lonDeg) { return static_cast<int>(std::floor(lonDeg * 500)); }
    static bool inBox(const Area& area, const OGRPoint& p, double margin) {
        return p.getX() >= area.box.MinX - margin && p.getX() <= area.box.MaxX + margin &&
               p.getY() >= area.box.MinY - margin && p.getY() <= area.box.MaxY + margin;
    }
    std::unique_ptr<GDALDataset> data_;
    std::vector<Area> areas_;
    std::map<int, std::vector<std::size_t>> strips_;
};

TEST_F(London, LocatesPointsAsGeosDoesOnThePublishedPolygons) {
    const PublishedAreas published(london::dataFolder() + "/boundaries/london_lsoa21_bgc.geojson.gz");
    Problems problems;
    const auto names = atlas_->names(0, problems);
    TileStore store;
    store.open(atlas_->head().lods);
    const std::size_t lod = atlas_->head().lods.size() - 1;
    for (std::size_t i = 0; i < atlas_->head().lods[lod].tiles.size(); ++i) {
        ASSERT_TRUE(store.put({static_cast<std::uint16_t>(lod), static_cast<std::uint16_t>(i)},
                              *atlas_->tile(lod, i, problems)));
    }
    // One step of the grid in degrees of longitude, and of latitude at 52° north, the larger.
    const double step = 360 / cellsPerWorld(atlas_->head().lods[lod].gridBits);
    const OGREnvelope box = published.extent();
    samples::Random random(2026);
    const auto between = [&](double min, double max) {
        return min + (max - min) * static_cast<double>(random.next() >> 11) / 9007199254740992.0;
    };
    int differences = 0, inside = 0;
    double farthest = 0;
    for (int i = 0; i < 100000; ++i) {
        const LonLat place{between(box.MinX, box.MaxX), between(box.MinY, box.MaxY)};
        const auto area = areaAt(store, toWorld(place));
        const OGRPoint point(place.lonDeg, place.latDeg);
        const std::string code = published.codeAt(point), ours = area ? names->codes[*area] : std::string();
        inside += code.empty() ? 0 : 1;
        if (code == ours) continue;
        ++differences;
        farthest = std::max(farthest, published.degreesToBorder(point) / step);
    }
    std::printf("100,000 points, %d inside: %d located otherwise than by GEOS, at most %.2f grid steps from a border\n",
                inside, differences, farthest);
    EXPECT_LE(farthest, 1);
    EXPECT_GT(inside, 50000);
}

// The table beside the list was derived with GEOS from borders generalised to 20 m, ours from finer ones: near a border
// they may differ.
TEST_F(London, LocatesPostcodesAsTheDerivedTableDoes) {
    Problems problems;
    SourceFiles files({{london::dataFolder()}});
    const auto table = files.table("lookups/postcode_lsoa21_derived_london.csv.gz", "postcode",
                                   {"postcode", "lsoa21cd_derived", "match"}, problems);
    const auto gazetteer = atlas_->gazetteer(problems);
    const auto names = atlas_->names(0, problems);
    ASSERT_TRUE(table && gazetteer && names);
    std::map<std::string, std::pair<std::string, bool>> ours;
    std::uint32_t largest = 0;
    for (const auto& outward : gazetteer->outwards) {
        const auto postcodes = atlas_->postcodes(outward, problems);
        ASSERT_TRUE(postcodes);
        largest = std::max(largest, outward.file.bytes);
        for (const auto& one : postcodes->all)
            ours[outward.code + " " + inwardText(one.inward)] = {names->codes[one.area], one.isBeside};
    }
    ASSERT_TRUE(report_.postcodes);
    EXPECT_EQ(report_.postcodes->read, 180792u);
    EXPECT_EQ(ours.size(), table->rows.size());
    std::uint32_t same = 0, differs = 0, sameBeside = 0, theirBeside = 0;
    std::string some;
    for (const auto& row : table->rows) {
        const auto found = ours.find(row.cells[0]);
        ASSERT_NE(found, ours.end()) << row.cells[0];
        const bool isBeside = row.cells[2] != "within";
        theirBeside += isBeside ? 1 : 0;
        sameBeside += isBeside && found->second.second ? 1 : 0;
        if (found->second.first == row.cells[1]) {
            ++same;
        } else if (++differs <= 5) {
            some += " " + row.cells[0] + " " + found->second.first + " not " + row.cells[1] + ";";
        }
    }
    std::printf(
        "%u postcodes: %u in the area of the derived table, %u in another (%s …); %u in no area, %u there, %u "
        "of them the same\n",
        static_cast<unsigned>(ours.size()), same, differs, some.c_str(), report_.postcodes->beside, theirBeside,
        sameBeside);
    std::printf("%u outward codes, the largest file %u bytes\n", report_.postcodes->outwards, largest);
    EXPECT_EQ(report_.postcodes->outside, 0u);
    EXPECT_LT(differs, 1000u);
    EXPECT_LT(largest, 8000u);
    EXPECT_EQ(gazetteer->unfitted.size(), 20u);
}

}  // namespace
}  // namespace dex
