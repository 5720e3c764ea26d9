#include "support/town.h"

#include <gtest/gtest.h>

#include "archive/encode.h"
#include "archive/file_name.h"

namespace dex::town {
namespace {

class Everywhere final : public InsideArea {
public:
    bool contains(std::uint32_t, GridPoint) const override { return true; }
};

AreaNames namesOf(const std::string& prefix, const std::vector<std::string>& names) {
    AreaNames made;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto x = static_cast<std::int32_t>(1600 + 160 * i);
        made.codes.push_back(prefix + std::to_string(i));
        made.names.push_back(names[i]);
        made.details.push_back("");
        made.boxes.push_back({x, 3200, x + 160, 3360});
        made.anchors.push_back({x + 80, 3280});
    }
    settlePlaces(made, Everywhere());
    return made;
}

Column counts(const std::vector<double>& of, double among) {
    Column column;
    for (const double one : of) {
        column.numerators.push_back(one);
        column.denominators.push_back(among);
        column.values.push_back(one / among);
        column.states.push_back(CellState::Value);
    }
    return column;
}

Column numbers(const std::vector<double>& values) {
    Column column;
    column.values = values;
    column.states.assign(values.size(), CellState::Value);
    return column;
}

class Builder {
public:
    Files build() {
        AtlasHead& head = made_.head;
        head.title = "A made-up town";
        head.place = "Town";
        head.attribution = "Source: nobody.";
        addLevel("small-area", namesOf("S", {"Quay", "Mill", "Hill", "Park", "Heath", "Hill"}), {});
        addLevel("ward", namesOf("W", {"Low", "Mid", "High"}), {0, 0, 1, 1, 2, 2});
        addLevel("patch", namesOf("P", {"West", "Core"}), {0, 0, 1, 1, 1, 0});
        addLevel("district", namesOf("D", {"West", "East"}), {0, 0, 0, 0, 1, 1});
        head.lods.push_back({20, 80, {{add(FileKind::Tile, {std::byte{7}}), {100, 200, 300, 400}, 6, 12}}});
        head.sources.push_back({"A publisher", "A title", "2021", "A licence", "An attribution", ""});
        head.residents = add(FileKind::Column, encodeColumn(residents_, nullptr));
        addIndicator("N1.older", IndicatorKind::Need, counts({10, 20, 30, 40, 50, 60}, 100), 0, 1);
        addIndicator("N2.rent", IndicatorKind::Need, numbers({1, 2, 3}), 1, 1);
        addIndicator("G.young", IndicatorKind::Group, counts({50, 40, 30, 20, 10, 0}, 100), 0, -1);
        head.index = Index{"town", "1.0", "An index", Arithmetic::Rank, {need("N1", 0), need("N2", 1)}};
        head.defaultView.classCount = 3;
        const std::vector<std::uint8_t> classes{0, 0, 1, 1, 2, 2};
        head.defaultView.classes = add(FileKind::Classes, encodeClasses(classes, 3));
        // Half of them published: 0.01° apart from west to east.
        AreaPoints points{head.sources[0], {}, {0, 0, 0, 1, 1, 1}};
        for (std::int32_t i = 0; i < 6; ++i) points.all.push_back({-500'000 + 100'000 * i, 515'000'000});
        head.points = add(FileKind::Points, encodePoints(points));
        Venues venues;
        venues.sources = {{"A lister", "Places", "2026", "A licence", "An attribution", ""}};
        venues.kinds = {{"library", "library", "libraries"}, {"hub", "hub", "hubs"}, {"bank", "bank", "banks"}};
        // Two libraries and a hub, at the points of areas; no bank.
        venues.all = {{points.all[0], 0, 0, "Quay Library", "", "", "", "", "", ""},
                      {points.all[5], 1, 0, "Hill Hub", "", "", "", "", "", ""},
                      {points.all[2], 0, 0, "Hill Library", "", "", "", "", "", ""}};
        head.venues = add(FileKind::Venues, encodeVenues(venues));
        const Source walkers{"Walkers", "Catchments", "2026", "ODbL", "© Walkers", ""};
        head.minutes =
            add(FileKind::Minutes, encodeMinutes({3, {{0, walkers, {5, 10}, {0, 1, 0, 1, 2, 2}, {0, 0, 2, 2, 0, 0}}}}));
        made_.headBytes = encodeHead(head);
        made_.headName = nameFor(FileKind::Head, made_.headBytes);
        return made_;
    }

private:
    FileIndex add(FileKind kind, Bytes bytes, FileIndex shared = kNoFile) {
        const std::string name = nameFor(kind, bytes);
        made_.head.files.push_back({kind, static_cast<std::uint32_t>(bytes.size()), name, shared});
        made_.contents[name] = std::move(bytes);
        return static_cast<FileIndex>(made_.head.files.size() - 1);
    }
    void addLevel(const std::string& id, const AreaNames& names, const std::vector<std::uint32_t>& grouping) {
        const FileIndex named = add(FileKind::Names, encodeNames(names));
        const FileIndex grouped = grouping.empty() ? kNoFile : add(FileKind::Grouping, encodeGrouping(grouping));
        const auto count = static_cast<std::uint32_t>(names.codes.size());
        made_.head.levels.push_back({id, id, id + "s", false, count, named, grouped});
    }
    void addIndicator(const std::string& id, IndicatorKind kind, const Column& column, std::uint32_t level,
                      int polarity) {
        Indicator one;
        one.id = one.label = one.shortLabel = id;
        one.kind = kind;
        one.unit = "of residents";
        one.description = "A sentence.";
        one.date = "2021";
        one.rollUp = column.hasCounts() ? RollUp::Counts : RollUp::WeightedMean;
        one.level = level;
        one.polarity = polarity;
        const Column* shared = column.hasCounts() ? &residents_ : nullptr;
        one.column =
            add(FileKind::Column, encodeColumn(column, shared), shared ? made_.head.residents : FileIndex{kNoFile});
        made_.head.indicators.push_back(one);
    }
    static Need need(const std::string& id, std::uint32_t indicator) {
        Need made;
        made.id = made.label = made.shortLabel = id;
        made.description = "A sentence.";
        made.focus = "a focus";
        made.weight = 1;
        made.indicators = {{indicator, 1}};
        return made;
    }

