#include "compile/open_referral.h"

#include "compile/json_place.h"
#include "compile/read_text.h"
#include "table/clean.h"

namespace dex {

namespace {

using Json = nlohmann::json;

// The array of that name, in the singular or the plural; empty where there is none.
std::vector<Json> arrayOf(const Json& object, const std::string& name) {
    for (const std::string& called : {name, name + "s", name + "es"}) {
        if (object.is_object() && object.contains(called) && object[called].is_array())
            return object[called].get<std::vector<Json>>();
    }
    return {};
}

std::string memberText(const Json& object, const char* member) {
    if (!object.is_object() || !object.contains(member)) return {};
    const Json& value = object[member];
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

void addMembers(const Json& object, const std::string& prefix, OpenReferralRecord& record) {
    if (!object.is_object()) return;
    for (const auto& [name, value] : object.items()) {
        if (!value.is_primitive()) continue;
        std::string key = prefix;
        key.append(".").append(name);
        record[key] = cleaned(memberText(object, name.c_str()));
    }
}

// What the file's arrays hold, by the id that others name it by.
class OpenReferralFile {
public:
    explicit OpenReferralFile(const Json& document) {
        for (const char* name : {"service", "content", "contents"}) {
            if (services_.empty()) services_ = arrayOf(document, name);
        }
        if (document.is_array()) services_ = document.get<std::vector<Json>>();
        for (const Json& one : arrayOf(document, "location")) {
            locations_[memberText(one, "id")] = one;
            if (const std::string service = memberText(one, "service_id"); !service.empty())
                placesOf_[service].push_back(one);
        }
        for (const Json& one : arrayOf(document, "organization")) organizations_[memberText(one, "id")] = one;
        for (const Json& one : arrayOf(document, "physical_address")) addresses_[memberText(one, "location_id")] = one;
        for (const Json& one : arrayOf(document, "service_at_location"))
            placesOf_[memberText(one, "service_id")].push_back(placeOf(one));
    }

    std::vector<OpenReferralRecord> records() const {
        std::vector<OpenReferralRecord> records;
        for (const Json& service : services_) {
            std::vector<Json> places = placesIn(service);
            // Without a place it has a record all the same: the report counts it.
            if (places.empty()) places.emplace_back();
            for (const Json& place : places) records.push_back(record(service, place));
        }
        return records;
    }

private:
    // Of a service at a place: the place stands in it, or is named.
    Json placeOf(const Json& at) const {
        if (at.is_object() && at.contains("location") && at["location"].is_object()) return at["location"];
        const auto found = locations_.find(memberText(at, "location_id"));
        return found == locations_.end() ? Json() : found->second;
    }

    std::vector<Json> placesIn(const Json& service) const {
        std::vector<Json> places;
        for (const Json& one : arrayOf(service, "service_at_location")) places.push_back(placeOf(one));
        for (const Json& one : arrayOf(service, "location")) places.push_back(one);
        if (places.empty() && service.is_object() && service.contains("location_id"))
            places.push_back(placeOf(service));
        if (!places.empty()) return places;
        const auto named = placesOf_.find(memberText(service, "id"));
        return named == placesOf_.end() ? places : named->second;
    }

    OpenReferralRecord record(const Json& service, const Json& place) const {
        OpenReferralRecord record;
        addMembers(service, "service", record);
        addMembers(place, "location", record);
        const auto organization = organizations_.find(memberText(service, "organization_id"));
        if (organization != organizations_.end()) addMembers(organization->second, "organization", record);
        if (service.is_object() && service.contains("organization"))
            addMembers(service["organization"], "organization", record);
        const std::vector<Json> own = arrayOf(place, "physical_address");
        const auto address = addresses_.find(memberText(place, "id"));
        if (!own.empty()) {
            addMembers(own[0], "address", record);
        } else if (address != addresses_.end()) {
            addMembers(address->second, "address", record);
        }
        return record;
    }

    std::vector<Json> services_;
    std::map<std::string, Json> locations_, organizations_, addresses_;
    std::map<std::string, std::vector<Json>> placesOf_;  // By service.
};

}  // namespace

std::optional<std::vector<OpenReferralRecord>> readOpenReferral(const std::string& path, Problems& problems) {
    const auto text = readText(path, problems);
    if (!text) return std::nullopt;
    const auto document = parseJson(*text, path, problems);
    if (!document) return std::nullopt;
    auto records = OpenReferralFile(*document).records();
    if (!records.empty()) return records;
    problems.add(path, "has no services: expected an array \"service\", and \"location\" beside or in it");
    return std::nullopt;
}

}  // namespace dex
