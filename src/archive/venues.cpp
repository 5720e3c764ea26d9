#include "archive/venues.h"

#include <algorithm>
#include <array>

#include "archive/encode.h"
#include "archive/ground_form.h"
#include "archive/limits.h"
#include "archive/lines.h"
#include "archive/magic.h"
#include "archive/source_form.h"

namespace dex {

namespace {

// In the order in which they are stored.
constexpr std::array kTexts = {&Venue::name, &Venue::address, &Venue::offers, &Venue::opening,
                               &Venue::link, &Venue::date,    &Venue::origin};

void readSources(ByteReader& in, Venues& venues) {
    const std::uint32_t count = in.count(kMaxVenueSources);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) venues.sources.push_back(readSource(in));
}

void readKinds(ByteReader& in, Venues& venues) {
    const std::uint32_t count = in.count(kMaxVenueKinds);
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        Venues::Kind kind;
        for (std::string* text : {&kind.id, &kind.singular, &kind.plural}) *text = std::string(in.text(kMaxTextBytes));
        const bool isTwice = std::any_of(venues.kinds.begin(), venues.kinds.end(),
                                         [&](const Venues::Kind& other) { return other.id == kind.id; });
        // A kind is asked for by its id.
        if (kind.id.empty() || isTwice) in.fail(Status::BadText);
        venues.kinds.push_back(std::move(kind));
    }
}

// One byte a venue: what it points at in a list of so many.
void readPlaces(ByteReader& in, Venues& venues, std::uint32_t Venue::* member, std::size_t below) {
    for (Venue& venue : venues.all) {
        venue.*member = in.u8();
        if (venue.*member >= below) in.fail(Status::BadIndex);
    }
}

void readTexts(ByteReader& in, Venues& venues) {
    for (const auto member : kTexts) {
        const auto lines = readLines(in, static_cast<std::uint32_t>(venues.all.size()));
        for (std::size_t i = 0; i < lines.size(); ++i) venues.all[i].*member = std::string(lines[i]);
    }
    for (const Venue& venue : venues.all) {
        if (venue.name.empty() || !isVenueLink(venue.link)) in.fail(Status::BadText);
    }
}

}  // namespace

bool isVenueLink(std::string_view link) {
    constexpr std::array<std::string_view, 3> kBegins = {"https://", "http://", "mailto:"};
    return link.empty() || std::any_of(kBegins.begin(), kBegins.end(), [&](auto one) { return link.starts_with(one); });
}

Bytes encodeVenues(const Venues& venues) {
    ByteWriter out;
    writeMagic(out, Magic::Venues, kVenuesVersion);
    out.varint(venues.sources.size());
    for (const Source& source : venues.sources) writeSource(out, source);
    out.varint(venues.kinds.size());
    for (const auto& kind : venues.kinds) {
        for (const auto* text : {&kind.id, &kind.singular, &kind.plural}) out.text(*text);
    }
    out.varint(venues.all.size());
    std::vector<GroundPoint> points;
    for (const Venue& venue : venues.all) {
        out.u8(static_cast<std::uint8_t>(venue.kind));
        points.push_back(venue.point);
    }
    for (const Venue& venue : venues.all) out.u8(static_cast<std::uint8_t>(venue.source));
    writeGroundPoints(out, points);
    for (const auto member : kTexts) {
        std::string lines;
        for (const Venue& venue : venues.all) {
            // A line feed would make two texts of one.
            DEX_CHECK((venue.*member).find('\n') == std::string::npos);
            lines.append(venue.*member).append("\n");
        }
        out.text(lines);
    }
    return out.take();
}

Result<Venues> decodeVenues(ByteSpan bytes) {
    ByteReader in(bytes);
    Venues read;
    readMagic(in, Magic::Venues, kVenuesVersion);
    readSources(in, read);
    readKinds(in, read);
    const std::uint32_t count = in.count(kMaxVenues);
    // Its kind, its source and the ends of its texts are a byte each.
    if (count > in.left() / (2 + kTexts.size())) in.fail(Status::Truncated);
    if (!in.ok()) return in.error();
    read.all.resize(count);
    readPlaces(in, read, &Venue::kind, read.kinds.size());
    readPlaces(in, read, &Venue::source, read.sources.size());
    std::vector<GroundPoint> points(count);
    readGroundPoints(in, points);
    for (std::uint32_t i = 0; i < count; ++i) read.all[i].point = points[i];
    if (in.ok()) readTexts(in, read);
    DEX_TRY(in.finish());
    return read;
}

}  // namespace dex
