// Thousands of inputs in no order that a reader would have, the same in every run: hands, keys, choices, views, sizes, files
// that do not come. Whatever they do, the map stays one: what it says can be read, its view opens in another as it stands
// here, and it takes no more memory at the end than near the beginning.

#include <gtest/gtest.h>
#include <malloc.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "map/view_state.h"
#include "support/samples.h"
#include "tests/abi/page.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DEX_SANITIZED
#endif
#endif
#ifdef DEX_SANITIZED
#include <sanitizer/allocator_interface.h>
#endif

namespace dex::test {
namespace {

#ifdef DEX_SANITIZED
constexpr int kInputs = 1200;
#else
constexpr int kInputs = 5000;
#endif
constexpr int kWarm = 400;           // After so many every panel has been open, and all caches are as full as they get.
constexpr double kMaxGrowth = 1.05;  // Of the memory in use, from then to the end.

std::size_t bytesInUse() {
#ifdef DEX_SANITIZED
    return __sanitizer_get_current_allocated_bytes();
#else
    return mallinfo2().uordblks;
#endif
}

class Soak {
public:
    Soak() {
        page.intercept = [this](const std::string& name) {
            if (random_.below(20) != 0) return !town().files.contains(name);
            dex_fail(page.map(), name.data(), static_cast<std::uint32_t>(name.size()), 1);
            return true;
        };
        page.begin(kWidth, kHeight);
    }

    void input() {
        switch (random_.below(14)) {
            case 0:
            case 1:
            case 2: return pointer();
            case 3:
                return dex_wheel(page.map(), across(), down(), any<double>({-1e9, -120, -3, 3, 120, 1e9}),
                                 random_.below(16));
            case 4: return key();
            case 5:
            case 6: return act(page.nodes());
            case 7: return act(page.textNodes());
            case 8: return search();
            case 9: return view();
            case 10: return size();
            case 11: return settings();
            case 12: return card();
            default: return page.settle();
        }
    }

    // As every map is at its beginning, but for what it keeps.
    void rest() {
        dex_set_controls(page.map(), 0x1f);
        dex_resize(page.map(), kWidth, kHeight, 1, 1);
        dex_gpu_ready(page.map());
        dex_pointer(page.map(), DEX_POINTER_CANCEL, DEX_MOUSE, 1, 0, 0, 0, 0);
        dex_retry(page.map());
        page.settle();
        page.setView("v=1");
        // What the lists keep is no part of a view.
        page.act("ranked.find", "");
        page.act("order.highest");
        page.intercept = [](const std::string& name) { return !town().files.contains(name); };
        dex_retry(page.map());
        page.settle();
    }

    static constexpr double kWidth = 640, kHeight = 480;
    Page page{town()};

private:
    template <typename Value>
    Value any(std::initializer_list<Value> values) {
        return *(values.begin() + random_.below(static_cast<std::uint32_t>(values.size())));
    }
    double across() { return random_.below(16) == 0 ? any({-1e6, -1.0, 1e6}) : random_.below(640); }
    double down() { return random_.below(16) == 0 ? any({-1e6, -1.0, 1e6}) : random_.below(480); }

    void pointer() {
        dex_time(page.map(), page.nowMs() + random_.below(16));
        dex_pointer(page.map(), random_.below(5), random_.below(3), random_.below(3), across(), down(),
                    random_.below(4), random_.below(16));
        if (random_.below(3) == 0) page.frame();
    }

    void key() {
        const std::string_view name = any<std::string_view>(
            {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown",       "Enter", " ", "Tab", "Escape",
             "Home",      "End",        "PageUp",  "PageDown",        "+",     "-", "0",   "a",
             "?",         "Dead",       "",        "\xf0\x9f\x98\x80"});
        dex_key(page.map(), name.data(), static_cast<std::uint32_t>(name.size()), random_.below(16));
        page.frame();
    }

    void act(const std::vector<PageNode>& nodes) {
        if (nodes.empty()) return;
        const PageNode& node = nodes[random_.below(static_cast<std::uint32_t>(nodes.size()))];
        const PageNode& other = nodes[random_.below(static_cast<std::uint32_t>(nodes.size()))];
        page.act(node.id,
                 any<std::string_view>({"", node.value, other.id, other.value, "0", "3", "1e99", "\u00e9\u200b"}));
        dex_reveal(page.map(), other.id.data(), static_cast<std::uint32_t>(other.id.size()));
        page.frame();
    }

