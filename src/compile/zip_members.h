#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/problems.h"

namespace dex {

enum class MemberKind : std::uint8_t { Table, Layer };

// Whether the file's contents begin as a zip's do. Its name does not matter: publishers' files are renamed on the way.
bool isZip(const std::string& path);

// The path by which GDAL's file system reads the file at `path` unpacked: itself, or the one fitting member of a zip, which
// may lie in folders, beside licences and what the Finder leaves, or in a zip within the zip. Of several fitting ones the
// recipe has to name one ("bulk.zip/data.csv"): they are listed. `path` may name such a member already.
std::optional<std::string> readablePath(const std::string& path, MemberKind kind, Problems& problems);

// The member `inner` of the zip at `path`, as GDAL's file system names it; nothing where there is none of that name.
std::optional<std::string> memberPath(const std::string& path, const std::string& inner);

}  // namespace dex
