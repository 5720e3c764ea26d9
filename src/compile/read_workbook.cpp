#include "compile/read_workbook.h"

#include <ogrsf_frmts.h>

#include <array>
#include <charconv>
#include <memory>

#include "compile/file_settings.h"
#include "compile/text.h"
#include "compile/zip_members.h"
#include "table/clean.h"
#include "table/number.h"

namespace dex {

namespace {

// As many as spreadsheets show of a number.
constexpr std::size_t kShownDigits = 15;

// Options of GDAL that hold while this lives: every line is a row, every cell the text that the file has.
class PlainCells {
public:
    PlainCells() { set("DISABLE", "STRING"); }
    ~PlainCells() { set(nullptr, nullptr); }
    PlainCells(const PlainCells&) = delete;
    PlainCells& operator=(const PlainCells&) = delete;

private:
    static void set(const char* headers, const char* types) {
        for (const char* driver : {"XLSX", "XLS", "ODS"}) {
            const std::string option = std::string("OGR_") + driver;
            CPLSetThreadLocalConfigOption((option + "_HEADERS").c_str(), headers);
            CPLSetThreadLocalConfigOption((option + "_FIELD_TYPES").c_str(), types);
        }
    }
};

// 0.1 and not the 0.10000000000000001 that stands in the file.
std::string asShown(const std::string& cell) {
    if (cell.size() <= kShownDigits || !parseNumber(cell)) return cell;
    double value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    std::array<char, 64> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, kShownDigits);
    return {text.data(), end.ptr};
}

}  // namespace

bool isWorkbook(const std::string& path) {
    std::array<unsigned char, 4> start{};
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) return false;
    const std::size_t size = VSIFReadL(start.data(), 1, start.size(), file);
    VSIFCloseL(file);
    // The first bytes of a compound file, in which workbooks were kept before they were zips.
    if (size == 4 && start == std::array<unsigned char, 4>{0xd0, 0xcf, 0x11, 0xe0}) return true;
    return isZip(path) && (memberPath(path, "xl/workbook.xml") || memberPath(path, "content.xml"));
}

std::optional<TextRows> readWorkbook(const std::string& path, const std::string& name, const std::string& sheet,
                                     Problems& problems) {
    GDALAllRegister();
    // Before the workbook is opened: GDAL reads these options then.
    const PlainCells plain;
    constexpr std::array<const char*, 4> kDrivers = {"XLSX", "XLS", "ODS", nullptr};
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const std::unique_ptr<GDALDataset> book(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, kDrivers.data(), nullptr, nullptr));
    CPLPopErrorHandler();
    if (book == nullptr || book->GetLayerCount() == 0) {
        problems.add(name, "is a workbook that could not be read. Save the sheet as \"CSV UTF-8\"");
        return std::nullopt;
    }
    OGRLayer* layer = sheet.empty() ? book->GetLayer(0) : book->GetLayerByName(sheet.c_str());
    std::string sheets;
    for (int i = 0; i < book->GetLayerCount(); ++i)
        sheets += (i == 0 ? "" : ", ") + inQuotes(book->GetLayer(i)->GetName());
    if (layer == nullptr) {
        problems.add(name, "has no sheet " + inQuotes(sheet) + ". It has " + sheets);
        return std::nullopt;
    }
    if (sheet.empty() && book->GetLayerCount() > 1) {
        problems.note(name, "has the sheets " + sheets + ". The first was read. Another is read by " +
                                settingText(name, "sheet", book->GetLayer(1)->GetName()));
    }
    TextRows rows;
    for (const auto& line : *layer) {
        TextRow row{static_cast<std::uint32_t>(line->GetFID()), {}};
        for (int field = 0; field < line->GetFieldCount(); ++field) {
            const bool isSet = line->IsFieldSetAndNotNull(field) != 0;
            row.fields.push_back(isSet ? asShown(cleaned(line->GetFieldAsString(field))) : std::string());
        }
        rows.rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace dex
