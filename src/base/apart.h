#pragma once

// Before a function that no first picture calls: the compiler leaves it a function of its own, so that it can go to the second
// file of the module (docs/decisions/0010-two-files.md). Otherwise it is part of its one caller, and that is in the first.
#define DEX_APART [[gnu::noinline]]
