// A made-up council with its files as councils have them, compiled by the very recipe that docs/data.md teaches under
// "Make a map of your own area": wards in a GeoPackage on the British grid, figures in a workbook with two lines of header
// and marks in its cells, postcodes as ONS publishes them.

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "base/exact.h"
#include "compile/locate_rows.h"
#include "compile/mini.h"

namespace dex {
namespace {

constexpr int kColumns = 4, kRows = 3, kSideMetres = 500;  // Areas, and the metres of their sides.
constexpr double kEast = 400'000, kNorth = 300'000;

// The one recipe on the page.
std::string taughtRecipe() {
    const std::string page = mini::textOf(std::string(DEX_ROOT) + "/docs/data.md");
    const auto heading = page.find("## Make a map of your own area");
    const auto begin = page.find("```json\n", heading);
    const auto end = page.find("```\n", begin + 8);
    EXPECT_TRUE(heading != std::string::npos && begin != std::string::npos && end != std::string::npos);
    return heading == std::string::npos ? std::string() : page.substr(begin + 8, end - begin - 8);
}

std::string codeOf(int area) { return "E010200" + std::to_string(area / 10) + std::to_string(area % 10); }

void addText(OGRLayer* layer, const char* name) {
    OGRFieldDefn field(name, OFTString);
    ASSERT_EQ(layer->CreateField(&field), OGRERR_NONE);
}

void writeAreas(const std::string& path) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    ASSERT_NE(driver, nullptr);
    const std::unique_ptr<GDALDataset> file(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference grid;
    ASSERT_EQ(grid.importFromEPSG(27700), OGRERR_NONE);
    OGRLayer* layer = file->CreateLayer("LSOA_2021_Wexbury", &grid, wkbPolygon, nullptr);
    for (const char* name : {"LSOA21CD", "LSOA21NM", "WD25CD", "WD25NM"}) addText(layer, name);
    constexpr const char* kWards[] = {"Abbey", "Market", "Riverside"};
    for (int area = 0; area < kColumns * kRows; ++area) {
        const int row = area / kColumns;
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField(0, codeOf(area + 1).c_str());
        feature.SetField(1,
                         ("Wexbury 00" + std::to_string(row + 1) + static_cast<char>('A' + area % kColumns)).c_str());
        feature.SetField(2, ("E050000" + std::to_string(10 + row)).c_str());
        feature.SetField(3, kWards[row]);
        const double x = kEast + area % kColumns * kSideMetres, y = kNorth + row * kSideMetres;
        OGRLinearRing ring;
        constexpr std::array<std::pair<int, int>, 5> kCorners = {
            {{0, 0}, {0, kSideMetres}, {kSideMetres, kSideMetres}, {kSideMetres, 0}, {0, 0}}};
        for (const auto& [dx, dy] : kCorners) ring.addPoint(x + dx, y + dy);
        OGRPolygon polygon;
        polygon.addRing(&ring);
        feature.SetGeometry(&polygon);
        ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
}

void writeWorkbook(const std::string& path) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    ASSERT_NE(driver, nullptr);
    const std::unique_ptr<GDALDataset> book(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* sheet = book->CreateLayer("Offline", nullptr, wkbNone, nullptr);
    // The names of the fields are the first line: what a council writes above its table.
    for (const char* name : {"Residents and people offline", "Wexbury Council", "May 2025", "[c] means withheld"})
        addText(sheet, name);
    const std::vector<std::array<const char*, 4>> rows = {
        {"LSOA code", "2025", "", ""},          {"", "Residents", "Aged 65 and over", "Never online"},
        {"E01020001", "1,500", "300", "8.1%"},  {"E01020002", "1,600", "320", "9.4%"},
        {"E01020003", "1,400", "420", "12.3%"}, {"E01020004", "1,550", "[c]", "[c]"},
        {"E01020005", "1,700", "510", "6.0%"},  {"E01020006", "1,450", "290", "5.5%"},
        {"E01020007", "1,480", "222", "7.7%"},  {"E01020008", "1,520", "304", "10.0%"},
        {"E01020009", "1,610", "644", "15.2%"}, {"E01020010", "1,390", "417", "14.9%"},
        {"E01020011", "1,440", "360", "11.1%"}, {"E01020012", "1,500", "225", "4.2%"},
    };
    for (const auto& cells : rows) {
        OGRFeature row(sheet->GetLayerDefn());
        for (int i = 0; i < 4; ++i) row.SetField(i, cells[static_cast<std::size_t>(i)]);
        ASSERT_EQ(sheet->CreateFeature(&row), OGRERR_NONE);
    }
}

void writePostcodes(const std::string& path) {
    std::ofstream(path)
        << "pcd,pcd2,pcds,dointr,doterm,oscty,oseast1m,osnrth1m,osgrdind,lat,long\n"
           "\"WX1 1AA\",\"WX1  1AA\",\"WX1 1AA\",198001,,E99999999,400250,300250,1,52.597,-1.996\n"
           "\"WX1 1AB\",\"WX1  1AB\",\"WX1 1AB\",198001,,E99999999,401750,301250,1,52.606,-1.974\n"
           "\"WX1 1AD\",\"WX1  1AD\",\"WX1 1AD\",198001,199612,E99999999,400750,300250,1,52.597,-1.989\n"
           "\"WX1 9ZZ\",\"WX1  9ZZ\",\"WX1 9ZZ\",201905,,E99999999,,,9,99.999999,0.000000\n"
           "\"WX2 1AA\",\"WX2  1AA\",\"WX2 1AA\",198001,,E99999999,402100,300250,1,52.597,-1.969\n"
           "\"WX9 1AA\",\"WX9  1AA\",\"WX9 1AA\",198001,,E99999999,420000,320000,1,52.777,-1.703\n";
}

class Council : public testing::Test {
protected:
    void SetUp() override {
        GDALAllRegister();
        folder_ = mini::scratch("council");
        writeAreas(folder_ + "/wexbury.gpkg");
        writeWorkbook(folder_ + "/offline.xlsx");
        writePostcodes(folder_ + "/ONSPD.csv");
        DataFolders where;
        where.folders.push_back(folder_);
        run_.atlas = compileAtlas(taughtRecipe(), "wexbury.json", where, run_.report, run_.problems);
        for (const auto& sentence : run_.problems.sentences()) ADD_FAILURE() << sentence;
        ASSERT_TRUE(run_.atlas);
        atlas_ = mini::opened(*run_.atlas, folder_ + "/atlas");
        ASSERT_TRUE(atlas_);
    }

    std::string folder_;
    mini::Run run_;
    std::optional<AtlasFolder> atlas_;
};

TEST_F(Council, IsCompiledByTheRecipeThatThePageTeaches) {
    Problems problems;
    const auto areas = atlas_->names(0, problems), wards = atlas_->names(1, problems);
    ASSERT_TRUE(areas && wards);
    EXPECT_EQ(areas->codes.size(), 12u);
    EXPECT_EQ(areas->names[0], "Abbey (Wexbury 001A)");
    EXPECT_EQ(wards->names, (std::vector<std::string>{"Abbey", "Market", "Riverside"}));
    EXPECT_TRUE(run_.report.notes.empty()) << run_.report.notes[0];
    EXPECT_TRUE(run_.report.isWeighted);
}

TEST_F(Council, HasTheFiguresOfItsWorkbook) {
    const Column older = *mini::columnAt(*atlas_, 0, 0), offline = *mini::columnAt(*atlas_, 1, 0);
    EXPECT_EQ(older.values[0], 0.2);
    EXPECT_EQ(offline.values[2], 0.123);
    EXPECT_EQ(older.states[3], CellState::Suppressed);
    EXPECT_EQ(offline.states[3], CellState::Suppressed);
    const Column olderInWards = *mini::columnAt(*atlas_, 0, 1), offlineInWards = *mini::columnAt(*atlas_, 1, 1);
    EXPECT_EQ(olderInWards.numerators[0], 1040);
    EXPECT_EQ(olderInWards.denominators[0], 4500);
    EXPECT_EQ(offlineInWards.states[0], CellState::WeightedRollUp);
    EXPECT_EQ(offlineInWards.values[0], rounded9((0.081 * 1500 + 0.094 * 1600 + 0.123 * 1400) / 4500));
}

TEST_F(Council, FindsItsPostcodes) {
    const auto& postcodes = *run_.report.postcodes;
    EXPECT_EQ(postcodes.within, 2u);
    EXPECT_EQ(postcodes.beside, 1u);
    EXPECT_EQ(postcodes.outside, 1u);
    EXPECT_EQ(postcodes.withoutPlace, 1u);
    EXPECT_EQ(postcodes.ended, 1u);
    Problems problems;
    const auto located = locateRows(*atlas_, "postcode\nWX1 1AB\n", "list", {}, problems);
    ASSERT_TRUE(located);
    EXPECT_EQ(located->csv, "postcode,code,name\nWX1 1AB,E01020012,Riverside (Wexbury 003D)\n");
}

}  // namespace
}  // namespace dex
