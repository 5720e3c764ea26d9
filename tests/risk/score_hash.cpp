// score_hash FOLDER: a hash of every output of src/risk on an atlas, a line for each arithmetic and scope. Built for
// this machine and as wasm, whose lines must be the same (tests/data/same_bits.test.mjs).

#include <cstdio>
#include <fstream>
#include <sstream>

#include "archive/atlas.h"
#include "base/hash.h"
#include "risk/drivers.h"
#include "risk/moved.h"
#include "risk/scope.h"
#include "risk/score.h"
#include "risk/spec_id.h"
#include "risk/stability.h"

namespace dex {
namespace {

Bytes read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const std::string all = text.str();
    const ByteSpan view = asBytes(all);
    return {view.begin(), view.end()};
}

class Atlas {
public:
    explicit Atlas(const std::string& folder) : folder_(folder) {
        const Bytes list = read(folder + "/atlas.json");
        const std::string json(reinterpret_cast<const char*>(list.data()), list.size());
        const std::size_t at = json.find("head.");
        head_ = decodeHead(read(folder + "/" + json.substr(at, json.find('"', at) - at))).value();
    }
    const AtlasHead& head() const { return head_; }
    Column column(FileIndex file) const {
        const FileIndex shared = head_.files[file].shared;
        const Column base = shared == kNoFile ? Column{} : column(shared);
        return decodeColumn(bytes(file), head_.areaCount(), shared == kNoFile ? nullptr : &base).value();
    }
    std::vector<std::uint32_t> top() const {
        const Level& level = head_.levels.back();
        return decodeGrouping(bytes(level.grouping), head_.areaCount(), level.areaCount).value();
    }

private:
    Bytes bytes(FileIndex file) const { return read(folder_ + "/" + head_.files[file].name); }

    std::string folder_;
    AtlasHead head_;
};

class Digest {
public:
    void add(double value) { out_.f64(value); }
    void add(std::uint32_t value) { out_.u32(value); }
    void add(const Column& column) {
        for (std::size_t i = 0; i < column.size(); ++i) {
            add(column.values[i]);
            out_.u8(static_cast<std::uint8_t>(column.states[i]));
        }
    }
    std::string text() const { return hexDigits(sha256(out_.bytes()), 32); }

private:
    ByteWriter out_;
};

void addScores(const Scores& scores, Digest& digest) {
    for (const Column& need : scores.needs) digest.add(need);
    digest.add(scores.overall);
    for (const double coverage : scores.coverage) digest.add(coverage);
    for (const Dominant& dominant : scores.dominant) digest.add(dominant.leader * 256u + dominant.second);
    for (const std::uint32_t area : scores.ranking.order()) {
        digest.add(area);
        digest.add(scores.ranking.rank(area)->fromHighest);
        digest.add(bandOf(scores.ranking, area));
    }
}

std::string hashOf(const AtlasHead& head, const std::vector<Column>& columns, const Scope& scope,
                   Arithmetic arithmetic) {
    std::vector<ScoredColumn> scored;
    std::size_t next = 0;
    for (const Need& need : head.index->needs) {
        for (const NeedIndicator& one : need.indicators)
            scored.push_back({&columns[next++], head.indicators[one.indicator].polarity});
    }
    const Normalised normalised = normalise(scored, scope, arithmetic);
    const Weights weights = publishedWeights(*head.index);
    const Scores scores = score(*head.index, normalised, weights, arithmetic);
    Digest digest;
    for (const Column& one : normalised.indicators) digest.add(one);
    addScores(scores, digest);
    for (std::uint32_t area = 0; area < normalised.areaCount; ++area) {
        for (const Contribution& one : largest(contributionsOf(scores, normalised, weights, area), kDrivers)) {
            digest.add(one.column);
            digest.add(one.share);
        }
    }
    Weights other = weights;
    for (std::uint8_t& weight : other.needs) weight = static_cast<std::uint8_t>((weight * 3 + 1) % 11);
    const Scores otherwise = score(*head.index, normalised, other, arithmetic);
    addScores(otherwise, digest);
    digest.add(rankChanges(scores.ranking, otherwise.ranking, normalised.areaCount));
    digest.add(bandDifferences(scores.ranking, otherwise.ranking, normalised.areaCount));
    Stability stability(normalised, scores, weights, arithmetic, 40);
    stability.step(40);
    for (std::uint32_t area = 0; area < normalised.areaCount; ++area) {
        for (std::uint32_t band = 1; band <= 10; ++band) digest.add(stability.timesIn(area, band));
    }
    return digest.text() + " " + specId(head, weights, arithmetic, 0, scope);
}

void run(const std::string& folder) {
    const Atlas atlas(folder);
    const AtlasHead& head = atlas.head();
    std::vector<Column> columns;
    for (const Need& need : head.index->needs) {
        for (const NeedIndicator& one : need.indicators)
            columns.push_back(atlas.column(head.indicators[one.indicator].column));
    }
    Scope seventh(head.areaCount(), 0);
    for (std::size_t i = 3; i < seventh.size(); i += 7) seventh[i] = 1;
    const Scope scopes[] = {{}, scopeOf(atlas.top(), 27), seventh};
    for (std::size_t scope = 0; scope < std::size(scopes); ++scope) {
        for (std::uint8_t i = 0; i < kArithmetics; ++i) {
            const std::string hash = hashOf(head, columns, scopes[scope], static_cast<Arithmetic>(i));
            std::printf("%u %zu %s\n", i, scope, hash.c_str());
        }
    }
}

}  // namespace
}  // namespace dex

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    dex::run(argv[1]);
    return 0;
}
