// Every sentence that the map can say: a golden of them over the embedded boroughs for people to read, and the rules that
// hold for each over London.

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "model/findings_of.h"
#include "tests/abi/atlas.h"
#include "words/write_facts.h"

namespace dex::test {
namespace {

// An atlas with all its files at hand, and what it says of a view.
class Reader {
public:
    explicit Reader(const ServedAtlas& atlas) {
        supply(atlas.head, atlas.files.at(atlas.head));
        for (const auto& [name, bytes] : atlas.files) {
            if (name.ends_with(".dex") && name != atlas.head && !name.starts_with("tile.")) supply(name, bytes);
        }
    }

    const Library& library() const { return library_; }
    const AtlasHead& head() const { return *library_.head(); }

    void look(const std::string& view) {
        chosen_ = resolve(parseView(view).view, library_);
        analysis_.update(chosen_, library_);
    }
    void select(LevelArea area) {
        chosen_.selected = area;
        analysis_.update(chosen_, library_);
    }
    void tryAllWeights() {
        while (analysis_.scoresAt(chosen_.level, library_)->stepStability(100)) continue;
    }
    Facts facts(bool isListed = false) {
        return writeFacts(findingsOf({library_, chosen_, analysis_, std::nullopt, false, messages_, PageHint::None,
                                      Listing{isListed, true, 0, {}}}));
    }

private:
    void supply(const std::string& name, const std::vector<std::uint8_t>& from) {
        Bytes bytes(from.size());
        std::transform(from.begin(), from.end(), bytes.begin(), [](std::uint8_t byte) { return std::byte{byte}; });
        ASSERT_TRUE(library_.supply(name, std::move(bytes)).ok()) << name;
    }

