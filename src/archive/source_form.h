#pragma once

#include "archive/atlas.h"

namespace dex {

// Who published something, as files of the atlas have it (docs/format.md, "Head"): six texts, one after the other.
Source readSource(ByteReader& in);
void writeSource(ByteWriter& out, const Source& source);

}  // namespace dex
