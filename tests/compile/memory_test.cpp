// Memory runs out at any moment of the command line's work: it ends with a sentence and exit status 1, and never with a
// crash or half a result.
//
// The work is done once. At each allocation that is to fail the program forks: the child goes on without it, and the parent
// looks at how that ended, and at what stands in the folder then. It must not allocate for that.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <new>

#include "compile/commands.h"
#include "compile/memory.h"
#include "compile/mini.h"
#include "model/search.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DEX_SANITIZED
#endif
#endif

namespace {

// Every one of the first allocations fails, and after them one in so many. A fork is dear under the address sanitizer.
#ifdef DEX_SANITIZED
constexpr std::uint64_t kEachOfTheFirst = 100, kSpread = 100;
#else
constexpr std::uint64_t kEachOfTheFirst = 1000, kSpread = 500;
#endif

constexpr char kSentence[] = "dex: there is not enough memory, so this was not finished\n";

struct Outcome {
    std::uint64_t allocation = 0;
    int status = 0;
    bool isSaid = false;
    std::array<off_t, 2> sizes{};  // Of the results; -1 where there is none.
};

struct Trial {
    bool isCounting = false, isFailing = false;
    std::uint64_t taken = 0, next = 0, step = 1;
    std::array<Outcome, kEachOfTheFirst + 2 * kSpread> outcomes;
    std::size_t count = 0;
    int said = -1;  // What stands for standard error.
    std::array<char[512], 2> results;
};
Trial trial;

off_t sizeOf(const char* path) {
    struct stat about{};
    return stat(path, &about) == 0 ? about.st_size : -1;
}

// Returns true in the child.
bool failsInAChild() {
    trial.next += trial.next < kEachOfTheFirst ? 1 : trial.step;
    if (trial.count == trial.outcomes.size()) return false;
    const pid_t child = fork();
    if (child == 0) {
        trial.isFailing = false;
        return true;
    }
    Outcome& one = trial.outcomes[trial.count++];
    one.allocation = trial.taken;
    waitpid(child, &one.status, 0);
    char said[sizeof kSentence] = {};
    const ssize_t size = pread(trial.said, said, sizeof said, 0);
    one.isSaid =
        size == static_cast<ssize_t>(sizeof kSentence - 1) && std::memcmp(said, kSentence, sizeof said - 1) == 0;
    for (std::size_t i = 0; i < one.sizes.size(); ++i) one.sizes[i] = sizeOf(trial.results[i]);
    static_cast<void>(ftruncate(trial.said, 0));
    return false;
}

void* take(std::size_t size) {
    if (trial.isCounting && ++trial.taken == trial.next && trial.isFailing && failsInAChild()) return nullptr;
    return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

// As the library's own. The forms for arrays call these; those for more than the usual alignment are left as they are.
void* operator new(std::size_t size) {
    for (;;) {
        if (void* memory = take(size)) return memory;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) std::abort();
        handler();
    }
}
// Whoever asks in this way can do without, and is not tried.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size == 0 ? 1 : size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace dex {
namespace {

// Searches as the map does.
Exit searchAsTheMap(const std::string& path) {
    Problems problems;
    const auto atlas = AtlasFolder::open(path, problems);
    Library library;
    if (!atlas || !atlas->supply(filesForSearch(atlas->head()), library, problems)) return Exit::Failed;
    return search("upper town", library, Language::English).places.empty() ? Exit::Failed : Exit::Done;
}

class Memory : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(DEX_ROOT "/build/faces/regular.otf"))
            GTEST_SKIP() << "build/faces is made by the build.";
        folder_ = mini::scratch("memory");
        const auto run = mini::compile(mini::recipe());
        ASSERT_TRUE(run.atlas) << run.firstProblem();
        ASSERT_TRUE(mini::opened(*run.atlas, folder_ + "/atlas"));
    }
    void TearDown() override {
        std::set_new_handler(nullptr);
        if (!folder_.empty()) std::filesystem::remove_all(folder_);
    }

    std::string result(std::size_t i) const { return folder_ + (i == 0 ? "/map.png" : "/scores.csv"); }

    // Opens the atlas and draws its first picture, then a card, a search and the scores.
    Exit session() const {
        PictureOptions picture;
        picture.atlas = folder_ + "/atlas";
        picture.size = "320x320";
        picture.faces = DEX_ROOT "/build/faces";
        picture.date = "2026-11-29";
        picture.out = result(0);
        ExplainOptions card;
        card.atlas = picture.atlas;
        card.code = "A01";
        ScoreOptions scores;
        scores.atlas = picture.atlas;
        scores.csv = result(1);
        if (const Exit exit = runPicture(picture); exit != Exit::Done) return exit;
        if (const Exit exit = runExplain(card); exit != Exit::Done) return exit;
        if (const Exit exit = searchAsTheMap(picture.atlas); exit != Exit::Done) return exit;
        return runScore(scores);
    }

    // A session with counting, without what it prints; from nothing.
    Exit run() {
        for (std::size_t i = 0; i < 2; ++i) {
            std::filesystem::remove(result(i));
            std::strncpy(trial.results[i], result(i).c_str(), sizeof trial.results[i] - 1);
        }
        std::fflush(stdout);
        const int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
        const int nowhere = open("/dev/null", O_WRONLY);
        trial.said = open((folder_ + "/said.txt").c_str(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0600);
        dup2(nowhere, STDOUT_FILENO);
        dup2(trial.said, STDERR_FILENO);
        trial.taken = 0;
        trial.isCounting = true;
        const Exit exit = session();
        trial.isCounting = false;
        std::fflush(stdout);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        for (const int file : {out, err, nowhere, trial.said}) close(file);
        return exit;
    }

    std::string folder_;
};

TEST_F(Memory, RunsOutWithASentenceWhereverItDoes) {
    ASSERT_EQ(run(), Exit::Done) << mini::textOf(folder_ + "/said.txt");
    const std::uint64_t allocations = trial.taken;
    const std::array whole{mini::textOf(result(0)), mini::textOf(result(1))};
    ASSERT_GT(allocations, kEachOfTheFirst + kSpread);

    endWhereMemoryRunsOut();
    trial.next = 1;
    trial.step = (allocations - kEachOfTheFirst) / kSpread;
    trial.isFailing = true;
    ASSERT_EQ(run(), Exit::Done);
    trial.isFailing = false;

    std::size_t withResult = 0;
    for (std::size_t i = 0; i < trial.count; ++i) {
        const Outcome& one = trial.outcomes[i];
        ASSERT_TRUE(WIFEXITED(one.status)) << "allocation " << one.allocation << ", signal " << WTERMSIG(one.status);
        EXPECT_EQ(WEXITSTATUS(one.status), 1) << one.allocation;
        EXPECT_TRUE(one.isSaid) << one.allocation;
        // What is there is whole.
        for (std::size_t k = 0; k < 2; ++k) {
            if (one.sizes[k] < 0) continue;
            EXPECT_EQ(one.sizes[k], static_cast<off_t>(whole[k].size())) << one.allocation;
            ++withResult;
        }
    }
    std::printf("%llu allocations in a session; each of %zu that failed ended it\n",
                static_cast<unsigned long long>(allocations), trial.count);
    EXPECT_GE(trial.count, kEachOfTheFirst + kSpread);
    EXPECT_GT(withResult, 0u);
    for (std::size_t k = 0; k < 2; ++k) EXPECT_EQ(mini::textOf(result(k)), whole[k]);
}

}  // namespace
}  // namespace dex