    Library library_;
    Chosen chosen_;
    Analysis analysis_;
    std::vector<MessageFinding> messages_;
};

void addCard(const Facts& facts, std::vector<std::string>& sentences) {
    const CardFacts& card = *facts.card;
    for (const std::string& text : {card.sentence, card.rank, card.drivers, card.steadiness, card.segments,
                                    card.comparatorsNote, card.stripText, announcement(facts)}) {
        if (!text.empty()) sentences.push_back(text);
    }
    for (const NeedBar& bar : card.needs) sentences.push_back(bar.spoken);
    for (const FigureRow& row : card.groups) sentences.push_back(row.spoken);
}

void addView(const Facts& facts, std::vector<std::string>& sentences) {
    for (const std::string& text : {facts.headline, facts.subtitle, facts.legend.explanation})
        sentences.push_back(text);
    for (const LegendRow& row : facts.legend.rows) sentences.push_back(row.spoken);
    if (facts.legend.square) sentences.push_back(facts.legend.square->chosen);
    if (facts.adjust && facts.adjust->isOwn) {
        sentences.push_back(facts.adjust->banner);
        if (!facts.adjust->changed.empty()) sentences.push_back(facts.adjust->changed);
    }
    if (facts.compare) {
        for (const std::string& text : facts.compare->sentences) sentences.push_back(text);
    }
    if (facts.ranked) sentences.push_back(facts.ranked->title + ": " + facts.ranked->pageText);
}

// What holds for every sentence; empty where all do. Names may be long, so words are counted without what is bracketed.
std::string faultIn(const std::string& text) {
    if (text.empty()) return "is empty";
    if (text.find('{') != text.npos) return "has a blank that nobody filled";
    if (text.find("  ") != text.npos || text.front() == ' ' || text.back() == ' ') return "has a stray blank";
    if (text.find("nan") == 0 || text.find(" nan") != text.npos || text.find("inf ") != text.npos)
        return "has no number";
    for (const char* word : {"excluded", "decile", "the problem", " 1 small areas", " 1 boroughs"}) {
        if (text.find(word) != text.npos) return std::string("says ") + word;
    }
    for (std::size_t at = text.find('%'); at != text.npos; at = text.find('%', at + 1)) {
        // METHOD and EXPERIENCE: a thin space before it, but where it stands for the unit alone.
        if (at >= 2 && text.compare(at - 2, 2, ", ") == 0) continue;
        if (at < 3 || text.compare(at - 3, 3, "\u2009") != 0) return "has a % without its thin space";
    }
    int words = 0;
    bool isInWord = false;
    for (char c : text) {
        if (c == '.' || c == ':') words = 0;
        const bool isBlank = c == ' ';
        if (!isBlank && !isInWord && std::isalnum(static_cast<unsigned char>(c))) ++words;
        isInWord = !isBlank;
        if (words > 25) return "has more than 25 words";
    }
    return {};
}

std::vector<std::string> ofTheBoroughs() {
    Reader reader(boroughs());
    std::vector<std::string> sentences;
    for (const char* view : {"v=1",
                             "v=1&show=standout",
                             "v=1&show=N1",
                             "v=1&show=N2",
                             "v=1&show=N3",
                             "v=1&show=N4",
                             "v=1&show=N5",
                             "v=1&show=N2.income",
                             "v=1&show=N1.broadband",
                             "v=1&show=G.older",
                             "v=1&show=C.imd",
                             "v=1&show=N2/G.older",
                             "v=1&show=N5/G.older&class=1",
                             "v=1&show=overall/D.deri",
                             "v=1&show=overall/C.imd",
                             "v=1&show=moved",
                             "v=1&show=moved&weights=N2:0",
                             "v=1&weights=N5:10",
                             "v=1&weights=N1:0,N2:0,N3:0,N4:0,N5:0",
                             "v=1&score=iod",
                             "v=1&within=borough:E09000028,borough:E09000022",
                             "v=1&place=borough:E09000028",
                             "v=1&show=standout&place=borough:E09000028",
                             "v=1&show=standout&class=6",
                             "v=1&class=1",
                             "v=1&class=none",
                             "v=1&classes=equal.4",
                             "v=1&classes=natural.3",
                             "v=1&compare=borough:E09000028,borough:E09000006",
                             "v=1&show=N2/G.young&place=borough:E09000001"}) {
        reader.look(view);
        addView(reader.facts(true), sentences);
    }
    for (const char* view : {"v=1", "v=1&show=N2.income", "v=1&show=standout", "v=1&within=borough:E09000001"}) {
        reader.look(view);
        reader.tryAllWeights();
        for (std::uint32_t area = 0; area < 33; area += view == std::string("v=1") ? 3 : 8) {
            reader.select({0, area});
            addCard(reader.facts(), sentences);
        }
    }
    // Each once, in the order in which they come up.
    std::set<std::string> seen;
    std::erase_if(sentences, [&](const std::string& text) { return text.empty() || !seen.insert(text).second; });
    return sentences;
}

TEST(Sentences, OfTheBoroughsAreThoseThatWereRead) {
    const auto sentences = ofTheBoroughs();
    EXPECT_GE(sentences.size(), 200u);
    std::string text;
    for (const std::string& sentence : sentences) {
        EXPECT_EQ(faultIn(sentence), "") << sentence;
        text += sentence + '\n';
    }
    const std::string golden = DEX_ROOT "/tests/abi/golden/sentences.txt";
    std::ifstream in(golden);
    const std::string read{std::istreambuf_iterator<char>(in), {}};
    if (text == read) return;
    std::filesystem::create_directories(DEX_ROOT "/build");
    std::ofstream(DEX_ROOT "/build/sentences.txt") << text;
    FAIL() << "other sentences than " << golden << ": read build/sentences.txt, and put it there when it reads well";
}

TEST(Sentences, OfEverySmallAreaOfLondonKeepTheRules) {
    if (publishedData().empty()) GTEST_SKIP() << "the published files are missing (docs/data.md)";
    Reader reader(london());
    std::filesystem::create_directories(DEX_ROOT "/build");
    std::ofstream out(DEX_ROOT "/build/sentences-london.txt");
    int faults = 0;
    for (const char* view : {"v=1", "v=1&show=N2.income", "v=1&show=standout", "v=1&show=N2/G.older"}) {
        reader.look(view);
        for (std::uint32_t area = 0; area < reader.head().areaCount() && faults < 20; ++area) {
            reader.select({0, area});
            std::vector<std::string> sentences;
            addCard(reader.facts(), sentences);
            for (const std::string& sentence : sentences) {
                const std::string fault = faultIn(sentence);
                if (!fault.empty()) {
                    ADD_FAILURE() << fault << ": " << sentence;
                    ++faults;
                }
                out << sentence << '\n';
            }
        }
    }
    for (std::uint32_t place = 0; place < 33; ++place) {
        const auto& top = *reader.library().names(reader.head().topLevel());
        for (const char* show : {"overall", "standout", "N1", "N2", "N3", "N4", "N5", "N2/G.older", "overall/D.deri"}) {
            reader.look("v=1&show=" + std::string(show) + "&place=borough:" + top.codes[place]);
            std::vector<std::string> sentences;
            addView(reader.facts(), sentences);
            for (const std::string& sentence : sentences) {
                EXPECT_EQ(faultIn(sentence), "") << sentence;
                out << sentence << '\n';
            }
        }
    }
}

}  // namespace
}  // namespace dex::test
