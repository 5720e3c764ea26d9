#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dex {

// How an indicator's values become scores from 0 to 10 (docs/method.md, "The arithmetic").
enum class Arithmetic : std::uint8_t { Rank, MinMax, Winsorised, Iod };
inline constexpr std::uint8_t kArithmetics = 4;

inline constexpr std::uint8_t kMaxWeight = 10;
inline constexpr std::uint32_t kMaxNeeds = 32;
inline constexpr std::uint32_t kMaxSegments = 32;

struct NeedIndicator {
    std::uint32_t indicator = 0;  // Into AtlasHead::indicators.
    std::uint8_t weight = 0;      // Among its need's, 0–kMaxWeight; 0 drops it.
};

// One kind of need and what it is measured by.
struct Need {
    std::string id;                         // "N2"
    std::string label;                      // "Affordability and devices"
    std::string shortLabel;                 // "Affordability"
    std::string description;                // One plain sentence for the reader.
    std::string focus;                      // What a government calls it: "data and device poverty"; may be empty.
    std::vector<std::string> segments;      // Of people whom it speaks to; may be empty.
    std::uint8_t weight = 0;                // Among the needs, 0–kMaxWeight.
    std::vector<NeedIndicator> indicators;  // At least one; no indicator stands in two needs.
};

// The index of an atlas as it was published: what is scored, and by how much each part counts.
struct Index {
    std::string id;       // "ldx"
    std::string version;  // "1.0"
    std::string title;    // "London digital exclusion index"
    Arithmetic arithmetic = Arithmetic::Rank;
    std::vector<Need> needs;  // At least one.
};

}  // namespace dex
