// Memory runs out at any moment of the command line's work, whether we ask for it or a library in C: it ends with a sentence
// and exit status 1, or can do without and is right, and never with a crash or half a result.
//
// The work is done once. At each allocation of ours that is to fail the program forks: the child goes on without it, and the
// parent looks at how that ended, and at what stands in the folder then. It must not allocate for that. A library's may be done
// without, and the child would go on with the files that both have open: for each of those the work is done from the beginning.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "compile/commands.h"
#include "compile/memory.h"
#include "compile/mini.h"
#include "compile/say.h"
#include "model/search.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DEX_SANITIZED
#endif
#endif

namespace {

// Every one of the first allocations fails, and after them so many of all; of those of libraries one in so many. A fork is dear
// under the address sanitizer.
#ifdef DEX_SANITIZED
constexpr std::uint64_t kEachOfTheFirst = 100, kSpread = 100;
constexpr std::size_t kOfLibraries = 10;
#else
constexpr std::uint64_t kEachOfTheFirst = 2000, kSpread = 500;
constexpr std::size_t kOfLibraries = 1;
#endif

constexpr char kSentence[] = "dex: there is not enough memory, so this was not finished\n";

struct Outcome {
    std::uint64_t allocation = 0;
    int status = 0;
    std::array<char, 200> said{};         // As much of it as has room.
    std::array<std::uint64_t, 2> sums{};  // Of the results; 0 where there is none.
};

enum class Course { Counts, Forks, Fails };

struct Trial {
    Course course = Course::Counts;
    bool isRunning = false, isOurs = false;  // Asked for by `new`, and not by a library.
    std::uint64_t taken = 0, next = 0, step = 1;
    std::array<std::uint64_t, 2000> ofLibraries;
    std::size_t libraries = 0;
    std::array<Outcome, kEachOfTheFirst + 2 * kSpread> outcomes;
    std::size_t count = 0;
    int said = -1;  // What stands for standard error.
    std::array<char[512], 2> results;
};
Trial trial;

// FNV-1a of a file's bytes.
std::uint64_t sumOf(const char* path) {
    const int file = open(path, O_RDONLY);
    if (file < 0) return 0;
    static std::array<unsigned char, 1 << 16> bytes;
    std::uint64_t sum = 0xcbf29ce484222325;
    for (ssize_t size; (size = read(file, bytes.data(), bytes.size())) > 0;) {
        for (ssize_t i = 0; i < size; ++i) sum = (sum ^ bytes[static_cast<std::size_t>(i)]) * 0x100000001b3;
    }
    close(file);
    return sum;
}

// How a child ended, and what it has left behind.
void watch(pid_t child, Outcome& one) {
    one.allocation = trial.taken;
    waitpid(child, &one.status, 0);
    static_cast<void>(pread(trial.said, one.said.data(), one.said.size() - 1, 0));
    for (std::size_t i = 0; i < one.sums.size(); ++i) one.sums[i] = sumOf(trial.results[i]);
    static_cast<void>(ftruncate(trial.said, 0));
}

// Returns true in the child.
bool failsInAChild() {
    trial.next = trial.taken + (trial.taken < kEachOfTheFirst ? 1 : trial.step);
    if (trial.count == trial.outcomes.size()) return false;
    const pid_t child = fork();
    if (child == 0) {
        trial.isRunning = false;
        return true;
    }
    watch(child, trial.outcomes[trial.count++]);
    return false;
}

bool fails() {
    ++trial.taken;
    switch (trial.course) {
        case Course::Counts:
            if (!trial.isOurs && trial.libraries < trial.ofLibraries.size())
                trial.ofLibraries[trial.libraries++] = trial.taken;
            return false;
        case Course::Forks: return trial.isOurs && trial.taken >= trial.next && failsInAChild();
        case Course::Fails: return trial.taken == trial.next;
    }
    return false;
}

}  // namespace

// In the place of the C library's, for every library of the program.
extern "C" {
#ifdef DEX_SANITIZED
void* __interceptor_malloc(std::size_t);
void* __interceptor_calloc(std::size_t, std::size_t);
void* __interceptor_realloc(void*, std::size_t);
#define DEX_LIBRARYS(name) __interceptor_##name
#else
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
#define DEX_LIBRARYS(name) __libc_##name
#endif

// The first of them are called before the sanitizer is there.
#define DEX_EARLY [[gnu::no_sanitize_address]]
DEX_EARLY void* malloc(std::size_t size) { return trial.isRunning && fails() ? nullptr : DEX_LIBRARYS(malloc)(size); }
DEX_EARLY void* calloc(std::size_t count, std::size_t size) {
    return trial.isRunning && fails() ? nullptr : DEX_LIBRARYS(calloc)(count, size);
}
DEX_EARLY void* realloc(void* memory, std::size_t size) {
    return trial.isRunning && fails() ? nullptr : DEX_LIBRARYS(realloc)(memory, size);
}

// The loader keeps what it takes for the libraries that GDAL opens, and the sanitizer does not see it through ours.
const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier): the sanitizer's own name.
const char* __lsan_default_suppressions() { return "leak:add_to_global_resize\n"; }
}