    Files made_;
    Column residents_ = numbers({100, 100, 100, 100, 100, 100});
};

}  // namespace

FileIndex Files::column(const char* id) const {
    for (const Indicator& one : head.indicators) {
        if (one.id == id) return one.column;
    }
    return kNoFile;
}

const Files& files() {
    static const Files made = Builder().build();
    return made;
}

void supply(Library& library, FileIndex file) {
    const std::string& name = files().head.files[file].name;
    EXPECT_TRUE(library.supply(name, Bytes(files().contents.at(name))).ok()) << name;
}

void supply(Library& library, FileKind kind) {
    for (FileIndex file = 0; file < files().head.files.size(); ++file) {
        if (files().head.files[file].kind == kind) supply(library, file);
    }
}

void supplyAll(Library& library) {
    for (FileIndex file = 0; file < files().head.files.size(); ++file) {
        if (files().head.files[file].kind != FileKind::Tile) supply(library, file);
    }
}

Library opened() {
    Library library;
    EXPECT_TRUE(library.supply(files().headName, Bytes(files().headBytes)).ok());
    return library;
}

Library renamed(std::uint32_t level, const std::vector<std::string>& names) {
    Library before = opened();
    supplyAll(before);
    AreaNames changed = *before.names(level);
    changed.names = names;
    const Bytes bytes = encodeNames(changed);
    AtlasHead head = files().head;
    AtlasFile& file = head.files[head.levels[level].names];
    file.bytes = static_cast<std::uint32_t>(bytes.size());
    file.name = nameFor(FileKind::Names, bytes);
    const Bytes headBytes = encodeHead(head);
    Library library;
    EXPECT_TRUE(library.supply(nameFor(FileKind::Head, headBytes), Bytes(headBytes)).ok());
    for (const AtlasFile& one : head.files) {
        if (one.kind == FileKind::Tile) continue;
        EXPECT_TRUE(library.supply(one.name, one.name == file.name ? bytes : files().contents.at(one.name)).ok());
    }
    return library;
}

}  // namespace dex::town
