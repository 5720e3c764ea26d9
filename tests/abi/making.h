#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "compile/commands.h"
#include "support/png.h"
#include "tests/abi/page.h"

namespace dex::test {

// An atlas in a folder, a map that shows it, and what the command line makes of it beside what dex_make gives.

namespace fs = std::filesystem;

inline constexpr const char* kAddress = "https://maps.example.org/";
inline constexpr const char* kMade = "2026-11-29";
inline constexpr const char* kFaces = DEX_ROOT "/build/faces";

inline std::string contentOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in.good()) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Answer {
    int state = DEX_MADE_PART;
    std::string bytes;
    std::vector<int> percents;
};

// An atlas in a folder, and a map that shows it.
class Making : public testing::Test {
protected:
    explicit Making(const ServedAtlas& atlas = town()) : served_(atlas), page_(atlas) {
        static int count = 0;
        folder_ = testing::TempDir() + "/dex-make-" + std::to_string(++count);
        fs::create_directories(folder_);
        for (const auto& [name, bytes] : atlas.files)
            std::ofstream(folder_ + "/" + name, std::ios::binary)
                .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    ~Making() override { fs::remove_all(folder_); }

    Answer step(const std::string& order) {
        std::uint32_t size = 0;
        const auto* bytes = dex_make(page_.map(), order.data(), static_cast<std::uint32_t>(order.size()), &size);
        EXPECT_GE(size, 2u);
        return {bytes[0], std::string(reinterpret_cast<const char*>(bytes) + 2, size - 2), {bytes[1]}};
    }
    // As a page does: it brings files only where the work waits for them.
    Answer made(const std::string& order) { return finished(step(order)); }
    Answer finished(Answer all = {}) {
        constexpr int kMaxSteps = 10'000;
        for (int i = 0; (all.state == DEX_MADE_PART || all.state == DEX_MADE_WAITS) && i < kMaxSteps; ++i) {
            if (all.state == DEX_MADE_WAITS) page_.settle();
            const Answer next = step({});
            all.state = next.state;
            all.bytes += next.bytes;
            all.percents.push_back(next.percents[0]);
        }
        EXPECT_TRUE(all.state == DEX_MADE_ALL || all.state == DEX_MADE_NONE);
        return all;
    }
    // All files of a kind fail, until they may arrive again.
    void failAll(const std::string& kind) {
        page_.intercept = [this, kind](const std::string& name) {
            if (!name.starts_with(kind + ".")) return false;
            fail(name);
            return true;
        };
    }
    void fail(const std::string& name) {
        constexpr std::uint32_t kNoNetwork = 12;
        dex_fail(page_.map(), name.data(), static_cast<std::uint32_t>(name.size()), kNoNetwork);
    }
    void bringAgain() {
        page_.intercept = {};
        dex_retry(page_.map());
    }
    // What a command writes into a file.
    std::string written(const std::function<Exit(const std::string& out)>& run) {
        const std::string out = folder_ + "/out";
        fs::remove(out);
        EXPECT_EQ(run(out), Exit::Done);
        return contentOf(out);
    }
    std::string scores(const std::string& level = {}, const std::string& scope = {}, const std::string& method = {},
                       const std::string& weights = {}) {
        ScoreOptions options;
        options.atlas = folder_;
        options.request = {level, scope, method, weights};
        options.hasMark = true;
        return written([&](const std::string& out) {
            options.csv = out;
            return runScore(options);
        });
    }
    // What `dex export` writes: of a level, or what a view shows.
    std::string exported(ExportOptions options, bool isCsv, std::optional<int> lod) {
        options.atlas = folder_;
        options.isCsv = options.hasMark = isCsv;
        options.lod = lod;
        return written([&](const std::string& out) {
            options.out = out;
            return runExport(options);
        });
    }
    std::string exported(const std::string& level, bool isCsv, std::optional<int> lod = {}) {
        ExportOptions options;
        options.level = level;
        return exported(options, isCsv, lod);
    }
    std::string shown(const std::string& view, bool isCsv, std::optional<int> lod = {}) {
        ExportOptions options;
        options.view = view;
        return exported(options, isCsv, lod);
    }
    std::string figures(const std::string& level = {}) { return exported(level, true); }
    std::string drawn(const std::string& view, const std::string& size, double scale, const std::string& format,
                      bool card = false) {
        PictureOptions options;
        options.view = view;
        options.size = size;
        options.scale = scale;
        options.format = format;
        options.card = card;
        return drawn(options);
    }
    std::string drawn(PictureOptions options) {
        options.atlas = folder_;
        options.date = kMade;
        options.address = kAddress;
        options.faces = kFaces;
        return written([&](const std::string& out) {
            options.out = out;
            return runPicture(options);
        });
    }
    // What `dex briefing` writes.
    std::string briefed(BriefingOptions options) {
        options.atlas = folder_;
        options.date = kMade;
        options.address = kAddress;
        options.faces = kFaces;
        return written([&](const std::string& out) {
            options.out = out;
            return runBriefing(options);
        });
    }
    // What a picture is in a file, and here: SVG, for it has all but the map's edges in the form of text.
    void expectSamePicture(const std::string& view, bool card = false) {
        const Answer answer = made(pictureOrder("svg", view, "square") + (card ? "\ncard" : ""));
        // Not EXPECT_EQ, which would show both.
        EXPECT_TRUE(answer.bytes == drawn(view, "square", 1, "svg", card)) << view;
    }
    // The folder into which the atlas is published.
    std::string published() {
        PublishOptions options;
        options.atlas = folder_;
        options.date = kMade;
        options.out = folder_ + "/data";
        EXPECT_EQ(runPublish(options), Exit::Done);
        return options.out;
    }
    std::string pictureOrder(const std::string& as, const std::string& view, const std::string& size) {
        return "as " + as + "\nview " + view + "\nsize " + size + "\nmade " + kMade + "\naddress " + kAddress;
    }
    std::vector<std::byte> pixelsOf(const std::string& png) {
        const std::string path = folder_ + "/pixels.png";
        std::ofstream(path, std::ios::binary) << png;
        const auto picture = readPng(path);
        EXPECT_TRUE(picture);
        return picture ? picture->rgba : std::vector<std::byte>();
    }

    const ServedAtlas& served_;
    std::string folder_;
    Page page_;
};

class MakingOfBoroughs : public Making {
protected:
    MakingOfBoroughs() : Making(boroughs()) {}
};

}  // namespace dex::test
