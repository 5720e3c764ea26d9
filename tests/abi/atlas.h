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

// The folder with the tables as they were published; empty where it is missing (docs/data.md).
std::string publishedData();
// London's small areas, compiled once in a run. publishedData() is not empty.
const ServedAtlas& london();

// A made-up town of twelve small areas, with wards, districts and postcodes.
const ServedAtlas& town();

// A face as the build makes it ("regular", "semibold"); empty where it was not built.
std::vector<std::uint8_t> face(const std::string& name);

}  // namespace dex::test