    void search() {
        const auto answer = nlohmann::json::parse(
            page.find(any<std::string_view>({"", "t", "up", "upper town", "TW1", "TW1 1AA", "nothing of the kind",
                                             "\u00e9\u200b", "  a  ", "district 1"})));
        for (const auto& place : answer.at("places")) {
            if (random_.below(4) != 0) continue;
            page.choose(place.at("ref").get<std::string>());
            break;
        }
        dex_locate(page.map(), any({0.0, -0.1, 180.0, 999.0}), any({51.5, 0.0, -90.0, 999.0}));
        page.frame();
    }

    // One of those that people send each other, or the map's own, with a letter of it changed.
    void view() {
        std::string text = any<std::string>(
            {"v=1", "v=1&show=N1", "v=1&by=ward", "v=1&by=district&show=N2.rent", "v=1&place=district:D1&area=ward:W1",
             "v=1&weights=N1:0,N2:9&score=min-max", "v=1&within=district:D2&compare=district:D1,district:D2",
             "v=1&class=2", "v=1&classes=jenks.3&theme=dark", page.view(), page.link()});
        if (random_.below(3) == 0)
            text[random_.below(static_cast<std::uint32_t>(text.size()))] ^= static_cast<char>(1 << random_.below(6));
        page.setView(text);
        page.frame();
    }

    void size() {
        dex_resize(page.map(), any({0.0, 1.0, 200.0, 320.0, 360.0, 640.0}), any({0.0, 1.0, 200.0, 480.0, 640.0}),
                   any({0.5, 1.0, 1.25, 2.0}), any({1.0, 1.5, 2.0}));
        page.frame();
    }

    void settings() {
        dex_set_preferences(page.map(), random_.below(2), random_.below(2), random_.below(2));
        dex_set_controls(page.map(), random_.below(128));
        dex_set_own_page(page.map(), random_.below(2));
        dex_focus(page.map(), random_.below(2));
        page.frame();
    }

    // The card comes and goes, and files that did not come are asked for again.
    void card() {
        if (random_.below(8) == 0) {
            dex_gpu_lost(page.map());
            page.frame();
        }
        dex_gpu_ready(page.map());
        dex_retry(page.map());
        page.areaAt(across(), down());
        page.frame();
    }

    samples::Random random_{17};
};

void expectReadable(Page& page) {
    std::set<std::string> ids;
    for (const PageNode& node : page.nodes()) {
        EXPECT_TRUE(ids.insert(node.id).second) << node.id << " is there twice";
        for (const double number : node.rect) EXPECT_TRUE(std::isfinite(number)) << node.id;
    }
    const ParsedView parsed = parseView(page.view());
    EXPECT_TRUE(parsed.refused.empty()) << page.view();
    EXPECT_EQ(formatView(parsed.view), page.view());
}

TEST(Soak, AMapStaysAMap) {
    Soak soak;
    std::size_t warm = 0;
    for (int i = 0; i < kInputs; ++i) {
        if (i == kWarm) {
            soak.rest();
            warm = bytesInUse();
        }
        soak.input();
        if (i % 50 == 0) expectReadable(soak.page);
        soak.page.takeMail();
        ASSERT_FALSE(testing::Test::HasFailure()) << "after " << i << " inputs, at " << soak.page.view();
    }
    soak.rest();
    const std::size_t end = bytesInUse();
    std::printf("%d inputs; %zu bytes in use after %d, %zu at the end\n", kInputs, warm, kWarm, end);
    EXPECT_LT(static_cast<double>(end), static_cast<double>(warm) * kMaxGrowth);

    Page fresh{town()};
    dex_set_controls(fresh.map(), 0x1f);
    fresh.begin(Soak::kWidth, Soak::kHeight);
    EXPECT_EQ(withoutCamera(soak.page.view()), withoutCamera(fresh.view()));
    EXPECT_EQ(soak.page.text(), fresh.text());
}

}  // namespace
}  // namespace dex::test
