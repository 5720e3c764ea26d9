#include "compile/dataset.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compile/weights_text.h"
#include "risk/arithmetic.h"

namespace dex {
namespace {

using DatasetJson = nlohmann::ordered_json;

constexpr const char* kTypeOfCsv = "text/csv";
constexpr const char* kTypeOfGeoJson = "application/geo+json";

DatasetJson licencesOf(const AtlasHead& head) {
    DatasetJson licences = DatasetJson::array();
    for (const Source& source : head.sources) {
        // Each licence once, in the order of the sources.
        if (!source.licence.empty() && std::find(licences.begin(), licences.end(), source.licence) == licences.end())
            licences.push_back(source.licence);
    }
    return licences;
}

DatasetJson filesCalled(const std::string& name, const PublishedFiles& files) {
    DatasetJson described;
    for (const char* ending : {".csv", ".geojson"})
        // Without its dot.
        described[ending + 1] = {{"path", name + ending}, {"bytes", files.sizes.at(name + ending)}};
    return described;
}

class Distributions {
public:
    Distributions(const PublishedFiles& files, const std::string& address, std::string licence)
        // Without an address the links are relative to the description itself, which lies beside the files.
        : files_(files), base_(address.empty() ? "" : address + "data/"), licence_(std::move(licence)) {}

    void add(const std::string& title, const std::string& name) {
        for (const auto& [ending, type] : {std::pair(".csv", kTypeOfCsv), std::pair(".geojson", kTypeOfGeoJson)}) {
            const std::string address = base_ + name + ending;
            all_.push_back({{"@type", "dcat:Distribution"},
                            {"dct:title", title + " (" + (ending[1] == 'c' ? "CSV" : "GeoJSON") + ")"},
                            {"dcat:accessURL", {{"@id", address}}},
                            {"dcat:downloadURL", {{"@id", address}}},
                            {"dcat:mediaType", type},
                            {"dcat:byteSize", files_.sizes.at(name + ending)},
                            {"dct:license", licence_}});
        }
    }
    DatasetJson take() { return std::move(all_); }

private:
    const PublishedFiles& files_;
    std::string base_, licence_;
    DatasetJson all_ = DatasetJson::array();
};

std::string joined(const DatasetJson& texts) {
    std::string text;
    for (const auto& one : texts) text += (text.empty() ? "" : "; ") + one.get<std::string>();
    return text;
}

}  // namespace

std::string publishedIndex(const ScoredAtlas& atlas, const PublishedFiles& files) {
    const AtlasHead& head = atlas.head();
    const std::uint32_t top = head.topLevel();
    const AreaNames& names = *atlas.library.names(top);
    DatasetJson places = DatasetJson::array();
    for (std::size_t i = 0; i < names.codes.size(); ++i) {
        DatasetJson place{{"code", names.codes[i]}, {"name", names.names[i]}};
        place.update(filesCalled("places/" + files.places[i], files));
        places.push_back(std::move(place));
    }
    DatasetJson areas = DatasetJson::object();
    for (std::size_t i = 0; i < files.areas.size(); ++i)
        areas[atlas.library.names(0)->codes[i]] = "areas/" + files.areas[i];
    DatasetJson whole{{"name", head.place}};
    whole.update(filesCalled("whole", files));
    const DatasetJson index{
        {"title", head.title},
        {"version", 1},
        {"index", {{"id", atlas.index().id}, {"version", atlas.index().version}, {"title", atlas.index().title}}},
        {"arithmetic", idOf(atlas.chosen.arithmetic)},
        {"weights", weightsText(atlas.chosen.weights, head)},
        {"spec", atlas.spec},
        {"attribution", head.attribution},
        {"licences", licencesOf(head)},
        {"guide", "whole.csv-metadata.json"},
        {"dataset", "dataset.jsonld"},
        // null where the atlas holds none.
        {"recipe", files.sizes.contains("recipe.json") ? DatasetJson("recipe.json") : DatasetJson()},
        {"whole", std::move(whole)},
        {"placeLevel", head.levels[top].id},
        {"places", std::move(places)},
        {"areaLevel", head.levels[0].id},
        {"areas", std::move(areas)}};
    return index.dump(1) + "\n";
}

std::string publishedDataset(const ScoredAtlas& atlas, const PublishedFiles& files, const std::string& address,
                             const std::string& date) {
    const AtlasHead& head = atlas.head();
    const AreaNames& names = *atlas.library.names(head.topLevel());
    const std::string licence = joined(licencesOf(head));
    Distributions distributions(files, address, licence);
    distributions.add(head.title, "whole");
    for (std::size_t i = 0; i < names.codes.size(); ++i)
        distributions.add(head.title + ": " + names.names[i], "places/" + files.places[i]);
    // In the words of DCAT, with a distribution for each file (docs/api.md).
    DatasetJson dataset{{"@context",
                         {{"dcat", "http://www.w3.org/ns/dcat#"},
                          {"dct", "http://purl.org/dc/terms/"},
                          {"foaf", "http://xmlns.com/foaf/0.1/"}}},
                        {"@id", address.empty() ? "" : address + "data/dataset.jsonld"},
                        {"@type", "dcat:Dataset"},
                        {"dct:identifier", atlas.index().id + "-" + atlas.spec},
                        {"dct:title", head.title},
                        {"dct:description", atlas.index().title + ". " + head.attribution},
                        {"dct:language", "en"},
                        {"dct:spatial", head.place},
                        {"dct:license", licence},
                        {"dct:rights", head.attribution},
                        {"dcat:version", atlas.index().version}};
    if (!address.empty()) dataset["dcat:landingPage"] = {{"@id", address}};
    if (!date.empty()) dataset["dct:issued"] = date;
    DatasetJson sources = DatasetJson::array();
    for (const Source& source : head.sources)
        sources.push_back({{"@type", "dcat:Dataset"},
                           {"dct:title", source.title},
                           {"dct:publisher", {{"@type", "foaf:Organization"}, {"foaf:name", source.publisher}}},
                           {"dct:license", source.licence}});
    dataset["dct:source"] = std::move(sources);
    dataset["dcat:distribution"] = distributions.take();
    return dataset.dump(1) + "\n";
}

}  // namespace dex
