#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "table/decode.h"
#include "table/marks.h"
#include "table/number.h"
#include "table/table.h"

// A text file from its bytes to numbers: whatever comes in, what comes out is valid UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    dex::TableProblems problems;
    const auto text = dex::decodeText({reinterpret_cast<const char*>(data), size}, problems);
    if (!text) return 0;
    DEX_CHECK(dex::isUtf8(text->utf8));
    const dex::TextRows rows = dex::splitRows(text->utf8, problems);
    for (const dex::TextRow& row : rows.rows) {
        for (const std::string& field : row.fields) {
            DEX_CHECK(dex::isUtf8(field));
            const std::string_view number = dex::takeApart(field).number;
            for (const char decimal : {'.', ','}) {
                if (const auto read = dex::parseNumber(number, decimal)) static_cast<void>(read->toDouble());
            }
        }
    }
    if (rows.rows.empty() || rows.rows[0].fields.size() < 2) return 0;
    const auto& header = rows.rows[0].fields;
    const auto table = dex::takeTable(rows, "fuzz", header[0], {header[1]}, problems);
    if (table) static_cast<void>(dex::decimalSignOf(*table, {0}, problems));
    return 0;
}
