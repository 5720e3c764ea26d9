#pragma once

#include <cpl_error.h>
#include <cpl_vsi.h>

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "base/result.h"
#include "compile/read_text.h"

namespace dex {

// Reads bytes as a table that came under this name. It has rows of valid UTF-8, or there is a sentence.
inline void readAsFile(const char* name, const std::uint8_t* data, std::size_t size) {
    const std::string path = std::string("/vsimem/") + name;
    // GDAL only reads it.
    VSIFCloseL(VSIFileFromMemBuffer(path.c_str(), const_cast<std::uint8_t*>(data), size, FALSE));
    CPLPushErrorHandler(CPLQuietErrorHandler);
    Problems problems;
    const auto rows = readRows(path, name, {}, problems);
    DEX_CHECK(rows.has_value() || problems.any());
    if (rows) {
        for (const TextRow& row : rows->rows) {
            for (const std::string& field : row.fields) DEX_CHECK(isUtf8(field));
        }
    }
    CPLPopErrorHandler();
    VSIUnlink(path.c_str());
}

}  // namespace dex
