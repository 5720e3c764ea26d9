// The same areas in other formats make the same tiles.

#include <gdal_utils.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "compile/mini.h"
#include "compile/read_layer.h"
#include "compile/read_text.h"

namespace dex {
namespace {

std::vector<std::string> tilesOf(const FinishedAtlas& atlas) {
    std::vector<std::string> names;
    for (const auto& one : atlas.files) {
        if (one.file.kind == FileKind::Tile) names.push_back(one.file.name);
    }
    return names;
}

// Writes the areas again as `file` in a scratch folder, by GDAL.
std::string rewritten(const std::string& file, const std::vector<std::string>& arguments) {
    GDALAllRegister();
    const std::string folder = mini::scratch("formats");
    GDALDatasetH source =
        GDALOpenEx((mini::folder() + "/areas.geojson").c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    CPLStringList options;
    for (const auto& argument : arguments) options.AddString(argument.c_str());
    GDALVectorTranslateOptions* how = GDALVectorTranslateOptionsNew(options.List(), nullptr);
    GDALDatasetH written = GDALVectorTranslate((folder + "/" + file).c_str(), nullptr, 1, &source, how, nullptr);
    EXPECT_NE(written, nullptr);
    GDALVectorTranslateOptionsFree(how);
    GDALClose(written);
    GDALClose(source);
    return folder;
}

std::vector<std::string> tilesFrom(const std::string& file, const std::string& folder) {
    const auto run = mini::compile(mini::replaced(mini::recipe(), "\"areas.geojson\"", "\"" + file + "\""), folder);
    for (const auto& sentence : run.problems.sentences()) ADD_FAILURE() << sentence;
    return run.atlas ? tilesOf(*run.atlas) : std::vector<std::string>{};
}

std::vector<std::string> expected() { return tilesOf(*mini::compile(mini::recipe()).atlas); }

TEST(Formats, TopoJsonMakesTheSameTiles) { EXPECT_EQ(tilesFrom("areas.topojson", mini::folder()), expected()); }

TEST(Formats, GeoPackageMakesTheSameTiles) {
    EXPECT_EQ(tilesFrom("areas.gpkg", rewritten("areas.gpkg", {"-f", "GPKG"})), expected());
}

TEST(Formats, ZippedShapefileMakesTheSameTiles) {
    EXPECT_EQ(tilesFrom("areas.shz", rewritten("areas.shz", {"-f", "ESRI Shapefile"})), expected());
}

TEST(Formats, ShapefileMakesTheSameTiles) {
    EXPECT_EQ(tilesFrom("areas.shp", rewritten("areas.shp", {"-f", "ESRI Shapefile"})), expected());
}

TEST(Formats, GzippedGeoJsonMakesTheSameTiles) {
    const std::string folder = mini::scratch("gzip");
    const std::string text = mini::textOf(mini::folder() + "/areas.geojson");
    VSILFILE* file = VSIFOpenL(("/vsigzip/" + folder + "/areas.geojson.gz").c_str(), "wb");
    ASSERT_NE(file, nullptr);
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
    EXPECT_EQ(tilesFrom("areas.geojson.gz", folder), expected());
}

TEST(Formats, ALayerMustBeNamedWhereThereAreSeveral) {
    const std::string folder = rewritten("areas.gpkg", {"-f", "GPKG"});
    GDALDatasetH source =
        GDALOpenEx((mini::folder() + "/areas.geojson").c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    CPLStringList options;
    for (const char* argument : {"-update", "-nln", "second"}) options.AddString(argument);
    GDALVectorTranslateOptions* how = GDALVectorTranslateOptionsNew(options.List(), nullptr);
    GDALClose(GDALVectorTranslate((folder + "/areas.gpkg").c_str(), nullptr, 1, &source, how, nullptr));
    GDALVectorTranslateOptionsFree(how);
    GDALClose(source);
    Problems problems;
    EXPECT_FALSE(readLayer({folder + "/areas.gpkg", "areas.gpkg", "", {"code"}, {}, {}}, problems));
    EXPECT_NE(problems.sentences()[0].find("2 layers"), std::string::npos);
    Problems none;
    EXPECT_TRUE(readLayer({folder + "/areas.gpkg", "areas.gpkg", "second", {"code"}, {}, {}}, none));
}

TEST(Formats, WorkbooksAreTables) {
    GDALAllRegister();
    const std::string folder = mini::scratch("workbook");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    ASSERT_NE(driver, nullptr);
    {
        const std::unique_ptr<GDALDataset> book(
            driver->Create((folder + "/book.xlsx").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        for (const char* sheet : {"First", "Second"}) {
            OGRLayer* layer = book->CreateLayer(sheet, nullptr, wkbNone, nullptr);
            OGRFieldDefn code("code", OFTString), number("n", OFTReal);
            layer->CreateField(&code);
            layer->CreateField(&number);
            OGRFeature row(layer->GetLayerDefn());
            row.SetField(0, (std::string(sheet) + "\n").c_str());
            row.SetField(1, 0.1);
            ASSERT_EQ(layer->CreateFeature(&row), OGRERR_NONE);
        }
    }
    const auto read = [&](const FileSettings& settings, Problems& problems) {
        const auto rows = readRows(folder + "/book.xlsx", "book.xlsx", settings, problems);
        for (const auto& sentence : problems.sentences()) ADD_FAILURE() << sentence;
        return rows ? rows->rows : std::vector<TextRow>{};
    };
    Problems problems, more;
    const auto rows = read({}, problems);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].fields, (std::vector<std::string>{"code", "n"}));
    EXPECT_EQ(rows[1].fields, (std::vector<std::string>{"First", "0.1"}));
    EXPECT_EQ(rows[1].row, 2u);
    EXPECT_NE(problems.notes()[0].find("\"files\": {\"book.xlsx\": {\"sheet\": \"Second\"}}"), std::string::npos);
    FileSettings settings;
    settings.sheet = "Second";
    EXPECT_EQ(read(settings, more)[1].fields[0], "Second");
    EXPECT_TRUE(more.notes().empty());
}

TEST(Formats, NationalGridComesByTheNamedOperation) {
    const std::string folder = rewritten(
        "areas.gpkg", {"-f", "GPKG", "-s_srs", "+proj=longlat +ellps=WGS84 +no_defs", "-t_srs", "EPSG:27700", "-ct",
                       "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step "
                       "+proj=cart +ellps=WGS84 "
                       "+step +inv +proj=helmert +convention=position_vector +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 "
                       "+ry=0.247 +rz=0.842 +s=-20.489 "
                       "+step +inv +proj=cart +ellps=airy +step +proj=pop +v_3 "
                       "+step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"});
    Problems problems;
    const auto there = readLayer({folder + "/areas.gpkg", "areas.gpkg", "", {"code"}, {}, {}}, problems);
    const auto here = readLayer({mini::folder() + "/areas.geojson", "areas.geojson", "", {"code"}, {}, {}}, problems);
    ASSERT_TRUE(there && here);
    ASSERT_EQ(there->size(), here->size());
    for (std::size_t i = 0; i < here->size(); ++i) {
        const auto &a = here->at(i).polygon.parts[0][0], &b = there->at(i).polygon.parts[0][0];
        ASSERT_EQ(a.size(), b.size());
        // A thousandth of a cell of 23 bits is 5 mm.
        for (std::size_t p = 0; p < a.size(); ++p) {
            EXPECT_NEAR(a[p].x * (1 << 23), b[p].x * (1 << 23), 1e-3);
            EXPECT_NEAR(a[p].y * (1 << 23), b[p].y * (1 << 23), 1e-3);
        }
    }
}

}  // namespace
}  // namespace dex
