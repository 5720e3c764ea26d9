#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/atlas.h"
#include "archive/column.h"
#include "archive/column_form.h"
#include "archive/file_name.h"
#include "archive/gazetteer.h"
#include "archive/points.h"
#include "archive/venues.h"

namespace dex::samples {

// A named generator (SplitMix64), so that every run tries the same.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(next() % bound); }

private:
    std::uint64_t state_;
};

inline Bytes bytesOf(std::string_view text) {
    const ByteSpan view = asBytes(text);
    return {view.begin(), view.end()};
}

// Three small areas in one district.
inline AreaNames names() {
    AreaNames names;
    names.codes = {"E01000001", "E01000002", "E01000007"};
    names.names = {"Old Quay (Harbour 001A)", "Old Quay (Harbour 001B)", "Hill End (Harbour 002A)"};
    names.details = {"Harbour 001A", "Harbour 001B", "Harbour 002A"};
    names.boxes = {{1600, 3200, 1760, 3360}, {1760, 3200, 1920, 3360}, {1600, 3360, 1920, 3520}};
    names.anchors = {{1685, 3285}, {1845, 3285}, {1700, 3500}};
    return names;
}

inline AtlasHead head() {
    AtlasHead head;
    const auto add = [&](FileKind kind, std::string_view contents, FileIndex shared = kNoFile) {
        head.files.push_back(
            {kind, static_cast<std::uint32_t>(contents.size()), nameFor(kind, bytesOf(contents)), shared});
        return static_cast<FileIndex>(head.files.size() - 1);
    };
    head.title = "A harbour town";
    head.place = "Harbour";
    head.attribution = "Source: nobody.";
    head.levels.push_back({"small-area", "small area", "small areas", false, 3, add(FileKind::Names, "n0"), kNoFile});
    head.levels.push_back(
        {"district", "district", "districts", true, 1, add(FileKind::Names, "n1"), add(FileKind::Grouping, "g1")});
    head.lods.push_back({20, 80, {{add(FileKind::Tile, "t0"), {100, 200, 300, 400}, 3, 12}}});
    head.lods.push_back({23,
                         0,
                         {{add(FileKind::Tile, "t1"), {800, 1600, 2400, 3200}, 2, 20},
                          {add(FileKind::Tile, "t2"), {800, 1600, 900, 1700}, 1, 4}}});
    head.sources.push_back(
        {"A publisher", "A title", "2021", "A licence", "An attribution", "https://publisher.example/"});
    head.residents = add(FileKind::Column, "residents");
    Indicator one;
    one.id = "N1.something";
    one.label = "Something – measured";
    one.shortLabel = "Something";
    one.unit = "of residents";
    one.description = "A sentence.";
    one.date = "2021";
    one.display = Display::Percent;
    one.decimals = 1;
    one.polarity = -1;
    one.column = add(FileKind::Column, "c0", head.residents);
    head.indicators.push_back(one);
    Need need;
    need.id = "N1";
    need.label = "Something needed";
    need.shortLabel = "Something";
    need.description = "A sentence.";
    need.focus = "a focus";
    need.segments = {"Some people", "Others"};
    need.weight = 10;
    need.indicators = {{0, 3}};
    head.index = Index{"sample", "1.0", "A sample", Arithmetic::Winsorised, {need}};
    head.defaultView = {0, 0, ClassMethod::NaturalBreaks, 5, add(FileKind::Classes, "k")};
    head.recipe = add(FileKind::Recipe, "{}");
    head.gazetteer = add(FileKind::Gazetteer, "z");
    head.points = add(FileKind::Points, "o");
    head.venues = add(FileKind::Venues, "v");
    head.minutes = add(FileKind::Minutes, "m");
    return head;
}

inline Postcodes postcodes() {
    return {"SE15", {{0, 7, false, 0, 0}, {1640, 7, false, 128, 64}, {1641, 5, true, 255, 0}, {3999, 63, false, 1, 2}}};
}

inline Gazetteer gazetteer() {
    const auto file = [](std::string_view contents) {
        return AtlasFile{FileKind::Postcodes, 5, nameFor(FileKind::Postcodes, bytesOf(contents)), kNoFile};
    };
    return {{{"E1", file("e1")}, {"EC1A", file("ec1a")}, {"SE15", file("se15")}}, {{2, "Old Jewry", "Harbour"}}};
}

// Two points that were published, and one inside its area.
inline AreaPoints points() {
    return {Source{"A publisher", "Points", "2021", "A licence", "An attribution", ""},
            {{-672000, 514795000}, {-672001, 514795256}, {-671745, 514795001}},
            {0, 0, 1}};
}

// Two libraries and a hub that one of two sources lists.
inline Venues venues() {
    Venues venues;
    venues.sources = {{"A publisher", "Libraries", "2023", "A licence", "An attribution", ""},
                      {"Another", "Hubs", "2024", "A licence", "An attribution", "https://another.example/"}};
    venues.kinds = {{"library", "library", "libraries"}, {"hub", "digital hub", "digital hubs"}};
    venues.all = {
        {{-672000, 514795000}, 0, 0, "Old Quay Library", "1 Quay", "", "Mon 9–5", "https://quay.example/", "", ""},
        {{-671900, 514795100},
         1,
         1,
         "Hill End",
         "",
         "Lessons, lent tablets",
         "",
         "mailto:hub@hill.example",
         "May 2024",
         "Harbour Council"},
        {{-671800, 514795000}, 0, 0, "Mill Library", "", "", "", "", "", ""}};
    return venues;
}

// Of the libraries, for three areas; the last is outside all catchments.
inline WalkingMinutes minutes() {
    return {3,
            {{0, {"Routes", "Catchments", "2025", "ODbL", "© Contributors", ""}, {5, 10, 30}, {0, 2, 3}, {2, 0, 0}}}};
}

// Residents of `count` areas, and a share of them with every state among its cells.
inline Column residents(std::uint32_t count) {
    Random random(7);
    Column column;
    for (std::uint32_t i = 0; i < count; ++i) {
        column.values.push_back(1000 + random.below(2000));
        column.states.push_back(CellState::Value);
    }
    return column;
}

inline Column share(const Column& of) {
    Random random(8);
    Column column;
    for (std::size_t i = 0; i < of.size(); ++i) {
        const auto state = i % 5 == 0 ? stateStored(static_cast<std::uint8_t>(i % kStoredStates)) : CellState::Value;
        const bool number = hasNumber(state);
        column.states.push_back(state);
        column.numerators.push_back(number ? random.below(500) : 0);
        column.denominators.push_back(number ? of.values[i] + random.below(9) - 4 : 0);
        column.values.push_back(number ? column.numerators.back() / column.denominators.back() : 0);
    }
    return column;
}

}  // namespace dex::samples
