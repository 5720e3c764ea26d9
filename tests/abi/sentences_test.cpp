// Every sentence that the map can say: a golden of them over the embedded boroughs for people to read, and the rules
// that hold for each over London.

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "model/findings_of.h"
#include "tests/abi/atlas.h"
#include "words/table.h"
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
    std::uint32_t level() const { return chosen_.level; }
    void tryAllWeights() {
        while (analysis_.scoresAt(chosen_.level, library_)->stepStability(100)) continue;
    }
    Findings findings(bool isListed = false) {
        FindingsInput in{.library = library_, .chosen = chosen_, .analysis = analysis_, .messages = messages_};
        in.listing.isOpen = isListed;
        in.isAdjustOpen = true;
        return findingsOf(in);
    }
    Facts facts(bool isListed = false) { return writeFacts(findings(isListed)); }

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
                                    card.comparators.note, card.stripText, announcement(facts)}) {
        if (!text.empty()) sentences.push_back(text);
    }
    for (const NeedBar& bar : card.needs) sentences.push_back(bar.spoken);
    for (const FigureRow& row : card.groups) sentences.push_back(row.spoken);
}

void addView(const Facts& facts, std::vector<std::string>& sentences) {
    for (const std::string& text : {facts.headline, facts.subtitle, facts.legend.explanation})
        sentences.push_back(text);
    for (const LegendRow& row : facts.legend.rows) {
        if (row.share > 0) sentences.push_back(row.spoken);
    }
    if (facts.legend.square) sentences.push_back(facts.legend.square->chosen);
    if (facts.adjust && facts.adjust->isOwn) {
        sentences.push_back(facts.adjust->banner);
        if (!facts.adjust->changed.empty()) sentences.push_back(facts.adjust->changed);
    }
    if (facts.compare) {
        for (const std::string& text : facts.compare->sentences) sentences.push_back(text);
    }
    if (!facts.ranked) return;
    sentences.push_back(facts.ranked->title + ": " + facts.ranked->pageText);
    sentences.push_back(facts.ranked->among);
}

// "4,481st" → 4481; 0 where there is no number.
int numberAt(const std::string& text, std::size_t at) {
    int number = 0;
    for (; at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) != 0 || text[at] == ','); ++at) {
        if (text[at] != ',') number = 10 * number + (text[at] - '0');
    }
    return number;
}

