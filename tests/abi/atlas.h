#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dex::test {

// An atlas as a page meets it: its list, and its files by name.
struct ServedAtlas {
    std::string head;
    std::vector<std::string> first;
    std::map<std::string, std::vector<std::uint8_t>> files;
};

// The embedded boroughs, compiled from data/ once for the whole run.
const ServedAtlas& boroughs();

// The bytes of Inter where the package put it; empty when it is not installed.
std::vector<std::uint8_t> face(const char* weight);

}  // namespace dex::test
