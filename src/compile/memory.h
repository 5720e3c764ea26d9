#pragma once

namespace dex {

// From now on the program ends with a sentence and the exit status of a failure where an allocation fails. No room can
// go on from there, and what it had is given back with the process.
void endWhereMemoryRunsOut();

}  // namespace dex