// As the library's own. The forms for arrays call these; those for more than the usual alignment are left as they are.
void* operator new(std::size_t size) {
    for (;;) {
        trial.isOurs = true;
        void* const memory = std::malloc(size == 0 ? 1 : size);
        trial.isOurs = false;
        if (memory != nullptr) return memory;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) std::abort();
        handler();
    }
}
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
    if (!atlas || !atlas->supply(filesForSearch(atlas->head()), library, problems)) {
        sayAll(problems);
        return Exit::Failed;
    }
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

    // A session on this course, without what it prints; from nothing.
    Exit run(Course course) {
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
        trial.course = course;
        trial.taken = trial.libraries = 0;
        trial.isRunning = true;
        const Exit exit = session();
        trial.isRunning = false;
        std::fflush(stdout);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        for (const int file : {out, err, nowhere, trial.said}) close(file);
        return exit;
    }

    // The same in a child, with one allocation that fails.
    Outcome runWithout(std::uint64_t allocation) {
        trial.next = allocation;
        const pid_t child = fork();
        if (child == 0) {
            const Exit exit = run(Course::Fails);
            std::_Exit(static_cast<int>(exit));
        }
        Outcome one;
        trial.said = open((folder_ + "/said.txt").c_str(), O_RDWR | O_CREAT, 0600);
        watch(child, one);
        close(trial.said);
        one.allocation = allocation;
        return one;
    }

    std::string folder_;
};

TEST_F(Memory, RunsOutWithASentenceWhereverItDoes) {
    ASSERT_EQ(run(Course::Counts), Exit::Done) << mini::textOf(folder_ + "/said.txt");
    const std::array whole{mini::textOf(result(0)), mini::textOf(result(1))};
    const std::array sums{sumOf(trial.results[0]), sumOf(trial.results[1])};
    // The first has taken what libraries keep.
    ASSERT_EQ(run(Course::Counts), Exit::Done);
    const std::uint64_t allocations = trial.taken;
    const std::size_t libraries = trial.libraries;
    ASSERT_GT(allocations, kEachOfTheFirst + kSpread);

    endWhereMemoryRunsOut();
    trial.next = 1;
    trial.step = (allocations - kEachOfTheFirst) / kSpread;
    ASSERT_EQ(run(Course::Forks), Exit::Done) << mini::textOf(folder_ + "/said.txt");

    // What is there is whole.
    std::size_t withResult = 0;
    const auto expectWhole = [&](const Outcome& one) {
        for (std::size_t k = 0; k < 2; ++k) {
            if (one.sums[k] == 0) continue;
            EXPECT_EQ(one.sums[k], sums[k]) << one.allocation;
            ++withResult;
        }
    };
    for (std::size_t i = 0; i < trial.count; ++i) {
        const Outcome& one = trial.outcomes[i];
        ASSERT_TRUE(WIFEXITED(one.status)) << "allocation " << one.allocation << ", signal " << WTERMSIG(one.status);
        EXPECT_EQ(WEXITSTATUS(one.status), 1) << one.allocation;
        EXPECT_STREQ(one.said.data(), kSentence) << one.allocation;
        expectWhole(one);
    }
    for (std::size_t k = 0; k < 2; ++k) EXPECT_EQ(mini::textOf(result(k)), whole[k]);
    EXPECT_GE(trial.count, kEachOfTheFirst);
    EXPECT_GT(withResult, 0u);

    std::size_t without = 0;
    for (std::size_t i = 0; i < libraries; i += kOfLibraries) {
        const Outcome one = runWithout(trial.ofLibraries[i]);
        ASSERT_TRUE(WIFEXITED(one.status)) << "allocation " << one.allocation << ", signal " << WTERMSIG(one.status);
        expectWhole(one);
        // A file that could not be opened for want of memory is a file that could not be opened.
        if (WEXITSTATUS(one.status) == 1) {
            EXPECT_TRUE(std::string_view(one.said.data()).starts_with("dex: ")) << one.allocation;
            continue;
        }
        EXPECT_EQ(WEXITSTATUS(one.status), 0) << one.allocation;
        EXPECT_STREQ(one.said.data(), "") << one.allocation;
        EXPECT_EQ(one.sums, sums) << one.allocation;
        ++without;
    }
    std::printf(
        "%llu allocations in a session; each of %zu that failed ended it; of %zu in C %zu could be done without\n",
        static_cast<unsigned long long>(allocations), trial.count, libraries, without);
}

}  // namespace
}  // namespace dex
