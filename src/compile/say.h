#pragma once

#include <string>
#include <string_view>

#include "compile/problems.h"

namespace dex {

// To standard output, as it is.
void print(std::string_view text);

// One line on standard error.
void say(const std::string& sentence);

// The first twenty, and how many more there are.
void sayAll(const Problems& problems);

}  // namespace dex
