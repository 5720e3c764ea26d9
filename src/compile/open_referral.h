#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compile/problems.h"

namespace dex {

// The services of a file of Open Referral UK, one record for each place at which each is offered; a service without a place
// is a record too. Members by the object that they stand in: "service.name", "organization.name", "location.latitude",
// "address.postal_code".
//
// Objects may stand in each other, as the standard's interface answers with them, or beside each other in arrays that name
// one another by id, as its tables are exported: `service`, `location`, `organization`, `service_at_location` and
// `physical_address`, each also with an s at its end.
using OpenReferralRecord = std::map<std::string, std::string>;
std::optional<std::vector<OpenReferralRecord>> readOpenReferral(const std::string& path, Problems& problems);

}  // namespace dex
