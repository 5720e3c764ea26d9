#pragma once

#include <optional>
#include <string>

#include "compile/file_settings.h"
#include "compile/problems.h"
#include "table/rows.h"

namespace dex {

// The whole of a file, unpacked where its contents say that it is gzipped or zipped (zip_members.h).
std::optional<std::string> readBytes(const std::string& path, Problems& problems);

// The same as UTF-8 text, for files whose standard says that they are UTF-8 (JSON); UTF-16 is understood besides.
std::optional<std::string> readText(const std::string& path, Problems& problems);

// The rows of a table, which is called `name` in messages. Text that had to be taken for Windows-1252 is noted.
std::optional<TextRows> readRows(const std::string& path, const std::string& name, const FileSettings& settings,
                                 Problems& problems);

// Bytes that are a table already: those of standard input.
std::optional<TextRows> rowsOf(std::string_view bytes, const std::string& name, const FileSettings& settings,
                               Problems& problems);

}  // namespace dex