// What holds for every sentence; empty where all do. Names may be long, so words are counted without what is bracketed.
std::string faultIn(const std::string& text) {
    // "Low confidence and habit need" reads as low confidence: nothing that says how much stands before a need's name.
    for (const char* level : {"igh ", "ighest ", "edium ", "ow ", "owest "}) {
        for (const char* need :
             {"connectivity need", "affordability", "skills and", "accessibility and", "confidence and"}) {
            if (text.find(std::string(level) + need) != text.npos) return std::string("reads as ") + level + need;
        }
    }
    // A rank in the lower half is counted from the lowest.
    const auto highest = text.find(" highest "), of = text.find(" of ", highest == text.npos ? 0 : highest);
    if (highest != text.npos && of != text.npos && highest > 2) {
        const auto from = text.rfind(' ', highest - 1);
        const int rank = numberAt(text, from == text.npos ? 0 : from + 1), all = numberAt(text, of + 4);
        if (rank > 0 && all > 0 && 2 * rank > all + 1) return "counts from the farther end";
    }
    if (text.empty()) return "is empty";
    if (text.find('{') != text.npos) return "has a blank that nobody filled";
    if (text.find("  ") != text.npos || text.front() == ' ' || text.back() == ' ') return "has a stray blank";
    if (text.find("nan") == 0 || text.find(" nan") != text.npos || text.find("inf ") != text.npos)
        return "has no number";
    for (const char* word :
         {"excluded",      "decile",        "the problem", "no unit",     "ear the middle", " 1 small areas",
          " 1 boroughs",   " 0 of ",        "All 1 of",    "All 2 of",    "only 1 ",        "nly 1 ",
          "2 of 2",        "1 of 1 ",       "1 to 1",      "selection’s", "1,000 of 1,000", "stand out",
          "Fairly steady", "need and many", "need and few"}) {
        if (text.find(word) != text.npos) return std::string("says ") + word;
    }
    for (std::size_t at = text.find('%'); at != text.npos; at = text.find('%', at + 1)) {
        if (at == 0 || std::isdigit(static_cast<unsigned char>(text[at - 1])) == 0) return "has a % without its number";
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

bool saysRisk(std::string_view text) {
    return text.find("risk") != text.npos || text.find("need") != text.npos || text.find("Risk") != text.npos;
}

// Needs are named after the good thing, so a rank says at once which end it is from: "highest-risk", "highest
// connectivity need". The first rank word that nothing of that kind follows, with what does.
std::string bareRankIn(const std::string& text) {
    constexpr std::size_t kNear = 45;  // "highest accessibility and health need"
    for (const char* rank : {"ighest", "owest", "iddle", "ranks", "ranked by"}) {
        for (std::size_t at = text.find(rank); at != text.npos; at = text.find(rank, at + 1)) {
            const std::string after = text.substr(at, text.find_first_of(",.;:·", at) - at).substr(0, kNear);
            if (!saysRisk(after)) return after;
        }
    }
    return {};
}

// All that a view of a need says about it. What is drawn beside is of other measures: the bars have their own test.
std::vector<std::string> ofANeed(Reader& reader, const Facts& facts) {
    std::vector<std::string> texts{facts.headline, facts.shortHeadline, facts.subtitle,       facts.shortSubtitle,
                                   altText(facts), facts.legend.title,  facts.legend.lowWord, facts.legend.highWord};
    if (facts.ranked) {
        texts.push_back(facts.ranked->title);
        for (const Choice& order : facts.ranked->orders.choices) texts.push_back(order.label);
    }
    if (facts.card) {
        texts.push_back(facts.card->rank);
        texts.push_back(announcement(facts));
    }
    for (const std::string& column : tableColumns(reader.findings(), false)) texts.push_back(column);
    return texts;
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

// Every need, level, place and class, and each arithmetic and scope. Where there are many levels, a place is met with one of the
// classes, whose turn it is, and with none.
void expectDirections(Reader& reader) {
    const AtlasHead& head = reader.head();
    const auto& top = *reader.library().names(head.topLevel());
    std::vector<std::string> measures{"overall"};
    for (const Need& need : head.index->needs) measures.push_back(need.id);
    int faults = 0;
    constexpr const char* kClasses[] = {"", "&class=1", "&class=2", "&class=3", "&class=4", "&class=5"};
    std::size_t turn = 0;
    const auto expectOf = [&](const std::string& view, bool hasCard) {
        reader.look(view);
        if (hasCard) reader.select({reader.level(), 0});
        const Facts facts = reader.facts(true);
        for (const std::string& text : ofANeed(reader, facts)) {
            const std::string bare = bareRankIn(text);
            if (!bare.empty() && ++faults < 20) ADD_FAILURE() << view << ": " << text << " (" << bare << ")";
        }
        for (const std::string& text : {facts.headline, facts.subtitle, facts.ranked->title, altText(facts)}) {
            if (!saysRisk(text) && facts.headline.find("no figure") == text.npos && ++faults < 20)
                ADD_FAILURE() << view << ": " << text;
        }
    };
    for (const std::string& measure : measures) {
        for (const Level& level : head.levels) {
            const std::string shown = "v=1&show=" + measure + "&by=" + level.id;
            for (const char* chosen : kClasses) expectOf(shown + chosen, false);
            for (const std::string& code : top.codes) {
                const std::string place = "&place=" + head.levels[head.topLevel()].id + ':' + code;
                const char* next = kClasses[1 + turn++ % 5];
                for (const char* chosen : kClasses) {
                    if (head.levels.size() == 1 || chosen == kClasses[0] || chosen == next)
                        expectOf(shown + chosen + place, false);
                }
            }
            expectOf(shown, true);
            for (const char* other :
                 {"&score=minmax", "&score=winsorised", "&score=iod", "&classes=natural.4", "&classes=equal.3",
                  "&within=borough:E09000028", "&within=borough:E09000028,borough:E09000022", "&weights=N1:0"})
                expectOf(shown + other, false);
        }
    }
}

TEST(Sentences, NameBothWhereTwoReadAlike) {
    Reader reader(boroughs());
    reader.look("v=1&show=G.older");
    EXPECT_EQ(
        reader.facts().headline,
        "Among London’s 33 boroughs, Bromley and Havering have the highest share of older people (65 and over), both "
        "17.6%");
    EXPECT_EQ(reader.findings().highest.beside, "Havering");
}

TEST(Sentences, OfAScopeOfOneAreaSayNoScore) {
    Reader reader(boroughs());
    for (const char* show : {"overall", "standout", "N2", "N2/G.older", "overall/D.deri"}) {
        reader.look("v=1&within=borough:E09000001&show=" + std::string(show));
        reader.select({0, 0});
        const Facts facts = reader.facts(true);
        EXPECT_EQ(facts.headline, "The City of London is the only borough compared, so it has no risk rank") << show;
        std::vector<std::string> sentences;
        addCard(facts, sentences);
        for (const std::string& text : sentences) EXPECT_EQ(text.find("5.0"), text.npos) << show << ": " << text;
        EXPECT_EQ(facts.ranked->rows.at(0).value, "The only borough being ranked, so it has no risk rank") << show;
    }
}

TEST(Sentences, OfOwnScoresSayThatTheyAreNotThePublishedOnes) {
    Reader reader(boroughs());
    for (const char* show : {"overall", "standout", "N2", "moved"}) {
        reader.look("v=1&weights=N5:10&show=" + std::string(show));
        EXPECT_TRUE(reader.facts().subtitle.ends_with(" · your own weights")) << reader.facts().subtitle;
        reader.look("v=1&score=iod&show=" + std::string(show));
        EXPECT_TRUE(reader.facts().subtitle.ends_with(" · scores worked out another way")) << reader.facts().subtitle;
        reader.look("v=1&show=" + std::string(show));
        EXPECT_TRUE(reader.facts().subtitle.ends_with(" data")) << reader.facts().subtitle;
    }
}

TEST(Sentences, AboutANeedSayInWhichDirection) {
    Reader reader(boroughs());
    expectDirections(reader);
    EXPECT_NE(bareRankIn("Barnet is highest of London’s 33 boroughs for connectivity"), "") << "what the rule is about";
}

TEST(Sentences, AboutANeedOfLondonSayInWhichDirection) {
    if (publishedData().empty()) GTEST_SKIP() << "the published files are missing (docs/data.md)";
    Reader reader(london());
    expectDirections(reader);
}

// Each small area is read in one of the four views, each view in every fourth area.
TEST(Sentences, OfEverySmallAreaOfLondonKeepTheRules) {
    if (publishedData().empty()) GTEST_SKIP() << "the published files are missing (docs/data.md)";
    Reader reader(london());
    std::filesystem::create_directories(DEX_ROOT "/build");
    std::ofstream out(DEX_ROOT "/build/sentences-london.txt");
    int faults = 0;
    constexpr const char* kViews[] = {"v=1", "v=1&show=N2.income", "v=1&show=standout", "v=1&show=N2/G.older"};
    for (std::uint32_t view = 0; view < std::size(kViews); ++view) {
        reader.look(kViews[view]);
        for (std::uint32_t area = view; area < reader.head().areaCount() && faults < 20;
             area += static_cast<std::uint32_t>(std::size(kViews))) {
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
