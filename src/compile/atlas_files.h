#pragma once

#include <string>
#include <vector>

#include "archive/atlas.h"
#include "compile/problems.h"

namespace dex {

// The files of an atlas before they are written, each once.
class AtlasFiles {
public:
    // Adds a file, or finds the same bytes again. `what` says what it is in the report.
    FileIndex add(FileKind kind, Bytes bytes, std::string what, FileIndex shared = kNoFile);

    // Whether there is such a file already that rests on another one: a file's name says its bytes alone.
    bool isTaken(FileKind kind, const Bytes& bytes, FileIndex shared) const;

    struct One {
        AtlasFile file;
        Bytes bytes;
        std::string what;
    };
    const std::vector<One>& all() const { return files_; }
    std::vector<AtlasFile> list() const;

private:
    std::vector<One> files_;
};

// Everything that is to stand in the atlas's folder.
struct FinishedAtlas {
    std::vector<AtlasFiles::One> files;  // The head among them.
    std::string json;                    // atlas.json
};

// Puts the atlas into `folder` so that a reader at any moment finds the old atlas or the new one whole: everything is
// written beside it first, hashed files are moved in, then atlas.json takes the place of the old one, and at last
// hashed files that it does not name are removed. Other files in the folder are left alone. When anything fails the
// old atlas is as it was.
void writeAtlas(const FinishedAtlas& atlas, const std::string& folder, Problems& problems);

}  // namespace dex
